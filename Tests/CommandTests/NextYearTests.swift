import Foundation
import TestSupport
import Testing

/// `programme`, `handout --carry`, and `--json` where no round is run.
@Suite struct NextYearTests {
  private static let round = "samples/03-bureau-round"
  private static let blanks = "\(round)/expected/blanks"

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `blanks give back the programme, which hands the same blanks out`() throws {
    try withTemporaryFolder { folder in
      let programme = folder.appending(path: "programme.xlsx").path
      let built = try Command.run(
        ["programme", "--scheme", "mof-2020", Self.blanks, "--out", programme])
      #expect(built.status == 0)
      #expect(built.output.hasPrefix("下达工作簿在 \(programme)：12个项目，84个指标。"))
      let out = folder.appending(path: "blanks").path
      let handout = try Command.run(
        ["handout", "--scheme", "mof-2020", "--programme", programme, "--out", out])
      #expect(handout.status == 0)
      let again = try Command.run(["programme", out, "--out", folder.path + "/2.xlsx", "--json"])
      let projects = try Self.object(again.output)["projects"] as? [[String: Any]]
      #expect(projects?.count == 12)
      #expect(projects?.allSatisfy { $0["codeMade"] as? Bool == false } == true)
      let bytes = try Data(contentsOf: URL(filePath: programme))
      #expect(try Data(contentsOf: URL(filePath: folder.path + "/2.xlsx")) == bytes)
    }
  }

  @Test func `what is not read is told, with its status, and nothing is replaced`() throws {
    try withTemporaryFolder { folder in
      let programme = folder.appending(path: "programme.xlsx")
      let input = "\(Self.round)/input/first/教育局"
      let none = try Command.run(["programme", input, "--out", programme.path])
      #expect(none.status == 1)
      #expect(none.errors.contains("须改  幼儿园扩容自评表.xlsx：F003"))
      #expect(!FileManager.default.fileExists(atPath: programme.path))
      let lenient = try Command.run(
        ["programme", input, "--out", programme.path, "--fail-on", "never"])
      #expect(lenient.status == 0)
      try Data("by hand".utf8).write(to: programme)
      let there = try Command.run(
        ["programme", "--scheme", "mof-2020", Self.blanks, "--out", programme.path])
      #expect(there.status == 2)
      #expect(there.errors.contains("可能已补填过"))
      #expect(try Data(contentsOf: programme) == Data("by hand".utf8))
    }
  }

  @Test func `a handout that carries nothing is the handout as it was`() throws {
    try withTemporaryFolder { folder in
      let arguments = [
        "handout", "--scheme", "mof-2020", "--programme", "\(Self.round)/input/programme.xlsx",
      ]
      let out = folder.appending(path: "carried").path
      let ended = try Command.run(
        arguments + ["--out", out, "--carry", "\(Self.round)/expected/second/results.json"])
      #expect(ended.status == 0)
      #expect(ended.output.contains("其中9份列有上年值"))
      #expect(ended.errors.contains("QL-2024-12 全民健身设施更新项目：上年没有这个项目"))
      let blanks = Command.repository.appending(path: Self.blanks)
      var same = 0
      for name in try FileManager.default.contentsOfDirectory(atPath: blanks.path) {
        let one = try Data(contentsOf: blanks.appending(path: name))
        let other = try Data(contentsOf: URL(filePath: out + "/" + name))
        if one == other { same += 1 }
      }
      #expect(same == 3)
    }
  }

  @Test func `codes and schemes are given to programs`() throws {
    let codes = try Self.object(try Command.run(["explain", "R005", "F008", "--json"]).output)
    let listed = codes["codes"] as? [[String: Any]]
    #expect(listed?.compactMap { $0["code"] as? String } == ["R005", "F008"])
    #expect(listed?.last?["rejects"] as? Bool == true)
    let schemes = try Self.object(try Command.run(["schemes", "mof-2020", "--json"]).output)
    let scheme = (schemes["schemes"] as? [[String: Any]])?.first
    #expect(scheme?["total"] as? String == "100")
    let blocks = scheme?["blocks"] as? [[String: Any]]
    #expect(blocks?.compactMap { $0["points"] as? String } == ["50", "30", "10"])
    #expect(try Command.run(["schemes", "mof-2020", "--json", "--yaml"]).status == 2)
  }
}
