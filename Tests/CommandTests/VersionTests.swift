import Evaluation
import Foundation
import TestSupport
import Testing

@testable import scorebook

/// What `--version` says, and that it is so.
@Suite struct VersionTests {
  private static func lines(of arguments: [String] = ["--version"]) throws -> [String] {
    let ended = try Command.run(arguments)
    #expect(ended.status == 0 && ended.errors.isEmpty)
    #expect(ended.output.hasSuffix("\n"))
    return ended.output.split(separator: "\n").map(String.init)
  }

  @Test func theFirstLineIsTheCommandsOwn() throws {
    let first = try #require(try Self.lines().first)
    #expect(first == "scorebook \(VersionText.command)")
    #expect(VersionText.command.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
  }

  @Test func aVerbAnswersAsTheCommandDoes() throws {
    #expect(try Self.lines(of: ["score", "--version"]) == Self.lines())
  }

  @Test func everyShippedSchemeHasTheVersionThatItsFileDeclares() throws {
    let listed = try Self.lines().filter { $0.hasPrefix("scheme ") }
    let schemes = try SchemeLocator.all()
    #expect(schemes.count >= 17)
    #expect(listed == schemes.map { "scheme \($0.id) \($0.version)" })
  }

  @Test(arguments: ["libzip", "libdeflate"])
  func aLibraryHasTheVersionOfThePackageThatIsLinked(_ name: String) throws {
    #expect(try Self.lines().contains("\(name) \(Self.package(name, tells: "--modversion"))"))
  }

  /// Its pkg-config file tells the version of the shared object alone.
  @Test func libxlsxwriterHasTheVersionOfItsHeader() throws {
    let line = try #require(try Self.lines().first { $0.hasPrefix("libxlsxwriter ") })
    let folder = try Self.package("xlsxwriter", tells: "--variable=includedir")
    let header = try String(contentsOfFile: "\(folder)/xlsxwriter.h", encoding: .utf8)
    #expect(header.contains("#define LXW_VERSION \"\(line.split(separator: " ")[1])\""))
  }

  private static func package(_ name: String, tells option: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pkg-config", option, name]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func swiftHasItsRelease() throws {
    let line = try #require(try Self.lines().first { $0.hasPrefix("Swift ") })
    #expect(line.wholeMatch(of: /Swift \d+\.\d+(\.\d+)?( or later)?/) != nil)
    #if compiler(>=6.3.1) && !compiler(>=6.3.2)
      #expect(line == "Swift 6.3.1")
    #endif
  }

  @Test(arguments: [
    ("id: a\nversion: \"1.0\"\n", "1.0"), ("version: '2.1' # since\nid: a\n", "2.1"),
    ("version:   2020-b\r\nid: a\n", "2020-b"), ("version: 1.0 # since\n", "1.0"),
  ])
  func theVersionIsReadFromTheFirstLines(_ lines: String, _ version: String) {
    #expect(SchemeHead.version(in: lines) == version)
  }

  @Test(arguments: [
    "id: a\n", "  version: 1.0\n", "version: 1.0", "version: |\n  1.0\n", "version: &a 1.0\n",
    "version: \"1\\x2e0\"\n", "version: 1 0\n", "version:\n",
  ])
  func whatStandsOtherwiseIsLeftToTheReaderOfSchemes(_ lines: String) {
    #expect(SchemeHead.version(in: lines) == nil)
  }
}
