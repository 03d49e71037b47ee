internal import CXlsxWriter

/// Where a link of a new workbook leads.
public enum WrittenLink: Hashable, Sendable {
  /// A place of the same workbook: `'总表'!A1`; see ``PatchLink/place(_:on:)``.
  case place(String)
  /// A file, by its path relative to the workbook, `/` between folders, and a place in it.
  case file(String, place: String?)
}

extension WorkbookWriter {
  /// What a written cell holds.
  public enum Value: Hashable, Sendable {
    /// A number, as decimal digits (`6.39`, `1.5E-3`).
    case number(String)
    /// A text, at most 32,767 characters.
    case text(String)
    /// TRUE or FALSE.
    case boolean(Bool)
    /// A formula without `=`, with the value shown until it is next computed. Apart, for it takes
    /// three times the room of all others.
    indirect case formula(String, value: CellValue)
    /// Nothing but a look.
    case blank
  }

  /// Writes one cell.
  ///
  /// - Throws: `cannotWrite` for a text that is too long, digits that are no number, and, where
  ///   the writer streams, a row before one that was written.
  public mutating func write(
    _ value: Value, at cell: CellReference, on sheet: SheetID, style: CellStyle? = nil
  ) throws(WorkbookError) {
    let target = try pointer(sheet)
    try keepOrder(cell, sheet)
    let format = try styles.format(style)
    let row = UInt32(cell.row - 1)
    let column = UInt16(cell.column - 1)
    switch value {
    case .blank:
      guard let format else { return }
      try check(worksheet_write_blank(target, row, column, format), at(cell, sheet))
    case .boolean(let flag):
      try check(worksheet_write_boolean(target, row, column, flag ? 1 : 0, format), at(cell, sheet))
    case .number(let digits):
      let number = try double(digits, at: cell, sheet)
      try check(worksheet_write_number(target, row, column, number, format), at(cell, sheet))
    case .text(let text):
      let clean = try checked(text, at: cell, sheet)
      try check(worksheet_write_string(target, row, column, clean, format), at(cell, sheet))
    case .formula(let formula, let shown):
      try write(formula: formula, shown, at: cell, sheet, format)
    }
  }

  private mutating func write(
    formula: String, _ shown: CellValue, at cell: CellReference, _ sheet: SheetID,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) throws(WorkbookError) {
    let target = try pointer(sheet)
    let row = UInt32(cell.row - 1)
    let column = UInt16(cell.column - 1)
    let text = "=" + XMLText.clean(formula)
    guard text.utf16.count <= 8192 else {
      throw .cannotWrite("\(at(cell, sheet)): a formula of \(text.utf16.count) characters")
    }
    switch shown {
    case .number(let digits):
      let number = try double(digits, at: cell, sheet)
      try check(
        worksheet_write_formula_num(target, row, column, text, format, number), at(cell, sheet))
    case .text(let value), .error(let value):
      let clean = try checked(value, at: cell, sheet)
      try check(
        worksheet_write_formula_str(target, row, column, text, format, clean), at(cell, sheet))
    case .boolean(let flag):
      try check(
        worksheet_write_formula_str(target, row, column, text, format, flag ? "TRUE" : "FALSE"),
        at(cell, sheet))
    case .blank:
      try check(
        worksheet_write_formula_str(target, row, column, text, format, ""), at(cell, sheet))
    }
  }

