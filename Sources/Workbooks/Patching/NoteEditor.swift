/// Adds notes to one worksheet: its comments part, and the shapes that show them.
struct NoteEditor {
  let workbook: WorkbookOutline
  let author: String
  /// The worksheet's part.
  let part: String

  /// The line that parts the unit's own words from ours in one note.
  static let separator = "──── 审核批注 ────"

  /// Who signs what the unit wrote into a note of ours, once that is gone.
  static let unit = "填报单位"

  /// What notes say, as it is recorded.
  static func marks(of notes: [Note]) -> [TextMark] {
    notes.map { TextMark(written($0.text)) }
  }

  private static func written(_ text: String) -> String { XMLText.cut(text, to: 30_000) }

  /// Adds notes; gives those for which a shape is still to be made: where the sheet has no
  /// shapes at all, the unit's own notes are among them.
  ///
  /// - Parameter notes: one a cell, in the order of the sheet.
  func add(
    _ notes: [Note], to sheet: inout SheetEditor, _ package: inout PackageEditor
  ) throws(WorkbookError) -> [Note] {
    let links = try package.links(of: part)
    let threaded = try threadedCells(links, &package)
    var wanted: [Note] = []
    for note in notes {
      if threaded.contains(note.reference) {
        let detail = "\(note.reference) carries a threaded comment; no note may stand beside it"
        sheet.remark(.threadedComment, note.reference, detail)
      } else {
        wanted.append(note)
      }
    }
    guard !wanted.isEmpty else { return [] }
    let link = links.first { $0.kind == "comments" && !$0.isExternal }
    guard let comments = link?.target, package.has(comments) else {
      try addPart(wanted, &package)
      return wanted
    }
    let made = try write(wanted, to: comments, &package)
    let hasShapes = sheet.tree.child(of: sheet.tree.root, "legacyDrawing") != nil
    return hasShapes ? made : try all(in: comments, &package, sizes: made)
  }

  /// Every note of the sheet, for drawing.
  private func all(
    in part: String, _ package: inout PackageEditor, sizes: [Note]
  ) throws(WorkbookError) -> [Note] {
    let tree = try package.required(part)
    let known = Set(sizes.map(\.reference))
    let others = Self.existing(in: tree).filter { !known.contains($0.key) }
      .map { Note($0.key, tree.content($0.value)) }
    return others.sorted { $0.reference < $1.reference } + sizes
  }

  /// One note a cell, in the order of the sheet.
  static func joined(_ notes: [Note]) -> [Note] {
    let areInOrder = notes.indices.dropFirst().allSatisfy {
      notes[$0 - 1].reference < notes[$0].reference
    }
    if areInOrder { return notes }
    var byCell: [CellReference: Note] = [:]
    for note in notes {
      guard var first = byCell[note.reference] else {
        byCell[note.reference] = note
        continue
      }
      first.text += "\n" + note.text
      first.width = max(first.width, note.width)
      first.height = nil
      byCell[note.reference] = first
    }
    return byCell.values.sorted { $0.reference < $1.reference }
  }

  private func threadedCells(
    _ links: [PartLink], _ package: inout PackageEditor
  ) throws(WorkbookError) -> Set<CellReference> {
    var cells: Set<CellReference> = []
    for link in links where !link.isExternal {
      if link.kind == "threadedComment", let tree = try package.tree(link.target) {
        for node in tree.all("threadedComment") {
          if let cell = tree.value(node, "ref").flatMap({ CellReference($0) }) {
            cells.insert(cell)
          }
        }
      } else if link.kind == "comments", let tree = try package.tree(link.target) {
        cells.formUnion(Self.placeholders(in: tree))
      }
    }
    return cells
  }

  /// The cells of notes that stand in for threaded comments.
  private static func placeholders(in tree: XMLTree) -> [CellReference] {
    let authors = authors(of: tree)
    return tree.all("comment").compactMap { node in
      guard let id = tree.integer(node, "authorId"), authors.indices.contains(id),
        authors[id].hasPrefix("tc={")
      else { return nil }
      return tree.value(node, "ref").flatMap { CellReference($0) }
    }
  }

  static func authors(of tree: XMLTree) -> [String] {
    guard let list = tree.child(of: tree.root, "authors") else { return [] }
    return tree.children(of: list, "author").map { tree.content($0) }
  }

