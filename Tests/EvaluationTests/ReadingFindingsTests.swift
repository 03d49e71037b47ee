import Evaluation
import Figures
import Testing

/// Codes V: what there is to say about how values were read.
@Suite struct ReadingFindingsTests {
  private func expect(_ rows: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expectMarked(NationalForm.outputs(rows), sourceLocation: sourceLocation)
  }

  @Test func nothingIsSaidOfAFormInOrder() throws {
    let evaluated = try expectMarked(
      NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | |"))
    #expect(evaluated.verdict == .accept)
    #expect(evaluated.scorecard.total?.description == "99")
    #expect(evaluated.scorecard.grade == "优")
  }

  @Test func v001ABlankActualIsAskedForAndTheScoreClaimedForItIsNot() throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | ‹V001› | 50 | 50 | |")
  }

  @Test func v001ABlankTargetIsAskedFor() throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | ‹V001› | 100 | 50 | 50 | |")
  }

  @Test func v001BlankPointsAreAskedFor() throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | ‹V001› | 50 | |")
  }

  @Test(arguments: ["——", "/", "无", "　"]) func v001AMarkForNothingIsBlank(_ mark: String) throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | \(mark) ‹V001› | 50 | 50 | |")
  }

  @Test func v001TheProjectsNameIsRequired() throws {
    try expectMarked(
      """
      | 项目名称 | ‹V001› |
      \(NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | |"))
      """)
  }

  @Test(arguments: ["很多", "12，15，18", "95%", "99999999999999999", "0.0000000000001", "3公里"])
  func v002WhatIsNoNumberOrOutOfRangeIsUnresolved(_ actual: String) throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | \"\(actual)\" ‹V002› | 50 | 50 | |")
  }

  @Test func v002PointsBelowZeroAreOutOfRange() throws {
    let evaluated = try expectMarked(
      NationalForm.outputs(
        """
        | 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 100 | 100 | |
        | 产出指标 | 数量指标 | 乙（人） | 100 | 0 ‹R005› | -50 ‹V002› | 0 | 原因 |
        """))
    #expect(evaluated.verdict == .sendBack)
  }

  @Test func v003ToV006NotesOnReadingStandBesideAnyOtherFinding() throws {
    try expect(
      """
      | 产出指标 | 数量指标 | 甲（人） | 100 | "１００" ‹V003› | 10 | 10 | |
      | 产出指标 | 数量指标 | 乙（人） | 100 | 100人 ‹V004› | 10 | 10 | |
      | 产出指标 | 数量指标 | 丙（人） | 1000 | "1,000" ‹V005› | 10 | 10 | |
      | 产出指标 | 质量指标 | 丁（%） | 95% | "95.09%" ‹V006› | 10 | 10 | |
      | 产出指标 | 质量指标 | 戊（人） | 100 | 80人 ‹V004› ‹R005› | 10 | 8 | 报名不足 |
      """)
  }

  @Test func v007AHundredfoldPercentageCountsAsItsHundredth() throws {
    let evaluated = try expectMarked(
      NationalForm.outputs("| 产出指标 | 质量指标 | 合格率（%） | ≥95% | 9600 ‹V007› | 50 | 50 | |"))
    #expect(evaluated.scorecard.indicators.first?.actual == "96")
    let finding = evaluated.findings.first { $0.code == .v007 }
    #expect(finding?.found == "9600%" && finding?.expected == "96%")
  }

  @Test func v007BeginsAtTwentyTimesTheTarget() throws {
    // 1900 is 20 times 95 and its hundredth, 19, exactly 0.2 times 95.
    try expect("| 产出指标 | 质量指标 | 合格率（%） | ≥95% | 1900 ‹V007› | 50 | 10 | 登记有误 |")
    try expect("| 产出指标 | 质量指标 | 合格率（%） | ≥95% | 1899 ‹R006› | 50 | 50 | 登记有误 |")
  }

  @Test func v009AFormulaWithoutAValueIsUnresolved() throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | ƒB1/B2 ‹V009› | 50 | 50 | |")
  }

  @Test func v010AnErrorValueIsUnresolved() throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | #DIV/0! ‹V010› | 50 | 50 | |")
  }

  @Test func v011ADateWhereANumberIsDue() throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 2024-11-30 ‹V011› | 50 | 50 | |")
  }

  @Test(arguments: ["", "部分", "已建成"]) func v012NeitherYesNorNo(_ answer: String) throws {
    try expect("| 产出指标 | 数量指标 | 平台建成（是/否） | 是 | \(answer) ‹V012› | 50 | 50 | |")
  }

  @Test(arguments: ["是", "达成", "TRUE", "部分达成"])
  func v013AWordOfAnotherKindWhereANumberIsDue(_ word: String) throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | \(word) ‹V013› | 50 | 50 | |")
  }

  @Test func v014APromptLeftInAnActualIsUnresolved() throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 请填写数字 ‹V014› | 50 | 50 | |")
  }

  @Test(arguments: ["请填写原因", "（请在此填写偏差原因及改进措施）", "【请填写】"])
  func v014APromptLeftInAReasonIsNamed(_ prompt: String) throws {
    try expect("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | \(prompt) ‹V014› |")
  }

  @Test func v014APromptLeftInATextIsNamed() throws {
    try expectMarked(
      """
      | 总体目标 | 请在此填写 ‹V014› |
      \(NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | |"))
      """)
  }

  @Test func v015AnActualGivenAsABoundIsItsNumber() throws {
    try expect("| 产出指标 | 数量指标 | 护栏（米） | ≥266米 | ≥266米 ‹V015› ‹V004› | 50 | 50 | |")
  }

  @Test func v015StandsBesideTheShortfall() throws {
    try expect("| 产出指标 | 数量指标 | 护栏（米） | 300 | \"≥266\" ‹V015› ‹R005› | 50 | 44.33 | 原因 |")
  }

  @Test(arguments: ["基本达成", "较好", "良好"]) func v016AWordThatIsNoLevel(_ word: String) throws {
    try expect("| 产出指标 | 质量指标 | 制度健全 | 制度健全 | \(word) ‹V016› | 50 | 45 | |")
  }

  @Test func aTargetThatCannotBeReadIsSaidOnTheTarget() throws {
    try expect("| 产出指标 | 数量指标 | 培训次数 | 每周1次 ‹V002› | 12 | 50 | 50 | |")
  }

  @Test func anUnreadableClaimIsSaidAndTheRowIsScoredAllTheSame() throws {
    let evaluated = try expectMarked(
      NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 满分 ‹V002› | |"))
    #expect(evaluated.scorecard.total?.description == "99")
  }

  @Test func oneRowBeyondExactArithmeticDoesNotSpoilTheOthers() throws {
    let evaluated = try expectMarked(
      NationalForm.outputs(
        """
        | 产出指标 | 数量指标 | 甲 | 999999999999989 | "0.123456789013" ‹V002› | 7.123456789013 | 7 | |
        | 产出指标 | 数量指标 | 乙 | 100 | 100 | 42.876543210987 | 42 ‹R002 note› | |
        """))
    #expect(evaluated.scorecard.indicators.map(\.status) == [.unresolved, .met, .met, .met])
  }
}
