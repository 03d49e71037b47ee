import Evaluation
import Foundation
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// C005 over a round of files, through the runner and through the roll-up of several runs.
@Suite final class CopiedTextRoundTests {
  private let root: String
  private let reason = "受强降雨影响，三处塌方路段未能如期修复，计划次年四月底前完成。"

  init() throws {
    root = NSTemporaryDirectory() + "copied-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private func put(_ file: String, project: String, unit: String, reason: String) throws -> String {
    let table = FormFixture.small.replacing("湿地保护", with: project)
      .replacing("湿地管理站", with: unit).replacing("| 汛期 |", with: "| \(reason) |")
    try Data(TestWorkbook.bytes([TestSheet("自评表", table)])).write(
      to: URL(fileURLWithPath: root + "/" + file))
    return root + "/" + file
  }

  private func files() throws -> [String] {
    try [
      put("a.xlsx", project: "路灯改造", unit: "路灯所", reason: reason),
      put("b.xlsx", project: "湿地保护", unit: "管理站", reason: "征地手续办理较慢，工期推迟到次年三月完成。"),
      put("c.xlsx", project: "公路养护", unit: "养护站", reason: reason),
      put("路灯改造_第二次.xlsx", project: "路灯改造", unit: "路灯所", reason: reason),
    ]
  }

  private func run(_ files: [String], _ output: String? = nil, jobs: Int = 1) throws -> RoundResult
  {
    let runner = RoundRunner(
      scheme: try FormFixture.scheme(), programme: nil, output: output.map { root + "/" + $0 },
      jobs: jobs)
    return try runner.run(Inbox(files).inputs)
  }

  @Test func bothPlacesAreNamedAndWhatIsReplacedIsLeftOut() throws {
    let files = try files()
    for jobs in [1, 3] {
      let findings = try run(files, jobs: jobs).findings
      #expect(findings.map(\.code) == [.c005] && findings.first?.severity == .note)
      let finding = try #require(findings.first)
      #expect(finding.place == Place(sheet: "自评表", cell: "H11"))
      #expect(
        finding.message == "“公路养护”（c.xlsx 自评表!H11 恢复面积（亩）·原因）与"
          + "“路灯改造”（路灯改造_第二次.xlsx 自评表!H11 恢复面积（亩）·原因）的文字相同：“\(reason)”。")
    }
  }

  @Test func severalRunsRolledUpGiveTheSummaryOfOne() throws {
    let files = try files()
    _ = try run(files, "whole")
    _ = try run(Array(files[..<2]), "one")
    _ = try run(Array(files[2...]), "two")
    let merged = root + "/whole-again/summary.xlsx"
    _ = try MergedRound(
      [root + "/one/results.json", root + "/two/results.json"], output: merged
    ).write(to: merged)
    let whole = try Data(contentsOf: URL(fileURLWithPath: root + "/whole/summary.xlsx"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: merged)) == whole)
    let text = try RolledUp.part("xl/worksheets/sheet5.xml", of: Array(whole))
    #expect(text.contains("C005"))
  }
}
