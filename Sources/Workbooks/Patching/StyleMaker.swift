/// Makes the looks that are added to a styles.xml; one that is there to the byte is used again.
struct StyleMaker {
  private let tree: XMLTree
  private let x: String
  /// What a cell format begins its placement with: whether there are named looks to refer to.
  private let base: String
  private var formats: StyleList
  private var fonts: StyleList
  private var fills: StyleList
  private var borders: StyleList
  private var changes: StyleList
  private var codes: StyleList
  private var codeIDs: [String: Int] = [:]
  private var nextCodeID = 164

  private var book = LookBook.now
  // By number of a font, fill or border the place in the part; −1 where it has none yet.
  private var fontPlaces: [Int]
  private var fillPlaces: [Int]
  private var borderPlaces: [Int]
  private var codePlaces: [Int]

  /// The children of `styleSheet` in the schema's order.
  private static let order: [StaticString] = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
  ]
  /// What a missing list has to begin with, because cells without a style refer to it.
  private static let beginnings: [(list: String, pieces: [String])] = [
    ("fonts", ["<%font><%sz val=\"11\"/><%name val=\"Calibri\"/></%font>"]),
    (
      "fills",
      [
        "<%fill><%patternFill patternType=\"none\"/></%fill>",
        "<%fill><%patternFill patternType=\"gray125\"/></%fill>",
      ]
    ),
    ("borders", ["<%border><%left/><%right/><%top/><%bottom/><%diagonal/></%border>"]),
    ("cellXfs", ["<%xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]),
  ]
  /// Excel opens no workbook with more cell formats.
  private static let mostFormats = 65_490

  init(_ tree: XMLTree) {
    self.tree = tree
    x = tree.prefix(tree.root)
    base = tree.child(of: tree.root, "cellStyleXfs") == nil ? "" : " xfId=\"0\""
    formats = Self.list("cellXfs", in: tree)
    fonts = Self.list("fonts", in: tree)
    fills = Self.list("fills", in: tree)
    borders = Self.list("borders", in: tree)
    changes = Self.list("dxfs", in: tree)
    codes = Self.list("numFmts", in: tree)
    codePlaces = Array(repeating: -1, count: book.codes.count)
    fontPlaces = Array(repeating: -1, count: book.fonts.xml.count)
    fillPlaces = Array(repeating: -1, count: book.fills.xml.count)
    borderPlaces = Array(repeating: -1, count: book.borders.xml.count)
    readCodes()
  }

  /// Whether there are no looks yet, so that cells may refer to what the part does not have.
  var mustPassReferences: Bool { formats.count == formats.addedCount || formats.count == 1 }

  /// Where there were no looks, the cells that refer to some stay the plain ones they were.
  mutating func passReferences(
    in package: inout PackageEditor, _ workbook: WorkbookOutline
  ) throws(WorkbookError) {
    let plain = Array("<\(x)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>".utf8)
    for part in workbook.tabs.compactMap(\.part) {
      let last = StyleReferences.last(in: try package.read(part) ?? [])
      while formats.count <= min(last, Self.mostFormats) { formats.add(plain) }
    }
  }

  private static func list(_ name: StaticString, in tree: XMLTree) -> StyleList {
    var list = StyleList(tree.child(of: tree.root, name), in: tree)
    let beginning = beginnings.first { $0.list == name.description }?.pieces ?? []
    let x = tree.prefix(tree.root)
    for text in beginning.dropFirst(list.count) {
      let piece = text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: x)
      list.add(Array(piece.utf8))
    }
    return list
  }

  private mutating func readCodes() {
    guard let node = codes.node else { return }
    for format in tree.children(of: node, "numFmt") {
      guard let id = tree.integer(format, "numFmtId"), let code = tree.value(format, "formatCode")
      else { continue }
      if codeIDs[code] == nil { codeIDs[code] = id }
      if id < 1_000_000 { nextCodeID = max(nextCodeID, id + 1) }
    }
  }

  private mutating func number(ofCode code: Int) -> Int {
    if codePlaces[code] < 0 { codePlaces[code] = number(ofCode: book.codes[code]) }
    return codePlaces[code]
  }

  private mutating func number(ofCode code: String) -> Int {
    if let known = StyleXML.builtIn(code) ?? codeIDs[code] { return known }
    let id = nextCodeID
    nextCodeID += 1
    codeIDs[code] = id
    let xml = "<\(x)numFmt numFmtId=\"\(id)\" formatCode=\"\(XMLText.attribute(code))\"/>"
    codes.add(Array(xml.utf8))
    return id
  }

  // MARK: Looks

  /// The number that what is asked for got.
  mutating func number(of request: StyleRequest) -> Int {
    switch request {
    case .look(let look): number(ofLook: look)
    case .change(let style): number(of: style)
    }
  }

  private mutating func number(ofLook look: Int) -> Int {
    if look >= book.entries.count { readBookAgain() }
    guard look < book.entries.count else { return 0 }
    return formats.index(of: format(look))
  }

  /// Looks may be made while a workbook is changed.
  private mutating func readBookAgain() {
    book = LookBook.now
    func grow(_ places: inout [Int], to count: Int) {
      places += Array(repeating: -1, count: max(0, count - places.count))
    }
    grow(&codePlaces, to: book.codes.count)
    grow(&fontPlaces, to: book.fonts.xml.count)
    grow(&fillPlaces, to: book.fills.xml.count)
    grow(&borderPlaces, to: book.borders.xml.count)
  }

  /// The flags that say which parts of a format count, Excel takes as set; only placement is
  /// asked for by some programs.
  private mutating func format(_ number: Int) -> StylePiece {
    // Piece by piece: an entry is large.
    let (code, font) = (book.entries[number].code, book.entries[number].font)
    let (fill, border) = (book.entries[number].fill, book.entries[number].border)
    let format = KnownPieces.Format(
      look: number, code: code.map { self.number(ofCode: $0) } ?? 0, font: place(ofFont: font),
      fill: fill.map { place(ofFill: $0) } ?? 0, border: border.map { place(ofBorder: $0) } ?? 0,
      hasBase: !base.isEmpty)
    guard x.isEmpty else { return StylePiece(xml(of: format, book.entries[number])) }
    return KnownPieces.format(format) { xml(of: format, book.entries[number]) }
  }

  private func xml(of numbers: KnownPieces.Format, _ look: LookBook.Entry) -> [UInt8] {
    var xml = ByteBuffer(capacity: 256)
    xml.append("<", x, "xf numFmtId=\"")
    xml.append(decimal: numbers.code)
    xml.append(literal: "\" fontId=\"")
    xml.append(decimal: numbers.font)
    xml.append(literal: "\" fillId=\"")
    xml.append(decimal: numbers.fill)
    xml.append(literal: "\" borderId=\"")
    xml.append(decimal: numbers.border)
    xml.append(literal: "\"")
    xml.append(text: base)
    if x.isEmpty {
      xml.append(bytes: look.placement)
    } else {
      var placement: [UInt8] = []
      StyleXML.append(placement: look.style, x, to: &placement)
      xml.append(bytes: placement)
    }
    xml.append("</", x, "xf>")
    return xml.array
  }

  private mutating func place(ofFont font: Int) -> Int {
    if fontPlaces[font] < 0 {
      let piece =
        x.isEmpty ? book.fonts.xml[font] : StylePiece(StyleXML.font(book.fonts.sources[font], x))
      fontPlaces[font] = fonts.index(of: piece)
    }
    return fontPlaces[font]
  }

  private mutating func place(ofFill fill: Int) -> Int {
    if fillPlaces[fill] < 0 {
      let piece =
        x.isEmpty
        ? book.fills.xml[fill]
        : StylePiece(Array(StyleXML.fill(book.fills.sources[fill], x).utf8))
      fillPlaces[fill] = fills.index(of: piece)
    }
    return fillPlaces[fill]
  }

  private mutating func place(ofBorder border: Int) -> Int {
    if borderPlaces[border] < 0 {
      let piece =
        x.isEmpty
        ? book.borders.xml[border]
        : StylePiece(StyleXML.border(book.borders.sources[border], x))
      borderPlaces[border] = borders.index(of: piece)
    }
    return borderPlaces[border]
  }

  private mutating func number(of style: HighlightStyle) -> Int {
    changes.index(
      of: x.isEmpty ? KnownPieces.change(style) : StylePiece(Array(StyleXML.change(style, x).utf8)))
  }

  // MARK: Writing

  /// The part with what was added.
  func finished() throws(WorkbookError) -> [UInt8] {
    if formats.addedCount > 0, formats.count > Self.mostFormats {
      throw .cannotPatch(
        part: tree.part,
        detail: "\(formats.count) cell formats, allowed are \(Self.mostFormats);"
          + " copy the form into a new workbook")
    }
    var edits = XMLEdits()
    add(codes, "numFmts", &edits)
    add(fonts, "fonts", &edits)
    add(fills, "fills", &edits)
    add(borders, "borders", &edits)
    add(formats, "cellXfs", &edits)
    add(changes, "dxfs", &edits)
    return edits.applied(to: tree.bytes)
  }

  private func add(_ list: StyleList, _ name: StaticString, _ edits: inout XMLEdits) {
    guard list.addedCount > 0 else { return }
    guard let node = list.node else {
      return edits.place(name, in: tree.root, of: tree, order: Self.order) { xml in
        xml.append("<", x, name)
        xml.append(literal: " count=\"")
        xml.append(decimal: list.addedCount)
        xml.append(literal: "\">")
        xml.append(bytes: list.added)
        xml.append("</", x, name)
        xml.append(0x3E)
      }
    }
    edits.append(to: node, in: tree) { $0.append(bytes: list.added) }
    edits.add(list.addedCount, to: "count", on: node, in: tree)
  }
}
