internal import Evaluation
internal import Figures

/// What the form of a scheme prints beside its columns, as far as forms are told apart by it.
/// Labels are in their compared form.
struct PrintedForm: Sendable {
  /// A word that stands somewhere on the sheet.
  struct Word: Sendable {
    let label: String
    /// What returns write instead.
    let others: Set<String>
  }

  /// A first tier.
  struct Tier: Sendable {
    let name: String
    let labels: Set<String>
    let points: Figure?
  }

  let title: String
  let sheetNames: [String]
  /// Rows of the fund block, headings of the goal, names beside the tables.
  let words: [Word]
  let tiers: [Tier]
  let executionPoints: Figure?
  /// Third-level texts of a form that prints its rows.
  let items: Set<String>
  /// Notes and what is signed, by ``Evaluation/Wording/key(_:)``.
  let notes: Set<String>

  init(_ scheme: Scheme) {
    let form = scheme.form
    title = Wording.label(scheme.title)
    sheetNames = form.sheetNames.map(Wording.key)
    let rows =
      form.funds.map { funds in [funds.total] + funds.sources.map(\.labels) } ?? []
    let goal = form.blank.goal.map { [[$0.title], [$0.expected], [$0.actual]] } ?? []
    let beside = [form.projectName, form.unit, form.department]
    words = (rows + goal + beside).compactMap(Self.word)
    tiers = scheme.scoring.blocks.map { block in
      Tier(
        name: block.labels.first ?? "", labels: Set(block.labels.map(Wording.label)),
        points: block.points)
    }
    executionPoints = scheme.scoring.execution?.points
    items = Set(
      scheme.scoring.blocks.flatMap(\.items).filter { !$0.isExample }
        .compactMap(\.labels.first).map(Wording.label))
    notes = Set((form.blank.notes + form.blank.signatures).map(Wording.key))
  }

  private static func word(_ labels: [String]) -> Word? {
    guard let first = labels.first else { return nil }
    return Word(
      label: Wording.label(first), others: Set(labels.dropFirst().map(Wording.label)))
  }

  /// Labels that returns are not read by, and are known from forms.
  static func furtherLabels(of scheme: Scheme) -> [String] {
    let blank = scheme.form.blank
    let goal = blank.goal.map { [$0.title, $0.expected, $0.actual] } ?? []
    return goal + [blank.fundSources, scheme.title] + scheme.scoring.blocks.flatMap(\.labels)
  }
}
