import Foundation
import TestSupport
import Testing
import Workbooks

@Suite struct SamplesTests {
  @Test(arguments: Sample.all)
  func aSampleGivesWhatIsExpected(sample: Sample) throws {
    try withTemporaryFolder { folder in
      let output = folder.appending(path: "out")
      let ended = try sample.run(output: output)
      #expect(ended.map(\.status) == (try sample.expectedStatuses()), "\(ended.map(\.errors))")
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
        _ = try sample.run(output: output, adding: ["--jobs", jobs])
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
      _ = try sample.run(output: output, in: copy)
      for name in try files(in: sample.folder.appending(path: "input")) {
        let before = try Data(contentsOf: sample.folder.appending(path: "input/\(name)"))
        let after = try Data(contentsOf: copy.appending(path: "input/\(name)"))
        #expect(before == after, "\(name)")
      }
    }
  }

  @Test func theDemoRunsEverySample() throws {
    try withTemporaryFolder { folder in
      let output = folder.appending(path: "out")
      let demo = Command.process(["scripts/demo.sh", Command.path.path, output.path])
      demo.executableURL = URL(filePath: "/bin/sh")
      demo.standardOutput = FileHandle.nullDevice
      demo.standardError = FileHandle.nullDevice
      try demo.run()
      demo.waitUntilExit()
      #expect(demo.terminationStatus == 0)
      for sample in Sample.all {
        let made = output.appending(path: "\(sample)").path
        #expect(FileManager.default.fileExists(atPath: made), "\(sample)")
      }
    }
  }

  /// What the demo prints of a sample, line by line.
  private static func printed(by sample: Sample) throws -> [String] {
    try withTemporaryFolder { folder in
      let output = folder.appending(path: "out")
      return try sample.run(output: output).flatMap { ended in
        ended.output.replacingOccurrences(of: output.path, with: "demo-out/\(sample)")
          .components(separatedBy: "\n")
      }
    }
  }

  @Test func theReadMesShowWhatTheDemoPrints() throws {
    let printed = try Set(Sample.all.flatMap(Self.printed))
    for file in ["README.md", "README.zh-CN.md"] {
      let text = try String(
        contentsOf: Sample.repository.appending(path: file), encoding: .utf8)
      let blocks = text.components(separatedBy: "<!-- output: make demo -->\n```text\n").dropFirst()
      let shown = blocks.flatMap { block in
        block.components(separatedBy: "```")[0].components(separatedBy: "\n")
      }
      #expect(shown.count > 5, "\(file)")
      for line in shown where !line.hasPrefix("──") && !line.hasPrefix("demo-out/") {
        #expect(printed.contains(line) || line.hasPrefix("看结果"), "\(file): \(line)")
      }
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
