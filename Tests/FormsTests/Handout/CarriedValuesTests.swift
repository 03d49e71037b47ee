import Evaluation
import Figures
import Foundation
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// Last year's values beside this year's targets.
@Suite struct CarriedValuesTests {
  private static func last(
    _ files: [(String, [UInt8])], _ scheme: Scheme? = nil
  ) throws -> LastYear {
    try withTemporaryFolder { folder in
      for (name, bytes) in files {
        try Data(bytes).write(to: folder.appending(path: name))
      }
      return try LastYear(
        Inbox([folder.path]).inputs, scheme: scheme ?? FormFixture.scheme(), schemes: [], jobs: 1)
    }
  }

  private static func small(_ changes: (String, String)...) throws -> [UInt8] {
    let table = changes.reduce(FormFixture.small) { $0.replacing($1.0, with: $1.1) }
    return try TestWorkbook.bytes([TestSheet("自评表", table)])
  }

  // MARK: Matching

  @Test func `projects and indicators are matched by their names, and what is left is told`() throws
  {
    let last = try Self.last([
      ("a.xlsx", try Self.small(("巡护次数（次）", "巡查里程（千米）"))),
      ("b.xlsx", try Self.small(("湿地保护", "旧项目"))),
      ("c.xlsx", Array("no workbook".utf8)),
    ])
    var programme = IssuedFixture.programme
    programme.projects.append(.init(id: "P02", name: "新项目", department: "局", unit: "站"))
    let carried = CarriedValues(last, programme)
    #expect(carried.values(of: 0)["I01"] == CarriedValue(target: "≥200", actual: "180"))
    #expect(carried.values(of: 0)["I03"] == CarriedValue(target: "≥95%", actual: "95.5%"))
    // （%） behind this year's name only is the same name.
    #expect(carried.values(of: 0)["I04"] == CarriedValue(target: "≥90%", actual: "92%"))
    #expect(carried.values(of: 0)["I02"] == nil)
    #expect(carried.newProjects.map(\.id) == ["P02"])
    #expect(carried.newIndicators.map(\.names) == [["巡护次数（次）"]])
    #expect(carried.formerProjects.map(\.file) == ["b.xlsx"])
    #expect(last.remarks.map(\.file) == ["c.xlsx"])
    #expect(carried.counts == (1, 3))
  }

  @Test func `of two returns of one project the newest is shown`() throws {
    let last = try Self.last([
      ("表.xlsx", try Self.small()), ("表(2).xlsx", try Self.small(("| 180 |", "| 190 |"))),
    ])
    let carried = CarriedValues(last, IssuedFixture.programme)
    #expect(carried.values(of: 0)["I01"]?.actual == "190")
    #expect(last.remarks.map(\.file) == ["表.xlsx"])
    #expect(last.remarks[0].text[.zh].contains("另有更新的一份 表(2).xlsx"))
    // A project that another source shows is in the programme all the same.
    let both = CarriedValues(last.joined(last), IssuedFixture.programme)
    #expect(both.formerProjects.isEmpty)
  }

  @Test func `of two that look the same none is chosen`() throws {
    let table = ("巡护次数（次）", "恢复面积（亩）")
    let last = try Self.last([("a.xlsx", try Self.small(table))])
    let carried = CarriedValues(last, IssuedFixture.programme)
    #expect(carried.values(of: 0)["I01"] == nil)
  }

