import Foundation
import TestSupport

/// A sample of the repository: command lines, their inputs, and what must come out.
struct Sample: CustomStringConvertible, Sendable {
  let folder: URL

  /// Its path below `samples/`.
  let description: String

  /// Every folder below `samples/` that has a command line, in order of its path; what a sample
  /// itself holds is none.
  static let all: [Sample] = samples(in: repository.appending(path: "samples"), path: "")

  private static func samples(in folder: URL, path: String) -> [Sample] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name -> [Sample] in
      let inner = folder.appending(path: name)
      let path = path.isEmpty ? name : "\(path)/\(name)"
      if FileManager.default.fileExists(atPath: inner.appending(path: "cmd.txt").path) {
        return [Sample(folder: inner, description: path)]
      }
      return samples(in: inner, path: path)
    }
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether expectations are written instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["SCOREBOOK_RECORD"] == "1"

  var expected: URL { folder.appending(path: "expected") }

  /// The command lines of `cmd.txt`, each without its `scorebook`, `OUT` replaced.
  func commands(output: URL) throws -> [[String]] {
    let text = try String(contentsOf: folder.appending(path: "cmd.txt"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).dropFirst().map {
        $0.replacingOccurrences(of: "OUT", with: output.path)
      }
    }
  }

  /// Runs the command lines one after the other in a folder that has the sample's inputs.
  func run(
    output: URL, in folder: URL? = nil, adding options: [String] = []
  ) throws -> [Command.Ended] {
    try commands(output: output).map {
      try Command.run($0 + options, in: folder ?? self.folder)
    }
  }

  /// The exit status of each command line.
  func expectedStatuses() throws -> [Int32] {
    let text = try String(
      contentsOf: folder.appending(path: "expected-exit.txt"), encoding: .utf8)
    return text.split(whereSeparator: \.isWhitespace).map { Int32($0) ?? -1 }
  }
}

/// The files below a folder, by their path in it, in order.
func files(in folder: URL) throws -> [String] {
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return names.filter { name in
    var isFolder: ObjCBool = false
    let path = folder.appending(path: name).path
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }.sorted()
}
