internal import Evaluation
internal import Workbooks

/// The two tier columns, read from top to bottom: a merge passes its value on, and so does a
/// text above a blank, which is what is left when merged cells are broken up.
struct TierColumns {
  private var tier1: Tier?
  private var tier2: Tier?
  private let grid: FormGrid
  private let used: ColumnSet
  private var inherited: [IndicatorColumn: Broken] = [:]
  private var pending: [(column: IndicatorColumn, place: Place)] = []

  /// Blanks that inherit: the first of them, and how many there are.
  private struct Broken {
    let first: Place
    var count: Int
  }

  init(columns: [FormGrid.Column<IndicatorColumn>], grid: FormGrid, used: ColumnSet) {
    tier1 = columns.first { $0.meaning == .tier1 }.map { Tier($0) }
    tier2 = columns.first { $0.meaning == .tier2 }.map { Tier($0) }
    self.grid = grid
    self.used = used
  }

  /// The cell of a tier column in the row just read; `nil` for any other column.
  func cell(_ column: IndicatorColumn) -> Typed? {
    switch column {
    case .tier1: tier1?.cell
    case .tier2: tier2?.cell
    default: nil
    }
  }

  /// The tiers of the next row.
  mutating func read(_ row: Int) -> (tier1: String, tier2: String) {
    if !pending.isEmpty { pending = [] }
    let first = tier1?.read(row, grid, used)
    // A new first tier does not go on with the second tier of the one before.
    if first == .new { tier2?.current = "" }
    if first == .blank, let tier1 { wait(tier1, .tier1) }
    if tier2?.read(row, grid, used) == .blank, let tier2 { wait(tier2, .tier2) }
    return (tier1?.current ?? "", tier2?.current ?? "")
  }

  /// A blank cell takes what stands above it, should the row be an indicator.
  private mutating func wait(_ tier: Tier, _ column: IndicatorColumn) {
    guard !tier.current.isEmpty, let cell = tier.cell else { return }
    pending.append((column, cell.place))
  }

  /// Counts the blanks of the row just read: it is an indicator.
  mutating func confirm() {
    for (column, place) in pending {
      inherited[column, default: Broken(first: place, count: 0)].count += 1
    }
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

/// One tier column, read downwards.
private struct Tier {
  let column: FormGrid.Column<IndicatorColumn>
  /// The text that stands there or above.
  var current = ""
  /// What the row just read has there.
  private(set) var cell: Typed?
  /// The merge that it was last in, with its value and text.
  private var merge: CellRange?
  private var merged: Typed?
  private var text: String?

  /// What a row has of a tier.
  enum Found {
    /// Another text than the row above.
    case new
    case same
    case blank
  }

  init(_ column: FormGrid.Column<IndicatorColumn>) { self.column = column }

  mutating func read(_ row: Int, _ grid: FormGrid, _ used: ColumnSet) -> Found {
    switch grid.slot(row, column, used: used) {
    case .own(let typed):
      cell = typed
      return take(Self.text(typed))
    case .swallowed(let range, let place):
      let goesOn = range == merge
      if !goesOn {
        let typed = grid.typed(range.first)
        (merge, merged, text) = (range, typed, Self.text(typed))
      }
      cell = merged?.moved(to: place)
      // All rows of a merge follow each other: the text was taken with the first of them.
      return goesOn && text != nil && !current.isEmpty ? .same : take(text)
    }
  }

  private mutating func take(_ text: String?) -> Found {
    guard let text else { return .blank }
    if TextKey.areEqual(text, current) { return .same }
    current = text
    return .new
  }

  /// Tiers are often written down the column, one character a line.
  private static func text(_ typed: Typed) -> String? {
    guard !typed.isBlank else { return nil }
    return Wording.withoutSpaces(typed.shown)
  }
}
