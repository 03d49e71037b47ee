import Forms
import Foundation
import TestSupport
import Testing

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
}
