import Foundation
import Testing

/// SECURITY.md promises nothing without a test that is there.
@Suite struct SecurityDocumentTests {
  /// The second cells of the tables under “Promises”, taken apart at their code marks.
  private static func named() throws -> [String] {
    let text = try Repository.text("SECURITY.md")
    let promises = text.components(separatedBy: "\n## ").first { $0.hasPrefix("Promises") } ?? ""
    let rows = promises.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    return rows.flatMap { row -> [String] in
      let cells = row.split(separator: "|")
      guard cells.count == 2, !cells[1].contains("held by"), cells[0] != " promise " else {
        return []
      }
      return cells[1].split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  @Test func everyPromiseNamesItsTest() throws {
    let text = try Repository.text("SECURITY.md")
    for row in text.split(separator: "\n") where row.hasPrefix("| ") {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.allSatisfy { !$0.isEmpty }, "\(row)")
    }
    #expect(try Self.named().count > 30)
  }

  @Test func everyNamedTestIsThere() throws {
    let tests =
      Repository.files(under: "Tests/", ending: ".swift")
      + Repository.files(under: "Fuzzing/Tests/", ending: ".swift")
    let sources = try tests.map { try Repository.text($0) }.joined(separator: "\n")
    let rigs =
      Repository.files(under: "Tests/acceptance/", ending: ".py")
      + Repository.files(under: "Tests/page/", ending: ".py")
    let scripts = try rigs.map { try Repository.text($0) }.joined(separator: "\n")
    let runs = try Repository.files(under: "scripts/", ending: ".sh")
      .map { try Repository.text($0) }.joined(separator: "\n")
    for name in try Set(Self.named()) {
      if name.hasSuffix(".py") {
        #expect(rigs.contains { $0.hasSuffix("/\(name)") }, "\(name)")
        #expect(runs.contains(name), "\(name) is run")
      } else if name.hasPrefix("make ") {
        #expect(try Repository.text("Makefile").contains("\n\(name.dropFirst(5)):"), "\(name)")
      } else {
        let isThere =
          sources.contains("func \(name)(") || sources.contains("struct \(name) ")
          || sources.contains("class \(name) ")
          || scripts.contains("def \(name)(")
        #expect(isThere, "no test is named \(name)")
      }
    }
  }
}
