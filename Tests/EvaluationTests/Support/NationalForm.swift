import Evaluation
import Figures

/// The national form with one part under test and the rest in order.
enum NationalForm {
  /// Rows 1 to 3.
  static let funds = """
    | 资金来源     | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
    | 年度资金总额 | 100        | 100        | 90         | 10   | 90%    | 9    |
    | 当年财政拨款 | 100        | 100        | 90         |      | 90%    |      |
    """

  /// Row 4: A 一级, B 二级, C 三级, D target, E actual, F points, G score, H reason.
  static let header =
    "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |"

  /// The blocks that are not under test: 40 points, all earned.
  static let others = """
    | 效益指标 | 社会效益指标 | 就业率（%） | ≥90% | 92% | 30 | 30 | |
    | 满意度指标 | 服务对象满意度指标 | 满意度（%） | ≥90% | 95% | 10 | 10 | |
    """

  /// The form whose output rows (50 points) are `rows`, from row 5 on.
  static func outputs(_ rows: String) -> String {
    [funds, header, rows, others].joined(separator: "\n")
  }

  /// The form whose fund block is `rows`.
  static func funds(_ rows: String) -> String {
    [rows, header, "| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | |", others]
      .joined(separator: "\n")
  }
}

extension Programme {
  /// A programme of one project, drawn as a table of its indicators: 编码, 一级, 二级, 三级, 性质,
  /// 指标值, 单位, 分值; a row 资金 gives a source, its initial and its budget.
  init(drawn source: String, rules: ScoringRules) {
    let targets = TargetParser(rules, readsFractions: false)
    var funds: [Fund] = []
    var indicators: [Indicator] = []
    for row in SheetText(source).rows {
      let words = row.map(\.text.plain)
      if words[0] == "资金" {
        funds.append(
          .init(source: words[1], initialBudget: Figure(words[2]), budget: Figure(words[3])))
        continue
      }
      let read = targets.read(
        row[5].typed, sign: words[4].isEmpty ? nil : row[4].typed, unit: words[6])
      guard let target = read.target else { continue }
      indicators.append(
        Indicator(
          id: words[0], tier1: words[1], tier2: words[2], name: words[3], unit: words[6],
          target: target, targetText: words[5], points: Figure(words[7])))
    }
    self.init(
      year: "2024",
      projects: [
        Project(
          id: "P01", name: "技能培训", department: "", unit: "民政局", funds: funds,
          indicators: indicators)
      ])
  }
}
