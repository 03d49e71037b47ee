import Evaluation
import Figures
import Foundation
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// A programme built of filled forms.
@Suite struct ProgrammeBuilderTests {
  private static func build(
    _ files: [(String, [UInt8])], _ scheme: Scheme, jobs: Int = 1
  ) throws -> BuiltProgramme {
    try withTemporaryFolder { folder in
      for (name, bytes) in files {
        try Data(bytes).write(to: folder.appending(path: name))
      }
      let inputs = try Inbox([folder.path]).inputs
      return try ProgrammeBuilder(scheme: scheme, jobs: jobs).build(
        inputs, details: ["年度": "2025"])
    }
  }

  private static func small(_ changes: (String, String)...) throws -> [UInt8] {
    let table = changes.reduce(FormFixture.small) { $0.replacing($1.0, with: $1.1) }
    return try TestWorkbook.bytes([TestSheet("自评表", table)])
  }

  private static func programme(_ built: BuiltProgramme, _ scheme: Scheme) throws -> Programme {
    try ProgrammeBook(try #require(built.bytes)).programme(for: scheme)
  }

  // MARK: What is taken over

  @Test func `blanks give the programme they were handed out from, whatever the targets`() throws {
    let scheme = try HandoutFixture.scheme("mof-2020")
    let projects = [
      HandoutFixture.project(), HandoutFixture.project(id: "P02", name: "巡护", unit: "巡护队"),
    ]
    let writer = HandoutWriter(scheme, programme: HandoutFixture.programme(projects))
    let blanks = try projects.map { project in
      (project.id + ".xlsx", try writer.blank(HandoutFixture.issued(project, scheme)))
    }
    let built = try Self.build(blanks, scheme)
    #expect(built.mistakes == nil)
    let read = try Self.programme(built, scheme)
    #expect(read.year == "2025")
    for (one, other) in zip(read.projects, projects) {
      #expect(
        [one.id, one.name, one.unit, one.department, one.goal ?? ""]
          == [other.id, other.name, other.unit, other.department, other.goal ?? ""])
      #expect(one.funds == other.funds)
      #expect(one.indicators.map(\.id) == other.indicators.map(\.id))
      #expect(one.indicators.map(\.name) == other.indicators.map(\.name))
      #expect(one.indicators.map(\.target) == other.indicators.map(\.target))
      #expect(one.indicators.map(\.points) == other.indicators.map(\.points))
    }
  }

  @Test func `a filled form gives its targets, signs and units, and not what came of them`() throws
  {
    let goal = """
        blank:
          goal:
            title: 年度总体目标
            expected: 预期目标
            actual: 实际完成情况
      scoring:
      """
    let scheme = try SchemeFile.read(
      yaml: FormFixture.yaml.replacing("scoring:", with: goal), file: "a.yaml")
    let changes = [("（亩）", ""), ("≥200", "≥200亩"), ("| 群众满意度 |", "| 群众满意度（%） |")]
    let table = changes.reduce(FormFixture.small) { $0.replacing($1.0, with: $1.1) }
    let built = try Self.build([("a.xlsx", TestWorkbook.bytes([TestSheet("表", table)]))], scheme)
    let draft = try #require(built.projects.first).draft
    #expect(draft.indicators.map(\.target) == ["200", "12", "95", "90"])
    #expect(draft.indicators.map(\.direction) == [.atLeast, .atLeast, .atLeast, .atLeast])
    #expect(draft.indicators.map(\.unit) == ["亩", "次", "%", "%"])
    #expect(draft.indicators.map(\.points) == ["30", "20", "30", "10"])
    #expect(draft.indicators.map(\.id) == ["I01", "I02", "I03", "I04"])
    #expect(draft.funds.map(\.source) == ["当年财政拨款"])
    #expect(draft.funds.map(\.budget) == [Figure(100)])
    #expect(draft.goal == "恢复湿地")
    #expect(try Self.programme(built, scheme).projects.map(\.id) == ["P001"])
  }

  @Test func `money in yuan is approved in ten thousands, exactly`() throws {
    let yaml = FormFixture.yaml.replacing("moneyUnit: 万元", with: "moneyUnit: 元")
    let scheme = try SchemeFile.read(yaml: yaml, file: "a.yaml")
    let bytes = try Self.small(
      ("（万元）", "（元）"), ("| 90 | 100 | 95 |", "| 1234567.89 | 1234567.89 | 95 |"))
    let built = try Self.build([("a.xlsx", bytes)], scheme)
    let funds = try Self.programme(built, scheme).projects[0].funds
    #expect(funds.map(\.budget) == [Figure("123.456789")])
  }

