/// Takes an earlier annotation out by what it means, not by its bytes: any program may have
/// saved the file since.
struct Removal {
  let prior: PriorPatch

  func apply(
    to package: inout PackageEditor, _ workbook: WorkbookOutline,
    remarks: inout [PatchRemark]
  ) throws(WorkbookError) {
    for area in prior.areas {
      guard let index = workbook.index(of: area.sheet), let part = workbook.tabs[index].part,
        let bytes = try package.read(part)
      else {
        remarks.append(
          PatchRemark(
            .priorNotFound, sheet: area.sheet,
            detail: "the sheet \(area.sheet) of an earlier annotation is gone"))
        continue
      }
      try clean(bytes, part, area, workbook, &remarks, &package)
      try restorePrintArea(area, tab: index, workbook, &package)
    }
    try sweep(workbook, &remarks, &package)
    try removeFirstSheet(workbook, &package)
    let names = Set(prior.record.names.map { $0.lowercased() })
    try WorkbookEditor.removeNames(
      where: { name, tab in
        let folded = name.lowercased()
        return tab == nil && (folded.hasPrefix(PatchRecord.namePrefix) || names.contains(folded))
      }, workbook, &package)
    let properties = prior.record.properties + prior.record.written().map(\.name)
    try PropertyEditor.remove(Set(properties.map { $0.lowercased() }), &package)
  }

  private func clean(
    _ bytes: [UInt8], _ part: String, _ area: PriorPatch.AddedArea, _ workbook: WorkbookOutline,
    _ remarks: inout [PatchRemark], _ package: inout PackageEditor
  ) throws(WorkbookError) {
    let wanted = area.cells.map {
      WantedCells(rows: Array($0.first.row...$0.last.row), firstColumn: $0.first.column)
    }
    let outline = try SheetOutline(
      bytes, part: part, limits: package.limits, isText: package.isText(part),
      wanted: wanted ?? WantedCells())
    var editor = SheetEditor(outline, sheet: area.sheet)
    if let cells = area.cells {
      editor.removeCells(area)
      editor.removeColumns(cells.first.column...cells.last.column)
      editor.removeEntries("mergeCells", "mergeCell", within: cells)
      editor.removeEntries("hyperlinks", "hyperlink", within: cells)
    }
    editor.removeHighlights()
    try NoteRemoval(
      workbook: workbook, author: prior.noteAuthor, words: NoteWords(prior.record.notes), part: part
    )
    .apply(to: &editor, &package)
    package.apply(editor.edits, to: outline.tree)
    remarks += editor.remarks
  }

  /// Takes colours and notes off the sheets that got no cells, or whose cells are no longer
  /// known.
  private func sweep(
    _ workbook: WorkbookOutline, _ remarks: inout [PatchRemark], _ package: inout PackageEditor
  ) throws(WorkbookError) {
    for (index, tab) in workbook.tabs.enumerated() {
      guard tab.isWorksheet, tab.name != prior.firstSheet, let part = tab.part,
        !prior.areas.contains(where: { workbook.index(of: $0.sheet) == index }),
        let bytes = try package.read(part)
      else { continue }
      let hasNotes = try package.links(of: part).contains { $0.kind == "comments" }
      let isMarked = XMLText.find("scorebook", bytes, 0, bytes.count) != nil
      guard hasNotes || isMarked else { continue }
      let outline = try SheetOutline(
        bytes, part: part, limits: package.limits, isText: package.isText(part))
      var editor = SheetEditor(outline, sheet: tab.name)
      editor.removeHighlights()
      try NoteRemoval(
        workbook: workbook, author: prior.noteAuthor, words: NoteWords(prior.record.notes),
        part: part
      )
      .apply(to: &editor, &package)
      package.apply(editor.edits, to: outline.tree)
      remarks += editor.remarks
    }
  }

