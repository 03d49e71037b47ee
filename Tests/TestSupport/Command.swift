public import Foundation

/// The command as built beside the tests.
public enum Command {
  /// How a run ended, and what it said.
  public struct Ended: Sendable {
    /// The exit status.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: String
    /// What it wrote to standard error.
    public var errors: String
  }

  /// The root of the repository.
  public static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The command's own path.
  public static var path: URL {
    // The test bundle lies in the same folder as the products.
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return folder.appending(path: "scorebook")
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - folder: where it runs; the root of the repository unless said otherwise.
  ///   - environment: variables on top of a Chinese locale.
  public static func run(
    _ arguments: [String], in folder: URL = repository, environment: [String: String] = [:]
  ) throws -> Ended {
    let process = process(arguments, in: folder, environment: environment)
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

  /// The command about to run, in a Chinese locale.
  public static func process(
    _ arguments: [String], in folder: URL = repository, environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables["LC_ALL"] = "zh_CN.UTF-8"
    process.environment = variables.merging(environment) { $1 }
    return process
  }
}

/// A folder that is gone after use.
public func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
