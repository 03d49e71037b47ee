internal import Figures

/// Understands targets: `≥50个`, `≤90万元`, `95%`, `10-20`, 是, 达成, 9月底前.
///
/// Used for the targets a programme issues and for those a return states.
public struct TargetParser: Sendable {
  let values: ValueParser

  /// A parser that knows the scheme's words.
  ///
  /// - Parameter readsFractions: whether a plain number up to 1.5 is a fraction where percent is
  ///   due (0.95 for 95 %), as people type it into a form; in a programme it stands in its unit.
  public init(_ rules: ScoringRules, readsFractions: Bool = true) {
    values = ValueParser(vocabulary: Vocabulary(rules), readsFractions: readsFractions)
  }

  /// A target as understood.
  public struct Result: Hashable, Sendable {
    /// What is to be reached; `nil` where it could not be understood, and then a remark says why.
    public var target: Target?
    /// Its unit: the one given, else the one typed with the number; "" where there is none.
    public var unit: String
    /// What there is to say about the reading.
    public var remarks: [Reading.Remark]
    /// Whether the comparison was written (≥) and not only understood.
    public var isExplicit: Bool
    /// The stretches of time of a year, where the target was given for each (12 for 每月1次); its
    /// figure is that of the year.
    var perYear: Int?
  }

  /// Reads a target.
  ///
  /// - Parameters:
  ///   - typed: the cell of the target.
  ///   - sign: the cell of 指标性质, where the form has one.
  ///   - unit: the unit column, or the unit in the brackets of the indicator's name; "" where
  ///     neither gives one.
  public func read(_ typed: Typed?, sign: Typed? = nil, unit: String) -> Result {
    let unit = UnitText.stated(unit)
    let kind = sign.flatMap { Self.kind(of: $0.shown) }
    if kind == .yesNo || (kind == nil && Self.isYesNo(unit: unit)) {
      return yesNo(typed, unit: unit)
    }
    guard let typed, !values.isBlank(typed) else { return failed(.v001, "", unit) }
    if case .text(let text) = typed.content, FigureText.isPicture(within: text) {
      return failed(.v002, ValueParser.picture, unit, expected: "年度指标值")
    }
    if kind == .level { return leveled(typed, unit: unit) }
    if case .date(let day) = typed.content, kind != .by, UnitText(unit).isKnown {
      // A spreadsheet makes a date of 10-20.
      return failed(.v011, day.description, unit, expected: "以\(unit)为单位的数字")
    }
    return short(typed, kind: kind, unit: unit) ?? inFull(typed, kind: kind, unit: unit)
  }

  /// Tries every way to read a cell that is not blank.
  func inFull(_ typed: Typed, kind: Target.Direction?, unit: String) -> Result {
    if let deadline = Self.deadline(typed, kind: kind) {
      return Result(target: .by(deadline), unit: unit, remarks: [], isExplicit: true)
    }
    if kind == .by { return failed(.v002, typed.shown, unit, expected: "日期") }
    return measured(typed, kind: kind, unit: unit)
  }

  /// A text that is one number and nothing else (``NumberText/init(short:)``), so that no other way
  /// to read it has to be tried; `nil` for any other.
  func short(_ typed: Typed, kind: Target.Direction?, unit: String) -> Result? {
    guard kind != .by, case .text(let text) = typed.content else { return nil }
    let plain = FigureText.plain(Wording.trimmed(text))
    guard let number = NumberText(short: plain), !(unit.isEmpty && Self.mayBeMonth(plain)) else {
      return nil
    }
    return single(typed, bound: number.bound, kind: kind, unit: unit, number: number)
  }

  private func yesNo(_ typed: Typed?, unit: String) -> Result {
    guard let typed, !values.isBlank(typed) else {
      // A yes/no indicator whose target was left blank can only mean yes.
      return Result(target: .yesNo(true), unit: unit, remarks: [], isExplicit: false)
    }
    if case .boolean(let answer) = typed.content {
      return Result(target: .yesNo(answer), unit: unit, remarks: [], isExplicit: true)
    }
    let answer = values.vocabulary.yesNo(typed.shown) ?? true
    return Result(target: .yesNo(answer), unit: unit, remarks: [], isExplicit: true)
  }

  private func leveled(_ typed: Typed, unit: String) -> Result {
    Result(target: .level(typed.shown), unit: unit, remarks: [], isExplicit: true)
  }

  private func measured(_ typed: Typed, kind: Target.Direction?, unit: String) -> Result {
    guard let text = typed.spelled else {
      return single(typed, bound: .none, kind: kind, unit: unit)
    }
    let plain = FigureText.plain(Wording.trimmed(text))
    if let periodic = PeriodicText(plain), let result = annual(periodic, kind: kind, unit: unit) {
      return result
    }
    if let range = range(plain, unit: unit) { return range }
    if let number = NumberText(plain) ?? Self.labelled(plain) {
      guard unit.isEmpty, Self.mayBeMonth(plain) else {
        return single(typed, bound: number.bound, kind: kind, unit: unit, number: number)
      }
    }
    return words(plain, typed: typed, kind: kind, unit: unit)
  }

  /// 每月1次 is 12 in a year: exact, and held against what the unit did in the year.
  private func annual(_ text: PeriodicText, kind: Target.Direction?, unit: String) -> Result? {
    guard UnitText(text.unit).canMean(UnitText(unit)), UnitText(unit).power == 0,
      !Measure.isPercent(unit: unit), let figure = text.annual,
      let direction = Self.direction(bound: text.number.bound, kind: kind, figure: figure)
    else { return nil }
    return Result(
      target: direction, unit: unit.isEmpty ? text.unit : unit, remarks: [],
      isExplicit: text.number.bound != .none || kind != nil, perYear: text.perYear)
  }

