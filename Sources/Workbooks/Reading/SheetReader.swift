/// Reads one worksheet part into a `CellStore` and a `SheetLayout`.
struct SheetReader {
  /// What cells refer to beyond their sheet.
  struct Context {
    let strings: SharedStrings
    let styles: Styles
    let uses1904Dates: Bool
    let limits: Limits
  }

  var scanner: XMLScanner
  var layout = SheetLayout()
  /// Data validations met, and the ranges they govern.
  var validationCount = 0
  var store = CellStore()
  let stringCount: Int
  private let cellsAllowed: Int
  private var cellCount = 0
  private(set) var row = 0
  var column = 0
  private var rowCount = 0
  var corners = Corners()

  /// Reads a part.
  ///
  /// - Parameter cellsBefore: cell elements of the sheets before it, for the limit on all.
  /// - Throws: `.damaged` naming the part and cell, `.documentType`, `.beyondLimit`.
  static func read(
    _ bytes: [UInt8], part: String, context: Context, cellsBefore: inout Int
  ) throws(WorkbookError) -> SheetContents {
    var reader = try SheetReader(bytes, part, context, cellsBefore)
    try reader.readAll()
    cellsBefore += reader.cellCount
    let bytes =
      bytes.count < Self.long
      ? reader.scanner.bytes : reader.store.gather(from: reader.scanner.bytes)
    return SheetContents(
      bytes: bytes, store: reader.store, layout: reader.layout, context: context)
  }

  /// A part of so many bytes is not kept as a whole.
  private static let long = 1 << 22

  private init(
    _ bytes: [UInt8], _ part: String, _ context: Context, _ cellsBefore: Int
  ) throws(WorkbookError) {
    scanner = try XMLScanner(bytes, part: part, limits: context.limits)
    stringCount = context.strings.count
    cellsAllowed = context.limits.cells - cellsBefore
    store.reserve(forPartOf: bytes.count)
  }

  private mutating func readAll() throws(WorkbookError) {
    try scanner.expectRoot("worksheet")
    while true {
      let event = try scanner.next()
      if event == .finished { break }
      guard event == .start else { continue }
      if scanner.isElement("sheetData") {
        try readRows()
      } else {
        try readLayout()
      }
    }
    store.finish()
    layout.extent = corners.range
  }

  private mutating func readRows() throws(WorkbookError) {
    let outer = scanner.depth - 1
    let mayHavePlainRows = mayHavePlainRows
    while scanner.depth > outer {
      if mayHavePlainRows, try readPlainRow() { continue }
      guard try scanner.next() == .start else { continue }
      if scanner.isElement("row") {
        try readRow()
      } else {
        try scanner.skipElement()
      }
    }
  }

  private mutating func readRow() throws(WorkbookError) {
    try countRow()
    row = try rowNumber()
    guard 1...CellReference.lastRow ~= row else {
      throw scanner.damaged("row \(row), of \(CellReference.lastRow)", at: scanner.token.lowerBound)
    }
    column = 0
    readRowLayout()
    try readCells()
  }

  /// Begins a row that says of itself no more than this.
  mutating func begin(row number: Int, height: Double?) throws(WorkbookError) {
    try countRow()
    row = number
    column = 0
    takeHeight(height)
    if height == 0 { layout.hiddenRows.insert(row) }
  }

  private mutating func countRow() throws(WorkbookError) {
    store.reserve(atByte: scanner.position, of: scanner.bytes.count)
    rowCount += 1
    try check(.rows, rowCount, scanner.limits.rows)
  }

  /// Reads the cells of the row that was begun, and its end.
  mutating func readCells() throws(WorkbookError) {
    let outer = scanner.depth - 1
    let mayHavePlainCells = mayHavePlainCells
    while scanner.depth > outer {
      if mayHavePlainCells {
        try readPlainCells()
        if scanner.leavePlainRow() { return }
      }
      guard try scanner.next() == .start else { continue }
      if scanner.isElement("c") {
        try readCell()
      } else {
        try scanner.skipElement()
      }
    }
  }

  /// The `r` of a row, or the number behind the row before it.
  private func rowNumber() throws(WorkbookError) -> Int {
    guard let attribute = scanner.attribute("r") else { return row + 1 }
    guard let number = scanner.integer("r") else {
      throw scanner.damaged(
        "a row \(scanner.string(attribute)), which is no number", at: attribute.value.lowerBound)
    }
    return number
  }

  private mutating func readRowLayout() {
    guard scanner.attributes.count > 1 else { return }
    let height = scanner.attribute("ht") == nil ? nil : scanner.double("ht")
    takeHeight(height)
    if height == 0 || scanner.isTrue("hidden") { layout.hiddenRows.insert(row) }
  }

  private mutating func takeHeight(_ height: Double?) {
    guard let height else { return }
    if layout.rowHeights.isEmpty { layout.rowHeights.reserveCapacity(48) }
    layout.rowHeights[row] = height
  }

  @inline(__always)
  mutating func countCell() throws(WorkbookError) {
    cellCount += 1
    if cellCount > cellsAllowed { try check(.cells, cellCount, cellsAllowed) }
  }

