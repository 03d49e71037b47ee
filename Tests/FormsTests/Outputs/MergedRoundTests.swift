import Evaluation
import Foundation
import Testing
import Workbooks

@testable import Forms

/// One run over everything and several that are merged give the same roll-up.
@Suite struct MergedRoundTests {
  /// Returns of a round in which projects come once, twice, corrected, doubled, or unreadable.
  private static let returns: [ReturnOutcome] = (0..<24).map { index in
    if index % 11 == 10 { return Sample.rejected("局/坏\(index).xls") }
    let project = index % 7
    let code: [FindingCode] = [.r005, .v001, .b001, .t001]
    let findings = [Sample.finding(code[index % 4], cell: "F\(index + 1)")]
    var outcome = Sample.scored(
      "QL-\(project)", "项目\(project)", "局\(project % 3)", "中心", file: "局/表\(index).xlsx",
      budget: "\(100 + index).5", total: "\(60 + index)", findings: index % 5 == 0 ? [] : findings)
    outcome.modified = index % 3 == 0 ? nil : "2025-03-\(10 + index)T08:00:00Z"
    if index % 4 == 1 {
      outcome.evaluated?.texts = [
        OwnText(
          label: "实际完成情况", place: Place(sheet: "表", cell: "B9"),
          text: "受强降雨影响，三处塌方路段未能如期修复，计划次年四月底前完成。")
      ]
    }
    outcome.sha256 = index == 9 ? "doubled" : index == 16 ? "doubled" : "sha\(index)"
    return outcome
  }

  private static let programme = Programme(
    year: "2024", title: "市级项目支出绩效自评", details: ["回收截止日期": "2025年3月20日"],
    projects: (0..<9).map { Sample.project("QL-\($0)", "项目\($0)", "局\($0 % 3)", "中心") },
    sha256: "programme")

  /// Writes results.json as a run over these returns does.
  private func run(_ returns: [ReturnOutcome], to path: String) throws {
    var writer = ResultsWriter()
    for outcome in returns { try writer.add(outcome) }
    let entries = returns.map { outcome in
      let project = outcome.evaluated?.scorecard.project
      return Standing.Entry(
        project: project.flatMap { Standing.key(of: $0, inProgramme: true) },
        isEligible: project != nil, modified: outcome.modified, file: outcome.file,
        sha256: outcome.sha256)
    }
    for (index, newest) in Standing.superseded(entries).enumerated() {
      guard let newest, let project = returns[index].evaluated?.scorecard.project else { continue }
      let isIdentical = returns[index].sha256 == returns[newest].sha256
      writer.supersede(
        index,
        by: RoundFindings.superseded(project, by: entries[newest].file, isIdentical: isIdentical))
    }
    let round = RoundOutcome(
      scheme: "mof-2020", title: SummaryRound.title(Self.programme, scheme: ""),
      programme: Self.programme, missing: [], findings: [], returns: [])
    let file = try OutputFile(path)
    try writer.finish(round) { bytes throws(OutputError) in try file.write(bytes) }
    try file.finish()
  }

  private func merged(_ paths: [String], in folder: String) throws -> [UInt8] {
    _ = try MergedRound(paths, output: folder + "/summary.xlsx").write(to: folder + "/summary.xlsx")
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/summary.xlsx")))
  }

  @Test(arguments: [[8, 16], [1, 2], [0, 12], [5, 23], [24, 24], [3, 17]])
  func runsThatAreMergedGiveTheBytesOfOne(cuts: [Int]) throws {
    try withFolder { folder in
      try run(Self.returns, to: folder + "/all.json")
      let parts = [0..<cuts[0], cuts[0]..<cuts[1], cuts[1]..<Self.returns.count]
      let paths = (0..<3).map { folder + "/part\($0).json" }
      for (path, part) in zip(paths, parts) { try run(Array(Self.returns[part]), to: path) }
      let whole = try merged([folder + "/all.json"], in: folder)
      #expect(try merged(paths, in: folder) == whole)
    }
  }

