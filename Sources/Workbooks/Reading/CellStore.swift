/// The cells of a sheet, packed: 20 bytes for each that holds something, 8 for a styled blank.
///
/// Values stay where they stand in the part and are decoded when asked for.
struct CellStore: Sendable {
  /// How a value is to be decoded.
  enum Kind: UInt32 {
    case blank = 0
    case number = 1
    case sharedString = 2
    case string = 3
    case inlineString = 4
    case boolean = 5
    case error = 6
    case isoDate = 7
  }

  /// One cell that holds something.
  struct PackedCell {
    let row: UInt32
    let column: UInt16
    let style: UInt16
    /// Where the value begins; of a shared string, its number.
    fileprivate(set) var start: UInt32
    private let lengthAndKind: UInt32
    /// The place in `formulas`, counted from 1; 0 where there is none.
    let formula: UInt32

    /// The most bytes a value may have.
    static let longestValue = 1 << 28 - 1

    @inline(__always)
    init(
      at place: Place, style: UInt16, kind: Kind, value: Range<Int>, isPlain: Bool, formula: Int
    ) {
      (row, column, self.style) = (place.row, place.column, style)
      start = UInt32(clamping: value.lowerBound)
      lengthAndKind =
        UInt32(clamping: min(value.count, Self.longestValue)) << 4 | kind.rawValue << 1
        | (isPlain ? 1 : 0)
      self.formula = UInt32(clamping: formula)
    }

    var kind: Kind { Kind(rawValue: lengthAndKind >> 1 & 7) ?? .blank }
    var isPlain: Bool { lengthAndKind & 1 == 1 }
    var value: Range<Int> { Int(start)..<(Int(start) + Int(lengthAndKind >> 4)) }
    var place: Place { Place(row: row, column: column) }
  }

  /// A `<c>` element that holds nothing but a style.
  struct BlankCell {
    let place: Place
    let style: UInt16
  }

  /// A place of a cell, as small as it gets.
  struct Place: Comparable {
    let row: UInt32
    let column: UInt16

    @inline(__always)
    static func < (left: Place, right: Place) -> Bool { left.order < right.order }

    /// Both in one number.
    @inline(__always)
    private var order: UInt64 { UInt64(row) &<< 16 | UInt64(column) }
  }

  /// Where the text of a formula stands.
  struct Formula {
    fileprivate(set) var start: UInt32
    let length: UInt32
    let isPlain: Bool
    /// The number of the shared formula it belongs to; `UInt32.max` for none.
    let shared: UInt32
  }

  /// The cell that gives a shared formula its text, and the place of that in `formulas`.
  struct SharedMaster {
    let place: Place
    let formula: Int
  }

  private(set) var cells: [PackedCell] = []
  private(set) var blanks: [BlankCell] = []
  private(set) var formulas: [Formula] = []
  /// Where the formulas that cells share are written out, by their numbers.
  private(set) var sharedMasters: [UInt32: SharedMaster] = [:]
  /// The rows that hold something, ascending, and where the cells of each begin.
  private(set) var rows: [Int] = []
  private var rowStarts: [Int] = []
  private var areCellsSorted = true
  private var areBlanksSorted = true

  /// Makes room for the cells of a part of so many bytes: of a short one all there may be, of a
  /// long one the first.
  mutating func reserve(forPartOf bytes: Int) {
    cells.reserveCapacity(min(bytes / 64, Self.first))
    blanks.reserveCapacity(min(bytes / 256, Self.first))
  }

  /// Makes room once for all cells of a long part, as many as those of its beginning let expect:
  /// lists that double leave as much behind as they hold.
  mutating func reserve(atByte position: Int, of bytes: Int) {
    guard cells.count + blanks.count > Self.first / 2 else { return }
    let (share, most) = (Double(bytes) / Double(max(position, 1)), bytes / 16)
    Self.reserve(&cells, share, most)
    Self.reserve(&blanks, share, most)
  }

  /// So many cells are read before those to come are reckoned from them.
  private static let first = 1 << 14

  @inline(__always)
  private static func reserve<Item>(_ items: inout [Item], _ share: Double, _ most: Int) {
    let spare = items.capacity - items.count
    guard items.count > first / 2, spare < first / 4 else { return }
    items.reserveCapacity(min(Int(Double(items.count) * share * 1.02), most) + first)
  }

  @inline(__always)
  mutating func append(_ cell: PackedCell) {
    if let last = cells.last, !(last.place < cell.place) { areCellsSorted = false }
    cells.append(cell)
  }

  @inline(__always)
  mutating func append(_ blank: BlankCell) {
    if let last = blanks.last, !(last.place < blank.place) { areBlanksSorted = false }
    blanks.append(blank)
  }

  /// Keeps the formula of a cell; gives its place, counted from 1.
  mutating func append(_ range: Range<Int>, isPlain: Bool, shared: Int?, at place: Place) -> Int {
    let number = shared.map { UInt32(clamping: $0) } ?? .max
    if number != .max, !range.isEmpty {
      sharedMasters[number] = SharedMaster(place: place, formula: formulas.count)
    }
    formulas.append(
      Formula(
        start: UInt32(clamping: range.lowerBound), length: UInt32(clamping: range.count),
        isPlain: isPlain, shared: number))
    return formulas.count
  }

