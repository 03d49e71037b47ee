/// Where the boxes of notes stand on a sheet, in its columns and rows.
struct NoteGrid {
  /// Widths that are set, with their columns.
  private let widths: [Int: Double]
  /// The sheet's own entries of columns that have a width, in pixels.
  private let entries: [(columns: ClosedRange<Int>, width: Int)]
  /// In the order of their numbers.
  private let rows: [SheetOutline.RowMark]
  private let standardWidth: Int
  private let standardHeight: Int

  init(_ outline: SheetOutline, added: [Int: Double]) {
    let tree = outline.tree
    let format = tree.child(of: tree.root, "sheetFormatPr")
    let width = format.flatMap { tree.number($0, "defaultColWidth") }
    let height = format.flatMap { tree.number($0, "defaultRowHeight") }
    standardWidth = width.map(Self.pixels(ofCharacters:)) ?? 64
    standardHeight = height.map(Self.pixels(ofPoints:)) ?? 20
    let cols = tree.child(of: tree.root, "cols").map { tree.children(of: $0, "col") } ?? []
    entries = cols.compactMap { node in
      guard let columns = tree.columns(of: node), let width = tree.number(node, "width") else {
        return nil
      }
      let isHidden = ["1", "true"].contains(tree.value(node, "hidden") ?? "")
      return (columns, isHidden ? 0 : Self.pixels(ofCharacters: width))
    }
    widths = added
    rows = outline.rowsInOrder
  }

  private static func pixels(ofCharacters width: Double) -> Int {
    width.isFinite ? Int(max(0, min(width, 255)) * 7 + 0.5) : 64
  }

  private static func pixels(ofPoints height: Double) -> Int {
    guard height.isFinite else { return 20 }
    let points: Double = max(0, min(height, 409.5))
    return Int(points * 4 / 3 + 0.5)
  }

  private func width(_ column: Int) -> Int {
    if let width = widths[column] { return Self.pixels(ofCharacters: width) }
    for entry in entries where entry.columns.contains(column) { return entry.width }
    return standardWidth
  }

  private func height(_ number: Int) -> Int {
    let place = SheetOutline.place(ofRow: number, in: rows)
    guard place < rows.count, rows[place].number == number else { return standardHeight }
    return rows[place].isHidden
      ? 0 : rows[place].height.map(Self.pixels(ofPoints:)) ?? standardHeight
  }

  /// Where a box right of a cell begins and ends: column, pixels into it, row, pixels into it,
  /// twice (ECMA-376 part 4, Anchor), all 0-based.
  func anchor(of note: Note) -> [Int] {
    let left = min(note.reference.column + 1, CellReference.lastColumn)
    let top = max(note.reference.row - 1, 1)
    let right = walk(from: left, 15 + max(note.width, 40), last: CellReference.lastColumn, width)
    let bottom = walk(
      from: top, 4 + NoteShapes.height(of: note), last: CellReference.lastRow, height)
    return [left - 1, 15, top - 1, 4, right.0 - 1, right.1, bottom.0 - 1, bottom.1]
  }

  private func walk(
    from start: Int, _ distance: Int, last: Int, _ size: (Int) -> Int
  ) -> (Int, Int) {
    var place = start
    var rest = distance
    // Hidden rows have no height: the walk ends all the same.
    while place < last, place < start + 2_000 {
      let step = size(place)
      if rest < step { break }
      rest -= step
      place += 1
    }
    return (place, min(rest, max(size(place) - 1, 0)))
  }
}

/// The shapes of notes: a part in VML, which programs write loosely and which is therefore
/// searched rather than parsed where it is not well-formed.
struct NoteShapes {
  let workbook: WorkbookOutline
  /// The worksheet's part.
  let part: String

