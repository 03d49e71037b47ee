import Evaluation
import Forms
import Testing
import TestSupport
import Workbooks

@Suite struct FormFinderTests {
  @Test func theFormIsFoundWithItsBlocksAndEdges() throws {
    let form = try #require(try FormFixture.find(TestSheet("自评表", FormFixture.small)).forms.first)
    #expect(form.table == CellRange("A2:H15"))
    #expect(form.fundHeaderRow == 4)
    #expect(form.indicatorHeaderRow == 10)
    #expect(form.indicatorRows == 11...14)
    #expect(form.totalRow == 15)
    #expect(form.indicatorHeaders[.actual] == CellReference("E10"))
    #expect(form.fundHeaders[.executed] == CellReference("E4"))
  }

  @Test func theFormIsFoundWhereverItStandsAndWhateverItsSheetIsCalled() throws {
    let shifted = FormFixture.small.split(separator: "\n").map { "| | |" + $0.dropFirst() }
    let table = "| 说明 |\n| 备忘 |\n" + shifted.joined(separator: "\n")
    let search = try FormFixture.find(
      TestSheet("目录", "| 序号 | 名称 |\n| 1 | 甲 |"), TestSheet("Sheet2", table))
    let form = try #require(search.forms.first)
    #expect(form.sheet == "Sheet2")
    #expect(form.table == CellRange("C4:J17"))
    #expect(form.totalRow == 17)
  }

  @Test(arguments: ["hidden", "veryHidden"]) func hiddenSheetsAreSearched(state: String) throws {
    var sheet = TestSheet("自评表", FormFixture.small)
    sheet.state = state
    let search = try FormFixture.find(TestSheet("封面", "| 封面 |"), sheet)
    #expect(search.forms.count == 1)
  }

  @Test func severalFormsAreNumberedInTheOrderOfTabsAndRows() throws {
    let two = FormFixture.small + "\n" + FormFixture.changed("湿地保护", "公路养护")
    let search = try FormFixture.find(
      TestSheet("自评表一", two), TestSheet("自评表二", FormFixture.small))
    #expect(search.forms.map(\.number) == [1, 2, 3])
    #expect(search.forms.map(\.indicatorHeaderRow) == [10, 25, 10])
    #expect(search.forms.map(\.fundHeaderRow) == [4, 19, 4])
    #expect(search.forms.map(\.sheet) == ["自评表一", "自评表一", "自评表二"])
  }

  @Test func formsSideBySideAreTwo() throws {
    let table = FormFixture.small.split(separator: "\n").map { $0 + $0.dropFirst() }
    let search = try FormFixture.find(TestSheet("自评表", table.joined(separator: "\n")))
    #expect(search.forms.map { $0.indicatorHeaders[.name]?.column } == [3, 11])
    #expect(search.forms.map { $0.fundHeaders[.budget]?.column } == [4, 12])
    #expect(search.forms.map(\.table) == [CellRange("A2:H15"), CellRange("I2:P15")])
  }

