internal import Figures

/// C003: a part exceeds its whole, for the pairs of indicators that the scheme or the programme
/// declares.
enum PartsBeyondWholes: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    try pairs(assessment).compactMap { pair in
      guard let part = row(pair.part, assessment), let whole = row(pair.whole, assessment),
        case .number(let less) = part.actual, case .number(let more) = whole.actual
      else { return nil }
      let (partUnit, wholeUnit) = (UnitText(part.unit), UnitText(whole.unit))
      guard partUnit.canMean(wholeUnit),
        try less.shifted(right: -partUnit.power) > more.shifted(right: -wholeUnit.power)
      else { return nil }
      let (lessText, moreText) = ("\(less)\(part.unit)", "\(more)\(whole.unit)")
      return Draft(
        .c003, at: assessment.place(part, .actual), assessment.subject(part, .actual),
        found: lessText, expected: "不大于\(moreText)",
        "“\(part.name)”\(lessText)，大于它所属的“\(whole.name)”\(moreText)\(seen(whole))。",
        advice: "核对两项的口径和数字，改正有误的一项。")
    }
  }

  private static func pairs(_ assessment: Assessment) -> [ScoringRules.PartOfWhole] {
    let issued = (assessment.programme?.parts ?? []).filter {
      $0.project == nil || $0.project == assessment.issued?.id
    }
    var pairs = assessment.scheme.scoring.parts
    for pair in issued.map({ ScoringRules.PartOfWhole(part: $0.part, whole: $0.whole) })
    where !pairs.contains(pair) { pairs.append(pair) }
    return pairs
  }

  private static func seen(_ row: AssessedIndicator) -> String {
    row.cell(.actual)?.place.cell.map { "（\($0)）" } ?? ""
  }

  /// The one row of that name, brackets left aside, or of that issued code; `nil` where there is
  /// none, or more than one.
  private static func row(_ name: String, _ assessment: Assessment) -> AssessedIndicator? {
    let rows = assessment.indicators.filter { row in
      Wording.label(row.name) == Wording.label(name) || row.issued?.isCalled(name) == true
    }
    return rows.count == 1 ? rows.first : nil
  }
}
