import Evaluation
import Figures
import Foundation
import Testing

enum ShippedScheme: String, CaseIterable {
  case mof = "mof-2020"
  case rates = "programme-rates"
  case rubric = "rubric-2022"
  case hunan = "hunan-2020"
  case transfer = "transfer-payment"
  case department = "department-overall"
  case filing = "target-filing"
  case monitoring = "monitoring-2019"
  case review
  case platform = "platform-import"
  case tianjin = "tianjin-2024"
  case cost = "mof-2021-cost"
  case yunnan = "yunnan-2020"
  case sichuan = "sichuan-2023"
  case county = "sichuan-county-2022"
  case hubei = "hubei-2020"
  case beijing = "beijing-2016"

  var file: String { "templates/\(rawValue)/scheme.yaml" }

  var yaml: String {
    get throws { try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8) }
  }

  var scheme: Scheme {
    get throws {
      guard let scheme = Self.schemes[self] else { return try Self.read(self).get() }
      return try scheme.get()
    }
  }

  // Read once: every drawn report asks for one.
  private static let schemes = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, read($0)) })

  private static func read(_ shipped: ShippedScheme) -> Result<Scheme, any Error> {
    Result { try SchemeFile.read(yaml: shipped.yaml, file: shipped.file) }
  }
}

enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

@Suite struct SchemeFileShippedTests {
  @Test(arguments: ShippedScheme.allCases)
  func everyShippedSchemeIsRead(_ shipped: ShippedScheme) throws {
    let scheme = try shipped.scheme
    #expect(scheme.id == shipped.rawValue)
    #expect(!scheme.version.isEmpty)
    #expect(!scheme.sources.isEmpty)
  }

  @Test func theNationalFormScoresTenFiftyThirtyTen() throws {
    let scoring = try ShippedScheme.mof.scheme.scoring
    #expect(scoring.totalPoints == .hundred)
    #expect(scoring.execution?.points == Figure(10))
    #expect(scoring.execution?.denominator == .budget)
    #expect(scoring.blocks.map(\.points) == [Figure(50), Figure(30), Figure(10)])
    #expect(scoring.blocks.compactMap(\.labels.first) == ["产出指标", "效益指标", "满意度指标"])
    #expect(scoring.overLimit == Figure(130))
    #expect(scoring.shortfallNeedsReason && scoring.overNeedsReason)
    #expect(scoring.ratePlaces == 2 && scoring.scorePlaces == 2)
    #expect(scoring.atLeast == .ratio && scoring.atMost == .ratio)
  }

  @Test func theNationalBlankHasTheTiersAndLinesOfTheOfficialForm() throws {
    let blank = try ShippedScheme.mof.scheme.form.blank
    #expect(blank.tiers.map(\.tier1) == ["产出指标", "效益指标", "满意度指标"])
    #expect(blank.tiers.map(\.tier2.count) == [4, 4, 1])
    #expect(blank.lines == ["指标1：", "指标2：", "……"])
    #expect(blank.goal?.actual == "实际完成情况")
  }

