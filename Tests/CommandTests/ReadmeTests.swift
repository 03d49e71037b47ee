import Foundation
import TestSupport
import Testing

/// What the READMEs show of the command, run.
@Suite struct ReadmeTests {
  /// A command line of a block, where it runs, and the lines shown below it.
  struct Example: Sendable, CustomTestStringConvertible {
    var folder: URL
    var arguments: [String]
    var shown: [String] = []

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let files = ["README.md", "README.zh-CN.md"]

  static let examples: [Example] = files.flatMap { file in
    text(of: file).components(separatedBy: "<!-- output: ").dropFirst().flatMap { part in
      Self.examples(in: part.components(separatedBy: "<!-- /output -->")[0])
    }
  }

  private static func text(of file: String) -> String {
    let file = Command.repository.appending(path: file)
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  private static func examples(in block: String) -> [Example] {
    var folder = Command.repository
    var examples: [Example] = []
    for line in block.components(separatedBy: "\n").dropFirst() where !line.hasPrefix("```") {
      let words = line.split(separator: " ").map(String.init)
      if words.starts(with: ["$", "cd"]), let path = words.last {
        folder = Command.repository.appending(path: path)
      } else if words.starts(with: ["$", "scorebook"]) {
        examples.append(Example(folder: folder, arguments: Array(words.dropFirst(2))))
      } else if !examples.isEmpty {
        examples[examples.count - 1].shown.append(line)
      }
    }
    return examples
  }

  @Test func thereAreExamples() {
    #expect(Self.examples.count >= 4)
  }

  @Test(arguments: examples)
  func anExampleShowsWhatTheCommandPrints(_ example: Example) throws {
    let ended = try Command.run(example.arguments, in: example.folder)
    let shown = example.shown.joined(separator: "\n").trimmingCharacters(in: .newlines)
    #expect(ended.output.trimmingCharacters(in: .newlines) == shown)
  }

  /// The command lines of a README's `sh` blocks: arguments, and the file that standard output
  /// goes to. A page runs until it is told to end: it has tests of its own.
  private static func lines(of file: String) -> [(arguments: [String], target: String?)] {
    text(of: file).components(separatedBy: "```sh\n").dropFirst().flatMap { block in
      block.components(separatedBy: "```")[0].components(separatedBy: "\n").compactMap { line in
        let words = line.split(separator: "#")[...].first?.split(separator: " ").map(String.init)
        guard let words, words.first == "scorebook", words.dropFirst().first != "serve" else {
          return nil
        }
        let parts = words.dropFirst().split(separator: ">").map(Array.init)
        return (parts[0], parts.count > 1 ? parts[1].first : nil)
      }
    }
  }

  /// The names that the READMEs give to the inputs of a round.
  private static func layOutInputs(in folder: URL) throws {
    let inputs = Command.repository.appending(path: "samples/03-bureau-round/input")
    let names = [
      ("programme.xlsx", ["programme.xlsx", "下达.xlsx"]), ("first", ["returns", "回收"]),
      ("second", ["corrected", "再报"]),
    ]
    for (source, copies) in names {
      for copy in copies {
        try FileManager.default.copyItem(
          at: inputs.appending(path: source), to: folder.appending(path: copy))
      }
    }
  }

  @Test(arguments: files)
  func everyCommandLineRunsInTheOrderGiven(file: String) throws {
    let lines = Self.lines(of: file)
    #expect(
      Set(lines.compactMap(\.arguments.first)).isSuperset(of: ["handout", "score", "summary"]))
    try withTemporaryFolder { folder in
      try Self.layOutInputs(in: folder)
      for line in lines {
        let ended = try Command.run(line.arguments, in: folder)
        #expect(ended.status < 2, "\(line.arguments) \(ended.errors)")
        if let target = line.target {
          try Data(ended.output.utf8).write(to: folder.appending(path: target))
        }
        if let option = line.arguments.firstIndex(of: "--out") {
          let written = folder.appending(path: line.arguments[option + 1])
          #expect(FileManager.default.fileExists(atPath: written.path), "\(line.arguments)")
        }
      }
    }
  }
}