  /// Joins cells and writes one value into them; every cell gets the look.
  ///
  /// - Throws: `cannotWrite` where they overlap cells that are joined already, or span rows in a
  ///   streaming writer.
  public mutating func merge(
    _ range: CellRange, _ value: Value, on sheet: SheetID, style: CellStyle? = nil
  ) throws(WorkbookError) {
    let target = try pointer(sheet)
    guard range.first != range.last else {
      return try write(value, at: range.first, on: sheet, style: style)
    }
    if isStreaming, range.first.row != range.last.row {
      throw .cannotWrite("\(range): a streaming writer joins cells of one row only")
    }
    if let other = sheets[sheet.index].merges.first(where: { $0.overlaps(range) }) {
      throw .cannotWrite("the merged cells \(range) overlap \(other)")
    }
    try keepOrder(range.first, sheet)
    sheets[sheet.index].merges.append(range)
    let format = try styles.format(style)
    try check(
      worksheet_merge_range(
        target, UInt32(range.first.row - 1), UInt16(range.first.column - 1),
        UInt32(range.last.row - 1), UInt16(range.last.column - 1), "", format),
      at(range.first, sheet))
    try write(value, at: range.first, on: sheet, style: style)
  }

  /// Writes a text that is a link.
  ///
  /// - Throws: `cannotWrite` for addresses over 2,079 characters and beyond 65,530 links a sheet,
  ///   Excel's own bounds.
  public mutating func writeLink(
    _ text: String, to link: WrittenLink, at cell: CellReference, on sheet: SheetID,
    style: CellStyle, tooltip: String? = nil
  ) throws(WorkbookError) {
    let target = try pointer(sheet)
    try keepOrder(cell, sheet)
    sheets[sheet.index].links += 1
    guard sheets[sheet.index].links <= 65_530 else {
      throw .cannotWrite("\(sheets[sheet.index].name): over 65,530 links")
    }
    let address = XMLText.clean(url(of: link, on: sheet))
    guard address.utf16.count <= 2_000 else {
      throw .cannotWrite("\(at(cell, sheet)): a link of \(address.utf16.count) characters")
    }
    let shown = try checked(text, at: cell, sheet)
    let hint = tooltip.map { XMLText.cut(XMLText.clean($0), to: 255) }
    let format = try styles.format(style)
    try check(
      worksheet_write_url_opt(
        target, UInt32(cell.row - 1), UInt16(cell.column - 1), address, format, shown, hint),
      at(cell, sheet))
    try write(.text(shown), at: cell, on: sheet, style: style)
  }

  private mutating func url(of link: WrittenLink, on sheet: SheetID) -> String {
    switch link {
    case .place(let place): return "internal:" + place
    case .file(let path, let place):
      sheets[sheet.index].hasFileLinks = true
      return "external:" + path + (place.map { "#" + $0 } ?? "")
    }
  }

  private mutating func keepOrder(
    _ cell: CellReference, _ sheet: SheetID
  ) throws(WorkbookError) {
    guard isStreaming else { return }
    let last = sheets[sheet.index].lastRow
    guard cell.row >= last else {
      throw .cannotWrite("\(at(cell, sheet)) comes after row \(last) in a streaming writer")
    }
    sheets[sheet.index].lastRow = cell.row
  }

  private mutating func double(
    _ digits: String, at cell: CellReference, _ sheet: SheetID
  ) throws(WorkbookError) -> Double {
    guard let number = Double(digits), number.isFinite else {
      throw .cannotWrite("\(at(cell, sheet)): \(digits) is no number")
    }
    if number != number.rounded() || number.magnitude >= 1e15 {
      sheets[sheet.index].hasFractions = true
    }
    return number
  }

  private func checked(
    _ text: String, at cell: CellReference, _ sheet: SheetID
  ) throws(WorkbookError) -> String {
    let clean = XMLText.clean(text)
    guard clean.utf16.count <= XMLText.longestCell else {
      throw .cannotWrite(
        "\(at(cell, sheet)): a text of \(clean.utf16.count) characters, allowed are 32,767")
    }
    return clean
  }

  private func at(_ cell: CellReference, _ sheet: SheetID) -> String {
    "\(sheets[sheet.index].name)!\(cell)"
  }
}

extension CellRange {
  /// Whether the two have a cell in common.
  func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row
      && first.column <= other.last.column && other.first.column <= last.column
  }
}
