/// Rows of a sheet that are written past the library, for tables of any length: they go to the
/// disk at once, and so do their links, of which the library would keep each one.
final class RowStream {
  private let rows: ScratchFile
  private let links: ScratchFile
  private let relationships: ScratchFile
  private var targets = Targets()
  /// The element that is being written; its room is used again for the next.
  private var element = ByteBuffer(capacity: 512)

  /// The files that links lead to: those to the same one in a row are one target.
  private struct Targets {
    private var last = ""
    private(set) var count = 0

    /// The number of a file, and whether it is a new one.
    mutating func number(of path: String) -> (number: Int, isNew: Bool) {
      if count > 0, path == last { return (count, false) }
      last = path
      count += 1
      return (count, true)
    }
  }

  /// The last row that was written, 1-based.
  private(set) var lastRow = 0

  /// - Parameter folder: where to set rows aside; `nil` keeps them in memory.
  init(in folder: String?) throws(WorkbookError) {
    rows = try ScratchFile(in: folder)
    links = try ScratchFile(in: folder)
    relationships = try ScratchFile(in: folder)
  }

  /// Appends a row that has ended.
  func append(_ row: borrowing RowXML) throws(WorkbookError) {
    lastRow = row.row
    try rows.append(row.bytes)
  }

  /// Appends a link from a cell.
  func append(_ link: WrittenLink, at cell: CellReference) throws(WorkbookError) {
    switch link {
    case .place(let place): element.set(linkTo: place, in: nil, at: cell)
    case .file(let path, let place):
      let number = try relationship(to: path)
      element.set(linkTo: place, in: number, at: cell)
    }
    try links.append(element)
  }

  /// The number of the relationship to a file.
  private func relationship(to path: String) throws(WorkbookError) -> Int {
    let (number, isNew) = targets.number(of: path)
    guard isNew else { return number }
    element.set(target: Self.address(of: path), number)
    try relationships.append(element)
    return number
  }

  /// The path as an address: characters that no address has are written as their codes.
  private static func address(of path: String) -> String {
    guard hasForbidden(path.utf8.span) else { return path }
    var address: [UInt8] = []
    for byte in path.utf8 {
      if isForbidden(byte) {
        address.append(0x25)
        address.append(text: (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true))
      } else {
        address.append(byte)
      }
    }
    return String(decoding: address, as: UTF8.self)
  }

  private static func hasForbidden(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices where isForbidden(bytes[at]) { return true }
    return false
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x5E, 0x60, 0x7B, 0x7C, 0x7D, 0x7F: true
    default: false
    }
  }

  // MARK: The parts

  /// The sheet with its rows and links put where they belong.
  func sheet(_ skeleton: [UInt8], part: String) throws(WorkbookError) -> StreamedPart {
    let skeleton = withDimension(skeleton)
    let whole = skeleton.count
    guard let end = XMLText.find("</sheetData>", skeleton, 0, whole),
      let margins = XMLText.find("<printOptions", skeleton, end, whole)
        ?? XMLText.find("<pageMargins", skeleton, end, whole)
    else { throw .cannotWrite("\(part): no place for its rows") }
    var segments: [StreamedPart.Segment] = [
      .bytes(Array(skeleton[..<end])), .file(rows), .bytes(Array(skeleton[end..<margins])),
    ]
    if links.count > 0 {
      segments += [
        .bytes(Array("<hyperlinks>".utf8)), .file(links), .bytes(Array("</hyperlinks>".utf8)),
      ]
    }
    return try StreamedPart(segments + [.bytes(Array(skeleton[margins...]))])
  }

  /// The relationships of the sheet, those it has already included; `nil` without links to files.
  func relationshipsPart(adding old: [UInt8]?) throws(WorkbookError) -> StreamedPart? {
    guard relationships.count > 0 else { return nil }
    let closing = "</Relationships>"
    let head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
      + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    var opening = Array(head.utf8)
    if let old, let end = XMLText.find("</Relationships>", old, 0, old.count) {
      opening = Array(old[..<end])
    }
    return try StreamedPart([
      .bytes(opening), .file(relationships), .bytes(Array(closing.utf8)),
    ])
  }

  /// The library knows the rows it wrote itself only.
  private func withDimension(_ skeleton: [UInt8]) -> [UInt8] {
    let mark = "<dimension ref=\""
    guard lastRow > 0, let start = XMLText.find("<dimension ref=\"", skeleton, 0, skeleton.count),
      let end = skeleton[(start + mark.utf8.count)...].firstIndex(of: 0x22),
      let range = CellRange(
        String(decoding: skeleton[(start + mark.utf8.count)..<end], as: UTF8.self)),
      let last = CellReference(row: lastRow, column: range.last.column)
    else { return skeleton }
    var result = skeleton
    result.replaceSubrange(
      start + mark.utf8.count..<end, with: Array("\(CellRange(range.first, last))".utf8))
    return result
  }
}

extension ByteBuffer {
  /// Holds nothing but a link from a cell.
  ///
  /// - Parameters:
  ///   - place: where it leads, in this workbook or in a file.
  ///   - number: of the relationship to the file.
  fileprivate mutating func set(linkTo place: String?, in number: Int?, at cell: CellReference) {
    removeAll()
    append(literal: "<hyperlink ref=\"")
    append(place: cell)
    if let number {
      append(literal: "\" r:id=\"rIdL")
      append(decimal: number)
    }
    if let place {
      append(literal: "\" location=\"")
      append(escaping: place, inAttribute: true)
    }
    append(literal: "\"/>")
  }

  /// Holds nothing but the relationship to a file.
  fileprivate mutating func set(target address: String, _ number: Int) {
    removeAll()
    append(literal: "<Relationship Id=\"rIdL")
    append(decimal: number)
    append(
      literal:
        "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\""
    )
    append(escaping: address, inAttribute: true)
    append(literal: "\" TargetMode=\"External\"/>")
  }
}
