public import Evaluation
internal import Figures
public import Workbooks

/// A programme workbook with one made-up project, to be written over: it shows which sheets and
/// columns there are and what belongs in them.
public enum ProgrammeExample {
  /// The workbook for a scheme, without a mistake by it; the same scheme gives the same bytes.
  ///
  /// - Parameter scheme: whose blocks and points the indicators have; `nil` gives one of each
  ///   block of the national form without points.
  /// - Throws: `WorkbookError` where it cannot be written.
  public static func bytes(for scheme: Scheme?) throws(WorkbookError) -> [UInt8] {
    try ProgrammeWriter.bytes(of: [project(scheme)], details: ["工作名称": scheme?.title ?? ""])
  }

  private static func project(_ scheme: Scheme?) -> ProjectDraft {
    var project = ProjectDraft()
    project.id = "XM01"
    project.name = "示例项目（请改写或删去）"
    project.department = "主管部门全称"
    project.unit = "实施单位全称"
    project.goal = "一年内要做到什么，写一两句。"
    project.funds = [.init(source: "年度资金总额", initialBudget: Figure(100), budget: Figure(100))]
    project.indicators = blocks(scheme).enumerated().map { number, block in
      indicator(number + 1, block.name, block.points)
    }
    return project
  }

  private static func blocks(_ scheme: Scheme?) -> [(name: String, points: Figure?)] {
    let blocks = scheme?.scoring.blocks.map { ($0.labels.first ?? "", $0.points) } ?? []
    let named = blocks.isEmpty ? ["产出指标", "效益指标", "满意度指标"].map { ($0, nil) } : blocks
    guard let scheme, let rest = rest(scheme, named.map(\.1)) else { return named }
    let free = named.count { $0.1 == nil }
    let (each, over) = rest.quotientAndRemainder(dividingBy: max(1, free))
    var given = 0
    return named.map { name, points in
      guard points == nil else { return (name, points) }
      given += 1
      return (name, Figure(given == free ? each + over : each))
    }
  }

  /// The whole points of a scheme that neither execution nor a block has; `nil` for none.
  private static func rest(_ scheme: Scheme, _ blocks: [Figure?]) -> Int? {
    guard blocks.contains(nil), let total = scheme.scoring.totalPoints else { return nil }
    let taken = [scheme.scoring.execution?.points].compactMap(\.self) + blocks.compactMap(\.self)
    guard let rest = try? total - Figure.sum(taken) else { return nil }
    return Int(rest.rounded(to: 0).description)
  }

  private static func indicator(
    _ number: Int, _ block: String, _ points: Figure?
  ) -> ProjectDraft.Indicator {
    let (tier2, name, unit, target) = wording(block)
    return ProjectDraft.Indicator(
      id: number < 10 ? "I0\(number)" : "I\(number)", tier1: block, tier2: tier2, name: name,
      direction: .atLeast, target: target, unit: unit, points: points?.description ?? "")
  }

  /// What an indicator of a block may be: second and third tier, unit, target.
  private static func wording(_ block: String) -> (String, String, String, String) {
    if block.contains("满意") { return ("服务对象满意度指标", "服务对象满意度（%）", "%", "90") }
    if block.contains("效益") { return ("社会效益指标", "受益人数（人）", "人", "1000") }
    if block.contains("成本") { return ("经济成本指标", "节约成本（万元）", "万元", "1") }
    return ("数量指标", "完成数量（个）", "个", "10")
  }
}