  /// The height of a note's box in pixels: as the caller says, or as its lines need.
  static func height(of note: Note) -> Int {
    if let height = note.height { return max(height, 20) }
    // An ideograph of 9 points is 12 pixels wide, a Latin letter half of it; lines take 16.
    let perLine = max(note.width - 14, 24)
    var lines = 0
    for line in note.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 6 : 12) }
      lines += max(1, (width + perLine - 1) / perLine)
    }
    return min(max(96, lines * 16 + 12), 800)
  }

  /// Draws boxes for notes.
  func add(
    _ notes: [Note], grid: NoteGrid, to sheet: inout SheetEditor, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard !notes.isEmpty else { return }
    let drawing = try drawingPart(&sheet, &package)
    let bytes = try package.read(drawing) ?? []
    guard let end = Self.last("</", before: bytes.count, in: bytes) else {
      throw .damaged(part: drawing, detail: "it has no end tag")
    }
    var xml = ByteBuffer(capacity: bytes.count + 1024 * (notes.count + 1))
    xml.append(bytes: bytes, 0..<end)
    if XMLText.find("_x0000_t202\"", bytes, 0, bytes.count) == nil {
      xml.append(text: Self.shapeType)
    }
    var number = Self.highestShape(in: bytes)
    for note in notes {
      number += 1
      Self.append(note, number: number, anchor: grid.anchor(of: note), to: &xml)
    }
    xml.append(bytes: bytes, end..<bytes.count)
    package.write(drawing, xml.array)
  }

  private func drawingPart(
    _ sheet: inout SheetEditor, _ package: inout PackageEditor
  ) throws(WorkbookError) -> String {
    let tree = sheet.tree
    if let node = tree.child(of: tree.root, "legacyDrawing"),
      let id = tree.prefixedValue(node, "id"),
      let link = try package.links(of: part).first(where: { $0.id == id }),
      package.has(link.target)
    {
      return link.target
    }
    let name = try package.unusedName(
      PartPath.folder(workbook.part) + "drawings/vmlDrawing", ".vml")
    package.write(name, Array(Self.empty(number: sheetNumber).utf8))
    let id = try package.link(part, to: name, type: workbook.type("vmlDrawing"))
    package.setDefaultType(
      "application/vnd.openxmlformats-officedocument.vmlDrawing", ending: "vml")
    if let node = tree.child(of: tree.root, "legacyDrawing") { sheet.edits.remove(node.whole) }
    let bound = tree.boundPrefix(.officeRelationships)
    let declaration = bound == nil ? " xmlns:r=\"\(workbook.officeRelationships)\"" : ""
    sheet.place(
      "<\(sheet.x)legacyDrawing\(declaration) \(bound ?? "r:")id=\"\(id)\"/>", "legacyDrawing")
    return name
  }

  /// A block of shape numbers of its own for each sheet.
  private var sheetNumber: Int {
    (workbook.tabs.firstIndex { $0.part == part } ?? 0) + 1
  }

  private static func empty(number: Int) -> String {
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\""
      + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
      + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">"
      + "<o:idmap v:ext=\"edit\" data=\"\(number)\"/></o:shapelayout>\(shapeType)</xml>"
  }

  private static let namespaces =
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\""

  private static let shapeType =
    "<v:shapetype\(namespaces) id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
    + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
    + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"

  private static func append(
    _ note: Note, number: Int, anchor: [Int], to xml: inout ByteBuffer
  ) {
    xml.append("<v:shape", namespaces, " id=\"_x0000_s")
    xml.append(decimal: number)
    xml.append(literal: "\" type=\"#_x0000_t202\" style='position:absolute;width:")
    xml.append(number: Double(note.width) * 0.75)
    xml.append(literal: "pt;height:")
    xml.append(number: Double(height(of: note)) * 0.75)
    xml.append(literal: "pt;z-index:")
    xml.append(decimal: number % 1000)
    xml.append(literal: ";visibility:hidden' fillcolor=\"#ffffff\" o:insetmode=\"auto\">")
    xml.append(literal: "<v:fill color2=\"#ffffff\"/><v:shadow on=\"t\" color=\"black\"")
    xml.append(literal: " obscured=\"t\"/><v:path o:connecttype=\"none\"/>")
    xml.append(literal: "<v:textbox style='mso-direction-alt:auto'>")
    xml.append(literal: "<div style='text-align:left'></div></v:textbox>")
    xml.append(literal: "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>")
    xml.append(literal: "<x:SizeWithCells/><x:Anchor>")
    for (index, place) in anchor.enumerated() {
      if index > 0 { xml.append(literal: ", ") }
      xml.append(decimal: place)
    }
    xml.append(literal: "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>")
    xml.append(decimal: note.reference.row - 1)
    xml.append(literal: "</x:Row><x:Column>")
    xml.append(decimal: note.reference.column - 1)
    xml.append(literal: "</x:Column></x:ClientData></v:shape>")
  }

  /// The highest number of a shape, or the end of the block before the one the part claims.
  private static func highestShape(in bytes: [UInt8]) -> Int {
    var highest = 0
    var at = 0
    while let place = XMLText.find("_x0000_s", bytes, at, bytes.count) {
      at = place + 8
      let digits = bytes[at...].prefix(9).prefix { (0x30...0x39).contains($0) }
      highest = max(highest, Int(String(decoding: digits, as: UTF8.self)) ?? 0)
    }
    if highest > 0 { return highest }
    guard let place = XMLText.find(" data=\"", bytes, 0, bytes.count) else { return 1024 }
    let digits = bytes[(place + 7)...].prefix(4).prefix { (0x30...0x39).contains($0) }
    return (Int(String(decoding: digits, as: UTF8.self)) ?? 1) * 1024
  }

  static func last(_ text: StaticString, before end: Int, in bytes: [UInt8]) -> Int? {
    var at = end - text.utf8CodeUnitCount
    while at >= 0 {
      if XMLText.find(text, bytes, at, at + text.utf8CodeUnitCount) != nil { return at }
      at -= 1
    }
    return nil
  }
}
