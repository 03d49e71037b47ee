import Evaluation
import Testing
import TestSupport
import Workbooks

@Suite struct StructureRemarkTests {
  private func remarks(_ change: (inout TestSheet) -> Void) throws -> [String] {
    var sheet = TestSheet("自评表", FormFixture.small)
    change(&sheet)
    return try FormFixture.report(sheet).remarks.map { "\($0.code.rawValue) \($0.found)" }
  }

  @Test func aRenamedSheetIsNamed() throws {
    #expect(try remarks { $0.name = "Sheet1" } == ["S001 Sheet1"])
    #expect(try remarks { $0.name = "2024年自评表（定稿）" } == [])
  }

  @Test func hiddenRowsColumnsAndSheetsAreListedEachOnce() throws {
    #expect(try remarks { $0.hiddenRows = [12, 11, 40] } == ["S008 第11、12行"])
    #expect(try remarks { $0.hiddenColumns = [4, 5, 12] } == ["S008 D、E列"])
    #expect(try remarks { $0.state = "veryHidden" } == ["S008 自评表"])
  }

  @Test func formatsFarBeyondTheFormAreANote() throws {
    let far = [CellReference("B215"), CellReference("B216")].compactMap { $0 }
    #expect(try remarks { $0.styledBlanks = [far[0]] } == [])
    #expect(try remarks { $0.styledBlanks = far } == ["F010 格式延伸到第216行，内容只到第15行"])
    let wide = try #require(CellReference("BG3"))
    #expect(try remarks { $0.styledBlanks = [wide] } == ["F010 格式延伸到BG列，内容只到H列"])
  }

  @Test func columnsInAnotherOrderAreNamed() throws {
    let table = """
      | 项目名称 | 甲 | | | |
      | 三级指标 | 实际完成值 | 完成率 | 年度指标值 | 得分 |
      | 面积 | 9 | 90% | 10 | 5 |
      """
    let report = try FormFixture.report(table)
    #expect(report.remarks.map(\.code) == [.s002])
    #expect(report.remarks.first?.found == "三级指标、实际完成值、年度指标值、得分")
    #expect(report.remarks.first?.expected == "三级指标、年度指标值、实际完成值、得分")
  }

  @Test func aTableShiftedToTheRightIsNamed() throws {
    let shifted = FormFixture.small.split(separator: "\n").map { "| " + $0 }
    let report = try FormFixture.report(shifted.joined(separator: "\n"))
    #expect(report.remarks.map(\.found) == ["从B列开始"])
    #expect(report.remarks.map(\.code) == [.s002])
  }

  @Test func aHeaderThatWasReworded() throws {
    let report = try FormFixture.report(
      FormFixture.changed("| 实际完成值 |", "| 2024年实际完成值 |"))
    #expect(report.remarks.map(\.code) == [.s005])
    #expect(report.remarks.first?.place == Place(sheet: "自评表", cell: "E10"))
    #expect(report.remarks.first?.expected == "实际完成值")
  }
}
