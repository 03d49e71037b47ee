/// Adds to the workbook's own part: tabs and defined names.
enum WorkbookEditor {
  /// The children of `workbook` in the schema's order (ECMA-376, CT_Workbook).
  static let order: [StaticString] = [
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
    "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
  ]

  /// Puts a tab before all others and shows it; every number that counts tabs follows.
  static func addFirstTab(
    _ name: String, part: String, _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    let id = try package.link(workbook.part, to: part, type: workbook.type("worksheet"))
    let tree = try package.required(workbook.part)
    let bytes = knownTabs.made(of: tree.bytes, package.limits, beside: "\(id)\0\(name)") {
      tabEdits(name, id: id, workbook, in: tree).applied(to: tree.bytes)
    }
    if !bytes.isSame(as: tree.bytes) { package.write(tree.part, bytes, isText: true) }
  }

  private static let knownTabs = PartMemo<[UInt8]>()

  private static func tabEdits(
    _ name: String, id: String, _ workbook: WorkbookOutline, in tree: XMLTree
  ) -> XMLEdits {
    var edits = XMLEdits()
    guard let sheets = tree.child(of: tree.root, "sheets") else { return edits }
    let numbers = tree.children(of: sheets, "sheet").compactMap { tree.integer($0, "sheetId") }
    let used = Set(numbers)
    var number = (used.filter { $0 < 65_000 }.max() ?? 0) + 1
    while used.contains(number) { number += 1 }
    let bound = tree.boundPrefix(.officeRelationships)
    let declaration = bound == nil ? " xmlns:r=\"\(workbook.officeRelationships)\"" : ""
    edits.prepend(
      "<\(tree.prefix(sheets))sheet name=\"\(XMLText.attribute(name))\" sheetId=\"\(number)\""
        + "\(declaration) \(bound ?? "r:")id=\"\(id)\"/>", to: sheets, in: tree)
    shiftNames(by: 1, from: 0, in: tree, &edits)
    for view in views(in: tree) {
      if tree.value(view, "activeTab") != nil { edits.set("activeTab", "0", on: view, in: tree) }
      if tree.value(view, "firstSheet") != nil { edits.set("firstSheet", "0", on: view, in: tree) }
    }
    return edits
  }

  static func views(in tree: XMLTree) -> [XMLTree.Node] {
    tree.child(of: tree.root, "bookViews").map { tree.children(of: $0, "workbookView") } ?? []
  }

  /// Which tabs the first window shows: `activeTab` and `firstSheet`, where it says so; the last
  /// one in the place of a tab that is not there.
  static func shownTabs(
    _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) -> (active: Int?, first: Int?) {
    let tree = try package.required(workbook.part)
    guard let view = views(in: tree).first else { return (nil, nil) }
    let last = tree.child(of: tree.root, "sheets").map { tree.children(of: $0, "sheet").count - 1 }
    func tab(_ name: StaticString) -> Int? {
      tree.integer(view, name).map { min($0, max(0, last ?? 0)) }
    }
    return (tab("activeTab"), tab("firstSheet"))
  }

  private static func shiftNames(
    by amount: Int, from index: Int, in tree: XMLTree, _ edits: inout XMLEdits
  ) {
    for node in names(in: tree) {
      guard let scope = tree.integer(node, "localSheetId"), scope >= index else { continue }
      edits.add(amount, to: "localSheetId", on: node, in: tree)
    }
  }

  static func names(in tree: XMLTree) -> [XMLTree.Node] {
    tree.child(of: tree.root, "definedNames").map { tree.children(of: $0, "definedName") } ?? []
  }

  /// Takes a tab out, with the names that belong to it; every number that counts tabs follows.
  static func removeTab(
    at index: Int, shown: (active: Int?, first: Int?), _ workbook: WorkbookOutline,
    _ package: inout PackageEditor
  ) throws(WorkbookError) {
    let tree = try package.required(workbook.part)
    guard let sheets = tree.child(of: tree.root, "sheets") else { return }
    let tabs = tree.children(of: sheets, "sheet")
    guard tabs.indices.contains(index), tabs.count > 1 else { return }
    var edits = XMLEdits()
    edits.remove(tabs[index].whole)
    for node in names(in: tree) where tree.integer(node, "localSheetId") == index {
      edits.remove(node.whole)
    }
    shiftNames(by: -1, from: index + 1, in: tree, &edits)
    for view in views(in: tree) {
      restore("activeTab", shown.active, on: view, tabs: tabs.count - 1, in: tree, &edits)
      restore("firstSheet", shown.first, on: view, tabs: tabs.count - 1, in: tree, &edits)
    }
    package.apply(edits, to: tree)
  }