  @Test func aLineThatWouldComeBackAsAnIndicatorIsRefused() throws {
    let yaml = try ShippedScheme.mof.yaml.replacing("lines: [指标1：, ", with: "lines: [示例指标, ")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .unknownWord)
    #expect(error.path == "form.blank.lines[1]")
  }

  @Test func aSchemeThatSaysNothingOfItsBlankHasTheUsualHeadings() throws {
    let scheme = try SchemeFile.read(yaml: SampleScheme.yaml, file: "sample")
    #expect(scheme.form.blank == BlankWording())
  }

  @Test(arguments: [("90", "优"), ("89.99", "良"), ("80", "良"), ("60", "中"), ("59.99", "差")])
  func theNationalFormGradesOnTheTotal(_ total: String, _ grade: String) throws {
    let figure = try #require(Figure(total))
    #expect(try ShippedScheme.mof.scheme.scoring.grade(of: figure) == grade)
  }

  @Test(arguments: [
    ("达成预期指标", "达成"), ("达成", "达成"), ("达成年度指标", "达成"),
    ("部分达成预期指标并具有一定效果", "部分达成"), ("达成部分指标", "部分达成"),
    ("未达成预期指标且效果较差", "未达成"), ("未达成", "未达成"),
  ])
  func theLongestWordAtTheBeginningTellsTheLevel(_ text: String, _ level: String) throws {
    let levels = try ShippedScheme.mof.scheme.scoring.levels
    #expect(Self.level(of: text, among: levels) == level)
  }

  @Test(arguments: ["基本达成", "较好", "未完全达成", "有效", "良好达成"])
  func otherWordsAreNoLevel(_ text: String) throws {
    let levels = try ShippedScheme.mof.scheme.scoring.levels
    #expect(Self.level(of: text, among: levels) == nil)
  }

  private static func level(of text: String, among levels: [ScoringRules.Level]) -> String? {
    levels.flatMap { level in level.words.map { (word: $0, name: level.name) } }
      .filter { text.hasPrefix($0.word) }
      .max { $0.word.count < $1.word.count }?.name
  }

  @Test func theNationalFormPrintsItsOwnColumnsAndReadsOthers() throws {
    let form = try ShippedScheme.mof.scheme.form
    let funds = try #require(form.funds)
    let printed = funds.columns.filter(\.isPrinted).map(\.meaning)
    #expect(printed == [.initialBudget, .budget, .executed, .points, .executionRate, .score])
    let indicators = form.indicators.columns.filter(\.isPrinted).map(\.meaning)
    #expect(indicators == [.tier1, .tier2, .name, .target, .actual, .points, .score, .reason])
    #expect(funds.columns.contains { $0.meaning == .received && !$0.isPrinted })
    #expect(form.indicators.columns.contains { $0.meaning == .completionRate && !$0.isPrinted })
    #expect(funds.sources.map(\.id) == ["current", "carryover", "other"])
  }

  @Test(arguments: [
    ("全年预算数(A)", FundColumn.budget), ("全年预算数\n（A）", .budget), ("全年执行数(B)", .executed),
    ("执行率(B/A)", .executionRate), ("预算数(A)", .budget), ("得分\n(20分*执行率)", .score),
  ])
  func headersOfPublishedFormsAreKnown(_ header: String, _ column: FundColumn) throws {
    let columns = try #require(try ShippedScheme.mof.scheme.form.funds).columns
    let known = columns.filter { $0.labels.map(Wording.label).contains(Wording.label(header)) }
    #expect(known.map(\.meaning) == [column])
  }

  @Test(arguments: [
    ("年度指标值", IndicatorColumn.target), ("指标值", .target), ("年初目标值(A)", .target),
    ("实际完成值(B)", .actual), ("全年\n完成值", .actual), ("全年实际值", .actual),
    ("未完成原因和\n改进措施", .reason), ("未完成原因及拟采取的改进措施", .reason), ("度量单位", .unit),
    ("指标性质", .sign), ("三级指标", .name), ("完成率", .completionRate),
  ])
  func indicatorHeadersOfPublishedFormsAreKnown(
    _ header: String, _ column: IndicatorColumn
  ) throws {
    let columns = try ShippedScheme.mof.scheme.form.indicators.columns
    let known = columns.filter { $0.labels.map(Wording.label).contains(Wording.label(header)) }
    #expect(known.map(\.meaning) == [column])
  }

  @Test func theProgrammeReportHasRatesAndNoPoints() throws {
    let scheme = try ShippedScheme.rates.scheme
    let funds = try #require(scheme.form.funds)
    #expect(funds.sources.map(\.id) == ["central", "provincial", "municipal", "other"])
    #expect(funds.groups.map(\.members) == [["provincial", "municipal"]])
    let printed = scheme.form.indicators.columns.filter(\.isPrinted).map(\.meaning)
    #expect(printed == [.name, .target, .actual, .completionRate])
    let columns = scheme.form.indicators.columns.map(\.meaning)
    #expect(!columns.contains(.points) && !columns.contains(.score) && !columns.contains(.reason))
    #expect(scheme.scoring.totalPoints == nil && scheme.scoring.grades.isEmpty)
    #expect(scheme.scoring.execution != nil && scheme.scoring.execution?.points == nil)
    #expect(scheme.scoring.overLimit == Figure(130))
  }

  @Test(arguments: [
    ("地方财政配套补助资金（省级、地市合并）", "local"), ("中央财政补助", "central"), ("其他资金", "other"),
  ])
  func rowsOfTheProgrammeReportAreKnown(_ row: String, _ id: String) throws {
    let funds = try #require(try ShippedScheme.rates.scheme.form.funds)
    let rows = funds.sources.map { ($0.id, $0.labels) } + funds.groups.map { ($0.id, $0.labels) }
    let known = rows.filter { $0.1.map(Wording.label).contains(Wording.label(row)) }
    #expect(known.map(\.0) == [id])
  }

  @Test func theRubricJudgesTwentyItemsInFourBlocks() throws {
    let scoring = try ShippedScheme.rubric.scheme.scoring
    #expect(scoring.mode == .judged && scoring.totalPoints == .hundred)
    #expect(scoring.blocks.compactMap(\.labels.first) == ["决策", "过程", "产出", "效益"])
    #expect(scoring.blocks.compactMap(\.points) == [15, 20, 30, 35].map { Figure($0) })
    #expect(scoring.blocks.map(\.items.count) == [6, 5, 4, 5])
    let items = scoring.blocks.flatMap(\.items)
    #expect(items.allSatisfy { $0.points == nil && $0.explanation?.isEmpty == false })
    let onMoney = items.filter { !$0.restsOn.isEmpty }
    #expect(onMoney.compactMap(\.labels.first) == ["资金到位率", "预算执行率", "成本节约率"])
    #expect(
      onMoney.map(\.restsOn) == [
        [.budget, .received], [.received, .executed], [.plannedCost, .actualCost],
      ])
  }

  @Test func theRubricRatesATableOfTasksBesideIt() throws {
    let form = try ShippedScheme.rubric.scheme.form
    let tasks = try #require(form.tables.first)
    #expect(form.tables.count == 1 && tasks.id == "tasks" && tasks.title == "年度任务")
    #expect(tasks.withoutTarget == .excluded)
    let printed = tasks.layout.columns.filter(\.isPrinted).map(\.meaning)
    #expect(printed == [.tier1, .name, .target, .unit, .actual])
    #expect(form.label(.target, of: "tasks") == "任务数")
    #expect(form.label(IndicatorColumn.explanation) == "指标解释")
  }
}
