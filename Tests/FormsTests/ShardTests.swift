import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Forms

/// A round that is run in parts, and put together again.
@Suite final class ShardTests {
  private let root: String
  private let scheme: Scheme
  private let files: [String]

  /// Six projects, each with a first return and a corrected one; a workbook of two projects and a
  /// later return of each of them alone; two files that cannot be read; three projects that sent
  /// nothing. Projects 1 and 2 are parts of project 3.
  init() throws {
    let root = NSTemporaryDirectory() + "shards-" + UUID().uuidString
    let put = { (file: String, tables: [String]) in
      let path = root + "/in/" + file
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      let sheets = tables.enumerated().map { TestSheet("自评表\($0)", $1) }
      try Data(TestWorkbook.bytes(sheets)).write(to: URL(fileURLWithPath: path))
    }
    for number in 1...6 {
      try put("一次/\(number).xlsx", [Self.table(number, isFaulty: true)])
      try put("二次/\(7 - number)(2).xlsx", [Self.table(7 - number)])
    }
    try put("一次/合.xlsx", [Self.table(20, isFaulty: true), Self.table(21)])
    try put("二次/20(2).xlsx", [Self.table(20)])
    try put("二次/21(2).xlsx", [Self.table(21, isFaulty: true)])
    for name in ["坏.xlsx", "二次/坏.xls"] {
      try Data("nothing".utf8).write(to: URL(fileURLWithPath: root + "/in/" + name))
    }
    self.root = root
    scheme = try FormFixture.scheme()
    files = [root + "/in"]
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private static func table(_ number: Int, isFaulty: Bool = false) -> String {
    let table = FormFixture.small.replacing("湿地保护", with: "湿地\(number)号")
    return isFaulty ? table.replacing("| 30 | 27 | 汛期 |", with: "| 30 | 30 | |") : table
  }

  private static let programme = Programme(
    year: "2024", title: "市级项目支出绩效自评",
    projects: (Array(1...6) + Array(20...24)).map { number in
      Programme.Project(
        id: "P\(number)", name: "湿地\(number)号", department: "林业局", unit: "湿地管理站",
        parent: number < 3 ? "P3" : nil, goal: "", funds: [], indicators: [])
    }, sha256: "programme")

  @discardableResult
  private func run(
    _ folder: String, _ shard: Shard? = nil, programme: Programme? = programme, jobs: Int = 2
  ) throws -> RoundResult {
    let runner = RoundRunner(
      scheme: scheme, programme: programme, output: root + "/" + folder, jobs: jobs)
    return try runner.run(Inbox(files).inputs, shard: shard)
  }

  private func split(_ count: Int, programme: Programme? = programme) throws -> [RoundResult] {
    try (1...count).map { try run("\(count)-\($0)", Shard($0, of: count), programme: programme) }
  }

  private func bytes(_ path: String) -> Data? {
    FileManager.default.contents(atPath: root + "/" + path)
  }

  private func merged(_ parts: [String]) throws -> Data? {
    let out = root + "/merged/summary.xlsx"
    _ = try MergedRound(parts.map { root + "/\($0)/results.json" }, output: out).write(to: out)
    return bytes("merged/summary.xlsx")
  }

  private func returns(_ folder: String) throws -> [String] {
    try String(contentsOfFile: root + "/\(folder)/results.json", encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("{\"file\"") }
      .map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
  }

  @Test(arguments: [(1, true), (2, true), (3, true), (3, false), (8, true)])
  func partsThatAreMergedGiveTheBytesOfOneRun(count: Int, hasProgramme: Bool) throws {
    let programme = hasProgramme ? Self.programme : nil
    let whole = try run("whole", programme: programme)
    let parts = try split(count, programme: programme)
    let names = (1...count).map { "\(count)-\($0)" }
    #expect(try merged(names.reversed()) == bytes("whole/summary.xlsx"))
    #expect(try merged(names) == bytes("whole/summary.xlsx"))
    #expect(try names.flatMap(returns).sorted() == returns("whole").sorted())
    #expect(parts.flatMap(\.missing).map(\.id).sorted() == whole.missing.map(\.id).sorted())
    #expect(
      parts.flatMap(\.findings).map(\.id).sorted() == whole.findings.map(\.id).sorted())
    #expect(parts.map(\.lines.count).reduce(0, +) == whole.lines.count)
  }

  @Test func everyCopyIsThatOfTheOneRunAndLiesInOnePart() throws {
    try run("whole")
    _ = try split(3)
    let copies = try FileManager.default.subpathsOfDirectory(atPath: root + "/whole/returned")
      .filter { $0.hasSuffix(".xlsx") }
    #expect(copies.count == 15)
    for copy in copies {
      let found = (1...3).compactMap { bytes("3-\($0)/returned/\(copy)") }
      #expect(found == [try #require(bytes("whole/returned/\(copy)"))])
    }
  }