  /// The number behind a sign with the indicator's name before it: 合格率≥95%.
  private static func labelled(_ plain: String) -> NumberText? {
    let scalars = plain.unicodeScalars
    guard let sign = scalars.firstIndex(where: { "≥≤=<>".unicodeScalars.contains($0) }),
      sign != scalars.startIndex
    else { return nil }
    let label = scalars[..<sign]
    guard label.count <= 20, label.allSatisfy({ $0.properties.isIdeographic }),
      !Wording.holds(String(label), "其中")
    else { return nil }
    return NumberText(String(scalars[sign...]))
  }

  /// 2024.9 may be a month and may be a number.
  private static func mayBeMonth(_ plain: String) -> Bool {
    guard Wording.holds(plain, ".") else { return false }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[0].hasPrefix("20"),
      let month = Int(parts[1]), Int(parts[0]) != nil
    else { return false }
    return (1...12).contains(month) && parts[1].utf8.count <= 2
  }

  /// A text without a number in it is a level or an answer; one with a number is unreadable.
  private func words(_ plain: String, typed: Typed, kind: Target.Direction?, unit: String)
    -> Result
  {
    if isPrompt(plain, unit: unit) {
      return failed(.v014, typed.shown, unit, expected: "年度指标值")
    }
    // Words behind ＝ or ≥ are judged: forms with a column of signs put them there for want of
    // another.
    if Self.speaksOfNumber(plain) || kind == .between {
      return failed(.v002, typed.shown, unit, expected: Self.expected(of: plain))
    }
    if let answer = values.vocabulary.yesNo(plain) {
      return Result(target: .yesNo(answer), unit: unit, remarks: [], isExplicit: true)
    }
    return leveled(typed, unit: unit)
  }

  /// Whether a text is a prompt of the blank, behind a sign too, or a sign and a unit that wait
  /// for their number (≥**人次, ≥  %).
  private func isPrompt(_ plain: String, unit: String) -> Bool {
    if values.vocabulary.isPlaceholder(plain) { return true }
    let bare = Wording.trimmed(
      String(
        plain.unicodeScalars.drop { "≥≤=<>".unicodeScalars.contains($0) || Wording.isSpace($0) }))
    if bare.isEmpty || Measure.isPercent(unit: bare) { return true }
    guard bare != plain else { return false }
    return values.vocabulary.isPlaceholder(bare) || UnitText(bare).isKnown
      || Wording.key(bare) == Wording.key(unit)
  }

  private static func speaksOfNumber(_ plain: String) -> Bool {
    plain.unicodeScalars.contains { ("0"..."9").contains($0) } || NumeralText.isSpoken(in: plain)
      || Wording.holds(plain, "分之")
  }

  /// What a target that cannot be read should be.
  private static func expected(of plain: String) -> String {
    if plain.hasPrefix("每") { return "全年合计的指标值" }
    return plain.hasSuffix("前") || Wording.holds(plain, "月") ? "指标值，或写明到哪一天的日期" : "指标值"
  }

  private func single(
    _ typed: Typed, bound: NumberText.Bound, kind: Target.Direction?, unit: String,
    number: NumberText? = nil
  ) -> Result {
    let unit = Self.unit(of: number, in: typed, stated: unit)
    let reading = values.reading(typed, number, as: .of(unit: unit))
    guard let figure = reading.figure else {
      return Result(target: nil, unit: unit, remarks: reading.remarks, isExplicit: false)
    }
    guard let direction = Self.direction(bound: bound, kind: kind, figure: figure) else {
      return failed(.v002, typed.shown, unit, expected: "与指标性质一致的指标值")
    }
    return Result(
      target: direction, unit: unit, remarks: [], isExplicit: bound != .none || kind != nil)
  }

  /// The unit stated, else the one typed. What stands in the brackets of a name need not be a unit
  /// (合格率（年度）): a percent sign then says what is meant.
  private static func unit(of number: NumberText?, in typed: Typed, stated: String) -> String {
    let part = number?.part ?? (isPercentCell(typed) ? .hundred : .none)
    let isOpen = stated.isEmpty || part != .none && !UnitText(stated).isKnown
    guard isOpen else { return stated }
    switch part {
    case .hundred: return Measure.isPercent(unit: stated) ? stated : "%"
    case .thousand: return stated.isEmpty || !Measure.isPercent(unit: stated) ? "‰" : stated
    case .none: return number?.isCurrency == true ? "元" : UnitText.whole(number?.unit ?? "")
    }
  }

  /// An explicit sign stands; a bare number is at least, a bare 0 at most.
  private static func direction(bound: NumberText.Bound, kind: Target.Direction?, figure: Figure)
    -> Target?
  {
    let written: Target.Direction? =
      switch bound {
      case .none: nil
      case .atLeast: .atLeast
      case .atMost: .atMost
      case .equal: .equal
      }
    if let written, let kind, written != kind { return nil }
    switch written ?? kind ?? (figure.isZero ? .atMost : .atLeast) {
    case .atLeast: return .atLeast(figure)
    case .atMost: return .atMost(figure)
    case .equal: return .equal(figure)
    case .between, .yesNo, .level, .by: return nil
    }
  }

  private func failed(
    _ code: FindingCode, _ found: String, _ unit: String, expected: String = ""
  ) -> Result {
    Result(
      target: nil, unit: unit, remarks: [.init(code, found: found, expected: expected)],
      isExplicit: false)
  }
}
