internal import Figures

extension TargetParser {
  /// A range: `10-20`, `10～20%`, `10至20之间`, `±10%`, `100±5`, `≥10且≤20`.
  func range(_ plain: String, unit: String) -> Result? {
    if let around = around(plain, unit: unit) { return around }
    let bare = Self.withoutFrame(plain)
    guard bare.unicodeScalars.dropFirst().contains(where: Self.parts) else {
      return bounded(plain, unit: unit)
    }
    for separator in ["~", "—", "至", "到", "-"] + (bare == plain ? [] : ["和", "与"]) {
      guard let (left, right) = split(bare, at: separator), let low = NumberText(left),
        let high = NumberText(right), low.bound == .none, high.bound == .none
      else { continue }
      return range(low, high, unit: unit)
    }
    return bounded(plain, unit: unit)
  }

  /// Words around a range that change nothing: 在10%至20%之间, 控制在10-20.
  private static func withoutFrame(_ plain: String) -> String {
    var text = plain
    for word in ["控制在", "保持在", "维持在", "介于", "在"] where Wording.begins(text, with: word) {
      text = String(text.dropFirst(word.count))
      break
    }
    for word in ["之间", "范围内", "区间"] where Wording.ends(text, with: word) {
      return String(text.dropLast(word.count))
    }
    return text
  }

  /// Whether a character can part the ends of a range.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "~", "—", "至", "到", "-", "和", "与": true
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
    return (
      Wording.trimmed(String(Substring(scalars[..<index]))),
      Wording.trimmed(String(Substring(next)))
    )
  }

  /// `±10%`; `100±5`, where both are of one kind: 5 % of 100 and five percentage points differ.
  private func around(_ plain: String, unit: String) -> Result? {
    guard plain.unicodeScalars.contains("±") else { return nil }
    let sides = plain.split(separator: "±", omittingEmptySubsequences: false)
    guard sides.count == 2, let width = NumberText(String(sides[1])), width.bound == .none,
      let lower = try? width.figure.negated()
    else { return nil }
    if sides[0].isEmpty { return range((lower, width), (width.figure, width), unit: unit) }
    guard let middle = NumberText(Wording.trimmed(String(sides[0]))), middle.bound == .none,
      middle.part == width.part, middle.unit.isEmpty || middle.unit == width.unit,
      let low = try? middle.figure - width.figure, let high = try? middle.figure + width.figure
    else { return nil }
    return range((low, width), (high, width), unit: unit)
  }

  /// Two bounds in one text: `≥10且≤20`, `10以上20以下`.
  private func bounded(_ plain: String, unit: String) -> Result? {
    for cut in Self.cuts(of: plain) {
      guard let left = NumberText(cut.0), let right = NumberText(cut.1) else { continue }
      switch (left.bound, right.bound) {
      case (.atLeast, .atMost): return range(left, right, unit: unit)
      case (.atMost, .atLeast): return range(right, left, unit: unit)
      default: return nil
      }
    }
    return nil
  }

  /// The ways to cut a text in two between bounds.
  private static func cuts(of plain: String) -> [(String, String)] {
    let scalars = plain.unicodeScalars
    var cuts: [(String, String)] = []
    var index = scalars.startIndex
    var last: Unicode.Scalar?
    while index < scalars.endIndex, cuts.count < 8 {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let left = { Wording.trimmed(String(plain[..<index])) }
      switch scalar {
      case "且", ",", ";", "、":
        cuts.append((left(), Wording.trimmed(String(plain[next...]))))
      case "≥", "≤", "<", ">", "小", "大", "不":
        if index > scalars.startIndex { cuts.append((left(), String(plain[index...]))) }
      case "0"..."9" where last == "上" || last == "下":
        cuts.append((left(), String(plain[index...])))
      default: break
      }
      last = scalar
      index = next
    }
    return cuts
  }

  private func range(_ low: NumberText, _ high: NumberText, unit: String) -> Result? {
    range((low.figure, low), (high.figure, high), unit: unit)
  }

  /// A range between two figures with what was typed beside each.
  private func range(
    _ low: (figure: Figure, text: NumberText), _ high: (figure: Figure, text: NumberText),
    unit: String
  ) -> Result? {
    let due = RangeUnit(low.text, high.text, stated: unit)
    guard let due, let first = due.amount(low.figure, low.text),
      let last = due.amount(high.figure, high.text), first <= last
    else { return nil }
    return Result(target: .between(first, last), unit: due.unit, remarks: [], isExplicit: true)
  }
}

/// The unit of a range, and how its ends stand to it.
private struct RangeUnit {
  let unit: String
  private let part: NumberText.Part
  private let typedUnit: String

  /// `nil` where the ends do not go together, or are months or years: 1-12月 is a time.
  init?(_ low: NumberText, _ high: NumberText, stated: String) {
    let due: NumberText.Part =
      Measure.isPercent(unit: stated)
      ? .hundred : Measure.of(unit: stated).isPerMille ? .thousand : .none
    let typed = high.part == .none ? low.part : high.part
    part = due == .none ? typed : due
    guard low.part == .none || high.part == .none || low.part == high.part,
      typed == .none || typed == part, typed == .none || stated.isEmpty || due != .none,
      !low.isCurrency, !high.isCurrency
    else { return nil }
    typedUnit = high.unit.isEmpty ? low.unit : high.unit
    guard part == .none || typedUnit.isEmpty, !["月", "日", "号", "季度"].contains(typedUnit),
      !(typedUnit == "年" && low.figure > Figure(1000)),
      UnitText(typedUnit).canMean(UnitText(stated))
    else { return nil }
    unit =
      stated.isEmpty
      ? (part == .hundred ? "%" : part == .thousand ? "‰" : UnitText.whole(typedUnit)) : stated
  }

  /// A figure in the unit of the range.
  func amount(_ figure: Figure, _ text: NumberText) -> Figure? {
    if part != .none { return figure }
    if text.isSpelled { return try? figure.shifted(right: UnitText(unit).power) }
    if typedUnit.isEmpty { return figure }
    let typed = UnitText(text.unit.isEmpty ? typedUnit : text.unit)
    return try? figure.shifted(right: UnitText(unit).power - typed.power)
  }
}
