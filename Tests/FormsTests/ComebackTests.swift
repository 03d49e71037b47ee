import Evaluation
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// A return through the whole processor, and its annotated copy through it again.
@Suite struct ComebackTests {
  private let processor: ReturnProcessor

  init() throws {
    processor = ReturnProcessor(scheme: try FormFixture.scheme(), programme: nil)
  }

  private func form(_ table: String = FormFixture.small) throws -> [UInt8] {
    try TestWorkbook.bytes([TestSheet("自评表", table)])
  }

  private func copy(of bytes: [UInt8]) throws -> [UInt8] {
    try #require(processor.process(bytes, file: "a.xlsx", annotated: "a_批注.xlsx").copy)
  }

  @Test func `the annotated copy of an unchanged return is annotated alike`() throws {
    let once = try copy(of: form())
    #expect(try copy(of: once) == once)
  }

  @Test func `a copy gives the findings and scores of its return`() throws {
    let first = processor.process(try form(), file: "a.xlsx", annotated: "b.xlsx").forms
    let again = processor.process(try copy(of: form()), file: "a.xlsx", annotated: "b.xlsx").forms
    #expect(first.map(\.outcome.findings) == again.map(\.outcome.findings))
    #expect(
      first.map(\.outcome.evaluated?.scorecard.total)
        == again.map(\.outcome.evaluated?.scorecard.total))
  }
}
