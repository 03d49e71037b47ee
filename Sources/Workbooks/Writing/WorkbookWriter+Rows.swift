internal import CXlsxWriter

/// One cell of a row that goes straight to the disk.
public struct StreamedCell: Sendable {
  /// Its column, 1-based.
  public var column: Int
  /// What it holds: no formula.
  public var value: WorkbookWriter.Value
  /// Its look.
  public var style: CellStyle
  /// Where it leads; it keeps its look.
  public var link: WrittenLink?

  /// A cell.
  public init(
    column: Int, value: WorkbookWriter.Value, style: CellStyle, link: WrittenLink? = nil
  ) {
    self.column = column
    self.value = value
    self.style = style
    self.link = link
  }
}

extension WorkbookWriter {
  /// Appends a row (1-based) below all that the sheet has so far; nothing of it stays in memory.
  ///
  /// Numbers keep the digits they are given with. Texts are inline, so that none becomes a
  /// formula.
  ///
  /// - Parameters:
  ///   - height: in points.
  ///   - cells: from left to right.
  /// - Throws: `cannotWrite` for a row out of order, a formula, a text or address that is too
  ///   long, and beyond 65,530 links a sheet.
  public mutating func append(
    row: Int, height: Double, _ cells: [StreamedCell], on sheet: SheetID
  ) throws(WorkbookError) {
    let stream = try stream(of: sheet)
    guard row > max(stream.lastRow, sheets[sheet.index].lastRow), row <= CellReference.lastRow
    else { throw .cannotWrite("\(sheets[sheet.index].name): row \(row) is out of order") }
    var xml: [UInt8] = []
    xml.reserveCapacity(cells.count * 96)
    xml.append(literal: "<row r=\"")
    xml.append(decimal: row)
    xml.append(literal: "\" ht=\"")
    xml.append(text: Self.digits(of: height))
    xml.append(literal: "\" customHeight=\"1\">")
    for cell in cells { try append(cell, row, stream, &xml, on: sheet) }
    xml.append(literal: "</row>")
    try stream.append(row: row, xml)
  }

  private mutating func append(
    _ cell: StreamedCell, _ row: Int, _ stream: RowStream, _ xml: inout [UInt8],
    on sheet: SheetID
  ) throws(WorkbookError) {
    guard let place = CellReference(row: row, column: cell.column) else {
      throw .cannotWrite("\(sheets[sheet.index].name): no column \(cell.column)")
    }
    xml.append(literal: "<c r=\"")
    xml.append(place: place)
    xml.append(literal: "\" s=\"")
    xml.append(decimal: try number(of: cell.style))
    switch cell.value {
    case .blank: xml.append(literal: "\"/>")
    case .number(let digits):
      guard let number = Double(digits), number.isFinite else {
        throw .cannotWrite("\(sheets[sheet.index].name)!\(place): \(digits) is no number")
      }
      xml.append(literal: "\"><v>")
      xml.append(text: digits)
      xml.append(literal: "</v></c>")
    case .text(let text):
      let shown = XMLText.cut(XMLText.clean(text), to: XMLText.longestCell)
      xml.append(literal: "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
      XMLText.appendCell(shown, to: &xml)
      xml.append(literal: "</t></is></c>")
    case .boolean, .formula:
      throw .cannotWrite("\(sheets[sheet.index].name)!\(place): numbers and texts only")
    }
    if let link = cell.link { try append(link, at: place, stream, on: sheet) }
  }

  private mutating func append(
    _ link: WrittenLink, at place: CellReference, _ stream: RowStream, on sheet: SheetID
  ) throws(WorkbookError) {
    sheets[sheet.index].links += 1
    guard sheets[sheet.index].links <= 65_530 else {
      throw .cannotWrite("\(sheets[sheet.index].name): over 65,530 links")
    }
    try stream.append(link, at: place)
  }

  private mutating func stream(of sheet: SheetID) throws(WorkbookError) -> RowStream {
    _ = try pointer(sheet)
    if let stream = sheets[sheet.index].rows { return stream }
    let stream = try RowStream(in: scratch)
    sheets[sheet.index].rows = stream
    return stream
  }

  /// The number of a look in the workbook's table of looks.
  private mutating func number(of style: CellStyle) throws(WorkbookError) -> Int {
    if let known = numbers[style] { return known }
    guard let format = try styles.format(style) else { return 0 }
    let number = Int(lxw_format_get_xf_index(format))
    numbers[style] = number
    return number
  }

  /// Points with at most two decimals.
  private static func digits(of height: Double) -> String {
    let hundredths = Int((height * 100).rounded())
    let rest = hundredths % 100
    return rest == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
