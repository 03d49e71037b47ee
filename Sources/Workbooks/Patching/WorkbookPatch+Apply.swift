extension WorkbookPatch {
  /// Adds a patch to a workbook.
  ///
  /// What the patch does not concern stays: entries of the zip archive with their compressed
  /// bytes, and in parts that change, every byte beside the additions.
  ///
  /// - Parameter bytes: the whole file.
  /// - Throws: ``WorkbookError`` where the file is no readable workbook, or cannot be changed
  ///   without harm.
  public static func apply(
    _ patch: WorkbookPatch, to bytes: [UInt8], limits: Limits = .standard
  ) throws(WorkbookError) -> PatchedWorkbook {
    try apply(patch, to: try ZipArchive(bytes, limits: limits))
  }

  static func apply(
    _ patch: WorkbookPatch, to archive: consuming ZipArchive
  ) throws(WorkbookError) -> PatchedWorkbook {
    var package = PackageEditor(archive)
    var run = PatchRun(patch: patch)
    try run.apply(to: &package)
    return PatchedWorkbook(
      bytes: try package.finish(), remarks: run.remarks, firstSheetName: run.firstSheetName)
  }

  /// The workbook without an earlier annotation.
  ///
  /// - Parameter bytes: the whole file, annotated.
  /// - Throws: ``WorkbookError`` where the file is no readable workbook.
  public static func remove(
    _ prior: PriorPatch, from bytes: [UInt8], limits: Limits = .standard
  ) throws(WorkbookError) -> PatchedWorkbook {
    try apply(WorkbookPatch(removing: prior), to: bytes, limits: limits)
  }

  /// Whether there is anything to add.
  var isEmpty: Bool {
    sheets.isEmpty && firstSheet == nil && definedNames.isEmpty && customProperties.isEmpty
  }
}

/// One patch on its way into one package.
struct PatchRun {
  let patch: WorkbookPatch
  var remarks: [PatchRemark] = []
  var firstSheetName: String?
  private var record = PatchRecord()
  /// Names to be defined.
  private var names: [WorkbookEditor.Name] = []
  /// The parts of sheets that are not selected any more.
  private var deselected: Set<String> = []

  init(patch: WorkbookPatch) { self.patch = patch }

  /// Takes the earlier annotation out, then adds everything.
  mutating func apply(to package: inout PackageEditor) throws(WorkbookError) {
    remarkOnPackage(package)
    var workbook = try WorkbookOutline(&package)
    if let prior = patch.removing {
      try Removal(prior: prior).apply(to: &package, workbook, remarks: &remarks)
      workbook = try WorkbookOutline(&package)
    }
    guard !patch.isEmpty else { return }
    record.author = patch.noteAuthor
    var styles = try StyleEditor(&package, workbook)
    let order = patch.sheets.enumerated().sorted {
      (workbook.index(of: $0.element.sheet) ?? .max, $0.offset)
        < (workbook.index(of: $1.element.sheet) ?? .max, $1.offset)
    }
    for (_, sheet) in order { try add(sheet, workbook, &styles, &package) }
    try addFirstSheet(workbook, &styles, &package)
    try styles.finish(&package)
    try addNames(workbook, &package)
    try addProperties(workbook, &package)
  }

  private mutating func remarkOnPackage(_ package: borrowing PackageEditor) {
    for entry in package.ignored {
      let reason = entry.reason == .unsafeName ? "an unsafe name" : "a name that is there already"
      remarks.append(
        PatchRemark(.droppedEntry, detail: "\(entry.name) has \(reason) and is left out"))
    }
    if package.hasEntry(beginning: "_xmlsignatures/") {
      remarks.append(
        PatchRemark(
          .brokenSignature,
          detail: "the workbook is signed; the signature holds for the file as returned only"))
    }
  }

  // MARK: Sheets that are there

  private mutating func add(
    _ patch: SheetPatch, _ workbook: WorkbookOutline, _ styles: inout StyleEditor,
    _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard let index = workbook.index(of: patch.sheet), workbook.tabs[index].isWorksheet,
      let part = workbook.tabs[index].part, let bytes = try package.read(part)
    else {
      return remarks.append(
        PatchRemark(
          .missingSheet, sheet: patch.sheet, detail: "there is no worksheet \(patch.sheet)"))
    }
    let name = workbook.tabs[index].name
    let outline = try SheetOutline(
      bytes, part: part, limits: package.limits, isText: package.isText(part),
      wanted: Self.places(of: patch.cells))
    var editor = SheetEditor(outline, sheet: name)
    // From the beginning of the part to its end: changes that come in order need no sorting.
    editor.setWidths(patch.columnWidths)
    let box = editor.add(patch.cells, heights: patch.rowHeights, styles: &styles)
    editor.merge(patch.merges)
    editor.highlight(patch.highlights, styles: &styles)
    editor.link(patch.links)
    if patch.printArea != nil { editor.fitWidth() }
    if self.patch.firstSheet != nil {
      editor.edits.deselect(outline.tree, before: outline.sheetData.start.lowerBound)
      deselected.insert(part)
    }
    try addNotes(of: patch, to: &editor, part, workbook, &package)
    package.apply(editor.edits, to: outline.tree)
    remarks += editor.remarks
    let before = try growPrintArea(patch.printArea, tab: index, workbook, &package)
    if let box {
      record.areas.append(
        PatchRecord.Area(
          sheet: name, cells: box, kept: editor.kept, lastPrinted: before,
          witnesses: Witness.ends(of: patch.cells, notAt: editor.kept)))
    }
  }

