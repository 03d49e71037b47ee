import Foundation

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

/// The command as built beside the tests.
enum Command {
  struct Ended {
    var status: Int32
    var output: String
    var errors: String
  }

  static var path: URL {
    // The test bundle lies in the same folder as the products.
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return folder.appending(path: "scorebook")
  }

  static func run(_ arguments: [String], in folder: URL) throws -> Ended {
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "zh_CN.UTF-8"
    process.environment = environment
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaints, as: UTF8.self))
  }
}

/// A folder that is gone after use.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
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
