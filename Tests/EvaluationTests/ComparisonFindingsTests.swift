import Evaluation
import Figures
import Testing

/// Codes C that one return shows by itself.
@Suite struct ComparisonFindingsTests {
  private static let trained =
    "| 产出指标 | 数量指标 | 职业技能培训人数（人） | 100 | 120 | 50 | 50 | |"

  private func expect(
    text: String, row: String = trained, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expectMarked(
      "| 总体目标 | \(text) |\n" + NationalForm.outputs(row), sourceLocation: sourceLocation)
  }

  // MARK: C003

  private func evaluated(part: String, whole: String) throws -> [Finding] {
    var scheme = try ShippedScheme.mof.scheme
    scheme.scoring.parts = [.init(part: "就业人数", whole: "服务人次")]
    let table = NationalForm.outputs(
      """
      | 产出指标 | 数量指标 | 服务人次（万人次） | 0.6 | \(whole) | 25 | 25 | |
      | 产出指标 | 数量指标 | 就业人数（人） | 8300 | \(part) | 25 | 25 | |
      """)
    return Evaluator(scheme: scheme, programme: nil)
      .evaluate(DrawnReport(table, scheme: scheme).report).findings
  }

  @Test func c003ADeclaredPartBeyondItsWholeIsNamedWithBothPlaces() throws {
    let findings = try evaluated(part: "8360", whole: "0.7")
    #expect(findings.map(\.code) == [.c003])
    #expect(findings.first?.place?.cell == "E6")
    #expect(findings.first?.message.contains("（E5）") == true)
  }

  @Test(arguments: [("8360", "0.836"), ("8360", "0.9"), ("", "0.7")])
  func c003APartWithinItsWholeIsNone(_ part: String, _ whole: String) throws {
    #expect(try !evaluated(part: part, whole: whole).map(\.code).contains(.c003))
  }

  @Test func c003NothingIsComparedThatNobodyDeclared() throws {
    try expectMarked(
      NationalForm.outputs(
        """
        | 产出指标 | 数量指标 | 服务人次（人） | 60 | 70 | 25 | 25 | |
        | 产出指标 | 数量指标 | 就业人数（人） | 80 | 83 | 25 | 25 | |
        """))
  }

  @Test(
    arguments: [
      (nil, "就业人数", "服务人次", true), ("P1", "I02", "I01", true), ("P2", "就业人数", "服务人次", false),
      (nil, "服务人次", "就业人数", false),
    ] as [(String?, String, String, Bool)])
  func c003TheProgrammeDeclaresPairsToo(
    _ project: String?, _ part: String, _ whole: String, _ isFound: Bool
  ) throws {
    let scheme = try ShippedScheme.mof.scheme
    let report = DrawnReport(
      NationalForm.outputs(
        """
        | 产出指标 | 数量指标 | 服务人次（人） | 60 | 70 | 25 | 25 | |
        | 产出指标 | 数量指标 | 就业人数（人） | 80 | 83 | 25 | 25 | |
        """), scheme: scheme
    ).report
    func indicator(_ id: String, _ name: String, _ target: Int) -> Programme.Indicator {
      Programme.Indicator(
        id: id, tier1: "产出指标", tier2: "数量指标", name: name, unit: "人",
        target: .atLeast(Figure(target)), targetText: "", points: Figure(25))
    }
    let name = report.projectName?.shown ?? ""
    var programme = Programme(
      projects: [
        Programme.Project(
          id: "P1", name: name, department: "", unit: report.unit?.shown ?? "",
          indicators: [indicator("I01", "服务人次（人）", 60), indicator("I02", "就业人数（人）", 80)])
      ])
    programme.parts = [.init(project: project, part: part, whole: whole)]
    let found = Evaluator(scheme: scheme, programme: programme).evaluate(report).findings
    #expect(found.contains { $0.code == .c003 } == isFound)
  }

  // MARK: C004

  @Test(arguments: [
    "全年打造职业技能培训人数90人", "2024年，职业技能培训90人。", "完成职业技能培训人数为９０人，群众满意", "全市90人职业技能培训",
  ])
  func c004AFigureInATextThatTheTableHasNot(_ text: String) throws {
    try expect(text: "\(text) ‹C004›")
  }

  @Test(arguments: [
    "职业技能培训人数120人", "计划职业技能培训人数90人", "职业技能培训100人", "其中：职业技能培训人数90人",
    "上半年，职业技能培训人数90人", "2023年职业技能培训人数90人；2024年职业技能培训人数120人",
    "职业技能培训人数90余人", "职业技能培训人数约90人", "职业技能培训90场", "职业技能培训人数0.012万人",
    "职业技能培训人数超90人", "女性职业技能培训人数90人", "职业技能培训人数90人以上", "职业技能培训合格率90%",
  ])
  func c004WhatMayBeAnotherFigureIsNone(_ text: String) throws {
    try expect(text: text)
  }

