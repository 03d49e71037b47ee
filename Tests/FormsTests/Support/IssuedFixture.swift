import Evaluation
import Figures

@testable import Forms

/// What the small form of ``FormFixture`` was issued with.
enum IssuedFixture {
  static let indicators = [
    indicator("I01", "产出指标", "数量指标", "恢复面积（亩）", "亩", .atLeast(Figure(200)), "≥200", Figure(30)),
    indicator("I02", "产出指标", "数量指标", "巡护次数（次）", "次", .atLeast(Figure(12)), "≥12", Figure(20)),
    indicator("I03", "效益指标", "生态效益", "水质达标率（%）", "%", .atLeast(Figure(95)), "≥95%", Figure(30)),
    indicator("I04", "满意度指标", "满意度", "群众满意度（%）", "%", .atLeast(Figure(90)), "≥90%", Figure(10)),
  ]

  static let project = Programme.Project(
    id: "P01", name: "湿地保护", department: "林业局", unit: "湿地管理站", goal: "恢复湿地",
    funds: [
      .init(source: "年度资金总额", initialBudget: Figure(90), budget: Figure(100)),
      .init(source: "当年财政拨款", initialBudget: Figure(90), budget: Figure(100)),
    ], indicators: indicators)

  static func issued() throws -> IssuedForm {
    IssuedForm(project, of: programme, scheme: try FormFixture.scheme())
  }

  static let programme = Programme(year: "2024", title: "市级项目支出绩效自评", projects: [project])

  private static func indicator(
    _ id: String, _ tier1: String, _ tier2: String, _ name: String, _ unit: String,
    _ target: Target, _ text: String, _ points: Figure
  ) -> Programme.Indicator {
    .init(
      id: id, tier1: tier1, tier2: tier2, name: name, unit: unit, target: target,
      targetText: text, points: points)
  }
}