  /// Adds a part with notes to a sheet that has none.
  private func addPart(_ notes: [Note], _ package: inout PackageEditor) throws(WorkbookError) {
    let name = try package.unusedName(PartPath.folder(workbook.part) + "comments", ".xml")
    var xml = ByteBuffer(capacity: 1 << 12)
    xml.append(literal: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    xml.append("<comments xmlns=\"", workbook.main, "\"><authors><author>")
    xml.append(escaping: author)
    xml.append(literal: "</author></authors><commentList>")
    for note in notes { Self.append(note, authorID: 0, "", to: &xml) }
    xml.append(literal: "</commentList></comments>")
    package.write(name, xml.array, isText: true)
    _ = try package.link(part, to: name, type: workbook.type("comments"))
    package.setContentType(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml", of: name)
  }

  private func write(
    _ notes: [Note], to part: String, _ package: inout PackageEditor
  ) throws(WorkbookError) -> [Note] {
    let tree = try package.required(part)
    guard let list = tree.child(of: tree.root, "commentList"),
      let authorList = tree.child(of: tree.root, "authors")
    else { throw .damaged(part: part, detail: "it has no list of notes or of authors") }
    let x = tree.prefix(tree.root)
    var edits = XMLEdits()
    let existing = Self.existing(in: tree)
    let authorID = authorNumber(in: tree)
    var made: [Note] = []
    for note in notes {
      if let node = existing[note.reference] {
        Self.append(note.text, to: node, in: tree, &edits)
      } else {
        made.append(note)
      }
    }
    if !made.isEmpty {
      edits.append(to: list, in: tree) { xml in
        for note in made { Self.append(note, authorID: authorID, x, to: &xml) }
      }
      if authorID == Self.authors(of: tree).count {
        let name = "<\(x)author>\(XMLText.escaped(author))</\(x)author>"
        edits.append(name, to: authorList, in: tree)
      }
    }
    package.apply(edits, to: tree)
    return made
  }

  private static func existing(in tree: XMLTree) -> [CellReference: XMLTree.Node] {
    var result: [CellReference: XMLTree.Node] = [:]
    for node in tree.all("comment") {
      if let cell = tree.value(node, "ref").flatMap({ CellReference($0) }) { result[cell] = node }
    }
    return result
  }

  private func authorNumber(in tree: XMLTree) -> Int {
    let authors = Self.authors(of: tree)
    return authors.firstIndex(of: author) ?? authors.count
  }

  private static func append(
    _ note: Note, authorID: Int, _ x: String, to xml: inout ByteBuffer
  ) {
    xml.append("<", x, "comment ref=\"")
    xml.append(place: note.reference)
    xml.append(literal: "\" authorId=\"")
    xml.append(decimal: authorID)
    xml.append("\"><", x, "text>")
    append(run: note.text, x, to: &xml)
    xml.append("</", x, "text></")
    xml.append("", x, "comment>")
  }

  private static func append(run text: String, _ x: String, to xml: inout ByteBuffer) {
    xml.append("<", x, "r><")
    xml.append("", x, "rPr><")
    xml.append("", x, "sz val=\"9\"/><")
    xml.append("", x, "color indexed=\"81\"/><")
    xml.append("", x, "rFont val=\"宋体\"/><")
    xml.append("", x, "charset val=\"134\"/></")
    xml.append("", x, "rPr><")
    xml.append("", x, "t xml:space=\"preserve\">")
    xml.append(escaping: written(text))
    xml.append("</", x, "t></")
    xml.append("", x, "r>")
  }

  /// A text in the letters of notes.
  static func run(_ text: String, _ x: String) -> [UInt8] {
    var xml = ByteBuffer()
    append(run: text, x, to: &xml)
    return xml.array
  }

  /// Our words behind the unit's own, which stay.
  private static func append(
    _ text: String, to node: XMLTree.Node, in tree: XMLTree, _ edits: inout XMLEdits
  ) {
    guard let body = tree.child(of: node, "text") else { return }
    let xml = run("\n" + separator + "\n" + text, tree.prefix(body))
    let runs = tree.children(of: body).filter { tree.isNamed($0, "r") || tree.isNamed($0, "t") }
    if let last = runs.last {
      edits.insert(xml, at: last.whole.upperBound)
    } else {
      edits.prepend(String(decoding: xml, as: UTF8.self), to: body, in: tree)
    }
  }
}
