import Evaluation
import Foundation
import TestSupport
import Testing

@testable import scorebook

/// What is printed where: colour and progress on a terminal only.
@Suite struct TerminalTests {
  static let check = [
    "check", "--scheme", "mof-2020", "samples/03-bureau-round/input/first/民政局",
  ]

  @Test(.enabled(if: PseudoTerminal.isAvailable))
  func aTerminalIsColouredAndTheWordsStayTheSame() throws {
    let coloured = try PseudoTerminal.run(Self.check)
    #expect(coloured.status == 1)
    #expect(coloured.text.contains("\u{1B}[31m须改\u{1B}[0m"))
    let plain = try Command.run(Self.check)
    #expect(Self.withoutSigns(coloured.text) == plain.output)
  }

  @Test func aNameInAnErrorSteersNoTerminal() throws {
    let ended = try Command.run(["check", "--scheme", "mof-2020", "\u{1B}[2J\u{202E}weg"])
    #expect(ended.status == 2)
    #expect(ended.errors.contains("_[2J_weg"))
    let scheme = try Command.run(["check", "--scheme", "\u{1B}]0;x\u{7}", "samples"])
    #expect(scheme.status == 2 && !scheme.errors.contains("\u{1B}"))
  }

  @Test(
    .enabled(if: PseudoTerminal.isAvailable),
    arguments: [
      (["--no-color"], [:]), ([], ["NO_COLOR": "1"]), ([], ["TERM": "dumb"]),
    ] as [([String], [String: String])])
  func colourIsLeftOutWhereSomebodySaysSo(
    options: [String], environment: [String: String]
  ) throws {
    let ended = try PseudoTerminal.run(Self.check + options, environment: environment)
    #expect(ended.text.contains("须改"))
    #expect(!ended.text.contains("\u{1B}[3"))
  }

  @Test(.enabled(if: PseudoTerminal.isAvailable))
  func anEmptyVariableDoesNotTakeColourAway() throws {
    let ended = try PseudoTerminal.run(Self.check, environment: ["NO_COLOR": ""])
    #expect(ended.text.contains("\u{1B}[31m"))
  }

  @Test(.enabled(if: PseudoTerminal.isAvailable))
  func quietSaysNothing() throws {
    let ended = try Command.run(Self.check + ["--quiet"])
    #expect(ended.status == 1)
    #expect(ended.output.isEmpty && ended.errors.isEmpty)
    #expect(try PseudoTerminal.run(Self.check + ["--quiet"]).text.isEmpty)
  }

  @Test func quietLeavesTheResultsOnStandardOutput() throws {
    let ended = try Command.run(Self.check + ["--quiet", "--json"])
    #expect(ended.output.hasPrefix("{"))
    #expect(ended.errors.isEmpty)
  }

  @Test func jsonAloneIsOnStandardOutputAndWordsBesideIt() throws {
    let ended = try Command.run(Self.check + ["--json"])
    let json = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
    #expect((json as? [String: Any])?["schema"] as? String == "scorebook-results/1")
    #expect(ended.errors.contains("已计分 1 份"))
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let process = Command.process(Self.check)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try output.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
  }

  @Test func aFullDiskBehindStandardOutputIsAnError() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let process = Command.process(["explain", "R005"])
    let errors = Pipe()
    process.standardOutput = full
    process.standardError = errors
    try process.run()
    let text = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(String(decoding: text, as: UTF8.self).contains("无法写到标准输出"))
  }

  @Test(.enabled(if: PseudoTerminal.isAvailable))
  func progressIsDrawnInOneLineAndTakenAwayAgain() throws {
    try withTemporaryFolder { folder in
      let source = Command.repository.appending(
        path: "samples/03-bureau-round/input/first/民政局/居家养老自评表.xlsx")
      // So many that a fast machine, too, works on them for longer than a drawing waits.
      for number in 1...60 {
        try FileManager.default.linkItem(
          at: source, to: folder.appending(path: "\(number).xlsx"))
      }
      let arguments = ["check", "--scheme", "mof-2020", "--jobs", "1", folder.path]
      let ended = try PseudoTerminal.run(arguments)
      let parts = ended.text.components(separatedBy: "\u{1B}[K")
      #expect(parts.count > 2)
      for part in parts.dropLast(2) {
        #expect(part.hasPrefix("\r[") && part.contains("/60") && !part.contains("\n"))
      }
      // The last drawing is followed by an empty line in its place, then by the table.
      #expect(parts.dropLast().last == "\r")
      #expect(parts.last?.contains("已计分 60 份") == true)
      let piped = try Command.run(arguments)
      #expect(piped.errors.isEmpty)
    }
  }

  @Test(arguments: [
    (0, 10, 100, "[------------------------] 0/10 0%  每秒0.0份"),
    (1, 4, 1000, "[######------------------] 1/4 25%  每秒1.0份  还需3秒"),
    (100, 30_000, 1000, "[------------------------] 100/30000 0%  每秒100份  还需4分59秒"),
    (1, 3, 3_600_000, "[########----------------] 1/3 33%  每秒0.0份  还需2时0分"),
    (4, 4, 2000, "[########################] 4/4 100%  每秒2.0份"),
    (0, 0, 0, "[------------------------] 0/0 0%  每秒0.0份"),
  ])
  func aProgressLineNamesCountRateAndTheTimeLeft(
    done: Int, total: Int, milliseconds: Int, says: String
  ) {
    let line = ProgressLine(
      done: done, total: total, milliseconds: milliseconds, language: .zh)
    #expect(line.text.trimmingCharacters(in: .whitespaces) == says)
  }

  @Test func aProgressLineFitsTheTerminal() {
    let line = ProgressLine(
      done: 999_999, total: 1_000_000, milliseconds: 999_999_999, language: .zh)
    #expect(TextTable.width(of: line.text) < Paragraph.width)
  }

  /// The text that stays on a terminal: a progress line is taken away again, colours are no text.
  private static func withoutSigns(_ text: String) -> String {
    let stays = text.components(separatedBy: "\u{1B}[K").last ?? text
    return stays.replacingOccurrences(of: "\r\n", with: "\n")
      .replacingOccurrences(of: "\u{1B}\\[[0-9]*m", with: "", options: .regularExpression)
  }
}
