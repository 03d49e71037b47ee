import Evaluation
import Figures
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// A blank of a form on which units take points off their own rows.
@Suite struct DeductionColumnTests {
  private static func drawing() throws -> FormDrawing {
    var scheme = try HandoutFixture.scheme("mof-2020")
    let reason = try #require(
      scheme.form.indicators.columns.firstIndex { $0.meaning == .reason })
    scheme.form.indicators.columns.insert(
      Column(.deduction, labels: ["扣减分数"]), at: reason)
    return HandoutWriter(scheme, programme: nil)
      .drawing(HandoutFixture.issued(HandoutFixture.project(), scheme))
  }

  @Test func everyRowHasAPlaceForIt() throws {
    let fields = try Self.drawing().fields.filter { $0.name.hasSuffix("_deduction") }
    #expect(fields.count == HandoutFixture.project().indicators.count)
    for field in fields {
      guard case .deduction = field.entry else {
        Issue.record("\(field.name) is no deduction")
        continue
      }
    }
  }

  @Test func aTotalThatIsNoSumOfTheRowsIsTheUnitsToType() throws {
    var scheme = try HandoutFixture.scheme("mof-2020")
    scheme.scoring.totalFrom = .exactScores
    let drawing = HandoutWriter(scheme, programme: nil)
      .drawing(HandoutFixture.issued(HandoutFixture.project(), scheme))
    let field = try #require(drawing.fields.first { $0.name == "sb_total_score" })
    guard case .score = field.entry else {
      Issue.record("the total is a formula")
      return
    }
  }

  @Test func theTotalIsTheSumOfWhatIsLeftOfEveryRow() throws {
    let drawing = try Self.drawing()
    let field = try #require(drawing.fields.first { $0.name == "sb_total_score" })
    let formula = drawing.cells.compactMap { cell -> String? in
      guard cell.range.first == field.place, case .formula(let formula) = cell.content else {
        return nil
      }
      return formula
    }.first
    let total = try #require(formula)
    #expect(total.contains("MAX(0,SUM("))
    // The same formula over a table of two rows: 6.39 less 2, 5 less 6, and 9.5 of execution.
    let table = """
      | 9.5 | | =IF(COUNT(A1,A2:A3)=0,"",ROUND(MAX(0,SUM(A2)-SUM(B2))+MAX(0,SUM(A3)-SUM(B3))+SUM(A1),2)) |
      | 6.39 | 2 | |
      | 5 | 6 | |
      """
    let workbook = try TestWorkbook.read(TestSheet("表", table))
    let answer = Calculator(workbook).answer(to: try #require(CellReference("C1")), on: "表")
    #expect(answer?.value == .number("13.89"))
  }
}
