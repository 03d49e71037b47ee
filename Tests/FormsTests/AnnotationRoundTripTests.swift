import Evaluation
import Testing
import Workbooks

@testable import Evaluation
@testable import Forms

/// A workbook annotated, read again, annotated again.
@Suite struct AnnotationRoundTripTests {
  typealias Example = AnnotationExample

  /// A return with the table of the example, and what else a unit puts on its sheet.
  private func bytes(
    _ extra: (inout WorkbookWriter, WorkbookWriter.SheetID) throws -> Void = { _, _ in }
  ) throws -> [UInt8] {
    var writer = try WorkbookWriter()
    let sheet = try writer.addSheet(named: Example.sheetName)
    try writer.write(.text("附件"), at: Example.cell("A1"), on: sheet)
    try writer.merge(Example.range("A2:I2"), .text("项目支出绩效自评表"), on: sheet)
    for row in 4...32 {
      for column in 1...9 {
        guard let cell = CellReference(row: row, column: column) else { continue }
        try writer.write(.text("\(row)·\(column)"), at: cell, on: sheet)
      }
    }
    try extra(&writer, sheet)
    return try writer.bytes()
  }

  private func annotated(_ bytes: [UInt8]) throws -> PatchedWorkbook {
    let workbook = try Workbook.read(bytes)
    let patch = Annotator.patch(
      for: Example.subject(), in: workbook, replacing: Annotator.prior(in: workbook))
    return try WorkbookPatch.apply(patch, to: bytes)
  }

  private func firstColumn(_ bytes: [UInt8]) throws -> Int? {
    let workbook = try Workbook.read(bytes)
    return Annotator.patch(for: Example.subject(), in: workbook).sheets.first?.cells
      .map(\.reference.column).min()
  }

  @Test func `the annotated copy holds the columns, and the result comes first`() throws {
    let result = try annotated(bytes())
    let workbook = try Workbook.read(result.bytes)
    #expect(result.remarks.isEmpty)
    #expect(workbook.sheets.map(\.name) == ["审核结果", Example.sheetName])
    let form = workbook.sheet(named: Example.sheetName)
    #expect(form?.cell(Example.cell("J15"))?.value == .number("0.7992"))
    #expect(form?.cell(Example.cell("J15"))?.format.kind == .percent)
    #expect(form?.cell(Example.cell("M15"))?.value == .text("5123÷6410×8＝6.39，缺1287"))
    #expect(form?.cell(Example.cell("F15"))?.value == .text("15·6"))
  }

  @Test func `annotating the annotated copy gives the same workbook`() throws {
    let once = try annotated(bytes())
    let twice = try annotated(once.bytes)
    #expect(twice.bytes == once.bytes)
  }

  @Test func `the same return gives the same bytes`() throws {
    let bytes = try bytes()
    #expect(try annotated(bytes).bytes == annotated(bytes).bytes)
  }

  @Test func `what came back is told from what was added`() throws {
    let workbook = try Workbook.read(annotated(bytes()).bytes)
    let prior = try #require(Annotator.prior(in: workbook))
    #expect(prior.added(sheet: "审核结果"))
    #expect(prior.added(Example.cell("M15"), on: Example.sheetName))
    #expect(!prior.added(Example.cell("F15"), on: Example.sheetName))
    #expect(Annotator.prior(in: try Workbook.read(bytes())) == nil)
  }

  @Test func `notes stand on the title that spans the table`() throws {
    let patch = Annotator.patch(for: Example.subject(), in: try Workbook.read(bytes()))
    #expect(patch.sheets.first?.notes.first?.reference == Example.cell("A2"))
  }

  @Test func `columns begin right of the table`() throws {
    #expect(try firstColumn(bytes()) == 10)
  }

  @Test func `a column with a value anywhere is passed over`() throws {
    let bytes = try bytes { writer, sheet in
      try writer.write(.text("记"), at: Example.cell("K40"), on: sheet)
    }
    #expect(try firstColumn(bytes) == 12)
  }

  @Test func `a column under merged cells is passed over`() throws {
    let bytes = try bytes { writer, sheet in
      try writer.merge(Example.range("I1:L1"), .text("合并"), on: sheet)
    }
    #expect(try firstColumn(bytes) == 13)
  }

  @Test func `a formatted cell beside the table is the unit's and stays`() throws {
    let bytes = try bytes { writer, sheet in
      try writer.write(
        .blank, at: Example.cell("J20"), on: sheet, style: CellStyle(fill: RGB(0xFFFF00)))
    }
    #expect(try firstColumn(bytes) == 11)
  }

  @Test func `formatted cells without end give way beside the table`() throws {
    let bytes = try bytes { writer, sheet in
      for column in 10...60 {
        guard let cell = CellReference(row: 20, column: column) else { continue }
        try writer.write(.blank, at: cell, on: sheet, style: CellStyle(fill: RGB(0xFFFF00)))
      }
    }
    #expect(try firstColumn(bytes) == 10)
    let once = try annotated(bytes)
    #expect(once.remarks.isEmpty)
    #expect(try annotated(once.bytes).bytes == once.bytes)
  }

  @Test func `hidden columns beside the table are shown where they are used`() throws {
    let bytes = try bytes { writer, sheet in
      try writer.setColumns(10...200, pixels: 64, hidden: true, on: sheet)
    }
    let workbook = try Workbook.read(annotated(bytes).bytes)
    #expect(workbook.sheet(named: Example.sheetName)?.hiddenColumns == [14...200])
  }

  @Test func `a unit's own sheet of that name keeps its name`() throws {
    let bytes = try bytes { writer, _ in _ = try writer.addSheet(named: "审核结果") }
    let once = try annotated(bytes)
    let names = try Workbook.read(once.bytes).sheets.map(\.name)
    #expect(names == ["审核结果_2", Example.sheetName, "审核结果"])
    #expect(try annotated(once.bytes).bytes == once.bytes)
  }
}
