/// The place of one cell on a sheet: row and column, both 1-based.
public struct CellReference: Hashable, Sendable {
  /// The row, 1 through 1,048,576.
  public let row: Int
  /// The column, 1 through 16,384; `A` is 1.
  public let column: Int

  /// The last row a sheet has.
  public static let lastRow = 1_048_576
  /// The last column a sheet has (`XFD`).
  public static let lastColumn = 16_384

  /// A place by numbers; `nil` outside the sheet.
  public init?(row: Int, column: Int) {
    guard (1...Self.lastRow).contains(row), (1...Self.lastColumn).contains(column) else {
      return nil
    }
    self.init(uncheckedRow: row, column: column)
  }

  init(uncheckedRow row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// A place as a spreadsheet writes it (`F18`, `$F$18`); `nil` where the text is anything else.
  public init?(_ text: some StringProtocol) { self.init(bytes: text.utf8) }

  /// A place as a spreadsheet writes it.
  public init?(_ text: String) { self.init(bytes: text.utf8) }

  /// A place from the bytes of its text.
  init?(bytes: some Sequence<UInt8>) {
    var row = 0
    var column = 0
    for byte in bytes where byte != 0x24 {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard row <= Self.lastRow, column <= Self.lastColumn else { return nil }
    }
    self.init(row: row, column: column)
  }

  /// The letters of a column, 1-based: 1 is `A`, 27 is `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    letters.append(column: column)
    return String(decoding: letters, as: UTF8.self)
  }
}

extension CellReference: CustomStringConvertible {
  /// The place as a spreadsheet writes it: `F18`.
  public var description: String {
    if 1...Self.nearRows ~= row, 1...Self.nearColumns ~= column {
      return Self.near[(row - 1) * Self.nearColumns + column - 1]
    }
    return written
  }

  /// Places are written for every cell that is read, and most forms are no larger than this.
  private static let nearRows = 64
  private static let nearColumns = 16
  /// The places of so many rows and columns, by row.
  private static let near = (0..<nearRows * nearColumns).map { index in
    CellReference(uncheckedRow: index / nearColumns + 1, column: index % nearColumns + 1).written
  }

  private var written: String {
    guard (1...Self.lastRow).contains(row), (1...Self.lastColumn).contains(column) else {
      var text: [UInt8] = []
      text.append(place: self)
      return String(decoding: text, as: UTF8.self)
    }
    // Without an array for each.
    return String(unsafeUninitializedCapacity: Self.mostCharacters) { write($0) }
  }

  /// Three letters and seven digits.
  private static let mostCharacters = 10

  /// Writes a place within the sheet into room enough for it; gives the bytes written.
  private func write(_ room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    if column <= 26, row < 1000, room.count > 3 { return writeNear(room) }
    let letters = column > 702 ? 3 : column > 26 ? 2 : 1
    var digits = 1
    var power = 10
    while row >= power {
      digits += 1
      power *= 10
    }
    guard letters + digits <= room.count else { return 0 }
    var rest = column
    for at in stride(from: letters - 1, through: 0, by: -1) {
      room[at] = 0x41 + UInt8(truncatingIfNeeded: (rest - 1) % 26)
      rest = (rest - 1) / 26
    }
    rest = row
    for at in stride(from: letters + digits - 1, through: letters, by: -1) {
      room[at] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return letters + digits
  }

  /// The same for one letter and at most three digits, as nearly all places have.
  @inline(__always)
  private func writeNear(_ room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let number = UInt32(truncatingIfNeeded: row)
    room[0] = 0x40 + UInt8(truncatingIfNeeded: column)
    var at = 1
    if number >= 100 {
      room[at] = 0x30 + UInt8(truncatingIfNeeded: number / 100)
      at += 1
    }
    if number >= 10 {
      room[at] = 0x30 + UInt8(truncatingIfNeeded: number / 10 % 10)
      at += 1
    }
    room[at] = 0x30 + UInt8(truncatingIfNeeded: number % 10)
    return at + 1
  }
}

extension CellReference: Comparable {
  /// By row, then by column: the order in which a sheet is read.
  public static func < (left: CellReference, right: CellReference) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// A rectangle of cells, both corners included.
public struct CellRange: Hashable, Sendable {
  /// The top left cell.
  public let first: CellReference
  /// The bottom right cell.
  public let last: CellReference

  /// The rectangle between two cells, whichever corners they are.
  public init(_ one: CellReference, _ other: CellReference) {
    first = CellReference(
      uncheckedRow: min(one.row, other.row), column: min(one.column, other.column))
    last = CellReference(
      uncheckedRow: max(one.row, other.row), column: max(one.column, other.column))
  }

  /// A range as a spreadsheet writes it (`A1:C3`, or one cell); `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: 0x3A) else {
      guard let cell = CellReference(bytes: bytes) else { return nil }
      self.init(cell, cell)
      return
    }
    guard let start = CellReference(bytes: bytes[..<colon]),
      let end = CellReference(bytes: bytes[bytes.index(after: colon)...])
    else { return nil }
    self.init(start, end)
  }

  /// Whether the cell lies within.
  public func contains(_ cell: CellReference) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}

extension CellRange: CustomStringConvertible {
  /// The range as a spreadsheet writes it: `A1:C3`, or `A1` for one cell.
  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