  /// Where cells of the sheet may stand in the way of a patch's, or behind them.
  private static func places(of cells: [PatchCell]) -> WantedCells {
    var wanted = WantedCells()
    var (isInOrder, firstColumn) = (true, Int.max)
    // Some three cells a row.
    wanted.rows.reserveCapacity(min(cells.count, 64))
    for at in cells.indices {
      let place = cells[at].reference
      firstColumn = min(firstColumn, place.column)
      guard wanted.rows.last != place.row else { continue }
      if let last = wanted.rows.last, last > place.row { isInOrder = false }
      wanted.rows.append(place.row)
    }
    if !isInOrder { wanted.rows = Set(wanted.rows).sorted() }
    if !cells.isEmpty { wanted.firstColumn = firstColumn }
    return wanted
  }

  private mutating func addNotes(
    of patch: SheetPatch, to editor: inout SheetEditor, _ part: String,
    _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard !patch.notes.isEmpty else { return }
    let joined = NoteEditor.joined(patch.notes)
    let notes = NoteEditor(workbook: workbook, author: self.patch.noteAuthor, part: part)
    let made = try notes.add(joined, to: &editor, &package)
    for mark in NoteEditor.marks(of: joined) where !record.notes.contains(mark) {
      record.notes.append(mark)
    }
    let grid = NoteGrid(editor.outline, added: patch.columnWidths)
    try NoteShapes(workbook: workbook, part: part)
      .add(made, grid: grid, to: &editor, &package)
  }

  private func growPrintArea(
    _ area: CellRange?, tab: Int, _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) -> Int? {
    guard let area else { return nil }
    return try WorkbookEditor.setPrintArea(ofTab: tab, workbook, &package) { $0.including(area) }
  }

  // MARK: The first sheet

  private mutating func addFirstSheet(
    _ workbook: WorkbookOutline, _ styles: inout StyleEditor, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard var sheet = patch.firstSheet else { return }
    sheet.name = SheetName.unique(
      SheetName.fault(of: sheet.name) == nil ? sheet.name : SheetName.made(from: sheet.name),
      among: workbook.tabs.map(\.name))
    let part = try package.unusedName(PartPath.folder(workbook.part) + "worksheets/sheet", ".xml")
    let xml = NewSheetXML(sheet: sheet, main: workbook.main)
      .bytes(styles: &styles, remarks: &remarks)
    package.write(part, xml)
    package.setContentType(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", of: part)
    (record.activeTab, record.firstTab) = try WorkbookEditor.shownTabs(workbook, &package)
    try WorkbookEditor.addFirstTab(sheet.name, part: part, workbook, &package)
    try deselect(workbook, &package)
    try PropertyEditor.setTitle(
      sheet.name, isAdded: true, at: 0,
      sheets: workbook.tabs.filter(\.isWorksheet).map(\.name), &package)
    if let area = sheet.printArea {
      names.append(
        WorkbookEditor.Name(
          name: "_xlnm.Print_Area", formula: WorkbookEditor.formula(sheet.name, area), tab: 0))
    }
    record.firstSheet = sheet.name
    record.firstText = sheet.firstText
    firstSheetName = sheet.name
  }

  /// Takes the selection off the tabs that no patch has taken it off.
  private func deselect(
    _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    for tab in workbook.tabs {
      guard let part = tab.part, !deselected.contains(part), try Self.maySelect(part, &package),
        let bytes = try package.read(part)
      else { continue }
      let tree = try SheetHead.tree(
        bytes, part: part, limits: package.limits, isText: package.isText(part))
      var edits = XMLEdits()
      edits.deselect(tree)
      if !edits.isEmpty { package.apply(edits, to: tree) }
    }
  }

  /// Whether the settings of a sheet may say that its tab is selected; a sheet that is not looked
  /// at otherwise is not inflated beyond them.
  private static func maySelect(
    _ part: String, _ package: inout PackageEditor
  ) throws(WorkbookError) -> Bool {
    if package.isText(part) { return true }
    guard let bytes = try package.beginning(of: part) else { return false }
    // Settings in UTF-16, or longer than was looked at, are read whole.
    guard let first = bytes.first, first == 0x3C || first == 0xEF,
      let end = XMLText.find("<sheetData", bytes, 0, bytes.count)
    else { return true }
    return XMLText.find("tabSelected", bytes, 0, end) != nil
  }

  // MARK: The record

  private mutating func addNames(
    _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    for (index, area) in record.areas.enumerated() {
      names.append(
        WorkbookEditor.Name(
          name: PatchRecord.areaName(index),
          formula: WorkbookEditor.formula(area.sheet, area.cells), isHidden: true))
    }
    if let first = record.firstSheet {
      let formula = SheetName.quoted(first) + "!$A$1"
      names.append(
        WorkbookEditor.Name(name: PatchRecord.firstName, formula: formula, isHidden: true))
    }
    for name in patch.definedNames {
      if let fault = DefinedNameRule.fault(of: name.name) {
        remarks.append(PatchRemark(.unwritableValue, detail: fault))
        continue
      }
      names.append(
        WorkbookEditor.Name(name: name.name, formula: name.formula, isHidden: name.isHidden))
      record.names.append(name.name)
    }
    try WorkbookEditor.set(names, workbook, &package)
  }

  private mutating func addProperties(
    _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    record.properties = patch.customProperties.map(\.name)
    try PropertyEditor.set(patch.customProperties + record.written(), workbook, &package)
  }
}
