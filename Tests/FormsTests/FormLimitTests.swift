import Evaluation
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// More forms or indicators than can be worked on in time are refused before they are read.
@Suite struct FormLimitTests {
  @Test(arguments: [(Limit.forms, 1), (.indicators, 3)])
  func aWorkbookBeyondALimitIsRefusedByName(_ limit: Limit, _ allowed: Int) throws {
    let bytes = try TestWorkbook.bytes(
      [TestSheet("一", FormFixture.small), TestSheet("二", FormFixture.small)])
    var limits = Limits.standard
    func codes() throws -> [FindingCode] {
      let processor = ReturnProcessor(
        FormKinds(try FormFixture.scheme(), programme: nil), limits: limits)
      return processor.process(bytes, file: "a.xlsx", annotated: nil).forms
        .flatMap(\.outcome.findings).map(\.code)
    }
    #expect(try !codes().contains(.f005))
    limits[limit] = allowed
    #expect(try codes() == [.f005])
  }
}
