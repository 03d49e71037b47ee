import Foundation
import TestSupport
import Testing
import Workbooks

@Suite struct SamplesTests {
  @Test(arguments: Sample.all)
  func aSampleGivesWhatIsExpected(sample: Sample) throws {
    try withTemporaryFolder { folder in
      let output = folder.appending(path: "out")
      let ended = try Command.run(sample.arguments(output: output), in: sample.folder)
      #expect(ended.status == (try sample.expectedStatus()), "\(ended.errors)")
      if Sample.isRecording { return try record(output, sample) }
      let made = try files(in: output)
      #expect(made == (try files(in: sample.expected)))
      for name in made {
        try expectSame(
          output.appending(path: name), sample.expected.appending(path: name), name: name)
      }
    }
  }

  @Test(arguments: Sample.all)
  func oneJobAndManyGiveTheSameBytes(sample: Sample) throws {
    try withTemporaryFolder { folder in
      let outputs = try ["1", "3"].map { jobs in
        let output = folder.appending(path: "out\(jobs)")
        let arguments = try sample.arguments(output: output) + ["--jobs", jobs]
        _ = try Command.run(arguments, in: sample.folder)
        return output
      }
      let names = try files(in: outputs[0])
      #expect(names == (try files(in: outputs[1])))
      for name in names {
        let one = try Data(contentsOf: outputs[0].appending(path: name))
        let other = try Data(contentsOf: outputs[1].appending(path: name))
        #expect(one == other, "\(name)")
      }
    }
  }

  @Test(arguments: Sample.all)
  func theReturnsAreNotTouched(sample: Sample) throws {
    try withTemporaryFolder { folder in
      let copy = folder.appending(path: "sample")
      try FileManager.default.copyItem(at: sample.folder, to: copy)
      let output = folder.appending(path: "out")
      _ = try Command.run(sample.arguments(output: output), in: copy)
      for name in try files(in: sample.folder.appending(path: "input")) {
        let before = try Data(contentsOf: sample.folder.appending(path: "input/\(name)"))
        let after = try Data(contentsOf: copy.appending(path: "input/\(name)"))
        #expect(before == after, "\(name)")
      }
    }
  }

  @Test(arguments: Sample.all)
  func theReadmeShowsWhatTheCommandPrints(sample: Sample) throws {
    let readme = try String(
      contentsOf: Sample.repository.appending(path: "README.md"), encoding: .utf8)
    try withTemporaryFolder { folder in
      let output = folder.appending(path: "out")
      let ended = try Command.run(sample.arguments(output: output), in: sample.folder)
      let lines = ended.output.split(separator: "\n").filter { !$0.contains(output.path) }
      #expect(lines.count > 1)
      for line in lines { #expect(readme.contains(line), "README.md lacks: \(line)") }
    }
  }

  private func record(_ output: URL, _ sample: Sample) throws {
    try? FileManager.default.removeItem(at: sample.expected)
    try FileManager.default.copyItem(at: output, to: sample.expected)
  }

  private func expectSame(_ made: URL, _ expected: URL, name: String) throws {
    let made = try [UInt8](Data(contentsOf: made))
    let expected = try [UInt8](Data(contentsOf: expected))
    guard name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") else {
      #expect(
        String(decoding: made, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
        "\(name)")
      return
    }
    let parts = try PackageParts(made)
    let golden = try PackageParts(expected)
    #expect(parts.names == golden.names, "\(name)")
    for part in golden.names {
      #expect(parts.lines(of: part) == golden.lines(of: part), "\(name): \(part)")
    }
  }
}
