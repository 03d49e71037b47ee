import Evaluation
import Forms
import Testing

@Suite struct VerdictTests {
  @Test func aReturnWithoutFindingsStands() {
    let outcome = ReturnOutcome(
      file: "a.xlsx", form: 1, sha256: "", evaluated: nil, findings: [], counts: true,
      fundUnit: "万元", annotated: nil)
    #expect(outcome.verdict == .accept)
  }
}
