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
  }

  /// Reads a target.
  ///
  /// - Parameters:
  ///   - typed: the cell of the target.
  ///   - sign: the cell of 指标性质, where the form has one.
  ///   - unit: the unit column, or the unit in the brackets of the indicator's name; "" where
  ///     neither gives one.
  public func read(_ typed: Typed?, sign: Typed? = nil, unit: String) -> Result {
    let kind = sign.flatMap { Self.kind(of: $0.shown) }
    if kind == .yesNo || (kind == nil && Self.isYesNo(unit: unit)) {
      return yesNo(typed, unit: unit)
    }
    guard let typed, !values.isBlank(typed) else { return failed(.v001, "", unit) }
    if kind == .level { return leveled(typed, unit: unit) }
    if let deadline = Self.deadline(typed, kind: kind) {
      return Result(target: .by(deadline), unit: unit, remarks: [], isExplicit: true)
    }
    if kind == .by { return failed(.v002, typed.shown, unit, expected: "日期") }
    return measured(typed, kind: kind, unit: unit)
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
    guard case .text(let text) = typed.content else {
      return single(typed, bound: .none, kind: kind, unit: unit)
    }
    let plain = Wording.plain(Wording.trimmed(text))
    if let range = range(plain, typed: typed, unit: unit) { return range }
    if let number = NumberText(plain) {
      return single(typed, bound: number.bound, kind: kind, unit: unit, number: number)
    }
    return words(plain, typed: typed, kind: kind, unit: unit)
  }

  /// A text without a number in it is a level or an answer; one with a number is unreadable.
  private func words(_ plain: String, typed: Typed, kind: Target.Direction?, unit: String)
    -> Result
  {
    let hasDigits = plain.unicodeScalars.contains { ("0"..."9").contains($0) }
    if values.vocabulary.isPlaceholder(plain) {
      return failed(.v014, typed.shown, unit, expected: "年度指标值")
    }
    if hasDigits || kind != nil { return failed(.v002, typed.shown, unit, expected: "指标值") }
    if let answer = values.vocabulary.yesNo(plain) {
      return Result(target: .yesNo(answer), unit: unit, remarks: [], isExplicit: true)
    }
    return leveled(typed, unit: unit)
  }

  private func single(
    _ typed: Typed, bound: NumberText.Bound, kind: Target.Direction?, unit: String,
    number: NumberText? = nil
  ) -> Result {
    let typedUnit = number?.unit ?? ""
    let isPercent = number?.isPercent ?? Self.isPercentCell(typed)
    let unit = unit.isEmpty ? (isPercent ? "%" : typedUnit) : unit
    let measure = isPercent ? .percent : Measure.of(unit: unit)
    let reading = values.number(typed, as: measure, known: number)
    guard let figure = reading.figure else {
      return Result(target: nil, unit: unit, remarks: reading.remarks, isExplicit: false)
    }
    guard let direction = Self.direction(bound: bound, kind: kind, figure: figure) else {
      return failed(.v002, typed.shown, unit, expected: "与指标性质一致的指标值")
    }
    return Result(
      target: direction, unit: unit, remarks: [], isExplicit: bound != .none || kind != nil)
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

extension TargetParser {
  /// A range: `10-20`, `10～20%`, `10至20`, `±10%`.
  private func range(_ plain: String, typed: Typed, unit: String) -> Result? {
    if plain.hasPrefix("±"), let number = NumberText(String(plain.dropFirst())) {
      return range(number, number, unit: unit, mirrored: true)
    }
    guard plain.unicodeScalars.dropFirst().contains(where: Self.parts) else { return nil }
    for separator in ["~", "～", "—", "–", "至", "到", "-"] {
      let ends = split(plain, at: separator)
      guard let (left, right) = ends, let low = NumberText(left), let high = NumberText(right),
        low.bound == .none, high.bound == .none
      else { continue }
      return range(low, high, unit: unit, mirrored: false)
    }
    return nil
  }

  /// Whether a character can part the ends of a range.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "~", "～", "—", "–", "至", "到", "-": true
    default: false
    }
  }

  /// The two sides of the first separator that is not a sign at the front.
  private func split(_ text: String, at separator: String) -> (String, String)? {
    let scalars = text.unicodeScalars
    guard let mark = separator.unicodeScalars.first,
      let index = scalars.dropFirst().firstIndex(of: mark)
    else { return nil }
    let next = scalars[index...].drop { $0 == mark }
    return (String(Substring(scalars[..<index])), String(Substring(next)))
  }

  private func range(_ low: NumberText, _ high: NumberText, unit: String, mirrored: Bool)
    -> Result?
  {
    let isPercent = low.isPercent || high.isPercent || Measure.isPercent(unit: unit)
    let typedUnit = high.unit.isEmpty ? low.unit : high.unit
    let unit = unit.isEmpty ? (isPercent ? "%" : typedUnit) : unit
    let due = isPercent ? 0 : UnitText(unit).power
    func amount(_ number: NumberText) -> Figure? {
      let typed = UnitText(number.unit.isEmpty ? typedUnit : number.unit)
      if isPercent || typedUnit.isEmpty { return number.figure }
      return try? number.figure.shifted(right: due - typed.power)
    }
    guard let first = amount(low), let last = amount(high) else { return nil }
    let lower = mirrored ? try? first.negated() : first
    guard let lower, lower <= last else { return nil }
    return Result(target: .between(lower, last), unit: unit, remarks: [], isExplicit: true)
  }

  private static func deadline(_ typed: Typed, kind: Target.Direction?) -> Deadline? {
    guard kind == nil || kind == .by || kind == .atMost else { return nil }
    switch typed.content {
    case .date(let day): return Deadline(year: day.year, month: day.month, day: day.day)
    case .text(let text): return DayText.deadline(text)
    default: return nil
    }
  }

  private static func isPercentCell(_ typed: Typed) -> Bool {
    if case .number(_, let isPercent, _) = typed.content { return isPercent }
    return false
  }

  /// Whether a unit says that the answer is yes or no (是/否, 是、否).
  public static func isYesNo(unit: String) -> Bool {
    yesNoUnits.contains(Wording.key(unit))
  }

  private static let yesNoUnits = WordList(["是/否", "是、否", "是否", "是,否", "是或否", "是-否"])

  /// The kind of target that 指标性质 names; `nil` for none of the known ones.
  public static func kind(of sign: String) -> Target.Direction? {
    kinds[ByteText(text: Wording.key(sign))]
  }

  private static let kinds: [ByteText: Target.Direction] = {
    let words: [(Target.Direction, [String])] = [
      (.atLeast, ["≥", ">", ">=", "大于等于", "大于或等于", "大于", "不低于", "不少于", "正向", "正向指标"]),
      (.atMost, ["≤", "<", "<=", "小于等于", "小于或等于", "小于", "不超过", "不高于", "反向", "反向指标"]),
      (.equal, ["=", "==", "等于"]),
      (.between, ["区间", "介于", "范围"]),
      (.yesNo, ["是否", "是/否"]),
      (.level, ["定性", "定性指标"]),
      (.by, ["期限", "时限", "日期"]),
    ]
    var kinds: [ByteText: Target.Direction] = [:]
    for (kind, words) in words {
      for word in words { kinds[ByteText(text: word)] = kind }
    }
    return kinds
  }()
}
