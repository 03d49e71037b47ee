import Evaluation
import Testing
import Workbooks

@testable import Forms

/// Blanks of forms that are filed, foreseen or reviewed: what is printed, and what is left open.
@Suite struct ModeBlankTests {
  private func drawing(_ id: String) throws -> FormDrawing {
    let scheme = try HandoutFixture.scheme(id)
    return HandoutWriter(scheme, programme: nil)
      .drawing(HandoutFixture.issued(HandoutFixture.project(), scheme))
  }

  private func entries(_ id: String, _ suffix: String) throws -> [Entry?] {
    try drawing(id).fields.filter { $0.name.hasPrefix("sb_I0") && $0.name.hasSuffix(suffix) }
      .map(\.entry)
  }

  private func row(_ id: String) throws -> IndicatorLine {
    let scheme = try HandoutFixture.scheme(id)
    let workbook = try HandoutFixture.blank(HandoutFixture.project(), scheme)
    let finder = FormFinder(scheme)
    let found = try #require(finder.find(in: workbook).forms.first)
    return try #require(ReturnReader(finder).read(found, in: workbook).indicators.first)
  }

  @Test func aFilingLeavesTargetsAndPointsToTheUnit() throws {
    let row = try row("target-filing")
    #expect(row.name == "第1项（人）")
    #expect(row.cells[.target]?.isBlank == true && row.cells[.points]?.isBlank == true)
    #expect(try entries("target-filing", "_target").allSatisfy { $0 == .target })
    #expect(try entries("target-filing", "_points").allSatisfy { $0 == .points })
  }

  @Test func aMonitoringFormPrintsTheTargetsAndAsksForNowAndTheYear() throws {
    let row = try row("monitoring-2019")
    #expect(row.cells[.target]?.shown == "≥5100")
    #expect(try entries("monitoring-2019", "_forecast").count == 8)
    #expect(try entries("monitoring-2019", "_forecast") == entries("monitoring-2019", "_actual"))
    #expect(try entries("monitoring-2019", "_causeStaff").allSatisfy { $0 == .tick })
    #expect(try entries("monitoring-2019", "_likelihood").allSatisfy { $0 == .likelihood })
  }

  @Test func aReviewLeavesBothScoresToBeTypedAndAddsThemUp() throws {
    let row = try row("review")
    #expect(row.cells[.target]?.shown == "5100" && row.cells[.points]?.shown == "10")
    for column in ["_score", "_selfScore"] {
      let scores = try entries("review", column)
      #expect(scores.count == 8)
      #expect(scores.allSatisfy { if case .score = $0 { true } else { false } })
    }
    let sums = try drawing("review").cells.filter { cell in
      if case .formula(let formula) = cell.content { formula.contains("SUM(") } else { false }
    }
    #expect(sums.count == 2)
  }

  @Test func theTextsOfATransferComeBackUnderTheirLabels() throws {
    let fields = try drawing("transfer-payment").fields.map(\.name)
    #expect(fields.filter { $0.hasPrefix("sb_text_") }.count == 8)
    #expect(fields.contains("sb_field_1"))
  }

  @Test(arguments: HandoutFixture.shipped)
  func theValueBehindASecondLabelHasRoomForAName(_ id: String) throws {
    let columns = FormColumns(try HandoutFixture.scheme(id).form)
    #expect(columns.pixels((columns.secondLabel.upperBound + 1)...columns.last) >= 110)
  }
}
