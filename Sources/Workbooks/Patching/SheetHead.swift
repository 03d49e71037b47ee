/// The settings of a sheet, read up to its cells.
enum SheetHead {
  /// The elements before `sheetData`, and that one's start.
  static func tree(
    _ bytes: [UInt8], part: String, limits: Limits, isText: Bool
  ) throws(WorkbookError) -> XMLTree {
    let bytes = isText ? bytes : try XMLTree.scanned(bytes, part: part, limits: limits)
    let span = bytes.span
    var tree = XMLTree(empty: bytes, part: part)
    var walker = XMLWalker()
    while true {
      switch walker.next(span) {
      case .start:
        tree.open(walker)
        if span.matches("sheetData", walker.local..<walker.name.upperBound) { return tree }
      case .end: tree.close(walker.token)
      case .finished: return tree
      }
    }
  }
}

extension XMLEdits {
  /// Takes the selection off a sheet's tab: two selected tabs are a group, and typing into one would
  /// change the other. A sheet that says it is not selected, as LibreOffice writes it, stays as it is.
  ///
  /// - Parameter end: the place up to which the sheet's settings are looked at.
  mutating func deselect(_ tree: XMLTree, before end: Int = .max) {
    for node in tree.all("sheetView")
    where node.start.lowerBound < end
      && ["1", "true"].contains(tree.value(node, "tabSelected") ?? "")
    {
      removeAttribute("tabSelected", on: node, in: tree)
    }
  }
}
