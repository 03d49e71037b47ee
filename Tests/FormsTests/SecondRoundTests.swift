import Evaluation
import Foundation
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// Rounds over several returns of one project, through the runner, with its files.
@Suite final class SecondRoundTests {
  private let root: String
  private let scheme: Scheme

  init() throws {
    scheme = try FormFixture.scheme()
    root = NSTemporaryDirectory() + "round-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private static let clean = FormFixture.small
    .replacing("| 180 | 30 | 27 | 汛期 |", with: "| 200 | 30 | 30 | |")
    .replacing("| 96.5 |", with: "| 99.5 |")
  private static let faulty = FormFixture.small.replacing("| 30 | 27 | 汛期 |", with: "| 30 | 30 | |")

  private func put(_ file: String, _ table: String) throws -> String {
    try put(file, [TestSheet("自评表", table)])
  }

  private func put(_ file: String, _ sheets: [TestSheet]) throws -> String {
    let path = root + "/" + file
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(TestWorkbook.bytes(sheets)).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func run(_ files: [String], output: String? = nil, jobs: Int = 1) throws -> [SummaryLine]
  {
    let runner = RoundRunner(
      scheme: scheme, programme: nil, output: output.map { root + "/" + $0 }, jobs: jobs)
    return try runner.run(Inbox(files).inputs).lines
  }

  private func line(_ file: String, _ lines: [SummaryLine]) throws -> SummaryLine {
    try #require(lines.first { $0.file == file })
  }

  @Test func `the return that counts tells what became of the findings of the one it replaces`()
    throws
  {
    let files = [try put("表.xlsx", Self.faulty), try put("表(2).xlsx", Self.clean)]
    for order in [files, files.reversed()] {
      let lines = try run(order)
      let (old, new) = (try line("表.xlsx", lines), try line("表(2).xlsx", lines))
      #expect(!old.counts && old.rectification == nil)
      let compared = try #require(new.rectification)
      #expect(new.counts && compared.previous == "表.xlsx")
      #expect(!compared.resolved.isEmpty && compared.standing.isEmpty && compared.new.isEmpty)
      #expect(
        compared.resolved.map(\.id)
          == old.findings.filter { $0.severity > .note && $0.code != "F009" }.map(\.id))
    }
  }

  @Test func `what was not corrected stands, and a new fault is new`() throws {
    let worse = Self.faulty.replacing("| 95 | 10 |", with: "| 105 | 10 |")
    let lines = try run([try put("表.xlsx", Self.faulty), try put("表(2).xlsx", worse)])
    let compared = try #require(try line("表(2).xlsx", lines).rectification)
    #expect(compared.resolved.isEmpty)
    #expect(!compared.standing.isEmpty && !compared.new.isEmpty)
  }

  @Test func `of a return that changes while the round runs, what was read first stands`() throws {
    let files = [try put("表.xlsx", Self.faulty), try put("表(2).xlsx", Self.clean)]
    let runner = RoundRunner(scheme: scheme, programme: nil, output: root + "/out", jobs: 1)
    let result = try runner.run(
      Inbox(files).inputs,
      progress: { done in
        if done == 2 { try? Data("weg".utf8).write(to: URL(fileURLWithPath: files[0])) }
      })
    // The one is done again for its own sake, the other for what it says of the one.
    #expect(result.changed == ["表.xlsx", "表(2).xlsx"])
    let old = try line("表.xlsx", result.lines)
    #expect(old.isRead && !old.counts && old.isSuperseded)
    #expect(try line("表(2).xlsx", result.lines).counts)
    let json = try String(contentsOfFile: root + "/out/results.json", encoding: .utf8)
    let rows = try String(contentsOfFile: root + "/out/findings.csv", encoding: .utf8)
    #expect(json.contains("\"F009\"") && !json.contains("\"F001\""))
    #expect(rows.contains(",F009,") && !rows.contains(",F001,"))
  }

  @Test func `the same bytes under another name are no second round`() throws {
    let lines = try run([try put("a.xlsx", Self.faulty), try put("b.xlsx", Self.faulty)])
    #expect(lines.allSatisfy { $0.rectification == nil })
  }

  @Test func `forms of one workbook are compared each with its own`() throws {
    let other = { (table: String) in table.replacing("湿地保护", with: "林区道路") }
    let old = [TestSheet("自评表", Self.faulty), TestSheet("自评表二", other(Self.clean))]
    let new = [TestSheet("自评表", Self.clean), TestSheet("自评表二", other(Self.faulty))]
    let lines = try run([try put("表.xlsx", old), try put("表v2.xlsx", new)])
    let compared = lines.filter { $0.file == "表v2.xlsx" }.compactMap(\.rectification)
    #expect(compared.map(\.resolved.isEmpty) == [false, true])
    #expect(compared.map(\.new.isEmpty) == [true, false])
  }

  @Test func `a workbook may hold a form that counts and one that does not`() throws {
    let other = { (table: String) in table.replacing("湿地保护", with: "林区道路") }
    let mixed = [TestSheet("自评表", Self.clean), TestSheet("自评表二", other(Self.faulty))]
    let lines = try run([
      try put("表.xlsx", Self.faulty), try put("表(2).xlsx", mixed),
      try put("表(3).xlsx", other(Self.clean)),
    ])
    #expect(lines.map(\.counts) == [false, true, false, true])
    #expect(lines.map { $0.rectification?.previous } == [nil, "表.xlsx", nil, "表(2).xlsx"])
  }

  @Test func `outputs depend on neither jobs nor run`() throws {
    var files: [String] = []
    for number in 1...40 {
      let name = { (table: String) in table.replacing("湿地保护", with: "湿地\(number)号") }
      files.append(try put("\(number)/表.xlsx", name(Self.faulty)))
      files.append(try put("\(number)/表(2).xlsx", name(Self.clean)))
    }
    _ = try run(files, output: "one", jobs: 1)
    _ = try run(files, output: "three", jobs: 3)
    for file in ["results.json", "findings.csv", "summary.xlsx", "returned/表(2)_批注.xlsx"] {
      #expect(
        FileManager.default.contents(atPath: root + "/one/" + file)
          == FileManager.default.contents(atPath: root + "/three/" + file))
    }
  }

