/// Takes our notes out of one worksheet, and our words out of the unit's notes.
struct NoteRemoval {
  let workbook: WorkbookOutline
  let author: String
  /// What our notes said.
  let words: NoteWords
  /// The worksheet's part.
  let part: String

  func apply(
    to sheet: inout SheetEditor, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    let links = try package.links(of: part)
    guard let link = links.first(where: { $0.kind == "comments" && !$0.isExternal }),
      let tree = try package.tree(link.target)
    else { return }
    let cells = try removeComments(in: tree, link, &sheet, &package)
    guard !cells.isEmpty, let drawing = drawing(of: sheet, links) else { return }
    try removeShapes(of: cells, drawing, &sheet, &package)
  }

  private func drawing(of sheet: borrowing SheetEditor, _ links: [PartLink]) -> PartLink? {
    guard let node = sheet.tree.child(of: sheet.tree.root, "legacyDrawing"),
      let id = sheet.tree.prefixedValue(node, "id")
    else { return nil }
    return links.first { $0.id == id }
  }

  /// Gives the cells whose notes are gone.
  private func removeComments(
    in tree: XMLTree, _ link: PartLink, _ sheet: inout SheetEditor,
    _ package: inout PackageEditor
  ) throws(WorkbookError) -> Set<CellReference> {
    let authors = NoteEditor.authors(of: tree)
    let own = Set(authors.indices.filter { authors[$0] == author })
    var edits = XMLEdits()
    var gone: Set<CellReference> = []
    var rest: Set<Int> = []
    let all = tree.all("comment")
    var left = all.count
    var isKept = false
    for node in all {
      let id = tree.integer(node, "authorId") ?? -1
      let cell = tree.value(node, "ref").flatMap({ CellReference($0) })
      let text = tree.child(of: node, "text").map { tree.content($0) } ?? ""
      let isUnsigned =
        !own.contains(id) && isBlank(id, authors) && Self.behindSeparator(text) == nil
      switch own.contains(id) || isUnsigned ? words.rest(of: text, isUnsigned: isUnsigned) : nil {
      case nil:
        rest.insert(id)
        cut(node, in: tree, &sheet, &edits)
      case .words(let added):
        rest.formUnion(own)
        keep(added, in: node, tree, &edits)
        isKept = true
      case .unclear:
        sheet.remark(.changedNote, cell, text)
        fallthrough
      case .nothing:
        edits.remove(node.whole)
        left -= 1
        if let cell { gone.insert(cell) }
      }
    }
    if isKept { sign(in: tree, authors, &edits) }
    guard left > 0 || gone.isEmpty else {
      try package.removePart(link.target)
      try package.unlink(part, id: link.id)
      return gone
    }
    if let last = own.max(), last == authors.count - 1, !rest.contains(last),
      let list = tree.child(of: tree.root, "authors")
    {
      edits.remove(tree.children(of: list, "author")[last].whole)
    }
    package.apply(edits, to: tree)
    return gone
  }

  /// Whether a note has no author: LibreOffice drops the authors of notes.
  private func isBlank(_ id: Int, _ authors: [String]) -> Bool {
    !authors.indices.contains(id) || authors[id].utf8.allSatisfy { $0 <= 0x20 }
  }

  /// Leaves in a note of ours what the unit wrote into it.
  private func keep(
    _ words: String, in node: XMLTree.Node, _ tree: XMLTree, _ edits: inout XMLEdits
  ) {
    guard let body = tree.child(of: node, "text") else { return }
    let authors = NoteEditor.authors(of: tree)
    let id = authors.firstIndex(of: NoteEditor.unit) ?? authors.count
    edits.set("authorId", String(id), on: node, in: tree)
    edits.replace(body.content, with: NoteEditor.run(words, tree.prefix(body)))
  }

  /// Adds the unit to the authors.
  private func sign(in tree: XMLTree, _ authors: [String], _ edits: inout XMLEdits) {
    guard !authors.contains(NoteEditor.unit), let list = tree.child(of: tree.root, "authors")
    else { return }
    let x = tree.prefix(list)
    edits.append("<\(x)author>\(NoteEditor.unit)</\(x)author>", to: list, in: tree)
  }

