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
  /// The merge that each column was last in, and its text.
  private var merged: [Int: (range: CellRange, text: String?)] = [:]
  private var pending: [(column: IndicatorColumn, place: Place)] = []

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
      let own = value(row, tier1)
      if let text = own.text {
        // A new first tier does not go on with the second tier of the one before.
        if text != current1 { current2 = "" }
        current1 = text
      } else if !current1.isEmpty {
        pending.append((.tier1, own.place))
      }
    }
    if let tier2 {
      let own = value(row, tier2)
      if let text = own.text {
        current2 = text
      } else if !current2.isEmpty {
        pending.append((.tier2, own.place))
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

  private mutating func value(
    _ row: Int, _ column: FormGrid.Column<IndicatorColumn>
  ) -> (text: String?, place: Place) {
    switch grid.slot(row, column, used: used) {
    case .own(let typed):
      return (Self.text(typed), typed.place)
    case .swallowed(let merge, let place):
      if let known = merged[column.column], known.range == merge { return (known.text, place) }
      let text = Self.text(grid.typed(merge.first))
      merged[column.column] = (merge, text)
      return (text, place)
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
