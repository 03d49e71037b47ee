/// The XML of a font, a fill, a border or a format, hashed by every fourth byte: pieces of one
/// workbook are few, and differ in more than one place or in their length.
struct StylePiece: Hashable {
  let xml: [UInt8]

  func hash(into hasher: inout Hasher) {
    let bytes = xml.span
    var word = UInt64(truncatingIfNeeded: bytes.count)
    var at = 0
    while at < bytes.count {
      word = (word ^ UInt64(bytes[at])) &* 0x100_0000_01B3
      at += 4
    }
    hasher.combine(word)
  }
}

/// Adds looks to styles.xml; one that is there to the byte is used again.
struct StyleEditor {
  /// One list of the part, with what is added to it.
  private struct List {
    let node: XMLTree.Node?
    var index: [StylePiece: Int] = [:]
    var count = 0
    var added: [UInt8] = []
    var addedCount = 0

    /// The place of a piece, which is added where it is new.
    mutating func index(of xml: [UInt8]) -> Int {
      let key = StylePiece(xml: xml)
      if let known = index[key] { return known }
      index[key] = count
      add(xml)
      return count - 1
    }

    mutating func add(_ xml: [UInt8]) {
      added += xml
      addedCount += 1
      count += 1
    }
  }

  private let tree: XMLTree
  private let x: String
  private var lists: [String: List] = [:]
  private var formatCodes: [String: Int] = [:]
  private var nextFormatID = 164
  private var styles: [CellStyle: Int] = [:]
  private var fonts: [CellStyle.Font: Int] = [:]
  private var fills: [RGB: Int] = [:]
  private var borders: [CellStyle.Border: Int] = [:]
  private var changes: [HighlightStyle: Int] = [:]
  /// What a cell format begins its placement with: whether there are named looks to refer to.
  private let base: StaticString

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
    base = tree.child(of: tree.root, "cellStyleXfs") == nil ? "" : " xfId=\"0\""
    for name in ["fonts", "fills", "borders", "cellXfs", "dxfs"] { lists[name] = list(name) }
    readFormats()
    try passReferences(in: &package, workbook)
  }

  /// Where there were no looks, the cells that refer to some stay the plain ones they were.
  private mutating func passReferences(
    in package: inout PackageEditor, _ workbook: WorkbookOutline
  ) throws(WorkbookError) {
    guard var formats = lists["cellXfs"], formats.count == formats.addedCount || formats.count == 1
    else { return }
    let plain = Array("<\(x)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>".utf8)
    for part in workbook.tabs.compactMap(\.part) {
      let last = StyleReferences.last(in: try package.read(part) ?? [])
      while formats.count <= min(last, Self.mostFormats) { formats.add(plain) }
    }
    lists["cellXfs"] = formats
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
        let text = StylePiece(xml: Array(tree.bytes[child.whole]))
        if list.index[text] == nil { list.index[text] = list.count }
        list.count += 1
      }
    }
    let beginning = Self.beginnings[name] ?? []
    for text in beginning.dropFirst(list.count) {
      let piece = text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: x)
      list.add(Array(piece.utf8))
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
    index(of: Array(xml.utf8), in: name)
  }

  private mutating func index(of xml: [UInt8], in name: String) -> Int {
    lists[name, default: List(node: nil)].index(of: xml)
  }

  private mutating func format(_ code: String?) -> Int {
    guard let code else { return 0 }
    if let known = StyleXML.builtIn(code) ?? formatCodes[code] { return known }
    let id = nextFormatID
    nextFormatID += 1
    formatCodes[code] = id
    var list = lists["numFmts"] ?? self.list("numFmts")
    let xml = "<\(x)numFmt numFmtId=\"\(id)\" formatCode=\"\(XMLText.attribute(code))\"/>"
    list.add(Array(xml.utf8))
    lists["numFmts"] = list
    return id
  }

  /// The number a cell of this look carries as `s`.
  mutating func number(of style: CellStyle) -> Int {
    if let known = styles[style] { return known }
    let index = index(of: format(style), in: "cellXfs")
    styles[style] = index
    return index
  }

  private mutating func format(_ style: CellStyle) -> [UInt8] {
    var xml: [UInt8] = []
    xml.reserveCapacity(300)
    xml.append("<", x, "xf numFmtId=\"")
    xml.append(decimal: format(style.numberFormat))
    xml.append(literal: "\" fontId=\"")
    xml.append(decimal: number(of: style.font))
    xml.append(literal: "\" fillId=\"")
    xml.append(decimal: style.fill.map { number(of: $0) } ?? 0)
    xml.append(literal: "\" borderId=\"")
    xml.append(decimal: number(of: style.border))
    xml.append(literal: "\"")
    xml.append(literal: base)
    xml.append(literal: " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"")
    xml.append(literal: " applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\">")
    StyleXML.append(placement: style, x, to: &xml)
    xml.append("</", x, "xf>")
    return xml
  }

  private mutating func number(of font: CellStyle.Font) -> Int {
    if let known = fonts[font] { return known }
    let number = index(of: StyleXML.font(font, x), in: "fonts")
    fonts[font] = number
    return number
  }

  private mutating func number(of fill: RGB) -> Int {
    if let known = fills[fill] { return known }
    let number = index(of: StyleXML.fill(fill, x), in: "fills")
    fills[fill] = number
    return number
  }

  private mutating func number(of border: CellStyle.Border) -> Int {
    if let known = borders[border] { return known }
    let isPlain = border == CellStyle.Border()
    let number = isPlain ? 0 : index(of: StyleXML.border(border, x), in: "borders")
    borders[border] = number
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
        let start = "<\(x)\(name) count=\"\(list.addedCount)\">"
        let xml = Array(start.utf8) + list.added + Array("</\(x)\(name)>".utf8)
        edits.place(xml, name, in: tree.root, of: tree, order: Self.order)
      }
    }
    package.apply(edits, to: tree)
  }
}