  /// Cuts our words, from the separator on, out of a note of the unit; what it wrote behind them
  /// stays.
  private func cut(
    _ node: XMLTree.Node, in tree: XMLTree, _ sheet: inout SheetEditor, _ edits: inout XMLEdits
  ) {
    guard let body = tree.child(of: node, "text"), let last = tree.children(of: body).last,
      let ours = Self.behindSeparator(tree.content(body))
    else { return }
    cutRuns(of: body, in: tree, &edits)
    switch words.isKnown ? words.rest(of: ours, isUnsigned: false) : .nothing {
    case .words(let added):
      edits.insert(NoteEditor.run("\n" + added, tree.prefix(body)), at: last.whole.upperBound)
    case .unclear:
      sheet.remark(
        .changedNote, tree.value(node, "ref").flatMap({ CellReference($0) }), ours)
    case .nothing, nil: break
    }
  }

  private static func behindSeparator(_ text: String) -> String? {
    let (scalars, mark) = (text.unicodeScalars, NoteEditor.separator.unicodeScalars)
    var place = scalars.startIndex
    while place < scalars.endIndex {
      if scalars[place...].starts(with: mark) {
        return String(scalars[scalars.index(place, offsetBy: mark.count)...])
      }
      place = scalars.index(after: place)
    }
    return nil
  }

  private func cutRuns(of body: XMLTree.Node, in tree: XMLTree, _ edits: inout XMLEdits) {
    var isOurs = false
    for run in tree.children(of: body) where tree.isNamed(run, "r") || tree.isNamed(run, "t") {
      if isOurs {
        edits.remove(run.whole)
        continue
      }
      let separator = Array(NoteEditor.separator.utf8)
      guard let place = Self.find(separator, in: tree.bytes, run.content) else { continue }
      isOurs = true
      let text = tree.isNamed(run, "t") ? run : tree.child(of: run, "t") ?? run
      let start = Self.beforeLineEnd(tree.bytes, place, text.content.lowerBound)
      if start <= text.content.lowerBound, tree.isNamed(run, "r") {
        edits.remove(run.whole)
      } else {
        edits.remove(start..<text.content.upperBound)
      }
    }
  }

  private static func find(_ text: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = text.first, range.count >= text.count else { return nil }
    for at in range.lowerBound...(range.upperBound - text.count) where bytes[at] == first {
      if bytes[at..<(at + text.count)].elementsEqual(text) { return at }
    }
    return nil
  }

  /// The place before the line end in front of a place, however it is written.
  private static func beforeLineEnd(_ bytes: [UInt8], _ place: Int, _ start: Int) -> Int {
    var at = place
    for end in ["\n", "&#10;", "_x000a_", "_x000A_", "\r", "&#13;", "_x000d_", "_x000D_"] {
      let count = end.utf8.count
      if at - count >= start, bytes[(at - count)..<at].elementsEqual(end.utf8) { at -= count }
    }
    return at
  }

  // MARK: Shapes

  private func removeShapes(
    of cells: Set<CellReference>, _ link: PartLink, _ sheet: inout SheetEditor,
    _ package: inout PackageEditor
  ) throws(WorkbookError) {
    // A drawing that is not well-formed keeps its shapes: no program shows one without its note.
    guard let bytes = try package.read(link.target),
      let tree = try? XMLTree(bytes, part: link.target, limits: package.limits)
    else { return }
    var edits = XMLEdits()
    let shapes = tree.all("shape")
    let ours = shapes.filter { cell(of: $0, in: tree).map(cells.contains) ?? false }
    for shape in ours { edits.remove(shape.whole) }
    if ours.count == shapes.count, !ours.isEmpty {
      try package.removePart(link.target)
      try package.unlink(part, id: link.id)
      if let node = sheet.tree.child(of: sheet.tree.root, "legacyDrawing") {
        sheet.edits.remove(node.whole)
      }
    } else {
      package.apply(edits, to: tree)
    }
  }

  private func cell(of shape: XMLTree.Node, in tree: XMLTree) -> CellReference? {
    guard let client = tree.child(of: shape, "ClientData"),
      tree.value(client, "ObjectType") == "Note",
      let row = tree.child(of: client, "Row").flatMap({ Int(tree.content($0)) }),
      let column = tree.child(of: client, "Column").flatMap({ Int(tree.content($0)) }),
      row < CellReference.lastRow, column < CellReference.lastColumn
    else { return nil }
    return CellReference(row: row + 1, column: column + 1)
  }
}
