import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Forms

/// The empty form of every shipped scheme lies beside it, and is what would be written today.
@Suite struct BlankTemplateTests {
  private static let isRecording = ProcessInfo.processInfo.environment["SCOREBOOK_RECORD"] == "1"

  @Test(arguments: HandoutFixture.shipped)
  func theShippedBlankIsCurrent(_ id: String) throws {
    let file = HandoutFixture.root.appending(path: "templates/\(id)/blank.xlsx")
    let made = try HandoutWriter(HandoutFixture.scheme(id), programme: nil).emptyForm()
    if Self.isRecording { return try Data(made).write(to: file) }
    let shipped = try PackageParts([UInt8](Data(contentsOf: file)))
    #expect(try PackageParts(made).firstDifference(from: shipped) == nil)
  }

  @Test(arguments: HandoutFixture.shipped)
  func `of the shipped blank nothing was taken away, for it carries nothing`(_ id: String) throws {
    let scheme = try HandoutFixture.scheme(id)
    let form = try HandoutWriter(scheme, programme: nil).emptyForm()
    let found = ReturnProcessor(scheme: scheme, programme: nil)
      .process(form, file: "a.xlsx", annotated: nil).forms.flatMap(\.outcome.findings)
    #expect(found.contains { $0.code == .v001 })
    #expect(!found.contains { $0.code == .s007 })
  }
}