  private func restorePrintArea(
    _ area: PriorPatch.AddedArea, tab: Int, _ workbook: WorkbookOutline,
    _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard let cells = area.cells, let last = area.lastPrinted else { return }
    _ = try WorkbookEditor.setPrintArea(ofTab: tab, workbook, &package) { printed in
      guard printed.last.column == cells.last.column, last >= printed.first.column,
        let corner = CellReference(row: printed.last.row, column: last)
      else { return printed }
      return CellRange(printed.first, corner)
    }
  }

  private func removeFirstSheet(
    _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard let name = prior.firstSheet, let index = workbook.index(of: name),
      workbook.tabs.count > 1, let part = workbook.tabs[index].part
    else { return }
    let worksheets = workbook.tabs.filter(\.isWorksheet).map(\.name)
    try PropertyEditor.setTitle(
      name, isAdded: false, at: worksheets.firstIndex(of: name) ?? -1, sheets: worksheets,
      &package)
    try WorkbookEditor.removeTab(
      at: index, shown: (prior.record.activeTab, prior.record.firstTab), workbook, &package)
    for link in try package.links(of: part)
    where ["printerSettings", "comments", "vmlDrawing"].contains(link.kind) {
      try package.removePart(link.target)
    }
    package.remove(PartName.relationships(of: part))
    try package.removePart(part)
    try package.unlink(workbook.part, id: workbook.tabs[index].linkID)
  }
}

extension SheetEditor {
  /// Takes out the cells of a rectangle, but for those that were there before.
  mutating func removeCells(_ area: PriorPatch.AddedArea) {
    guard let box = area.cells else { return }
    let columns = box.first.column...box.last.column
    let kept = Set(area.kept)
    for row in outline.rows {
      for cell in outline.cells(of: row) where columns.contains(cell.column) {
        if let place = CellReference(row: row.number, column: cell.column), kept.contains(place) {
          continue
        }
        edits.remove(cell.range)
      }
    }
  }

  /// Takes out the widths of columns; entries that reach beyond keep the rest.
  mutating func removeColumns(_ columns: ClosedRange<Int>) {
    guard let cols = tree.child(of: tree.root, "cols") else { return }
    let all = tree.children(of: cols, "col")
    var removed = 0
    for node in all {
      guard let low = tree.integer(node, "min"), let high = tree.integer(node, "max"),
        low <= high, columns.overlaps(low...high)
      else { continue }
      var rest = ""
      if low < columns.lowerBound {
        rest += Self.part(of: node, low...(columns.lowerBound - 1), in: tree)
      }
      if high > columns.upperBound {
        rest += Self.part(of: node, (columns.upperBound + 1)...high, in: tree)
      }
      if rest.isEmpty { removed += 1 }
      edits.replace(node.whole, with: rest)
    }
    if removed == all.count, removed > 0 { edits.remove(cols.whole) }
  }

  /// Takes out the entries of a list that lie within a rectangle, and the list once empty.
  mutating func removeEntries(_ list: StaticString, _ entry: StaticString, within box: CellRange) {
    let tree = tree
    guard let node = tree.child(of: tree.root, list) else { return }
    let all = tree.children(of: node, entry)
    let ours = all.filter { entry in
      guard let range = tree.value(entry, "ref").flatMap({ CellRange($0) }) else { return false }
      return box.contains(range.first) && box.contains(range.last)
    }
    guard !ours.isEmpty else { return }
    if ours.count == all.count { return edits.remove(node.whole) }
    for entry in ours { edits.remove(entry.whole) }
    edits.add(-ours.count, to: "count", on: node, in: tree)
  }

  /// Takes out the conditional formats that carry our mark.
  mutating func removeHighlights() {
    let tree = tree
    for node in tree.children(of: tree.root, "conditionalFormatting") {
      let all = tree.children(of: node, "cfRule")
      let ours = all.filter { rule in
        tree.children(of: rule, "formula").contains { tree.content($0).contains(Self.marker) }
      }
      guard !ours.isEmpty else { continue }
      if ours.count == all.count {
        edits.remove(node.whole)
      } else {
        for rule in ours { edits.remove(rule.whole) }
      }
    }
  }
}
