import Foundation
import Testing

/// The committed corpus and everything that fuzzing found, through the same targets.
@Suite struct CorpusReplayTests {
  @Test(arguments: FuzzTarget.allCases)
  func everyInputEndsWell(_ target: FuzzTarget) throws {
    let folder = ShippedSchemes.root.appending(path: "Fuzzing/corpus/\(target.rawValue)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= 3, "\(target.rawValue) has seeds")
    for file in files { target.run(Array(try Data(contentsOf: file))) }
  }
}