  @Test func `the annotated copy carries the section, and comes back without it`() throws {
    let files = [try put("表.xlsx", Self.faulty), try put("表(2).xlsx", Self.clean)]
    _ = try run(files, output: "out")
    let copy = root + "/out/returned/表(2)_批注.xlsx"
    let bytes = try #require(FileManager.default.contents(atPath: copy).map { [UInt8]($0) })
    let texts = try self.texts(on: "审核结果", of: bytes)
    #expect(texts.contains { $0.hasSuffix("、整改情况") })
    #expect(texts.contains { $0.contains("“表.xlsx”") && $0.contains("仍有 0 项") })
    #expect(texts.contains("√ 已改"))

    let alone = try run([files[1]], output: "alone")
    _ = try run([copy], output: "again")
    let again = FileManager.default.contents(atPath: root + "/again/returned/表(2)_批注.xlsx")
    #expect(again == FileManager.default.contents(atPath: root + "/alone/returned/表(2)_批注.xlsx"))
    #expect(alone.count == 1)
  }

  @Test func `tasks say whether the last return had them`() throws {
    let worse = Self.faulty.replacing("| 95 | 10 |", with: "| 105 | 10 |")
    _ = try run(
      [try put("表.xlsx", Self.faulty), try put("表(2).xlsx", worse)], output: "out")
    let bytes = try #require(
      FileManager.default.contents(atPath: root + "/out/returned/表(2)_批注.xlsx"))
    let texts = try self.texts(on: "审核结果", of: [UInt8](bytes))
    #expect(texts.contains { $0.hasPrefix("【仍有】") })
    #expect(texts.contains { $0.hasPrefix("【新增】") })
  }

  private func texts(on name: String, of bytes: [UInt8]) throws -> [String] {
    let sheet = try #require(try Workbook.read(bytes).sheet(named: name))
    return sheet.rows.flatMap { sheet.cells(inRow: $0) }.compactMap { cell in
      guard case .text(let text) = cell.value else { return nil }
      return text
    }
  }
}
