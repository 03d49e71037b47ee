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
    var texts: [OwnText] = []
    func add(_ typed: Typed?, _ label: () -> String?) {
      guard texts.count < most, let typed, case .text(let text) = typed.content,
        TextPrint.saysEnough(text), let label = label()
      else { return }
      texts.append(OwnText(label: label, place: typed.place, text: kept(of: text)))
    }
    for line in report.funds { add(line.cell(.reason)) { line.label + "·原因" } }
    for line in report.indicators {
      add(line.cell(.reason)) { (line.cell(.name)?.shown ?? "") + "·原因" }
    }
    for typed in report.texts { add(typed) { ownLabel(of: typed, report) } }
    return texts
  }

  /// What a text beside the tables stands for; `nil` for what was issued as the goal.
  private static func ownLabel(of typed: Typed, _ report: Report) -> String? {
    if report.goalTexts.contains(where: { $0.place == typed.place }) { return nil }
    let label = Wording.label(report.textLabels[typed.place] ?? "")
    let isGoal = Wording.holds(label, "目标") && !Wording.holds(label, "完成")
    return isGoal ? nil : label
  }

  private static func kept(of text: String) -> String {
    // A text of so few bytes has no more characters.
    guard text.utf8.count > longest else { return Wording.trimmed(text) }
    return Wording.trimmed(String(Substring(text.unicodeScalars.prefix(longest))))
  }
}