  @Test func `what a form that is not taken over lacks is not asked for`() throws {
    let files = [
      ("1.xlsx", try Self.small(("≥200", ""))), ("2.xlsx", try Self.small()),
    ]
    let built = try Self.build(files, try FormFixture.scheme())
    #expect(built.projects.map(\.file) == ["2.xlsx"])
    #expect(built.mistakes == nil)
    #expect(built.worst == .warning)
    let first = built.remarks.filter { $0.file == "1.xlsx" }
    #expect(first.map(\.severity) == [.warning])
    #expect(try Self.build([files[0]], try FormFixture.scheme()).worst == .error)
  }

  // MARK: Codes

  @Test func `codes are made up where none stands, and a code that comes twice is told`() throws {
    let row = "| 项目名称 | 湿地保护 | < | < | < | < | < | < |"
    func coded(_ code: String, _ name: String) -> (String, String) {
      (row, "| 项目名称 | \(name) | < | < | 项目编码 | \(code) | < | < |")
    }
    let files = [
      ("1.xlsx", try Self.small(coded("P001", "甲"))), ("2.xlsx", try Self.small(("湿地保护", "乙"))),
      ("3.xlsx", try Self.small(coded("P001", "丙"))), ("4.xlsx", try Self.small(("湿地保护", "丁"))),
    ]
    let built = try Self.build(files, try FormFixture.scheme())
    #expect(built.projects.map(\.draft.id) == ["P001", "P002", "P003", "P004"])
    #expect(built.projects.map(\.isCodeMade) == [false, true, true, true])
    let told = built.remarks.filter { $0.text.chinese.contains("暂编") }
    #expect(told.map(\.file) == ["2.xlsx", "3.xlsx", "4.xlsx"])
    #expect(told.map(\.severity) == [.note, .warning, .note])
  }

  @Test func `of two forms of one project the newest is taken, and the other is told`() throws {
    let files = [
      ("表.xlsx", try Self.small()), ("表(2).xlsx", try Self.small(("≥200", "≥300"))),
    ]
    let built = try Self.build(files, try FormFixture.scheme())
    #expect(built.projects.map(\.draft.indicators[0].target) == ["300"])
    #expect(built.remarks.contains { $0.severity == .warning && $0.file == "表.xlsx" })
  }

  // MARK: What cannot be read

  @Test func `a target that cannot be understood is told by its cell and written as it is`() throws
  {
    let scheme = try FormFixture.scheme()
    let built = try Self.build([("a.xlsx", try Self.small(("≥12", "#DIV/0!")))], scheme)
    let remark = try #require(built.remarks.first { $0.severity == .error })
    #expect(remark.file == "a.xlsx" && remark.sheet == "自评表" && remark.cell == "D12")
    #expect(built.projects[0].draft.indicators[1].target == "#DIV/0!")
    #expect(built.mistakes?.errors.map(\.cell) == ["G3"])
    #expect(built.worst == .error)
  }

  @Test func `a file without a form, and one that is none, stop nothing and are told`() throws {
    let files = [
      ("1.xlsx", Array("<html>".utf8)), ("2.xlsx", try Self.small()),
      ("3.xlsx", try TestWorkbook.bytes([TestSheet("别的", "| 姓名 |")])),
    ]
    let built = try Self.build(files, try FormFixture.scheme())
    #expect(built.projects.count == 1)
    let told = built.remarks.filter { $0.severity == .error }
    #expect(told.map(\.file) == ["1.xlsx", "3.xlsx"])
    #expect(told[1].text.chinese.hasPrefix("F008"))
  }

  @Test func `a form without a department asks for that alone`() throws {
    let bytes = try Self.small(("| 主管部门 | 林业局 |", "| | |"))
    let built = try Self.build([("a.xlsx", bytes)], try FormFixture.scheme())
    #expect(built.mistakes?.errors.map(\.cell) == ["C2"])
    #expect(built.mistakes?.count == 1)
  }

  @Test func `sources that do not add up, and points that are missing, are told`() throws {
    let bytes = try Self.small(
      ("当年财政拨款 | 90 | 100 |", "当年财政拨款 | 90 | 99 |"), ("| 12 | 20 | 20 |", "| 12 | | 20 |"))
    let built = try Self.build([("a.xlsx", bytes)], try FormFixture.scheme())
    let told = built.remarks.filter { $0.severity > .note }
    #expect(told.map(\.cell) == ["D5", "F12"])
    #expect(built.projects[0].draft.funds.map(\.budget) == [Figure(99)])
  }

  @Test func `the same forms give the same bytes with one job and with three`() throws {
    let files = try (1...9).map { ("\($0).xlsx", try Self.small(("湿地保护", "项目\($0)"))) }
    let scheme = try FormFixture.scheme()
    let one = try Self.build(files, scheme)
    #expect(try Self.build(files, scheme, jobs: 3).bytes == one.bytes)
    #expect(one.projects.map(\.draft.name) == (1...9).map { "项目\($0)" })
  }
}
