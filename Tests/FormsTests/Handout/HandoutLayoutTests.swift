import Evaluation
import Figures
@testable import Forms
import Testing
import Workbooks

/// What stands where on a blank, as our own reader finds it again.
@Suite struct HandoutLayoutTests {
  private struct Read {
    let workbook: Workbook
    let found: FoundForm
    let report: Report

    init(_ project: Programme.Project, _ id: String) throws {
      let scheme = try HandoutFixture.scheme(id)
      workbook = try HandoutFixture.blank(project, scheme)
      let finder = FormFinder(scheme)
      found = try #require(finder.find(in: workbook).forms.first)
      report = ReturnReader(finder).read(found, in: workbook)
    }
  }

  @Test(arguments: HandoutFixture.shipped)
  func aBlankIsOneFormWithoutAnythingToRemarkOn(_ id: String) throws {
    let scheme = try HandoutFixture.scheme(id)
    let read = try Read(project(for: scheme), id)
    #expect(FormFinder(scheme).find(in: read.workbook).forms.count == 1)
    #expect(read.report.remarks.isEmpty, "\(read.report.remarks.map(\.code))")
    #expect(read.report.projectName?.shown == "湿地保护")
    #expect(read.report.unit?.shown == (scheme.form.unit.isEmpty ? nil : "湿地管理站"))
    #expect(
      read.report.department?.shown == (scheme.form.department.isEmpty ? nil : "林业局"))
    #expect(read.report.projectCode?.shown == "P01")
  }

  @Test(arguments: HandoutFixture.shipped)
  func theColumnsAreTheSchemesInItsOrder(_ id: String) throws {
    let scheme = try HandoutFixture.scheme(id)
    let read = try Read(project(for: scheme), id)
    let printed = scheme.form.indicators.columns.filter(\.isPrinted).map(\.meaning)
    let found = read.found.indicatorHeaders.sorted { $0.value.column < $1.value.column }
    #expect(found.map(\.key) == printed)
    let funds = (scheme.form.funds?.columns ?? []).filter(\.isPrinted).map(\.meaning)
    #expect(read.found.fundHeaders.sorted { $0.value.column < $1.value.column }.map(\.key) == funds)
  }

  @Test func aJudgedFormHasTheSchemesOwnRowsAndScoresToFillIn() throws {
    let scheme = try HandoutFixture.scheme("rubric-2022")
    let read = try Read(project(for: scheme), "rubric-2022")
    let items = scheme.scoring.blocks.flatMap(\.items)
    let names = read.report.indicators.map(\.name)
    #expect(Array(names.prefix(items.count)) == items.compactMap(\.labels.first))
    let drawing = HandoutWriter(scheme, programme: nil)
      .drawing(HandoutFixture.issued(project(for: scheme), scheme))
    let scores = drawing.fields.filter { field in
      if case .score = field.entry { true } else { false }
    }
    #expect(scores.count == items.count)
    #expect(drawing.checks.contains { $0.conflict == "决策各项得分之和超过15分" })
  }

  @Test(arguments: ["mof-2020", "programme-rates"])
  func everyIndicatorIsReadBackAsItWasIssued(_ id: String) throws {
    let scheme = try HandoutFixture.scheme(id)
    let project = project(for: scheme)
    let read = try Read(project, id)
    #expect(read.report.indicators.map(\.name) == project.indicators.map(\.name))
    let parser = TargetParser(scheme.scoring)
    for (line, issued) in zip(read.report.indicators, project.indicators) {
      let unit = Wording.bracketedSuffix(of: line.name) ?? ""
      #expect(parser.read(line.cells[.target], unit: unit).target == issued.target, "\(line.name)")
      #expect(line.cells[.actual]?.isBlank == true)
    }
  }

  @Test func aUnitThatNothingElseShowsStandsWithTheTarget() throws {
    let read = try Read(HandoutFixture.project(), "mof-2020")
    let row = try #require(read.report.indicators.first { $0.name == "第3项" })
    #expect(row.cells[.target]?.shown == "≤1400万元")
  }

  @Test func theFundsAreThoseIssuedUnderTheSchemesWords() throws {
    let read = try Read(HandoutFixture.project(), "mof-2020")
    #expect(read.report.funds.map(\.label) == ["年度资金总额", "当年财政拨款", "上年结转资金", "其他资金"])
    #expect(
      read.report.funds.map { $0.cells[.budget]?.shown ?? "" } == ["200", "100", "", "100"])
  }

  @Test func anIssuedTotalStandsAndItsSourcesAreTheUnitsToSplit() throws {
    let project = HandoutFixture.project(sources: ["资金总额"])
    let read = try Read(project, "mof-2020")
    #expect(read.report.funds.first?.cells[.budget]?.shown == "100")
    let names = Set(read.workbook.definedNames.map(\.name))
    #expect(names.contains("sb_fund_current_budget"))
    let drawing = HandoutWriter(try HandoutFixture.scheme("mof-2020"), programme: nil)
      .drawing(HandoutFixture.issued(project, try HandoutFixture.scheme("mof-2020")))
    let entry = drawing.fields.first { $0.name == "sb_fund_current_budget" }?.entry
    #expect(entry == .money)
    #expect(drawing.checks.contains { $0.conflict?.hasPrefix("资金合计不符") == true })
  }

  @Test func aGroupThatWasIssuedStandsInPlaceOfItsMembers() throws {
    let project = HandoutFixture.project(sources: ["中央财政补助", "地方财政配套"])
    let read = try Read(project, "programme-rates")
    #expect(read.report.funds.map(\.label) == ["合计", "中央财政补助", "地方财政配套", "其他资金"])
  }

  @Test func aSourceThatTheSchemeDoesNotKnowIsNotLost() throws {
    let read = try Read(HandoutFixture.project(sources: ["当年财政拨款", "社会 捐赠!"]), "mof-2020")
    #expect(read.report.funds.last?.cells[.budget]?.shown == "100")
    let names = read.workbook.definedNames.map(\.name)
    #expect(names.contains("sb_fund_row4_executed"))
  }

  @Test(arguments: HandoutFixture.shipped)
  func everyCellOfTheUnitHasANameAndNothingElseIsOpen(_ id: String) throws {
    let scheme = try HandoutFixture.scheme(id)
    let drawing = HandoutWriter(scheme, programme: nil)
      .drawing(HandoutFixture.issued(project(for: scheme), scheme))
    let open = drawing.cells.filter { !$0.style.isLocked }.map(\.range.first)
    let named = drawing.fields.filter { $0.entry != nil }.map(\.place)
    #expect(Set(open) == Set(named))
    #expect(Set(drawing.fields.map(\.name)).count == drawing.fields.count)
    #expect(!open.isEmpty)
  }

  @Test(arguments: HandoutFixture.shipped)
  func noTwoCellsOverlapAndEveryOneLiesInTheTable(_ id: String) throws {
    let scheme = try HandoutFixture.scheme(id)
    let writer = HandoutWriter(scheme, programme: nil)
    for issued in [nil, HandoutFixture.issued(project(for: scheme), scheme)] {
      let drawing = writer.drawing(issued)
      var taken: Set<CellReference> = []
      for cell in drawing.cells {
        for row in cell.range.first.row...cell.range.last.row {
          for column in cell.range.first.column...cell.range.last.column {
            let place = try #require(CellReference(row: row, column: column))
            #expect(taken.insert(place).inserted, "\(place)")
          }
        }
        #expect(cell.range.last.column <= drawing.widths.count)
      }
    }
  }

  @Test func theNationalFormIsAsWideAsThePage() throws {
    let columns = FormColumns(try HandoutFixture.scheme("mof-2020").form)
    #expect(columns.widths == [64, 80, 94, 248, 90, 96, 48, 62, 238])
    #expect(columns.span(FundColumn.executed) == columns.span(IndicatorColumn.actual))
  }

  @Test func aFundBlockOfMoreColumnsThanIndicatorsHalvesTheWidest() throws {
    var form = try HandoutFixture.scheme("programme-rates").form
    form.funds?.columns += [.init(.executionRate, labels: ["率"]), .init(.reason, labels: ["因"])]
    let columns = FormColumns(form)
    #expect(columns.funds.count == 8 || columns.funds.count == 6)
    for column in columns.funds { #expect(columns.pixels(column.span) >= 44) }
    let spans = columns.indicators.map(\.span)
    for (left, right) in zip(spans, spans.dropFirst()) {
      #expect(left.upperBound + 1 == right.lowerBound)
    }
    #expect(spans.last?.upperBound == columns.last)
  }

  @Test func theEmptyFormHasTheLinesOfTheOfficialOne() throws {
    let scheme = try HandoutFixture.scheme("mof-2020")
    let workbook = try Workbook.read(try HandoutWriter(scheme, programme: nil).emptyForm())
    let finder = FormFinder(scheme)
    let found = try #require(finder.find(in: workbook).forms.first)
    let report = ReturnReader(finder).read(found, in: workbook)
    #expect(report.indicators.isEmpty)
    #expect(found.indicatorRows?.count == 27)
    #expect(found.totalRow != nil)
    #expect(workbook.sheets.allSatisfy { $0.name != Manifest.sheetName })
  }

  @Test(arguments: HandoutFixture.shipped)
  func theSameProjectGivesTheSameBytes(_ id: String) throws {
    let scheme = try HandoutFixture.scheme(id)
    let project = project(for: scheme)
    let bytes = try (0..<2).map { _ in
      try HandoutWriter(scheme, programme: HandoutFixture.programme([project]))
        .blank(HandoutFixture.issued(project, scheme))
    }
    #expect(bytes[0] == bytes[1])
  }

  @Test func everySheetIsLockedAndTheOthersAreHidden() throws {
    let workbook = try Read(HandoutFixture.project(), "mof-2020").workbook
    #expect(
      workbook.sheets.map(\.name) == ["项目支出绩效自评表", "填报说明", "选项", "自检", "_scorebook"])
    #expect(
      workbook.sheets.map(\.state) == [.visible, .visible, .hidden, .hidden, .veryHidden])
    #expect(workbook.sheets.allSatisfy { $0.isProtected })
  }

  @Test func theSelfCheckAsksAboutAmountsInYuanBeforeItSaysTheyAreTooLarge() throws {
    let workbook = try Read(HandoutFixture.project(), "mof-2020").workbook
    let sheet = try #require(workbook.sheet(named: "自检"))
    let words = sheet.rows.compactMap { row in
      CellReference("D\(row)").flatMap { sheet.cell($0) }.map { "\($0.value)" }
    }
    let yuan = try #require(words.firstIndex { $0.contains("当年财政拨款的全年执行数疑按元填写") })
    let over = try #require(words.firstIndex { $0.contains("当年财政拨款的全年执行数大于全年预算数") })
    #expect(yuan < over)
    #expect(!words.contains { $0.contains("年度资金总额的全年执行数疑按元填写") })
  }

  @Test func listsAreChosenFromARangeAndEveryRuleSaysHow() throws {
    let sheet = try #require(try Read(HandoutFixture.project(), "mof-2020").workbook.sheets.first)
    let lists = sheet.validations.filter { $0.kind == .list }
    #expect(
      Set(lists.compactMap(\.formula1)) == ["'选项'!$A$2:$A$3", "'选项'!$B$2:$B$4"])
    #expect(sheet.validations.allSatisfy { !($0.prompt ?? "").isEmpty })
    #expect(sheet.validations.contains { $0.kind == .date })
  }

  @Test func aPageEndsBetweenSecondTiers() throws {
    let scheme = try HandoutFixture.scheme("mof-2020")
    var project = HandoutFixture.project()
    project.indicators = (0..<60).map { number in
      Programme.Indicator(
        id: "I\(number)", tier1: "产出指标", tier2: "第\(number / 7)类", name: "第\(number)项",
        unit: "", target: .atLeast(.one), targetText: "1", points: .one)
    }
    let drawing = HandoutWriter(scheme, programme: nil)
      .drawing(HandoutFixture.issued(project, scheme))
    let ends = Set(drawing.blocks.map(\.upperBound))
    #expect(drawing.pageBreaks.count >= 3)
    // The first tier follows its header as far as the page goes.
    #expect(drawing.pageBreaks.first == 19)
    #expect(drawing.pageBreaks.dropFirst().allSatisfy { ends.contains($0) })
  }

  /// The project with sources that the scheme knows.
  private func project(for scheme: Scheme) -> Programme.Project {
    let known = (scheme.form.funds?.sources ?? []).compactMap(\.labels.first)
    return HandoutFixture.project(sources: known)
  }
}
