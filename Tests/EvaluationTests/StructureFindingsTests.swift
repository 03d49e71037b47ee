import Evaluation
import Figures
import Testing

/// Codes S, and which of several findings stand.
@Suite struct StructureFindingsTests {
  private static let clean = "| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | |"

  @Test(arguments: [
    (FindingCode.f007, "error.bin"), (.f010, "3000 行"), (.s001, "Sheet1"), (.s002, "E,D"),
    (.s005, "实际完成"), (.s006, "B5:B6"), (.s007, "锁"), (.s008, "第7行"), (.s010, "批注"), (.s011, "F5"),
  ])
  func whatReadingFoundOutAboutTheStructureIsPassedOn(_ code: FindingCode, _ found: String) throws {
    var drawn = DrawnReport(NationalForm.outputs(Self.clean), scheme: try ShippedScheme.mof.scheme)
    drawn.add(
      StructureRemark(
        code, at: Place(sheet: "表", cell: "A30"), label: "表", found: found, expected: "规定的样式"))
    let evaluated = expectMarked(drawn)
    let finding = try #require(evaluated.findings.first)
    #expect(!finding.message.isEmpty)
    #expect(finding.found == found)
  }

  @Test func s009AMergeThatSwallowedAnActualIsTheOnlyFindingOnIt() throws {
    var drawn = DrawnReport(
      NationalForm.outputs(
        """
        | 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 25 | 25 | |
        | 产出指标 | 数量指标 | 乙（人） | 100 | ^   | 25 | 25 | |
        """), scheme: try ShippedScheme.mof.scheme)
    drawn.add(
      StructureRemark(
        .s009, at: Place(sheet: "表", cell: "E5"), label: "实际完成值", found: "E5:E6", expected: ""))
    let evaluated = expectMarked(drawn)
    #expect(evaluated.scorecard.indicators[1].status == .unresolved)
    #expect(evaluated.scorecard.total?.description == "74")
  }

  @Test(arguments: ["D6", "F6", "G6"])
  func s009ASwallowedTargetPointsOrScoreAddsNothing(_ cell: String) throws {
    func drawn(_ column: String, _ value: String) -> String { cell.hasPrefix(column) ? "^" : value }
    let row =
      "| 产出指标 | 数量指标 | 乙（人） | \(drawn("D", "100")) | 100 | \(drawn("F", "25")) | \(drawn("G", "25")) | |"
    var report = DrawnReport(
      NationalForm.outputs("| 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 25 | 25 | |\n" + row),
      scheme: try ShippedScheme.mof.scheme)
    report.add(
      StructureRemark(
        .s009, at: Place(sheet: "表", cell: cell.replacing("6", with: "5")), label: "", found: cell,
        expected: ""))
    expectMarked(report)
  }

  @Test func aFindingWithoutACellStandsBesideAnyOther() throws {
    var drawn = DrawnReport(NationalForm.outputs(Self.clean), scheme: try ShippedScheme.mof.scheme)
    drawn.add(StructureRemark(.f007, at: nil, label: "文件", found: "../x", expected: "", key: "a"))
    drawn.add(StructureRemark(.s001, at: nil, label: "表名", found: "Sheet1", expected: "自评表"))
    expectMarked(drawn)
  }

  @Test func ofSeveralFindingsOnACellTheGravestStands() throws {
    // R004 (error) over R009 (warning) on one score.
    try expectMarked(
      NationalForm.outputs("| 产出指标 | 质量指标 | 制度健全 | 达成 | 达成 | 50 | 60 ‹R004› | |"))
  }

  @Test func amongEqualsTheFirstLetterOfFSVTBRCStands() throws {
    // V007 and R005 are both warnings on one actual; the reading comes first.
    try expectMarked(
      NationalForm.outputs("| 产出指标 | 质量指标 | 合格率（%） | ≥95% | 9000 ‹V007› | 50 | 47.37 | 原因 |"))
    // S008 and V014 on one reason.
    var drawn = DrawnReport(
      NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | 请填写 |"),
      scheme: try ShippedScheme.mof.scheme)
    drawn.add(
      StructureRemark(
        .s008, at: Place(sheet: "表", cell: "H5"), label: "列", found: "H", expected: ""))
    expectMarked(drawn)
  }

  @Test func aReadingNoteStandsBesideTheMissingReason() throws {
    try expectMarked(
      NationalForm.outputs("| 产出指标 | 质量指标 | 差错率（%） | 0 | \"5%\" ‹V006› | 50 | 0 | ‹R007› |"))
  }
}
