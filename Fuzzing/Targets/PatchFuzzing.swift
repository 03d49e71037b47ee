@testable import Workbooks

enum PatchFuzzing {
  static func run(_ input: [UInt8]) {
    let bytes = PackageInput.file(input)
    // Of a workbook without sheets the added one would be the last, and cannot be taken out again.
    guard let before = try? Workbook.read(bytes), !before.sheets.isEmpty else { return }
    let patch = Self.patch(for: before)
    guard let made = try? WorkbookPatch.apply(patch, to: bytes) else { return }
    let opened = try? WorkbookFile(bytes).adding(patch)
    promise(opened?.bytes == made.bytes, "a file that was read gets the same bytes")
    let after = readBack(made.bytes)
    hold(before, after)
    holdEntries(bytes, made.bytes)
    var again = patch
    again.removing = PriorPatch.find(in: after)
    guard let twice = try? WorkbookPatch.apply(again, to: made.bytes) else { return }
    hold(before, readBack(twice.bytes))
  }

  private static func readBack(_ bytes: [UInt8]) -> Workbook {
    do {
      return try Workbook.read(bytes)
    } catch {
      fatalError("broken promise: a copy can be read: \(error)")
    }
  }

  /// Cells beside the form, a note, colours, a first sheet: what an annotation has.
  private static func patch(for workbook: Workbook) -> WorkbookPatch {
    var patches: [SheetPatch] = []
    for sheet in workbook.sheets.prefix(2) {
      let used = sheet.usedRange
      let column = min((used?.last.column ?? 1) + 1, CellReference.lastColumn - 2)
      let row = used?.first.row ?? 1
      var patch = SheetPatch(sheet: sheet.name)
      for down in 0..<3 {
        guard let place = CellReference(row: row + down, column: column),
          let next = CellReference(row: row + down, column: column + 1)
        else { continue }
        patch.cells.append(
          PatchCell(place, .number("6.39"), style: CellStyle(numberFormat: "0.00")))
        patch.cells.append(
          PatchCell(next, .text("缺1287"), style: CellStyle(wraps: true), replacesBlank: true))
        patch.highlights.append(
          Highlight([CellRange(place, next)], HighlightStyle(fill: RGB(0xFBE3E1))))
        if down == 0 { patch.links = [PatchLink(place, to: "A1")] }
      }
      patch.columnWidths = [column: 9.29]
      patch.rowHeights = [row: 20]
      if let used {
        patch.notes = [Note(used.first, "请说明原因")]
        patch.printArea = CellRange(used.first, used.first)
      }
      patches.append(patch)
    }
    let first = NewSheet(
      name: "审核结果", columnWidths: [9],
      rows: [NewRow(cells: [.init(1, .text("通过"), style: CellStyle())])])
    return WorkbookPatch(
      sheets: patches, firstSheet: first,
      definedNames: patches.isEmpty ? [] : [NewName("sb_total", formula: "1")],
      customProperties: [NewProperty("scorebook", "1")])
  }

  /// Every cell of before has its value still.
  private static func hold(_ before: Workbook, _ after: Workbook) {
    promise(after.sheets.count == before.sheets.count + 1, "one sheet is added")
    for sheet in before.sheets {
      guard let copy = after.sheets.first(where: { $0.part == sheet.part && $0.name == sheet.name })
      else {
        promise(false, "sheet \(sheet.name) stays")
        continue
      }
      for row in sheet.rows {
        for cell in sheet.cells(inRow: row) where cell.value != .blank {
          promise(
            copy.cell(cell.reference)?.value == cell.value, "\(cell.reference) keeps its value")
          promise(
            copy.formula(at: cell.reference) == sheet.formula(at: cell.reference),
            "\(cell.reference) keeps its formula")
        }
      }
    }
  }

  /// No entry is lost, and none changes that a patch has no business with.
  private static func holdEntries(_ before: [UInt8], _ after: [UInt8]) {
    guard let old = try? ZipArchive(before), let new = try? ZipArchive(after) else {
      return promise(false, "a copy is an archive")
    }
    for entry in old.entries {
      guard let kept = new.entry(named: entry.name) else {
        promise(false, "entry \(entry.name) stays")
        continue
      }
      if entry.name.hasPrefix("xl/media/") || entry.name.hasPrefix("customXml/") {
        promise(
          kept.checksum == entry.checksum && kept.compressedSize == entry.compressedSize,
          "entry \(entry.name) keeps its bytes")
      }
    }
  }
}
