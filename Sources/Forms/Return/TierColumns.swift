internal import Evaluation
internal import Workbooks

/// The two tier columns, read from top to bottom: a merge passes its value on, and so does a
/// text above a blank, which is what is left when merged cells are broken up.
struct TierColumns {
  private let tier1: FormGrid.Column<IndicatorColumn>?
  private let tier2: FormGrid.Column<IndicatorColumn>?
  private let grid: FormGrid
  private let used: Set<Int>
  private var current1 = ""
  private var current2 = ""
  private var inherited: [IndicatorColumn: Broken] = [:]
  /// The merge that each column was last in, its value and its text.
  private var merged1: Merged?
  private var merged2: Merged?
  private var pending: [(column: IndicatorColumn, place: Place)] = []

  private typealias Merged = (range: CellRange, typed: Typed, text: String?)

  /// What a row has in its tier columns; `nil` for a column that the form lacks.
  struct Cells {
    var tier1: Typed?
    var tier2: Typed?

    subscript(_ column: IndicatorColumn) -> Typed? {
      switch column {
      case .tier1: tier1
      case .tier2: tier2
      default: nil
      }
    }
  }

  /// The cells of the row just read.
  private(set) var cells = Cells()

  /// Blanks that inherit: the first of them, and how many there are.
  private struct Broken {
    let first: Place
    var count: Int
  }

  init(columns: [FormGrid.Column<IndicatorColumn>], grid: FormGrid, used: Set<Int>) {
    tier1 = columns.first { $0.meaning == .tier1 }
    tier2 = columns.first { $0.meaning == .tier2 }
    self.grid = grid
    self.used = used
  }

  /// The tiers of the next row.
  mutating func read(_ row: Int) -> (tier1: String, tier2: String) {
    pending = []
    if let tier1 {
      let own = Self.value(row, tier1, grid, used, &merged1)
      cells.tier1 = own.typed
      if let text = own.text {
        // A new first tier does not go on with the second tier of the one before.
        if text != current1 { current2 = "" }
        current1 = text
      } else if !current1.isEmpty {
        pending.append((.tier1, own.typed.place))
      }
    }
    if let tier2 {
      let own = Self.value(row, tier2, grid, used, &merged2)
      cells.tier2 = own.typed
      if let text = own.text {
        current2 = text
      } else if !current2.isEmpty {
        pending.append((.tier2, own.typed.place))
      }
    }
    return (current1, current2)
  }

  /// Counts the blanks of the row just read: it is an indicator.
  mutating func confirm() {
    for (column, place) in pending {
      inherited[column, default: Broken(first: place, count: 0)].count += 1
    }
  }

  private static func value(
    _ row: Int, _ column: FormGrid.Column<IndicatorColumn>, _ grid: FormGrid, _ used: Set<Int>,
    _ merged: inout Merged?
  ) -> (text: String?, typed: Typed) {
    switch grid.slot(row, column, used: used) {
    case .own(let typed):
      return (text(typed), typed)
    case .swallowed(let merge, let place):
      if let merged, merged.range == merge { return (merged.text, merged.typed.moved(to: place)) }
      let typed = grid.typed(merge.first)
      let text = text(typed)
      merged = (merge, typed, text)
      return (text, typed.moved(to: place))
    }
  }

  /// Tiers are often written down the column, one character a line.
  private static func text(_ typed: Typed) -> String? {
    guard !typed.isBlank else { return nil }
    return Wording.withoutSpaces(typed.shown)
  }

  /// One remark for all tier columns whose merges were broken up, at the first blank cell.
  ///
  /// - Parameter word: the scheme's word for a column.
  func remarks(_ word: (IndicatorColumn) -> String) -> [StructureRemark] {
    let columns = [IndicatorColumn.tier1, .tier2].filter { inherited[$0] != nil }
    guard let first = columns.first.flatMap({ inherited[$0] }) else { return [] }
    let count = columns.reduce(0) { $0 + (inherited[$1]?.count ?? 0) }
    return [
      StructureRemark(
        .s006, at: first.first, label: columns.map(word).joined(separator: "、"),
        found: "\(count)个空白单元格", expected: "合并单元格", key: "tiers")
    ]
  }
}
