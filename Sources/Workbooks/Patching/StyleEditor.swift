/// Adds looks to styles.xml; one that is there to the byte is used again.
struct StyleEditor {
  /// One list of the part, with what is added to it.
  private struct List {
    let node: XMLTree.Node?
    var index: [String: Int] = [:]
    var count = 0
    var added = ""
    var addedCount = 0
  }

  private let tree: XMLTree
  private let x: String
  private var lists: [String: List] = [:]
  private var formatCodes: [String: Int] = [:]
  private var nextFormatID = 164
  private var styles: [CellStyle: Int] = [:]
  private var changes: [HighlightStyle: Int] = [:]

  /// The children of `styleSheet` in the schema's order.
  private static let order = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
  ]
  /// What a missing list has to begin with, because cells without a style refer to it.
  private static let beginnings: [String: [String]] = [
    "fonts": ["<%font><%sz val=\"11\"/><%name val=\"Calibri\"/></%font>"],
    "fills": [
      "<%fill><%patternFill patternType=\"none\"/></%fill>",
      "<%fill><%patternFill patternType=\"gray125\"/></%fill>",
    ],
    "borders": ["<%border><%left/><%right/><%top/><%bottom/><%diagonal/></%border>"],
    "cellXfs": ["<%xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"],
  ]
  /// Excel opens no workbook with more cell formats.
  private static let mostFormats = 65_490

  init(_ package: inout PackageEditor, _ workbook: WorkbookOutline) throws(WorkbookError) {
    let linked = workbook.links.first { $0.kind == "styles" && package.has($0.target) }
    let part: String
    if let linked {
      part = linked.target
    } else {
      part = try Self.made(in: &package, workbook)
    }
    tree = try package.required(part)
    x = tree.prefix(tree.root)
    for name in ["fonts", "fills", "borders", "cellXfs", "dxfs"] { lists[name] = list(name) }
    readFormats()
  }

  private static func made(
    in package: inout PackageEditor, _ workbook: WorkbookOutline
  ) throws(WorkbookError) -> String {
    let folder = PartPath.folder(workbook.part)
    var part = folder + "styles.xml"
    if package.has(part) { part = package.unusedName(folder + "styles", ".xml") }
    package.write(part, Array(StyleXML.minimal(workbook.main).utf8))
    _ = try package.link(workbook.part, to: part, type: workbook.type("styles"))
    try package.setContentType(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml", of: part)
    return part
  }

  private func list(_ name: String) -> List {
    let node = tree.children(of: tree.root).first { tree.localName($0) == name }
    var list = List(node: node)
    if let node {
      for child in tree.children(of: node) where tree.localName(child) != "AlternateContent" {
        let text = tree.text(child.whole)
        if list.index[text] == nil { list.index[text] = list.count }
        list.count += 1
      }
    }
    let beginning = Self.beginnings[name] ?? []
    for text in beginning.dropFirst(list.count) {
      let piece = text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: x)
      list.added += piece
      list.addedCount += 1
      list.count += 1
    }
    return list
  }

  private mutating func readFormats() {
    guard let node = tree.child(of: tree.root, "numFmts") else { return }
    for format in tree.children(of: node, "numFmt") {
      guard let id = tree.integer(format, "numFmtId"), let code = tree.value(format, "formatCode")
      else { continue }
      if formatCodes[code] == nil { formatCodes[code] = id }
      if id < 1_000_000 { nextFormatID = max(nextFormatID, id + 1) }
    }
  }

  private mutating func index(of xml: String, in name: String) -> Int {
    var list = lists[name] ?? List(node: nil)
    defer { lists[name] = list }
    if let known = list.index[xml] { return known }
    let index = list.count
    list.index[xml] = index
    list.count += 1
    list.added += xml
    list.addedCount += 1
    return index
  }

  private mutating func format(_ code: String?) -> Int {
    guard let code else { return 0 }
    if let known = StyleXML.builtIn(code) ?? formatCodes[code] { return known }
    let id = nextFormatID
    nextFormatID += 1
    formatCodes[code] = id
    var list = lists["numFmts"] ?? self.list("numFmts")
    list.added +=
      "<\(x)numFmt numFmtId=\"\(id)\" formatCode=\"\(XMLText.attribute(code))\"/>"
    list.addedCount += 1
    lists["numFmts"] = list
    return id
  }

  /// The number a cell of this look carries as `s`.
  mutating func number(of style: CellStyle) -> Int {
    if let known = styles[style] { return known }
    let font = index(of: StyleXML.font(style.font, x), in: "fonts")
    let fill = style.fill.map { index(of: StyleXML.fill($0, x), in: "fills") } ?? 0
    let border =
      style.border == CellStyle.Border()
      ? 0 : index(of: StyleXML.border(style.border, x), in: "borders")
    let format = format(style.numberFormat)
    let base = tree.child(of: tree.root, "cellStyleXfs") == nil ? "" : " xfId=\"0\""
    let xml =
      "<\(x)xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\""
      + " borderId=\"\(border)\"\(base) applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
      + " applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\">"
      + StyleXML.placement(style, x) + "</\(x)xf>"
    let number = index(of: xml, in: "cellXfs")
    styles[style] = number
    return number
  }

  /// The number a conditional format carries as `dxfId`.
  mutating func number(of style: HighlightStyle) -> Int {
    if let known = changes[style] { return known }
    let number = index(of: StyleXML.change(style, x), in: "dxfs")
    changes[style] = number
    return number
  }

  /// Writes what was added.
  func finish(_ package: inout PackageEditor) throws(WorkbookError) {
    if let formats = lists["cellXfs"], formats.addedCount > 0, formats.count > Self.mostFormats {
      throw .cannotPatch(
        part: tree.part,
        detail: "\(formats.count) cell formats, allowed are \(Self.mostFormats);"
          + " copy the form into a new workbook")
    }
    var edits = XMLEdits()
    for name in Self.order {
      guard let list = lists[name], list.addedCount > 0 else { continue }
      if let node = list.node {
        edits.append(list.added, to: node, in: tree)
        edits.add(list.addedCount, to: "count", on: node, in: tree)
      } else {
        let xml = "<\(x)\(name) count=\"\(list.addedCount)\">\(list.added)</\(x)\(name)>"
        edits.place(xml, name, in: tree.root, of: tree, order: Self.order)
      }
    }
    package.apply(edits, to: tree)
  }
}
