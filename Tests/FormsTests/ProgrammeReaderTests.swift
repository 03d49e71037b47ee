import Evaluation
import Figures
import Forms
import Testing
import TestSupport
import Workbooks

@Suite struct ProgrammeReaderTests {
  private static let details = """
    | 键 | 值 |
    | 年度 | 2024 |
    | 工作名称 | 2024年度绩效自评 |
    | 联系人 | 王某 |
    | 回收截止日期 | |
    """
  private static let projects = """
    | 项目编码 | 项目名称 | 主管部门 | 实施单位 | 上级项目编码 | 年度总体目标 |
    | P01 | 湿地保护 | 林业局 | 湿地管理站 | | 恢复湿地 |
    | P02 | 湿地巡护 | 林业局 | 巡护队 | P01 | |
    """
  private static let funds = """
    | 项目编码 | 资金来源 | 年初预算数 | 全年预算数 |
    | P01 | 当年财政拨款 | 90 | 100.5 |
    | P01 | 其他资金 | | '1,200万元 |
    """
  private static let indicators = """
    | 指标编码 | 项目编码 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 年度指标值 | 度量单位 | 分值 | 备注 |
    | I01 | P01 | 产出指标 | 数量指标 | 恢复面积 | ≥ | 200 | 亩 | 30 | 甲 |
    | I02 | P01 | 产出指标 | 成本指标 | 每亩成本（元） | ≤ | 800 | | 10 | |
    | I03 | P01 | 产出指标 | 时效指标 | 完工时间 | 期限 | 11月30日前 | | 10 | |
    | I04 | P01 | 效益指标 | 生态效益 | 水质达标率 | = | %0.95 | % | 15 | |
    | I05 | P01 | 效益指标 | 社会效益 | 知晓程度 | 定性 | 达成 | | 15 | |
    | I06 | P01 | 满意度指标 | 满意度 | 群众满意度 | 区间 | 90~100 | % | 10 | |
    """

  private func read(
    details: String = details, projects: String = projects, funds: String = funds,
    indicators: String = indicators
  ) throws -> Programme {
    let workbook = try TestWorkbook.read(
      TestSheet("说明", "| 请勿改动表头 |"), TestSheet("指标", indicators),
      TestSheet("资金", funds), TestSheet("项目", projects), TestSheet("基本信息", details))
    return try ProgrammeReader(FormFixture.scheme()).read(workbook, sha256: "ab")
  }

  private func read(relations: String) throws -> Programme {
    let workbook = try TestWorkbook.read(
      TestSheet("指标", Self.indicators), TestSheet("资金", Self.funds),
      TestSheet("项目", Self.projects), TestSheet("关系", relations))
    return try ProgrammeReader(FormFixture.scheme()).read(workbook)
  }

  @Test func cellsThatHoldTheSameAreReadAsIfEachStoodAlone() throws {
    let rows = Self.indicators.split(separator: "\n").map(String.init)
    let again = rows.dropFirst().map { $0.replacing("P01", with: "P02") }
    // Where cells are merged, each is read by itself.
    let apart = [rows[0], rows[1] + " 附 | < |"] + rows.dropFirst(2) + again
    let projects = try read(indicators: (rows + again).joined(separator: "\n")).projects
    #expect(projects.map(\.indicators.count) == [6, 6])
    #expect(projects[0].indicators == projects[1].indicators)
    #expect(projects == (try read(indicators: apart.joined(separator: "\n")).projects))
  }

