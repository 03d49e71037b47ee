import Evaluation
import Figures
import Forms
import TestSupport
import Testing

/// Formulas without a stored value, from the workbook to the findings.
@Suite struct WorkedOutFormulaTests {
  /// The small form as a program writes it that calculates nothing: sums, rates and scores are
  /// formulas, none has a value.
  private static let uncalculated = FormFixture.small
    .replacing(
      "年度资金总额 | 90 | 100 | 95 | 10 | %0.95 | 9.5 |",
      with: "年度资金总额 | =SUM(C6:C7) | =SUM(D6:D7) | =SUM(E6:E7) | 10 | =E5/D5 | =ROUND(G5*F5,2) |"
    )
    .replacing("| ≥200 | 180 | 30 | 27 |", with: "| ≥200 | =100+80 | =60/2 | =E11/200*F11 |")
    .replacing("| 100 | 96.5 | |", with: "| =F5+SUM(F11:F14) | =H5+SUM(G11:G14) | |")

  private func evaluated(_ table: String) throws -> Evaluated {
    let report = try FormFixture.report(table)
    return Evaluator(scheme: try FormFixture.scheme(), programme: nil).evaluate(report)
  }

  private func line(_ finding: Finding) -> String {
    "\(finding.place?.cell ?? "") \(finding.code.rawValue) \(finding.severity)"
      + " \(finding.found) \(finding.expected)"
  }

  @Test func everyCellOfTheFormCountsAsIfItWereCalculated() throws {
    let typed = try evaluated(FormFixture.small)
    let computed = try evaluated(Self.uncalculated)
    #expect(computed.scorecard.total == typed.scorecard.total)
    #expect(computed.scorecard.total?.description == "96.5")
    #expect(computed.scorecard.claimedTotal == typed.scorecard.claimedTotal)
    #expect(computed.verdict == typed.verdict)
    let rest = computed.findings.filter { $0.code != .v009 }.map(\.code)
    #expect(rest == typed.findings.map(\.code))
  }

  @Test func eachIsNamedWithItsFormulaAndTheValueUsed() throws {
    let notes = try evaluated(Self.uncalculated).findings.filter { $0.code == .v009 }.map(line)
    #expect(
      Set(notes) == [
        "C5 V009 note =SUM(C6:C7) 90", "D5 V009 note =SUM(D6:D7) 100",
        "E5 V009 note =SUM(E6:E7) 95", "G5 V009 note =E5/D5 0.95",
        "H5 V009 note =ROUND(G5*F5,2) 9.5", "E11 V009 note =100+80 180",
        "F11 V009 note =60/2 30", "G11 V009 note =E11/200*F11 27",
        "F15 V009 note =F5+SUM(F11:F14) 100", "G15 V009 note =H5+SUM(G11:G14) 96.5",
      ])
    #expect(notes.count == 10)
  }

  @Test func theNoteStandsBesideAnyOtherFindingOfTheCell() throws {
    let findings = try evaluated(Self.uncalculated).findings
    let codes = findings.filter { $0.place?.cell == "E11" }.map(\.code)
    #expect(Set(codes) == [.v009, .r005])
  }

  @Test func aClaimWorkedOutIsHeldAgainstTheFigures() throws {
    let table = FormFixture.changed("| 180 | 30 | 27 |", "| 180 | 30 | =29-0.5 |")
    let findings = try evaluated(table).findings.filter { $0.place?.cell == "G11" }
    #expect(Set(findings.map(\.code)) == [.v009, .r002])
    #expect(findings.first { $0.code == .r002 }?.found == "28.5")
  }

  @Test func aFormulaBeyondThisReaderIsAWarningAndUnresolved() throws {
    let table = FormFixture.changed("| ≥200 | 180 |", "| ≥200 | =INDEX(A1:A9,3) |")
    let evaluated = try evaluated(table)
    let findings = evaluated.findings.filter { $0.place?.cell == "E11" }
    #expect(findings.map(line) == ["E11 V009 warning =INDEX(A1:A9,3) 公式的计算结果"])
    #expect(evaluated.scorecard.indicators.first?.status == .unresolved)
  }

  @Test func aFormulaThatComesToNothingIsABlankCell() throws {
    let table = FormFixture.changed("| ≥200 | 180 |", "| ≥200 | =IF(Z1=0,\"\",1) |")
    let findings = try evaluated(table).findings.filter { $0.place?.cell == "E11" }
    #expect(findings.map(\.code) == [.v001])
  }

  @Test func namesMayComeFromAnotherSheet() throws {
    let table = FormFixture.changed("| 项目名称 | 湿地保护 |", "| 项目名称 | =封面!B1 |")
    let workbook = try TestWorkbook.read(
      TestSheet("自评表", table), TestSheet("封面", "| 项目 | 湿地保护 |"))
    let finder = FormFinder(try FormFixture.scheme())
    let form = try #require(finder.find(in: workbook).forms.first)
    let report = ReturnReader(finder).read(form, in: workbook)
    #expect(report.projectName?.shown == "湿地保护")
    #expect(report.projectName?.workedOutFrom == "封面!B1")
  }
}