  @Test func `results of a round say the same as its returns`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.xlsx")
      try Data(try Self.small()).write(to: file)
      let output = folder.appending(path: "out").path
      let runner = RoundRunner(
        scheme: try FormFixture.scheme(), programme: nil, output: output, jobs: 1)
      _ = try runner.run(Inbox([file.path]).inputs)
      let carried = CarriedValues(
        try LastYear(results: [output + "/results.json"]), IssuedFixture.programme)
      #expect(carried.values(of: 0)["I01"] == CarriedValue(target: "≥200", actual: "180"))
      #expect(carried.values(of: 0)["I04"] == CarriedValue(target: "≥90%", actual: "92%"))
    }
  }

  // MARK: The blank

  private static let values = [
    "I01": CarriedValue(target: "≥4800", actual: "5023"),
    "I02": CarriedValue(target: "≥97%", actual: "96.2%"),
  ]

  private static func blank(_ carried: [String: CarriedValue]) throws -> [UInt8] {
    let scheme = try HandoutFixture.scheme("mof-2020")
    let project = HandoutFixture.project()
    let writer = HandoutWriter(scheme, programme: HandoutFixture.programme([project]))
    return try writer.blank(HandoutFixture.issued(project, scheme), carried: carried)
  }

  private static func report(_ bytes: [UInt8]) throws -> Report {
    let workbook = try Workbook.read(bytes)
    let finder = FormFinder(try HandoutFixture.scheme("mof-2020"))
    let forms = finder.find(in: workbook).forms
    #expect(forms.count == 1)
    return ReturnReader(finder).read(try #require(forms.first), in: workbook)
  }

  @Test func `a blank shows them right of its table, locked, and without them is as it was`() throws
  {
    let scheme = try HandoutFixture.scheme("mof-2020")
    let project = HandoutFixture.project()
    let writer = HandoutWriter(scheme, programme: HandoutFixture.programme([project]))
    let issued = HandoutFixture.issued(project, scheme)
    let plain = try writer.blank(issued)
    #expect(try Self.blank([:]) == plain)
    let drawing = writer.drawing(issued, carried: Self.values)
    let texts = drawing.cells.filter { $0.range.first.column > drawing.widths.count }
    let shown = texts.compactMap { cell -> String? in
      if case .text(let text) = cell.content { text } else { nil }
    }
    #expect(shown == ["上年指标值", "上年完成值", "≥4800", "5023", "≥97%", "96.2%"])
    #expect(!texts.contains { !$0.style.isLocked })
    #expect(drawing.fields.map(\.name) == writer.drawing(issued).fields.map(\.name))
  }

  @Test func `nothing of them is read when the blank comes back`() throws {
    let (plain, carrying) = (
      try Self.report(Self.blank([:])), try Self.report(Self.blank(Self.values))
    )
    #expect(carrying.indicators.map(\.name) == plain.indicators.map(\.name))
    #expect(carrying.indicators.map(\.cells) == plain.indicators.map(\.cells))
    #expect(carrying.indicatorColumns == plain.indicatorColumns)
    #expect(carrying.issued == plain.issued)
    #expect(carrying.remarks == plain.remarks)
  }

  @Test func `they do not stand in for a header that was reworded`() throws {
    let table = FormFixture.small
      .replacing("| 年度指标值 |", with: "| 值 |")
      .replacing("| 偏差原因分析及改进措施 |", with: "| 偏差原因分析及改进措施 | 上年指标值 | 上年完成值 |")
      .replacing("| 汛期 |", with: "| 汛期 | ≥100 | 90 |")
    #expect(try FormFixture.find(TestSheet("自评表", table)).forms.isEmpty)
  }

  @Test func `the audit stands right of them, and takes nothing of them`() throws {
    let bytes = try Self.blank(Self.values)
    let processor = ReturnProcessor(
      scheme: try HandoutFixture.scheme("mof-2020"), programme: nil)
    let done = processor.process(bytes, file: "a.xlsx", annotated: "a.xlsx")
    let copy = try Workbook.read(try #require(done.copy))
    let sheet = try #require(copy.sheets.first { $0.name == "项目支出绩效自评表" })
    let header = try #require(
      sheet.rows.first { row in
        sheet.cells(inRow: row).contains { $0.value == .text("上年完成值") }
      })
    let texts = sheet.cells(inRow: header).suffix(6).map(\.value)
    #expect(texts.prefix(2) == [.text("上年指标值"), .text("上年完成值")])
    #expect(texts.last == .text("审核意见"))
  }
}