  @Test func aRollUpOfOneRunIsThatOfTheRunItself() throws {
    try withFolder { folder in
      try run(Self.returns, to: folder + "/results.json")
      let written = try RolledUp.bytes(
        Self.returns, programme: Self.programme,
        title: SummaryRound.title(Self.programme, scheme: ""))
      // The bare outcomes all count in their own run; here as there it is decided anew.
      #expect(try merged([folder + "/results.json"], in: folder) == written)
    }
  }

  @Test func aReturnThatCountedInItsRunIsSupersededByANewerOneOfAnother() throws {
    try withFolder { folder in
      var old = Sample.scored(
        "QL-1", "项目1", "局", "中心", file: "一.xlsx",
        findings: [Sample.finding(.v001, cell: "F1"), Sample.finding(.r005, cell: "F2")])
      old.modified = "2025-03-01T08:00:00Z"
      var new = Sample.scored(
        "QL-1", "项目1", "局", "中心", file: "二.xlsx",
        findings: [Sample.finding(.r005, cell: "F3"), Sample.finding(.r002, cell: "F4")])
      new.modified = "2025-03-02T08:00:00Z"
      new.sha256 = "other"
      try run([old], to: folder + "/1.json")
      try run([new], to: folder + "/2.json")
      let book = try Workbook.read(merged([folder + "/2.json", folder + "/1.json"], in: folder))
      let summary = RolledUp(book: book)
      let all = try summary.rows("总表")
      #expect(all.map { $0["结论"] }.prefix(2) == ["通过", "退回修改\n（不计入）"])
      #expect(all[0]["整改"] == "已改1，仍有1，新增1")
      let findings = try summary.rows("问题清单").filter { $0["项目编码"] == "QL-1" }
      #expect(findings.map { $0["代码"] } == ["R005", "R002", "F009", "V001"])
      #expect(findings.map { $0["状态"] } == ["仍有", "新增", "", "已改"])
      #expect(findings[2]["文件"] == "一.xlsx")
    }
  }

