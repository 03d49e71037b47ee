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
  /// A look that the workbook has already, for rows that name it again and again.
  public struct Look: Hashable, Sendable {
    let number: Int
  }

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
    try begin(row: row, height: height, on: sheet)
    for cell in cells {
      try append(
        cell.value, at: cell.column, look: try look(cell.style), link: cell.link, on: sheet)
    }
    try endRow(on: sheet)
  }

  /// The look of a style; its number is given when it is first asked for.
  public mutating func look(_ style: CellStyle) throws(WorkbookError) -> Look {
    if let known = looks[style] { return known }
    guard let format = try styles.format(style) else { return Look(number: 0) }
    let look = Look(number: Int(lxw_format_get_xf_index(format)))
    looks[style] = look
    return look
  }

  /// Begins a row (1-based) below all that the sheet has so far; its cells follow, then its end.
  ///
  /// - Parameter height: in points.
  /// - Throws: `cannotWrite` for a row out of order.
  public mutating func begin(
    row: Int, height: Double, on sheet: SheetID
  ) throws(WorkbookError) {
    let stream = try stream(of: sheet)
    guard row > max(stream.lastRow, sheets[sheet.index].lastRow), row <= CellReference.lastRow
    else { throw .cannotWrite("\(sheets[sheet.index].name): row \(row) is out of order") }
    self.row.begin(row: row, height: height)
  }

  /// Appends a cell to the row that was begun, right of those it has.
  ///
  /// - Throws: `cannotWrite` as for whole rows.
  public mutating func append(
    _ value: Value, at column: Int, look: Look, link: WrittenLink? = nil, on sheet: SheetID
  ) throws(WorkbookError) {
    guard (1...CellReference.lastColumn).contains(column) else {
      throw .cannotWrite("\(sheets[sheet.index].name): no column \(column)")
    }
    switch value {
    case .blank: row.appendBlank(at: column, look.number)
    case .number(let digits):
      guard Self.isNumber(digits) else { throw fault(column, "\(digits) is no number", sheet) }
      row.append(number: digits, at: column, look.number)
    case .text(let text): row.append(text: text, at: column, look.number)
    case .boolean, .formula: throw fault(column, "numbers and texts only", sheet)
    }
    if let link { try append(link, at: column, on: sheet) }
  }

  private func fault(_ column: Int, _ what: String, _ sheet: SheetID) -> WorkbookError {
    let place = CellReference(uncheckedRow: row.row, column: column)
    return .cannotWrite("\(sheets[sheet.index].name)!\(place): \(what)")
  }

  /// Lets a cell of the row that was begun lead somewhere.
  ///
  /// - Throws: `cannotWrite` beyond 65,530 links a sheet.
  public mutating func append(
    _ link: WrittenLink, at column: Int, on sheet: SheetID
  ) throws(WorkbookError) {
    sheets[sheet.index].links += 1
    guard sheets[sheet.index].links <= 65_530 else {
      throw .cannotWrite("\(sheets[sheet.index].name): over 65,530 links")
    }
    try stream(of: sheet).append(
      link, at: CellReference(uncheckedRow: row.row, column: column))
  }

  /// Ends the row that was begun.
  public mutating func endRow(on sheet: SheetID) throws(WorkbookError) {
    row.end()
    try stream(of: sheet).append(row)
  }

  /// Whether a text is a finite number: of plain decimals not too long to be one, or as `Double`
  /// says.
  private static func isNumber(_ digits: String) -> Bool {
    let bytes = digits.utf8.span
    var (figures, points) = (0, 0)
    for at in bytes.indices {
      switch bytes[at] {
      case 0x30...0x39: figures += 1
      case 0x2E: points += 1
      case 0x2D where at == 0: continue
      default: return Double(digits)?.isFinite ?? false
      }
    }
    guard figures > 0, figures < 300, points <= 1, bytes[bytes.count - 1] != 0x2E,
      bytes[0] != 0x2E
    else { return Double(digits)?.isFinite ?? false }
    return true
  }

  private mutating func stream(of sheet: SheetID) throws(WorkbookError) -> RowStream {
    _ = try pointer(sheet)
    if let stream = sheets[sheet.index].rows { return stream }
    let stream = try RowStream(in: scratch)
    sheets[sheet.index].rows = stream
    return stream
  }
}
