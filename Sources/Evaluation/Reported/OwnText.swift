/// A text of a return in the unit's own words: a reason, or what is said beside the tables.
public struct OwnText: Hashable, Sendable {
  /// What it stands for, in the words of the form.
  public var label: String
  /// Where it stands.
  public var place: Place
  /// The text, cut to ``longest`` characters.
  public var text: String

  /// The most characters of a text that are kept, and the most texts of a return.
  static let longest = 1000
  private static let most = 60

  /// A text.
  public init(label: String, place: Place, text: String) {
    self.label = label
    self.place = place
    self.text = text
  }

  /// The texts of a report that say enough to be held against those of others. What was issued
  /// as the goal (预期目标, 年度总体目标) is not the unit's own word.
  static func all(of report: Report) -> [OwnText] {
    let reasons = report.indicators.compactMap { line in
      line.cells[.reason].map { ($0, (line.cells[.name]?.shown ?? "") + "·原因") }
    }
    let funds = report.funds.compactMap { line in
      line.cells[.reason].map { ($0, line.label + "·原因") }
    }
    let goals = Set(report.goalTexts.map(\.place))
    let beside = report.texts.compactMap { typed -> (Typed, String)? in
      if goals.contains(typed.place) { return nil }
      let label = Wording.label(report.textLabels[typed.place] ?? "")
      let isGoal = Wording.holds(label, "目标") && !Wording.holds(label, "完成")
      return isGoal ? nil : (typed, label)
    }
    return (funds + reasons + beside).lazy.compactMap { OwnText($0.0, label: $0.1) }.prefix(most)
      .map { $0 }
  }

  private init?(_ typed: Typed, label: String) {
    guard case .text(let text) = typed.content, TextPrint.saysEnough(text) else { return nil }
    let kept = text.unicodeScalars.prefix(Self.longest)
    self.init(label: label, place: typed.place, text: Wording.trimmed(String(Substring(kept))))
  }
}