  private mutating func readCell() throws(WorkbookError) {
    try countCell()
    let place = try readPlace()
    let style = UInt16(clamping: scanner.integer("s") ?? 0)
    let kind = readKind()
    var value = Value(kind: kind)
    try readValue(&value, place)
    try check(.textBytes, value.range.count, scanner.limits.textBytes)
    corners.include(place)
    if value.isBlank {
      store.append(CellStore.BlankCell(place: place, style: style))
      return
    }
    if value.kind == .sharedString {
      if value.isPlain, let index = scanner.number(value.range), index < stringCount {
        value.range = index..<index
      } else {
        try resolveString(&value, place)
      }
    }
    store.append(
      CellStore.PackedCell(
        at: place, style: style, kind: value.kind, value: value.range, isPlain: value.isPlain,
        formula: value.formula))
  }

  /// The `r` of a cell, or the place behind the cell before it.
  private mutating func readPlace() throws(WorkbookError) -> CellStore.Place {
    guard let attribute = scanner.attribute("r") else {
      column += 1
      guard column <= CellReference.lastColumn else {
        throw scanner.damaged("a cell beyond the last column", at: scanner.token.lowerBound)
      }
      return CellStore.Place(row: UInt32(clamping: row), column: UInt16(clamping: column))
    }
    guard let place = Self.place(scanner.bytes, attribute.value) else {
      throw scanner.damaged(
        "a cell at \(scanner.string(attribute)), which is no place", at: attribute.value.lowerBound)
    }
    column = Int(place.column)
    return place
  }

  /// The place that some bytes name (`F18`).
  static func place(_ bytes: [UInt8], _ range: Range<Int>) -> CellStore.Place? {
    var (row, column) = (0, 0)
    for at in range {
      switch bytes[at] {
      case let byte where 0x41...0x5A ~= byte & 0xDF && byte >= 0x41 && row == 0:
        column = column * 26 + Int(byte & 0x1F)
      case let byte where 0x30...0x39 ~= byte && column > 0: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      if row > CellReference.lastRow || column > CellReference.lastColumn { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    return CellStore.Place(row: UInt32(clamping: row), column: UInt16(clamping: column))
  }

  @inline(__always)
  private func readKind() -> CellStore.Kind {
    guard let attribute = scanner.attribute("t"), let first = attribute.value.first else {
      return .number
    }
    switch (scanner.bytes[first], attribute.value.count) {
    case (0x73, 1): return .sharedString
    case (0x6E, 1): return .number
    case (0x62, 1): return .boolean
    case (0x65, 1): return .error
    case (0x64, 1): return .isoDate
    case (0x69, _): return .inlineString
    default: return .string
    }
  }

  /// Reads `<v>`, `<is>` and `<f>` up to the end of the cell.
  private mutating func readValue(
    _ value: inout Value, _ place: CellStore.Place
  ) throws(WorkbookError) {
    let outer = scanner.depth - 1
    if let plain = scanner.takePlainValue(), value.kind != .inlineString {
      value.take((plain, true))
    }
    while scanner.depth > outer {
      guard try scanner.next() == .start else { continue }
      if scanner.isElement("v") {
        // Of an inline string only what `<is>` holds counts.
        let content = try scanner.content()
        if value.kind != .inlineString { value.take(content) }
      } else if scanner.isElement("f") {
        let shared = scanner.has("t", "shared") ? scanner.integer("si") : nil
        let content = try scanner.content()
        try check(.textBytes, content.range.count, scanner.limits.textBytes)
        value.formula = store.append(
          content.range, isPlain: content.isPlain, shared: shared, at: place)
      } else if scanner.isElement("is") {
        let start = scanner.token.lowerBound
        try scanner.skipElement()
        if value.kind == .inlineString { value.take((start..<scanner.position, false)) }
      } else {
        try scanner.skipElement()
      }
    }
    value.settle()
  }

  /// Replaces the place of a string's number by the number.
  private mutating func resolveString(
    _ value: inout Value, _ place: CellStore.Place
  ) throws(WorkbookError) {
    let digits = XMLText.decoded(scanner.bytes, value.range)
    guard let index = Int(digits.filter { !$0.isWhitespace }), 0..<stringCount ~= index else {
      throw .damaged(
        part: scanner.part,
        detail: "\(place.reference) refers to shared string \(digits) of \(stringCount)")
    }
    value.range = index..<index
  }
}

/// What was read of a cell's value so far.
private struct Value {
  var kind: CellStore.Kind
  var range = 0..<0
  var isPlain = true
  var formula = 0
  private var isStored = false

  init(kind: CellStore.Kind) { self.kind = kind }

  var isBlank: Bool { kind == .blank && formula == 0 }

  mutating func take(_ content: (range: Range<Int>, isPlain: Bool)) {
    (range, isPlain) = content
    isStored = true
  }

  /// A value without characters is none, but for the empty text that a formula gave.
  mutating func settle() {
    guard range.isEmpty else { return }
    if !(isStored && kind == .string && formula > 0) { kind = .blank }
  }
}