  @Test func theFoldersOfTheRunsDoNotShowInTheRollUp() throws {
    try withFolder { folder in
      try run([Self.returns[1]], to: folder + "/a/results.json")
      try run([Self.returns[2]], to: folder + "/b/results.json")
      let apart = [folder + "/a/results.json", folder + "/b/results.json"]
      let xml = try RolledUp.part(
        "xl/worksheets/_rels/sheet1.xml.rels", of: try merged(apart, in: folder))
      #expect(xml.contains("Target=\"returned/局1/项目1_批注.xlsx\""))
      #expect(xml.contains("Target=\"returned/局2/项目2_批注.xlsx\""))
      #expect(
        try MergedRound(apart, output: folder + "/a/summary.xlsx").foldersElsewhere
          == [folder + "/b"])
    }
  }

  @Test func theSameResultsTwiceAreTheSameReturnsTwice() throws {
    try withFolder { folder in
      let path = folder + "/1.json"
      try run([Self.returns[1]], to: path)
      let summary = RolledUp(book: try Workbook.read(merged([path, path], in: folder)))
      #expect(try summary.rows("总表").prefix(2).map { $0["结论"] } == ["退回修改\n（不计入）", "退回修改"])
      let notes = try summary.rows("问题清单").filter { $0["代码"] == "F009" }
      #expect(notes.map { $0["级别"] } == ["提示"])
    }
  }

  // MARK: Files that do not go

  @Test func runsOfAnotherProgrammeAreRefused() throws {
    try withFolder { folder in
      try run([Self.returns[1]], to: folder + "/1.json")
      let path = folder + "/2.json"
      try String(contentsOfFile: folder + "/1.json", encoding: .utf8)
        .replacing("\"sha256\": \"programme\"", with: "\"sha256\": \"x\"")
        .write(toFile: path, atomically: true, encoding: .utf8)
      let error = #expect(throws: ResultsFileError.self) {
        _ = try MergedRound([folder + "/1.json", path], output: folder + "/s.xlsx")
      }
      #expect(error?.file == path)
      #expect(error?.reason.english.contains("programme") == true)
    }
  }

  @Test func `runs of several schemes are rolled up, and ranked each by itself`() throws {
    try withFolder { folder in
      let paths = ["/1.json", "/2.json"].map { folder + $0 }
      try run(Array(Self.returns[0..<3]), to: paths[0])
      try run(Array(Self.returns[3..<6]), to: paths[1])
      try String(contentsOfFile: paths[1], encoding: .utf8)
        .replacing("\"scheme\": \"mof-2020\"", with: "\"scheme\": \"rubric-2022\"")
        .write(toFile: paths[1], atomically: true, encoding: .utf8)
      let summary = RolledUp(book: try Workbook.read(merged(paths, in: folder)))
      let rows = try summary.rows("排名")
      let schemes = rows.map { $0["方案"] ?? "" }
      #expect(Set(schemes) == ["mof-2020", "rubric-2022"])
      #expect(schemes == schemes.sorted())
      #expect(rows.filter { $0["名次"] == "1" }.count >= 2)
      let note = try summary.texts("总表", "A", 2...2)[0]
      #expect(note.contains("表式不止一种：mof-2020 3 份、rubric-2022 3 份"))
    }
  }

  @Test(
    arguments: [
      ("", 1, 1), ("{}", nil, nil), ("PK\u{3}\u{4}", 1, 1),
      ("{\"schema\": \"x\", \"returns\": [\n]}", 1, nil),
      ("{\"schema\": \"scorebook-results/1\", \"returns\": [", 2, 1),
      ("{\"schema\": \"scorebook-results/1\", \"returns\": [\nx", 2, 1),
      ("{\"schema\" \"scorebook-results/1\", \"returns\": [\n]}", 1, 11),
      ("{\"schema\": \"scorebook-results/1\", \"returns\": [\n]}x", 2, 3),
    ] as [(String, Int?, Int?)]) func whatIsNoResultsFileIsSaidByLineAndByte(
      text: String, line: Int?, byte: Int?
    ) throws
  {
    try withFolder { folder in
      try text.write(toFile: folder + "/x.json", atomically: true, encoding: .utf8)
      let error = #expect(throws: ResultsFileError.self) {
        _ = try MergedRound([folder + "/x.json"], output: folder + "/s.xlsx")
      }
      #expect(error?.line == line)
      #expect(error?.byte == byte)
    }
  }

  @Test(arguments: 1...40) func aFileThatIsCutOffAnywhereIsRefused(fortieth: Int) throws {
    try withFolder { folder in
      try run(Array(Self.returns.prefix(6)), to: folder + "/1.json")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/1.json"))
      let cut = bytes.prefix(bytes.count * fortieth / 40 - 3)
      try cut.write(to: URL(fileURLWithPath: folder + "/2.json"))
      #expect(throws: ResultsFileError.self) {
        _ = try MergedRound([folder + "/2.json"], output: folder + "/s.xlsx")
          .write(to: folder + "/s.xlsx")
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/s.xlsx"))
    }
  }

  @Test func aDamagedReturnIsNamedByLineAndByte() throws {
    try withFolder { folder in
      let path = folder + "/1.json"
      try run(Array(Self.returns.prefix(3)), to: path)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing("\"file\": \"局/表2.xlsx\"", with: "\"file\": 局/表2.xlsx")
        .write(toFile: path, atomically: true, encoding: .utf8)
      let lines = text.split(separator: "\n").map(String.init)
      let number = try #require(lines.firstIndex { $0.contains("局/表2.xlsx") }) + 1
      let error = #expect(throws: ResultsFileError.self) {
        _ = try MergedRound([path], output: folder + "/s.xlsx").write(to: folder + "/s.xlsx")
      }
      #expect(error?.line == number)
      #expect(error?.byte == 10)
    }
  }
}
