import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Forms

/// The example of a programme workbook has no mistake by the scheme it is made for.
@Suite struct ProgrammeExampleTests {
  private static let shipped = ShippedSchemes(
    beside: Command.repository.appending(path: "bin/scorebook").path())

  @Test(arguments: shipped.ids)
  func aShippedSchemeTakesItsExample(id: String) throws {
    let path = try #require(Self.shipped.path(of: id))
    let scheme = try SchemeFile.read(
      yaml: String(contentsOfFile: path, encoding: .utf8), file: path)
    let bytes = try ProgrammeExample.bytes(for: scheme)
    let programme = try ProgrammeBook(bytes).programme(for: scheme)
    #expect(programme.projects.count == 1)
    #expect(try ProgrammeExample.bytes(for: scheme) == bytes)
  }

  @Test func withoutASchemeItIsReadByAnyThatHasNoPoints() throws {
    let programme = try ProgrammeBook(ProgrammeExample.bytes(for: nil))
    let schemes = try Self.shipped.ids.map { id in
      let path = try #require(Self.shipped.path(of: id))
      return try SchemeFile.read(yaml: String(contentsOfFile: path, encoding: .utf8), file: path)
    }
    #expect(try programme.programme(forAnyOf: schemes)?.projects.first?.indicators.count == 3)
  }
}
