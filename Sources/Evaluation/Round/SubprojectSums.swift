public import Figures

/// C001: whether sub-projects add up to the project above them.
///
/// Only what was returned is added: where the parent or one of its parts sent nothing, or the
/// amount is unknown, there is nothing to compare (C002 says what is missing).
public enum SubprojectSums {
  /// The money of a project by the return that counts, in 万元.
  public struct Funds: Hashable, Sendable {
    /// 全年预算数; `nil` where it is unknown.
    public var budget: Figure?
    /// 全年执行数.
    public var executed: Figure?

    /// The money of a project.
    public init(budget: Figure?, executed: Figure?) {
      self.budget = budget
      self.executed = executed
    }
  }

  /// A column that has to add up.
  private struct Column {
    let field: String
    let label: String
    let amount: KeyPath<Funds, Figure?>
  }

  private static var columns: [Column] {
    [
      Column(field: "budget", label: "全年预算数", amount: \.budget),
      Column(field: "executed", label: "全年执行数", amount: \.executed),
    ]
  }

  /// The findings of a round, in the programme's order.
  ///
  /// - Parameter funds: the money of each project that sent a return, by its id.
  public static func findings(_ programme: Programme, funds: [String: Funds]) -> [Finding] {
    var parts: [String: [Programme.Project]] = [:]
    for project in programme.projects {
      if let parent = project.parent, parent != project.id {
        parts[parent, default: []].append(project)
      }
    }
    return programme.projects.flatMap { project in
      parts[project.id].map { parts in
        columns.compactMap { finding(project, parts, $0, funds) }
      } ?? []
    }
  }

  private static func finding(
    _ project: Programme.Project, _ parts: [Programme.Project], _ column: Column,
    _ funds: [String: Funds]
  ) -> Finding? {
    let amounts = parts.map { funds[$0.id]?[keyPath: column.amount] }
    guard let stated = funds[project.id]?[keyPath: column.amount], let sum = sum(amounts),
      sum != stated, let difference = try? (sum - stated).magnitude()
    else { return nil }
    let isRounding = mayBeRounding(difference, amounts.compactMap { $0 } + [stated])
    let compared = "\(parts.count)个子项目\(column.label)合计\(sum)，本级\(stated)，相差\(difference)万元"
    return Finding(
      id: FindingID.make(.c001, project: project.id, key: "parts", field: column.field),
      code: .c001, severity: isRounding ? .note : FindingCode.c001.severity, place: nil,
      indicator: nil, label: project.name, found: stated.description, expected: sum.description,
      message: "\(compared)\(isRounding ? "，可由四舍五入解释" : "")（“\(project.name)”\(project.id)）。",
      advice: isRounding ? "不必处理。" : "核对本级和各子项目的\(column.label)，改正填错的一处。")
  }

  /// The sum; `nil` where one is unknown.
  private static func sum(_ amounts: [Figure?]) -> Figure? {
    let known = amounts.compactMap { $0 }
    return known.count < amounts.count ? nil : try? Figure.sum(known)
  }

  /// Whether rounding each amount to its decimals explains the difference. Amounts without
  /// decimals to the hundredth (100 万元) were hardly rounded.
  private static func mayBeRounding(_ difference: Figure, _ amounts: [Figure]) -> Bool {
    let finest = amounts.map(\.scale).max() ?? 0
    guard finest >= 2, let half = Figure(significand: 5, scale: finest + 1),
      let most = try? half * Figure(amounts.count)
    else { return false }
    return difference <= most
  }
}