  /// Puts the cells in order and finds the rows.
  mutating func finish() {
    if !areCellsSorted { cells = Self.sorted(cells, by: \.place) }
    if !areBlanksSorted { blanks = Self.sorted(blanks, by: \.place) }
    var row: UInt32 = 0
    for (index, cell) in cells.enumerated() where cell.row != row {
      row = cell.row
      rows.append(Int(row))
      rowStarts.append(index)
    }
  }

  /// Moves the values and formulas of a part together: those of a long one are a small share of it,
  /// and nothing else of it is asked for.
  ///
  /// - Returns: where they stand from now on.
  mutating func gather(from part: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in cells.indices where cells[index].kind != .sharedString {
      let value = cells[index].value
      cells[index].start = UInt32(clamping: bytes.count)
      bytes.append(contentsOf: part[value])
    }
    for index in formulas.indices {
      let start = Int(formulas[index].start)
      let text = part[start..<start + Int(formulas[index].length)]
      formulas[index].start = UInt32(clamping: bytes.count)
      bytes.append(contentsOf: text)
    }
    return bytes
  }

  /// In order, and of cells at one place the last of the file. (Excel offers to repair such a
  /// file; other readers take the last.)
  private static func sorted<Item>(_ items: [Item], by place: (Item) -> Place) -> [Item] {
    var result: [Item] = []
    result.reserveCapacity(items.count)
    let order = items.indices.sorted { one, two in
      let (first, second) = (place(items[one]), place(items[two]))
      return first < second || (first == second && one < two)
    }
    for index in order {
      if let last = result.last, place(last) == place(items[index]) { result.removeLast() }
      result.append(items[index])
    }
    return result
  }

  /// The rows of a stretch that hold something, ascending.
  func rows(in range: ClosedRange<Int>) -> ArraySlice<Int> {
    let first = Self.firstIndex(rows.count) { rows[$0] >= range.lowerBound }
    let end = Self.firstIndex(rows.count) { rows[$0] > range.upperBound }
    return rows[first..<max(first, end)]
  }

  /// The cells of a row, by column.
  func cells(inRow row: Int) -> ArraySlice<PackedCell> {
    guard let index = index(ofRow: row) else { return [] }
    let end = index + 1 < rowStarts.count ? rowStarts[index + 1] : cells.count
    return cells[rowStarts[index]..<end]
  }

  private func index(ofRow row: Int) -> Int? {
    guard let first = rows.first, row >= first else { return nil }
    // Most sheets have no empty rows.
    let near = row - first
    if near < rows.count, rows[near] == row { return near }
    let index = Self.firstIndex(rows.count) { rows[$0] >= row }
    return index < rows.count && rows[index] == row ? index : nil
  }

  func cell(at reference: CellReference) -> PackedCell? {
    guard let row = index(ofRow: reference.row) else { return nil }
    // By hand: a slice of the cells would be counted as one of their owners.
    var low = rowStarts[row]
    var high = row + 1 < rowStarts.count ? rowStarts[row + 1] : cells.count
    let end = high
    // Most rows have no empty cells, or all of them behind the others.
    let near = low + reference.column - Int(cells[low].column)
    if low..<end ~= near, Int(cells[near].column) == reference.column { return cells[near] }
    while low < high {
      let middle = low + (high - low) / 2
      if Int(cells[middle].column) >= reference.column { high = middle } else { low = middle + 1 }
    }
    return low < end && Int(cells[low].column) == reference.column ? cells[low] : nil
  }

  func blank(at reference: CellReference) -> BlankCell? {
    let place = Place(reference)
    let index = Self.firstIndex(blanks.count) { !(blanks[$0].place < place) }
    return index < blanks.count && blanks[index].place == place ? blanks[index] : nil
  }

  /// The last column with a `<c>` element in some rows; 0 where there is none.
  func lastColumn(inRows range: ClosedRange<Int>) -> Int {
    let first = UInt32(clamping: range.lowerBound)
    let last = UInt32(clamping: range.upperBound)
    var column: UInt16 = 0
    var index = Self.firstIndex(cells.count) { cells[$0].row >= first }
    while index < cells.count, cells[index].row <= last {
      column = max(column, cells[index].column)
      index += 1
    }
    index = Self.firstIndex(blanks.count) { blanks[$0].place.row >= first }
    while index < blanks.count, blanks[index].place.row <= last {
      column = max(column, blanks[index].place.column)
      index += 1
    }
    return Int(column)
  }

  /// The first index of an ascending sequence for which a condition holds; `count` for none.
  private static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension CellStore.Place {
  init(_ reference: CellReference) {
    row = UInt32(clamping: reference.row)
    column = UInt16(clamping: reference.column)
  }

  var reference: CellReference { CellReference(uncheckedRow: Int(row), column: Int(column)) }
}