  @Test func twoStackedHeaderRowsAreOneHeader() throws {
    let search = try FormFixture.find(
      TestSheet(
        "自评表",
        """
        | 项目名称 | 助学 | < | < | < | < | < |
        | 绩效指标 | < | < | 年度指标值 | < | < | 实际完成值 | 分值 |
        | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ^ | ^ |
        | 产出指标 | 数量指标 | 受助人数 | ≥ | 735 | 人次 | 735 | 10 |
        | 总分 | < | < | < | < | < | < | 10 |
        """))
    let form = try #require(search.forms.first)
    #expect(form.indicatorHeaderRow == 3)
    #expect(
      form.indicatorHeaders.mapValues(\.column)
        == [.tier1: 1, .tier2: 2, .name: 3, .sign: 4, .target: 5, .unit: 6, .actual: 7, .points: 8])
    #expect(form.indicatorRows == 4...4)
  }

  @Test func aFundBlockBelowTheIndicatorsBelongsToTheForm() throws {
    let lines = FormFixture.small.split(separator: "\n").map(String.init)
    let table = (lines[1...2] + lines[9...] + lines[3...6]).joined(separator: "\n")
    let form = try #require(try FormFixture.find(TestSheet("自评表", table)).forms.first)
    #expect(form.indicatorHeaderRow == 3)
    #expect(form.fundHeaderRow == 9)
  }

  @Test func fundsBesideAnotherFormReachAsFarAsTheMergedLastHeader() throws {
    // The last column of the indicators is two columns wide, and the funds' scores stand in its
    // second.
    let lines = FormFixture.small.split(separator: "\n")
    let wide = lines.enumerated().map { index, line -> String in
      let isFunds = (3...6).contains(index)
      guard isFunds, let bar = line.dropLast().lastIndex(of: "|") else { return line + " < |" }
      return "\(line[..<bar])| \(line[bar...])"
    }
    let table = wide.map { "\($0) |\($0.dropFirst())" }.joined(separator: "\n")
    let forms = try FormFixture.find(TestSheet("自评表", table)).forms
    #expect(forms.map(\.fundHeaderRow) == [4, 4])
    #expect(forms.map { $0.fundHeaders[.score]?.column } == [9, 19])
  }

  @Test func aHeaderThatIsRepeatedBeginsNoOtherForm() throws {
    let header = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |"
    let table = FormFixture.changed("| 效益指标 |", header + "\n| 效益指标 |")
    let form = try FormFixture.find(TestSheet("自评表", table)).forms
    #expect(form.count == 1)
    #expect(form.first?.indicatorRows == 11...15)
    #expect(try FormFixture.report(table).indicators.count == 4)
  }

  @Test func aHeaderWithAnUnknownSuffixIsKnownByTheWordItContains() throws {
    let table = FormFixture.changed("| 实际完成值 |", "| 2024年实际完成值 |")
    let form = try #require(try FormFixture.find(TestSheet("自评表", table)).forms.first)
    #expect(form.indicatorHeaders[.actual] == CellReference("E10"))
  }

  @Test func aHeaderThatCouldMeanTwoColumnsIsNotGuessed() throws {
    let table = FormFixture.changed("| 实际完成值 |", "| 实际完成值及完成率 |")
    let search = try FormFixture.find(TestSheet("自评表", table))
    #expect(search.forms.isEmpty)
    #expect(search.nearest?.missing == ["实际完成值"])
  }

  @Test func withoutAFormTheNearestSheetSaysWhatIsMissing() throws {
    let search = try FormFixture.find(
      TestSheet("封面", "| 封面 |"),
      TestSheet("清单", "| 一级指标 | 二级指标 | 三级指标 | 备注 |\n| 甲 | 乙 | 丙 | |"))
    #expect(search.forms.isEmpty)
    #expect(search.nearest?.sheet == "清单")
    #expect(search.nearest?.row == 1)
    #expect(search.nearest?.found == ["一级指标", "二级指标", "三级指标"])
    #expect(search.nearest?.missing == ["年度指标值", "实际完成值"])
  }

  @Test func withoutATotalRowTheBlockEndsAtItsLastIndicator() throws {
    let table =
      FormFixture.changed("| 总分 | < | < | < | < | 100 | 96.5 | |", "| | | |")
      + "\n| 填表人：张某 | | 联系电话 | | |"
    let form = try #require(try FormFixture.find(TestSheet("自评表", table)).forms.first)
    #expect(form.indicatorRows == 11...14)
    #expect(form.totalRow == nil)
    #expect(form.table == CellRange("A2:H14"))
  }

  @Test func aWordThatEndsTheBlockIsNotTheBeginningOfAName() throws {
    let table = FormFixture.small
      .replacing("| 满意度指标 | 满意度 | 群众满意度 |", with: "| 注册指标 | 满意度 | 注册人数 |")
      .replacing("| 总分 | < | < | < | < | 100 | 96.5 | |", with: "| 注：1.分值合计100分 |")
    let form = try #require(try FormFixture.find(TestSheet("自评表", table)).forms.first)
    #expect(form.indicatorRows == 11...14)
  }

  @Test func aSubtotalDoesNotEndTheBlock() throws {
    let table = FormFixture.changed("| 效益指标 |", "| 合计 | < | < | | | 50 | 47 | |\n| 效益指标 |")
    let form = try #require(try FormFixture.find(TestSheet("自评表", table)).forms.first)
    #expect(form.totalRow == 16)
    #expect(form.indicatorRows == 11...15)
  }

  @Test func anEarlierAnnotationIsNotSeen() throws {
    let lines = FormFixture.small.split(separator: "\n").enumerated().map { index, line in
      line + (index == 9 ? " 完成率 | 得分 |" : index > 9 ? " %0.9 | 5 |" : " | |")
    }
    let sheets = [
      TestSheet("审核结果", FormFixture.small), TestSheet("自评表", lines.joined(separator: "\n")),
    ]
    let ignored = FormFinder.Ignored(
      sheets: ["审核结果"], areas: ["自评表": [try #require(CellRange("I10:J15"))]])
    let search = try FormFixture.find(sheets[0], sheets[1], ignoring: ignored)
    #expect(search.forms.count == 1)
    #expect(search.forms.first?.indicatorHeaders[.completionRate] == nil)
    #expect(search.forms.first?.table == CellRange("A2:H15"))
  }

  @Test(.timeLimit(.minutes(30))) func sheetsFullOfLabelsTakeNoLongerThanOthers() throws {
    let header = "| 三级指标 | 年度指标值 | 实际完成值 |"
    let repeated = [String](repeating: header, count: 8000).joined(separator: "\n")
    #expect(try FormFixture.find(TestSheet("自评表", repeated)).forms.count == 1)
    let totals = header + String(repeating: "\n| 总分 | | |", count: 8000)
    #expect(try FormFixture.find(TestSheet("自评表", totals)).forms.first?.totalRow == 2)
    let forms = String(repeating: header + "\n| 面积 | 1 | 1 |\n| 总分 | | |\n", count: 3000)
    #expect(try FormFixture.find(TestSheet("自评表", forms)).forms.count == 1000)
  }
}
