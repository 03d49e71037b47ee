internal import Evaluation
internal import Workbooks

/// The cells of a sheet by what they hold: a programme of thousands of projects has the same
/// texts again and again, and what holds the same is read once.
///
/// Bounded in size: it begins anew once it is full.
struct ProgrammeCells {
  private static let most = 4_096
  /// A row may have as many cells as there are columns when it is nearly full.
  private static let room = 4_096 + 64
  private static let mostStrings = 1 << 18

  /// A cell by its number, and the number of its style.
  private struct Known {
    let cell, style: Int32

    static let none = Known(cell: -1, style: -1)
  }

  private var known = ProgrammeCells.unknown
  /// The cells that are kept; the first is the blank one.
  private var cells: [ProgrammeCell]
  /// How many cells were let go: the number of each but the blank one is its place and these.
  private var gone = 0
  /// By the number of a shared string: the cell that held it last.
  private var byString: [Known] = []
  /// The places of the cells of the row at hand, by column; 0 for the blank one.
  private var row: [Int]

  private static let unknown = ByteTable(most: room, isFilled: true)
  /// What is in the place of others while they are worked on: no cell can be asked of it.
  static var none: ProgrammeCells { ProgrammeCells() }

  private init() { (cells, row) = ([], []) }

  /// - Parameter blank: what stands in a cell that is not stored.
  init(blank: Typed) {
    cells = [ProgrammeCell(blank, number: 0)]
    row = Array(repeating: 0, count: ProgrammeColumn.allCases.count)
  }

  /// Begins a row, all of whose cells are blank so far.
  mutating func beginRow() {
    for column in row.indices { row[column] = 0 }
    guard cells.count > Self.most else { return }
    known = Self.unknown
    gone += cells.count - 1
    cells.removeLast(cells.count - 1)
  }

  /// What stands in a column of the row at hand.
  subscript(column: ProgrammeColumn) -> ProgrammeCell { cells[row[column.rawValue]] }

  /// Puts in a column what a shared string in a style holds.
  ///
  /// - Returns: whether it is known what that is.
  mutating func put(_ column: ProgrammeColumn, string: Int, style: Int) -> Bool {
    guard string < byString.count else { return false }
    let known = byString[string]
    guard Int(known.cell) > gone, Int(known.style) == style else { return false }
    row[column.rawValue] = Int(known.cell) - gone
    return true
  }

  /// Puts in a column what a stored value is; `read` reads one that was not met before.
  mutating func put(
    _ column: ProgrammeColumn, _ value: Sheet.StoredValue, string: Int?, style: Int,
    _ read: () -> Typed
  ) {
    // What a number is depends on its format, too.
    switch value {
    case .text(let bytes): put(column, bytes, 2 * style, read)
    case .number(let bytes): put(column, bytes, 2 * style + 1, read)
    case .other: put(column, read())
    }
    if let string { note(column, string: string, style: style) }
  }

  /// Puts a value in a column that is asked for once.
  mutating func put(_ column: ProgrammeColumn, _ typed: Typed) {
    row[column.rawValue] = cells.count
    cells.append(ProgrammeCell(typed, number: gone + cells.count))
  }

  private mutating func put(
    _ column: ProgrammeColumn, _ bytes: ArraySlice<UInt8>, _ kind: Int, _ read: () -> Typed
  ) {
    if let place = known.find(bytes, kind) {
      row[column.rawValue] = place
      return
    }
    known.insert(bytes, kind, cells.count)
    put(column, read())
  }

  /// Remembers which cell holds a shared string in a style.
  private mutating func note(_ column: ProgrammeColumn, string: Int, style: Int) {
    guard 0..<Self.mostStrings ~= string else { return }
    while byString.count <= string { byString.append(.none) }
    byString[string] = Known(
      cell: Int32(clamping: gone + row[column.rawValue]), style: Int32(clamping: style))
  }
}