  @Test func relationsNameIndicatorsByCodeOrName() throws {
    let table = """
      | 整体指标 | 部分指标 | 项目编码 | 说明 |
      | 恢复面积（亩） | I04 | | 甲 |
      | I01 | 每亩成本 | P01 | |
      """
    #expect(
      try read(relations: table).parts == [
        .init(project: nil, part: "I04", whole: "恢复面积（亩）"),
        .init(project: "P01", part: "每亩成本", whole: "I01"),
      ])
  }

  @Test func aSheetOfAnotherKindUnderThatNameIsPassedOver() throws {
    #expect(try read(relations: "| 项目 | 说明 |\n| P01 | 与P02有关 |").parts.isEmpty)
  }

  @Test func everyMistakeOfARelationIsNamed() {
    let table = """
      | 部分指标 | 整体指标 | 项目编码 |
      | I09 | I01 | |
      | I01 | | |
      | I01 | I02 | P09 |
      | I01 | I02 | P02 |
      """
    #expect(
      mistakes { try read(relations: table) } == [
        "unknownIndicator 关系!A2", "missingValue 关系!B3", "unknownProject 关系!C4",
        "unknownIndicator 关系!A5", "unknownIndicator 关系!B5",
      ])
  }

  @Test func aRelationThatNoProjectCanBeHeldAgainstIsAMistake() {
    let table = """
      | 部分指标 | 整体指标 | 项目编码 |
      | I01 | I01 | |
      | I01 | 恢复面积 | P01 |
      | I02 | I01 | |
      """
    #expect(
      mistakes { try read(relations: table) } == [
        "unusableRelation 关系!B2", "unusableRelation 关系!B3",
      ])
  }

  @Test func aNameThatSeveralIndicatorsHaveIsNoPartOfARelation() {
    let indicators = Self.indicators.replacing("每亩成本", with: "恢复面积（公顷）")
    let table = "| 部分指标 | 整体指标 |\n| 恢复面积 | I03 |\n| I03 | 恢复面积 |"
    let workbook = { () throws -> Programme in
      try ProgrammeReader(FormFixture.scheme()).read(
        TestWorkbook.read(
          TestSheet("指标", indicators), TestSheet("资金", Self.funds),
          TestSheet("项目", Self.projects), TestSheet("关系", table)))
    }
    #expect(mistakes(workbook) == ["unusableRelation 关系!A2", "unusableRelation 关系!B3"])
  }

  /// The mistakes of a programme with one text put in the place of another.
  private func mistakes(_ read: () throws -> Programme) -> [String] {
    do {
      _ = try read()
      return []
    } catch let errors as ProgrammeErrors {
      return errors.errors.map {
        "\($0.kind.rawValue) \($0.sheet)\($0.cell.map { "!" + $0 } ?? "")"
      }
    } catch {
      return ["\(error)"]
    }
  }

  private func mistakes(in indicators: String, _ new: String) -> [String] {
    mistakes { try read(indicators: Self.indicators.replacing(indicators, with: new)) }
  }

  @Test func aProgrammeIsReadWithItsColumnsInAnyOrder() throws {
    let programme = try read()
    #expect(programme.year == "2024")
    #expect(programme.title == "2024年度绩效自评")
    #expect(programme.details == ["联系人": "王某"])
    #expect(programme.sha256 == "ab")
    #expect(programme.projects.map(\.id) == ["P01", "P02"])
    #expect(programme.projects.map(\.parent) == [nil, "P01"])
    #expect(programme.projects.map(\.goal) == ["恢复湿地", nil])
    #expect(programme.projects[0].funds.map(\.budget) == [Figure("100.5"), Figure(1200)])
    #expect(programme.projects[0].funds.map(\.initialBudget) == [Figure(90), nil])
    #expect(programme.projects[1].funds.isEmpty)
  }

  @Test func theDirectionAndTheTargetBecomeOne() throws {
    let indicators = try read().projects[0].indicators
    #expect(
      indicators.map(\.target.direction) == [.atLeast, .atMost, .by, .equal, .level, .between])
    #expect(indicators.map(\.target.text) == ["200", "800", "11-30", "95", "达成", "90~100"])
    #expect(indicators.map(\.unit) == ["亩", "元", "", "%", "", "%"])
    #expect(indicators.map(\.points) == [30, 10, 10, 15, 15, 10].map { Figure($0) })
  }

  @Test func detailsMayBeAbsent() throws {
    let workbook = try TestWorkbook.read(
      TestSheet("项目", Self.projects), TestSheet("资金", Self.funds),
      TestSheet("指标", Self.indicators))
    #expect(try ProgrammeReader(FormFixture.scheme()).read(workbook).year == nil)
  }

  @Test func cellsMergedDownTheColumnHoldForEveryRow() throws {
    let merged = Self.indicators.split(separator: "\n").enumerated().map { index, line in
      index > 1 ? String(line).replacing("| P01 |", with: "| ^ |") : String(line)
    }
    let programme = try read(indicators: merged.joined(separator: "\n"))
    #expect(programme.projects[0].indicators.count == 6)
  }

  @Test func aMissingSheetOrColumnIsNamed() throws {
    let workbook = try TestWorkbook.read(
      TestSheet("项目", Self.projects.replacing("| 实施单位 |", with: "| 单位 |")),
      TestSheet("指标", Self.indicators))
    #expect(
      mistakes { try ProgrammeReader(FormFixture.scheme()).read(workbook) }
        == ["missingColumn 项目", "missingSheet 资金"])
  }

  @Test func everyMistakeIsCollected() {
    let found = mistakes {
      try read(
        funds: Self.funds.replacing("100.5", with: "约一百").replacing(
          "| P01 | 其他", with: "| P9 | 其他"),
        indicators: Self.indicators.replacing("| 200 |", with: "| 2oo |"))
    }
    #expect(found == ["unreadableAmount 资金!D2", "unknownProject 资金!A3", "unreadableTarget 指标!G2"])
  }

  @Test func projectsThatReturnsCouldNotTellApartAreRefused() {
    let twice = Self.projects + "\n| P01 | 别的 | 林业局 | 别处 | | |"
    #expect(mistakes { try read(projects: twice) } == ["duplicateProject 项目!A4"])
    let alike = Self.projects + "\n| P03 | 湿地 保护 | 水利局 | 湿地管理站 | | |"
    #expect(mistakes { try read(projects: alike) } == ["duplicateName 项目!B4"])
  }

  @Test func indicatorsOfOneCodeOrOneNameAreRefused() {
    #expect(mistakes(in: "| I02 |", "| I01 |") == ["duplicateCode 指标!A3"])
    #expect(
      mistakes(in: "成本指标 | 每亩成本（元）", "数量指标 | 恢复面积") == ["duplicateIndicator 指标!E3"])
  }

  @Test(arguments: ["约", "大概"]) func theDirectionIsOneOfSevenWords(word: String) {
    #expect(mistakes(in: "| ≥ |", "| \(word) |") == ["unknownDirection 指标!F2"])
  }

  @Test(arguments: ["≥200", "200", "100~200"])
  func withoutADirectionTheTargetItselfSaysIt(target: String) {
    #expect(mistakes(in: "| ≥ | 200 |", "| | \(target) |") == [])
  }

  @Test func aBareNumberWithoutADirectionIsAtLeast() {
    #expect(mistakes(in: "| ≥ | 200 |", "| | 200 |") == [])
  }

  @Test(arguments: ["", "0", "-5", "三十"]) func pointsAreFiguresAboveZero(points: String) {
    #expect(mistakes(in: "| 亩 | 30 |", "| 亩 | \(points) |") == ["unreadablePoints 指标!I2"])
  }

  @Test func pointsAddUpToTheTotalWithoutTheExecutionRateAndToTheShares() {
    #expect(mistakes(in: "| 亩 | 30 |", "| 亩 | 31 |") == ["pointsTotal 指标"])
    #expect(
      mistakes {
        try read(
          indicators: Self.indicators.replacing("| 亩 | 30 |", with: "| 亩 | 25 |")
            .replacing("| % | 10 |", with: "| % | 15 |"))
      } == ["blockPoints 指标", "blockPoints 指标"])
  }

  @Test func parentsAreKnownAndNeverBelowThemselves() {
    #expect(
      mistakes { try read(projects: Self.projects.replacing("| P01 | |", with: "| P07 | |")) }
        == ["unknownParent 项目!E3"])
    #expect(
      mistakes { try read(projects: Self.projects.replacing("| | 恢复湿地", with: "| P02 | 恢复湿地")) }
        == ["cyclicParent 项目!E2", "cyclicParent 项目!E3"])
  }

  @Test func noMoreThanFiftyMistakesAreListed() {
    let rows = (1...80).map { "\n| P9\($0) | 财政拨款 | 1 | 1 |" }
    do {
      _ = try read(funds: Self.funds + rows.joined())
      Issue.record("the codes are unknown")
    } catch let errors as ProgrammeErrors {
      #expect(errors.errors.count == 50)
      #expect(errors.count == 80)
      #expect(errors.description.hasSuffix("and 30 more"))
    } catch {
      Issue.record(error)
    }
  }

  @Test func aMistakeSaysWhereWhatAndWhatNext() {
    do {
      _ = try read(indicators: Self.indicators.replacing("| ≥ |", with: "| 约 |"))
      Issue.record("约 is no direction")
    } catch {
      #expect(
        "\(error)" == """
          sheet 「指标」 cell F2: found 「约」, expected one of ≥ ≤ = 区间 是否 定性 期限; \
          choose one of the words
          """)
    }
  }

  @Test func `a formula that comes to nothing is a mistake with its cell, and no text`() throws {
    let projects = Self.projects.replacing("| P01 | 湿地保护 |", with: "| P01 | =VLOOKUP(A2,X1:X9,1) |")
    #expect(mistakes { try read(projects: projects) } == ["noValue 项目!B2"])
    let funds = Self.funds.replacing("| 100.5 |", with: "| #REF! |")
    #expect(mistakes { try read(funds: funds) } == ["noValue 资金!D2"])
  }

  @Test func formulasWithoutAStoredValueAreWorkedOut() throws {
    let programme = try read(
      funds: Self.funds.replacing("| 90 | 100.5 |", with: "| =45*2 | =C2+10.5 |"),
      indicators: Self.indicators.replacing(
        "| 200 | 亩 | 30 |", with: "| =SUM(100,100) | 亩 | =60/2 |"))
    let project = try #require(programme.projects.first)
    #expect(project.funds.first?.initialBudget == Figure(90))
    #expect(project.funds.first?.budget == Figure("100.5"))
    #expect(project.indicators.first?.target == .atLeast(Figure(200)))
    #expect(project.indicators.first?.points == Figure(30))
  }
}
