import Foundation
import Testing

@testable import Workbooks

@Suite("Writing workbooks")
struct WorkbookWriterTests {
  private func cell(_ text: String) throws -> CellReference { try #require(CellReference(text)) }

  private func sample() throws -> [UInt8] {
    var writer = try WorkbookWriter()
    let main = try writer.addSheet(named: "总表")
    let lists = try writer.addSheet(named: "选项", state: .hidden)
    let manifest = try writer.addSheet(named: "_scorebook", state: .veryHidden)
    let title = CellStyle(font: .init("黑体", size: 18), horizontal: .center)
    let money = CellStyle(
      fill: RGB(0xFFFAE3), border: .box(.init(.thin, RGB(0xA3A9AF))), numberFormat: "#,##0.00_ ",
      horizontal: .right, locked: false)
    try writer.merge(#require(CellRange("A1:D1")), .text("2024 年度"), on: main, style: title)
    try writer.write(.number("86.93"), at: cell("A2"), on: main, style: money)
    try writer.write(.number("0.1"), at: cell("B2"), on: main, style: money)
    try writer.write(.number("-5.5"), at: cell("C2"), on: main, style: money)
    try writer.write(.formula("SUM(A2:C2)", value: .number("81.53")), at: cell("D2"), on: main)
    try writer.write(.text("a<b & \u{1}c"), at: cell("A3"), on: main)
    try writer.write(.blank, at: cell("B3"), on: main, style: money)
    try writer.writeLink(
      "打开", to: .file("returned/民政局/表_批注.xlsx", place: "'表'!A1"), at: cell("C3"), on: main,
      style: CellStyle(font: .init(underlined: true)), tooltip: "批注")
    try writer.writeLink(
      "选项", to: .place("'选项'!A1"), at: cell("D3"), on: main, style: CellStyle())
    try writer.write(.text("达成"), at: cell("A1"), on: lists)
    try writer.write(.text("manifest"), at: cell("A1"), on: manifest)
    try writer.setColumns(1...1, pixels: 64, on: main)
    try writer.setColumns(2...4, characters: 12, on: main)
    try writer.setRow(1, height: 37.5, on: main)
    try writer.freeze(rows: 2, on: main)
    try writer.setFilter(#require(CellRange("A2:D3")), on: main)
    try writer.hideGridLines(on: main)
    try writer.setPage(
      PageSetup(
        area: CellRange("A1:D3"), repeatedRows: 2...2, pageBreaks: [2],
        footerLeft: PageSetup.footer("2024 自评 & 审核"), footerRight: PageSetup.pageCount), on: main)
    try writer.addCondition(
      .formula("$A2>80"), style: HighlightStyle(font: RGB(0x9C1C14), fill: RGB(0xFBE3E1)),
      to: #require(CellRange("A2:D2")), on: main)
    try writer.addCondition(
      .dataBar(RGB(0x3B6A94), minimum: 0, maximum: 100), to: #require(CellRange("B2:B2")),
      on: main)
    for (column, rule) in [
      ValidationRule(.listRange("'选项'!$A$1:$A$3"), promptTitle: "选择", prompt: "请选择"),
      ValidationRule(.decimal(0, 100), errorTitle: "数字", error: "0 至 100"),
      ValidationRule(.date(45292, 45657)), ValidationRule(.list(["是", "否"])),
    ].enumerated() {
      let place = try #require(CellReference(row: 9, column: column + 1))
      try writer.addValidation(rule, to: CellRange(place, place), on: main)
    }
    try writer.addChart(
      BarChart(
        title: "得分",
        series: [
          .init(
            name: "总分", categories: "'总表'!$A$2:$C$2", values: "'总表'!$A$2:$C$2",
            colour: RGB(0x3B6A94), pattern: .hatch, showsValues: true)
        ], maximum: 100), at: cell("F2"), on: main)
    try writer.protect(main)
    writer.lockStructure()
    try writer.defineName("sb_total", formula: "'总表'!$D$2")
    try writer.setProperties(
      WorkbookProperties(title: "汇总", author: "Scorebook", custom: [.init("scheme", "mof-2020")]))
    return try writer.bytes()
  }

  @Test("the same calls give the same bytes")
  func isDeterministic() throws { #expect(try sample() == sample()) }

  @Test("what was written is read again")
  func isRead() throws {
    let bytes = try sample()
    if let out = ProcessInfo.processInfo.environment["SCOREBOOK_WRITTEN"] {
      try Data(bytes).write(to: URL(fileURLWithPath: out))
    }
    let workbook = try Workbook.read(bytes)
    #expect(workbook.sheets.map(\.state) == [.visible, .hidden, .veryHidden])
    let sheet = try #require(workbook.sheets.first)
    #expect(sheet.cell(try cell("A2"))?.value == .number("86.93"))
    #expect(sheet.cell(try cell("C2"))?.value == .number("-5.5"))
    #expect(sheet.cell(try cell("D2"))?.formula == "SUM(A2:C2)")
    #expect(sheet.cell(try cell("A3"))?.value == .text("a<b & c"))
    #expect(sheet.isProtected)
    #expect(workbook.definedNames.contains { $0.name == "sb_total" })
    #expect(workbook.properties.custom["scheme"] == "mof-2020")
  }

  @Test("structure lock, Normal face and relative links stand in the file")
  func finishes() throws {
    let bytes = try sample()
    #expect(try part("xl/workbook.xml", of: bytes).contains("lockStructure=\"1\""))
    let styles = try part("xl/styles.xml", of: bytes)
    #expect(styles.contains("<fonts count=\"3\"><font><sz val=\"10.5\"/>"))
    #expect(styles.contains("<charset val=\"134\"/>"))
    let links = try part("xl/worksheets/_rels/sheet1.xml.rels", of: bytes)
    #expect(links.contains("Target=\"returned/"))
  }

  @Test(
    "a number keeps its digits",
    arguments: ["86.93", "0.1", "113.18", "99.99", "1234567.89", "0.3", "5.01", "-7.26", "12"])
  func numbers(_ digits: String) throws {
    var writer = try WorkbookWriter()
    let sheet = try writer.addSheet(named: "a")
    try writer.write(.number(digits), at: cell("A1"), on: sheet)
    #expect(
      try part("xl/worksheets/sheet1.xml", of: try writer.bytes()).contains("<v>\(digits)</v>"))
  }

  @Test(
    "a sheet name that Excel refuses is refused",
    arguments: ["", "a/b", "a:b", "[a]", "'a", "History", String(repeating: "名", count: 32)])
  func sheetNames(_ name: String) throws {
    var writer = try WorkbookWriter()
    _ = try writer.addSheet(named: "A")
    #expect(throws: WorkbookError.self) { _ = try writer.addSheet(named: name) }
    #expect(SheetName.fault(of: SheetName.made(from: name)) == nil)
  }

  @Test("two sheets of one name but for case are refused")
  func sheetNameTwice() throws {
    var writer = try WorkbookWriter()
    _ = try writer.addSheet(named: "Abc")
    #expect(throws: WorkbookError.self) { _ = try writer.addSheet(named: "aBC") }
    #expect(SheetName.unique("abc", among: ["ABC", "abc_2"]) == "abc_3")
  }

  @Test("what the library would print about is refused beforehand")
  func refusals() throws {
    var writer = try WorkbookWriter(streaming: true)
    let sheet = try writer.addSheet(named: "a")
    let long = String(repeating: "字", count: 32_768)
    #expect(throws: WorkbookError.self) {
      try writer.write(.text(long), at: cell("A1"), on: sheet)
    }
    #expect(throws: WorkbookError.self) {
      try writer.write(.number("1,5"), at: cell("A1"), on: sheet)
    }
    try writer.write(.number("1"), at: cell("A5"), on: sheet)
    #expect(throws: WorkbookError.self) {
      try writer.write(.number("1"), at: cell("A4"), on: sheet)
    }
    #expect(throws: WorkbookError.self) { try writer.defineName("I01", formula: "a!$A$1") }
    #expect(throws: WorkbookError.self) { try writer.defineName("R1C1", formula: "a!$A$1") }
    let footer = PageSetup(footerLeft: String(repeating: "字", count: 300))
    #expect(throws: WorkbookError.self) { try writer.setPage(footer, on: sheet) }
    let rule = ValidationRule(.anything, promptTitle: String(repeating: "字", count: 33))
    #expect(throws: WorkbookError.self) {
      try writer.addValidation(rule, to: #require(CellRange("A1")), on: sheet)
    }
  }

  @Test("footers of Chinese text up to the bound are taken")
  func longFooter() throws {
    var writer = try WorkbookWriter()
    let sheet = try writer.addSheet(named: "a")
    try writer.setPage(PageSetup(footerLeft: String(repeating: "字", count: 200)), on: sheet)
    let xml = try part("xl/worksheets/sheet1.xml", of: try writer.bytes())
    #expect(xml.contains(String(repeating: "字", count: 200)))
  }

  @Test("a workbook without a visible sheet is refused")
  func needsVisibleSheet() throws {
    var writer = try WorkbookWriter()
    _ = try writer.addSheet(named: "a", state: .hidden)
    do {
      _ = try writer.bytes()
      Issue.record("it was written")
    } catch {}
  }
}
