import Foundation
import TestSupport

/// A sample of the repository: a command line, its inputs, and what must come out.
struct Sample: CustomStringConvertible, Sendable {
  let folder: URL

  var description: String { folder.lastPathComponent }

  /// Every folder of `samples/` that has a command line.
  static let all: [Sample] = {
    let folder = repository.appending(path: "samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { Sample(folder: folder.appending(path: $0)) }
      .filter { FileManager.default.fileExists(atPath: $0.folder.appending(path: "cmd.txt").path) }
  }()

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether expectations are written instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["SCOREBOOK_RECORD"] == "1"

  var expected: URL { folder.appending(path: "expected") }

  /// The words of `cmd.txt`, `OUT` replaced.
  func arguments(output: URL) throws -> [String] {
    let line = try String(contentsOf: folder.appending(path: "cmd.txt"), encoding: .utf8)
    return line.split(whereSeparator: \.isWhitespace).dropFirst().map {
      $0 == "OUT" ? output.path : String($0)
    }
  }

  func expectedStatus() throws -> Int32 {
    let text = try String(
      contentsOf: folder.appending(path: "expected-exit.txt"), encoding: .utf8)
    return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
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
