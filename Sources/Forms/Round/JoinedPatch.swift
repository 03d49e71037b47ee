internal import Workbooks

extension WorkbookPatch {
  /// One patch for all forms of a workbook; `nil` where there are none.
  ///
  /// Sheets that several forms stand on get what each adds; 审核结果 has one form below the other,
  /// each on a page of its own.
  static func joined(_ patches: [WorkbookPatch]) -> WorkbookPatch? {
    guard var joined = patches.first else { return nil }
    for patch in patches.dropFirst() {
      for sheet in patch.sheets { joined.add(sheet) }
      if let page = patch.firstSheet {
        if joined.firstSheet == nil {
          joined.firstSheet = page
        } else {
          joined.firstSheet?.append(page)
        }
      }
      joined.definedNames += patch.definedNames
      joined.customProperties += patch.customProperties
    }
    return joined
  }

  private mutating func add(_ sheet: SheetPatch) {
    guard let index = sheets.firstIndex(where: { $0.sheet == sheet.sheet }) else {
      sheets.append(sheet)
      return
    }
    let taken = Set(sheets[index].cells.map(\.reference))
    sheets[index].cells += sheet.cells.filter { !taken.contains($0.reference) }
    sheets[index].merges += sheet.merges
    sheets[index].columnWidths.merge(sheet.columnWidths) { one, _ in one }
    sheets[index].rowHeights.merge(sheet.rowHeights) { one, _ in one }
    sheets[index].highlights += sheet.highlights
    sheets[index].links += sheet.links
    sheets[index].addNotes(sheet.notes)
    sheets[index].printArea = sheets[index].printArea ?? sheet.printArea
  }
}

extension SheetPatch {
  fileprivate mutating func addNotes(_ more: [Note]) {
    for note in more {
      if let index = notes.firstIndex(where: { $0.reference == note.reference }) {
        notes[index].text += "\n" + note.text
      } else {
        notes.append(note)
      }
    }
  }
}

extension NewSheet {
  fileprivate mutating func append(_ other: NewSheet) {
    let offset = rows.count
    func moved(_ cell: CellReference) -> CellReference? {
      CellReference(row: cell.row + offset, column: cell.column)
    }
    func moved(_ range: CellRange) -> CellRange? {
      guard let first = moved(range.first), let last = moved(range.last) else { return nil }
      return CellRange(first, last)
    }
    rows += other.rows
    merges += other.merges.compactMap(moved)
    links += other.links.compactMap { link in
      moved(link.reference).map { PatchLink($0, to: link.location, tooltip: link.tooltip) }
    }
    pageBreaks.append(offset)
    pageBreaks += other.pageBreaks.map { $0 + offset }
    if let area = printArea, let more = other.printArea.flatMap(moved) {
      printArea = CellRange(area.first, more.last)
    }
  }
}
