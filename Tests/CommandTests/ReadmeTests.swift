import Foundation
import TestSupport
import Testing

/// What README.md shows of the command, run.
@Suite struct ReadmeTests {
  /// A command line of a block, where it runs, and the lines shown below it.
  struct Example: Sendable, CustomTestStringConvertible {
    var folder: URL
    var arguments: [String]
    var shown: [String] = []

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let examples: [Example] = {
    let file = Command.repository.appending(path: "README.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "<!-- output: ").dropFirst().flatMap { part in
      Self.examples(in: part.components(separatedBy: "<!-- /output -->")[0])
    }
  }()

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
    #expect(Self.examples.count >= 2)
  }

  @Test(arguments: examples)
  func anExampleShowsWhatTheCommandPrints(_ example: Example) throws {
    let ended = try Command.run(example.arguments, in: example.folder)
    let shown = example.shown.joined(separator: "\n").trimmingCharacters(in: .newlines)
    #expect(ended.output.trimmingCharacters(in: .newlines) == shown)
  }
}
