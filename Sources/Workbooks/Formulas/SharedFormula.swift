/// The formula of a cell that shares that of another: relative places move along.
enum SharedFormula {
  /// A formula moved by rows and columns; `nil` where a place would leave the sheet, or
  /// the formula is longer than any.
  static func moved(_ formula: String, rows: Int, columns: Int) -> String? {
    guard formula.utf8.count <= FormulaParser.longest else { return nil }
    let bytes = Array(formula.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var position = 0
    while position < bytes.count {
      let start = position
      position = end(of: bytes, from: start)
      let part = bytes[start..<position]
      guard let place = Place(part, in: bytes) else {
        result += part
        continue
      }
      guard let moved = place.moved(rows: rows, columns: columns) else { return nil }
      result += Array(moved.utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where the text in quotes, word or single byte that begins at `start` ends.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    let first = bytes[start]
    var position = start + 1
    if first == 0x22 || first == 0x27 {
      while position < bytes.count, bytes[position] != first { position += 1 }
      return min(position + 1, bytes.count)
    }
    guard FormulaLexer.isOfWord(first) else { return position }
    while position < bytes.count, FormulaLexer.isOfWord(bytes[position]) { position += 1 }
    return position
  }

  /// A cell or, between colons, a column as a formula writes it.
  private struct Place {
    var column = 0
    var row: Int?
    var keepsColumn = false
    var keepsRow = false

    init?(_ part: ArraySlice<UInt8>, in bytes: [UInt8]) {
      let next = part.endIndex < bytes.count ? bytes[part.endIndex] : 0
      guard next != 0x28, next != 0x21 else { return nil }
      var rest = part
      keepsColumn = rest.first == 0x24
      if keepsColumn { rest.removeFirst() }
      let letters = rest.prefix { 0x41...0x5A ~= $0 & 0xDF && $0 >= 0x41 }
      guard 1...3 ~= letters.count else { return nil }
      for byte in letters { column = column * 26 + Int(byte & 0x1F) }
      rest = rest.dropFirst(letters.count)
      keepsRow = rest.first == 0x24
      if keepsRow { rest.removeFirst() }
      guard !rest.isEmpty else {
        let before = part.startIndex > 0 ? bytes[part.startIndex - 1] : 0
        if keepsRow || (next != 0x3A && before != 0x3A) { return nil }
        return
      }
      guard rest.count <= 7, rest.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
      row = rest.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }

    func moved(rows: Int, columns: Int) -> String? {
      let column = keepsColumn ? self.column : self.column + columns
      let row = row.map { keepsRow ? $0 : $0 + rows }
      guard CellReference(row: row ?? 1, column: column) != nil else { return nil }
      return (keepsColumn ? "$" : "") + CellReference.letters(ofColumn: column)
        + (keepsRow ? "$" : "") + (row.map { String($0) } ?? "")
    }
  }
}