  @Test func allReturnsOfAProjectMeetAndWhatBelongsTogetherToo() throws {
    var parts: [String: Set<Int>] = [:]
    for (part, result) in try split(8).enumerated() {
      for line in result.lines { parts[line.project?.id ?? line.file, default: []].insert(part) }
    }
    #expect(parts.count == 10)
    #expect(parts.values.allSatisfy { $0.count == 1 })
    #expect(Set(parts.values).count > 2)
    #expect(parts["P20"] == parts["P21"])
    #expect(parts["P1"] == parts["P3"] && parts["P2"] == parts["P3"])
  }

  @Test func aPartWritesNoSummary() throws {
    try run("1", Shard(1, of: 2))
    #expect(bytes("1/results.json") != nil && bytes("1/summary.xlsx") == nil)
  }

  @Test func jobsDoNotMatter() throws {
    try run("one", Shard(2, of: 3), jobs: 1)
    try run("four", Shard(2, of: 3), jobs: 4)
    #expect(bytes("one/results.json") == bytes("four/results.json"))
  }

  // MARK: Parts that do not go together

  private func refusal(_ parts: [String]) -> String? {
    let error = #expect(throws: ResultsFileError.self) { _ = try merged(parts) }
    return error?.reason.english
  }

  @Test func aPartThatIsMissingOrGivenTwiceIsSaid() throws {
    _ = try split(3)
    #expect(refusal(["3-1", "3-3"])?.contains("2/3 is missing") == true)
    #expect(refusal(["3-1", "3-2", "3-3", "3-2"])?.contains("2/3 is given twice") == true)
  }

  @Test func partsOfOtherFilesAreNotTakenForTheMissingOnes() throws {
    try run("1", Shard(1, of: 2))
    try Data(TestWorkbook.bytes([TestSheet("自评表", Self.table(4))]))
      .write(to: URL(fileURLWithPath: root + "/in/一次/4.xlsx"))
    try run("2", Shard(2, of: 2))
    #expect(refusal(["1", "2"])?.contains("2/2 is missing") == true)
  }

  @Test func partsOfTwoRoundsAndWholeRunsKeepTheirOrder() throws {
    try run("whole")
    let names = ["2-1", "2-2"]
    _ = try split(2)
    try Data(TestWorkbook.bytes([TestSheet("自评表", Self.table(5))]))
      .write(to: URL(fileURLWithPath: root + "/in/三次.xlsx"))
    try run("later")
    _ = try split(3)
    let later = ["3-3", "3-1", "3-2"]
    let expected = try merged(["later", "whole"])
    #expect(try merged(later + names.reversed()) == expected)
    #expect(try merged(["3-2"] + names + ["3-1", "3-3"]) == expected)
    #expect(try merged(later + ["whole"]) == expected)
    #expect(try merged(names + later) != expected)
  }
}

/// What a part of a round is called, and what falls to it.
@Suite struct ShardNameTests {
  @Test(arguments: [
    ("1/1", 1, 1), ("2/8", 2, 8), ("08/8", 8, 8), ("100000/100000", 100000, 100000),
  ])
  func aPartIsNamedByItsNumberAndTheirCount(text: String, number: Int, count: Int) throws {
    let shard = try #require(Shard(text))
    #expect((shard.number, shard.count) == (number, count))
  }

  @Test(arguments: [
    "", "1", "/", "1/", "/2", "0/2", "3/2", "-1/2", "+1/2", "1/2/3", " 1/2", "1.0/2", "1/100001",
    "１/２", "99999999999999999999/1",
  ]) func whatIsNoPartIsNone(text: String) {
    #expect(Shard(text) == nil)
  }

  /// These values are promised: shards of one round may be run by several versions.
  @Test(
    arguments: [
      ("XM00001", 6_703_287_062_057_344_945),
      ("湿地保护\u{1F}湿地管理站", 777_554_574_301_973_730), ("", 15_581_881_029_757_356_134),
    ] as [(String, UInt64)]) func aProjectsDigestNeverChanges(key: String, digest: UInt64)
  {
    #expect(ShardPlan.digest(ofProject: key) == digest)
  }

  @Test func projectsAreSpreadEvenly() throws {
    let shards = (1...16).compactMap { Shard($0, of: 16) }
    var counts = [Int](repeating: 0, count: 16)
    for number in 1...1600 {
      let digest = ShardPlan.digest(ofProject: "XM\(100_000 + number)")
      for (part, shard) in shards.enumerated() where shard.holds(digest) { counts[part] += 1 }
    }
    #expect(counts.reduce(0, +) == 1600)
    #expect(counts.allSatisfy { 70...130 ~= $0 })
  }
}
