import Evaluation
import Figures
import Testing

@testable import Forms

/// What a manifest says of the cells of its blank.
@Suite struct ManifestFieldTests {
  private let fields = [BlankField("sb_I01_actual", .rule), BlankField("sb_I01_score", .formula)]

  private func rows() throws -> [[String]] {
    Manifest.rows(try IssuedFixture.issued(), fields: fields)
  }

  @Test func `what was issued comes back as it was`() throws {
    #expect(Manifest.issued(try rows()) == (try IssuedFixture.issued()))
    #expect(Manifest.fields(try rows()) == fields)
  }

  @Test func `empty cells that a program adds or drops at the end of a row change nothing`() throws
  {
    let widened = try rows().map { $0 + ["", ""] }
    #expect(Manifest.issued(widened) == (try IssuedFixture.issued()))
  }

  @Test func `one value changed and nothing of it is believed`() throws {
    let changed = try rows().map { row in row.map { $0 == "≥200" ? "≥20" : $0 } }
    #expect(Manifest.issued(changed) == nil)
    #expect(Manifest.fields(changed).isEmpty)
  }

  @Test func `records of a later version are passed over`() throws {
    var records = Array(try rows().dropLast())
    records += [["colour", "red"], ["field", "sb_I01_reason", "picture"]]
    let later = Manifest.sealed(records)
    #expect(Manifest.issued(later) == (try IssuedFixture.issued()))
    #expect(Manifest.fields(later) == fields)
  }
}