  @Test(arguments: [
    ("2.698", "2.70", true), ("2.698", "2.69", true), ("2.7", "26980", true),
    ("2.698", "2.80", false),
  ])
  func c004RoundingIsNoContradiction(_ actual: String, _ stated: String, _ agrees: Bool) throws {
    let unit = stated.contains(".") ? "万人" : "人"
    try expect(
      text: "失业人员再就业人数\(stated)\(unit)\(agrees ? "" : " ‹C004›")",
      row: "| 产出指标 | 数量指标 | 失业人员再就业规模（万人） | 2.22 | \(actual) | 50 | 50 | |")
  }

  @Test func c004SeveralInOneTextAreSaidTogether() throws {
    let scheme = try ShippedScheme.mof.scheme
    let table =
      "| 总体目标 | 打造特色劳务品牌6个，建成零工市场10家。 |\n"
      + NationalForm.outputs(
        """
        | 产出指标 | 数量指标 | 特色劳务品牌数量（个） | 15 | 16 | 25 | 25 | |
        | 产出指标 | 数量指标 | 零工市场（家） | 5 | 6 | 25 | 25 | |
        """)
    let findings = Evaluator(scheme: scheme, programme: nil)
      .evaluate(DrawnReport(table, scheme: scheme).report).findings
    #expect(findings.map(\.code) == [.c004])
    #expect(findings.first?.message.contains("E6") == true)
    #expect(findings.first?.message.contains("E7") == true)
  }

  @Test func c004AReasonIsReadToo() throws {
    try expectMarked(
      NationalForm.outputs(
        "| 产出指标 | 数量指标 | 护栏建设长度（米） | 300 | 280 ‹R005› | 50 | 46.67 | 受汛期影响，护栏建设长度260米 ‹C004› |"))
  }

  // MARK: C006, C007

  private func benefits(_ one: String, _ other: String) throws -> Set<FindingCode> {
    let table = """
      \(NationalForm.funds)
      \(NationalForm.header)
      | 产出指标 | 数量指标 | 甲（人） | 100 | 120 | 50 | 50 | |
      | 效益指标 | 社会效益指标 | 乙 | \(one) | 15 | |
      | 效益指标 | 社会效益指标 | 丙 | \(other) | 15 | |
      | 满意度指标 | 服务对象满意度指标 | 满意度（%） | ≥90% | 95% | 10 | 10 | |
      """
    let scheme = try ShippedScheme.mof.scheme
    let findings = Evaluator(scheme: scheme, programme: nil)
      .evaluate(DrawnReport(table, scheme: scheme).report).findings
    return Set(findings.map(\.code)).intersection([.c006, .c007])
  }

  @Test(arguments: [
    ("显著提升 | 显著提升 | 15", "显著提升 | 显著提升 | 15"), ("≥90% | 92% | 15", "90% | 93% | 15"),
  ])
  func c006AllBenefitTargetsAreTheSame(_ one: String, _ other: String) throws {
    #expect(try benefits(one, other) == [.c006])
  }

  @Test(arguments: [
    ("显著提升 | 显著提升 | 15", "长期保持 | 长期保持 | 15"), ("≥90% | 92% | 15", "90人 | 93 | 15"),
    ("达成 | 达成 | 15", "达成 | 达成 | 15"), ("是 | 是 | 15", "是 | 是 | 15"),
  ])
  func c006IsNoneWhereTheyDifferOrHaveTo(_ one: String, _ other: String) throws {
    #expect(try benefits(one, other).isEmpty)
  }

  private func actuals(_ first: String, _ second: String, _ third: String) throws -> Bool {
    let table = """
      \(NationalForm.funds)
      \(NationalForm.header)
      | 产出指标 | 数量指标 | 甲 | \(first) | 50 | 50 | |
      | 效益指标 | 社会效益指标 | 乙 | \(second) | 30 | 30 | |
      | 满意度指标 | 服务对象满意度指标 | 丙（%） | \(third) | 10 | 10 | |
      """
    let scheme = try ShippedScheme.mof.scheme
    return Evaluator(scheme: scheme, programme: nil)
      .evaluate(DrawnReport(table, scheme: scheme).report).findings.contains { $0.code == .c007 }
  }

  @Test func c007EveryActualIsItsTarget() throws {
    #expect(try actuals("100 | 100", "30 | 30", "95% | 95%"))
    #expect(try actuals("100 | 100", "是 | 是", "95% | 95%"))
  }

  @Test func c007IsNoneWhereOneDiffersOrNoneCouldDiffer() throws {
    #expect(try !actuals("100 | 101", "30 | 30", "95% | 95%"))
    #expect(try !actuals("100 | 100", "是 | 否", "95% | 95%"))
    #expect(try !actuals("0 | 0", "是 | 是", "100% | 100%"))
    #expect(try !actuals("100 | 100", "是 | 是", "100% | 100%"))
  }
}
