import Foundation
import TestSupport

/// A sample of a finding: returns that give one code and nothing else.
struct FindingSample: CustomStringConvertible, Sendable {
  let folder: URL

  var description: String { folder.lastPathComponent }

  /// The code it is of; `nil` where nothing is to be found.
  var code: String? { description.hasPrefix("clean") ? nil : String(description.prefix(4)) }

  /// Every folder of `samples/findings`.
  static let all: [FindingSample] = {
    let folder = Sample.repository.appending(path: "samples/findings")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { FindingSample(folder: folder.appending(path: $0)) }
      .filter {
        FileManager.default.fileExists(atPath: $0.folder.appending(path: "command.txt").path)
      }
  }()

  /// What was found: a line `code, severity, sheet, cell` each, in order; `-` stands for none.
  func found() throws -> [String] {
    try withTemporaryFolder { output in
      let text = try String(contentsOf: folder.appending(path: "command.txt"), encoding: .utf8)
      let words = text.split(whereSeparator: \.isWhitespace).dropFirst().map {
        $0.replacingOccurrences(of: "OUT", with: output.appending(path: "out").path)
      }
      let ended = try Command.run(words + ["--json", "--jobs", "1"], in: folder)
      let results = try JSONDecoder().decode(Results.self, from: Data(ended.output.utf8))
      return (results.returns.flatMap(\.findings) + results.findings).map(\.line).sorted()
    }
  }

  /// What has to be found, as ``found()`` says it.
  func expected() throws -> [String] {
    let file = folder.appending(path: "expected-codes.txt")
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").map(String.init).sorted()
  }

  private struct Results: Decodable {
    var findings: [Found]
    var returns: [Return]
  }

  private struct Return: Decodable {
    var findings: [Found]
  }

  private struct Found: Decodable {
    var code: String
    var severity: String
    var sheet: String?
    var cell: String?

    var line: String { [code, severity, sheet ?? "-", cell ?? "-"].joined(separator: "\t") }
  }
}