  private static func restore(
    _ name: StaticString, _ value: Int?, on view: XMLTree.Node, tabs: Int, in tree: XMLTree,
    _ edits: inout XMLEdits
  ) {
    guard let now = tree.integer(view, name) else { return }
    let wanted = value ?? max(0, now - 1)
    edits.set(name, String(max(0, min(wanted, tabs - 1))), on: view, in: tree)
  }

  /// A defined name with the tab it belongs to.
  struct Name {
    let name: String
    let formula: String
    var isHidden = false
    var tab: Int?
  }

  /// Sets defined names, in place of any of the same name and tab.
  static func set(
    _ wanted: [Name], _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard !wanted.isEmpty else { return }
    try removeNames(
      where: { name, tab in
        wanted.contains { $0.tab == tab && $0.name.lowercased() == name.lowercased() }
      }, workbook, &package)
    let tree = try package.required(workbook.part)
    let x = tree.prefix(tree.root)
    var edits = XMLEdits()
    if let list = tree.child(of: tree.root, "definedNames") {
      edits.append(to: list, in: tree) { xml in
        for name in wanted { append(name, x, to: &xml) }
      }
    } else {
      edits.place("definedNames", in: tree.root, of: tree, order: order) { xml in
        xml.append("<", x, "definedNames>")
        for name in wanted { append(name, x, to: &xml) }
        xml.append("</", x, "definedNames>")
      }
    }
    package.apply(edits, to: tree)
  }

  private static func append(_ name: Name, _ x: String, to xml: inout ByteBuffer) {
    xml.append("<", x, "definedName name=\"")
    xml.append(escaping: name.name, inAttribute: true)
    if let tab = name.tab {
      xml.append(literal: "\" localSheetId=\"")
      xml.append(decimal: tab)
    }
    xml.append(literal: name.isHidden ? "\" hidden=\"1\">" : "\">")
    xml.append(escaping: name.formula)
    xml.append("</", x, "definedName>")
  }

  /// Takes defined names out by name and tab.
  static func removeNames(
    where isUnwanted: (String, Int?) -> Bool, _ workbook: WorkbookOutline,
    _ package: inout PackageEditor
  ) throws(WorkbookError) {
    let tree = try package.required(workbook.part)
    let all = names(in: tree)
    guard !all.isEmpty else { return }
    var edits = XMLEdits()
    for node in all
    where isUnwanted(tree.value(node, "name") ?? "", tree.integer(node, "localSheetId")) {
      edits.remove(node.whole)
    }
    package.apply(edits, to: tree)
  }

  /// Changes the last column of what a sheet prints; gives the column before, `nil` where
  /// nothing was changed.
  static func setPrintArea(
    ofTab tab: Int, _ workbook: WorkbookOutline, _ package: inout PackageEditor,
    _ change: (CellRange) -> CellRange
  ) throws(WorkbookError) -> Int? {
    let tree = try package.required(workbook.part)
    let found = names(in: tree).first {
      tree.value($0, "name") == "_xlnm.Print_Area" && tree.integer($0, "localSheetId") == tab
    }
    guard let node = found else { return nil }
    let text = tree.content(node)
    guard let mark = text.lastIndex(of: "!"), !text.contains(","),
      let old = CellRange(text[text.index(after: mark)...].filter { $0 != "$" })
    else { return nil }
    let new = change(old)
    guard new != old else { return nil }
    var edits = XMLEdits()
    edits.replace(
      node.content, with: XMLText.escaped(text[...mark] + Self.absolute(new)))
    package.apply(edits, to: tree)
    return old.last.column
  }

  /// A range as defined names write it: `$A$1:$C$3`.
  static func absolute(_ range: CellRange) -> String {
    var text = ByteBuffer(capacity: 64)
    text.append(absolute: range)
    return text.text
  }

  /// A range of a sheet as defined names write it: `'自评表'!$A$1:$C$3`.
  static func formula(_ sheet: String, _ range: CellRange) -> String {
    var text = ByteBuffer(capacity: 128)
    text.append(text: SheetName.quoted(sheet))
    text.append(0x21)
    text.append(absolute: range)
    return text.text
  }
}

extension ByteBuffer {
  fileprivate mutating func append(absolute range: CellRange) {
    append(absolute: range.first)
    append(0x3A)
    append(absolute: range.last)
  }

  private mutating func append(absolute cell: CellReference) {
    append(0x24)
    append(column: cell.column)
    append(0x24)
    append(decimal: cell.row)
  }
}
