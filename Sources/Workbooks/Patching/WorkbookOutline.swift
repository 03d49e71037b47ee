/// Where the parts of a workbook are.
struct WorkbookOutline {
  /// One tab: a worksheet, or a sheet of another kind.
  struct Tab {
    let name: String
    /// Its part; `nil` where its relationship leads nowhere.
    let part: String?
    let linkID: String
    let isWorksheet: Bool
  }

  /// The workbook's part.
  let part: String
  /// All tabs in order, chart sheets included: `localSheetId` counts these.
  let tabs: [Tab]
  /// Whether the document is Strict.
  let isStrict: Bool
  let links: [PartLink]

  init(_ package: inout PackageEditor) throws(WorkbookError) {
    let root = try package.links(of: "").first { $0.kind == "officeDocument" }
    guard let part = root?.target, let tree = try package.tree(part) else {
      throw .notAWorkbook("the package names no workbook")
    }
    let links = try package.links(of: part)
    let listed = try Self.memo.made(of: tree.bytes, package.limits, beside: part) {
      () throws(WorkbookError) in try Listed(tree)
    }
    tabs = listed.sheets.map { name, id in
      let link = links.first { $0.id == id }
      return Tab(
        name: name, part: link?.target, linkID: id, isWorksheet: link?.kind == "worksheet")
    }
    self.part = part
    self.links = links
    isStrict = listed.isStrict
  }

  /// What the workbook's part says of its sheets.
  private struct Listed: Sendable {
    let sheets: [(name: String, id: String)]
    let isStrict: Bool

    init(_ tree: XMLTree) throws(WorkbookError) {
      guard let sheets = tree.child(of: tree.root, "sheets") else {
        throw .damaged(part: tree.part, detail: "it lists no sheets")
      }
      self.sheets = tree.children(of: sheets, "sheet").map {
        (tree.value($0, "name") ?? "", tree.prefixedValue($0, "id") ?? "")
      }
      isStrict = tree.attributes(of: tree.root).contains {
        tree.text($0.value) == "http://purl.oclc.org/ooxml/spreadsheetml/main"
      }
    }
  }

  private static let memo = PartMemo<Listed>()

  /// The place among the tabs of a sheet, compared without case.
  func index(of name: String) -> Int? {
    if tabs.first?.name == name { return tabs.startIndex }
    let folded = SheetName.folded(name)
    return tabs.firstIndex { SheetName.folded($0.name) == folded }
  }

  /// The address of a kind of relationship in the document's dialect.
  func type(_ kind: String) -> String { officeRelationships + "/" + kind }

  /// The namespace of `r:id` in the document's dialect.
  var officeRelationships: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  /// The namespace of spreadsheets in the document's dialect.
  var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }
}
