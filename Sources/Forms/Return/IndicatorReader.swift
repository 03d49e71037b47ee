internal import Evaluation
internal import Workbooks

/// Reads the rows of one block and its total row.
final class IndicatorReader {
  private let words: FormWords
  let template: TemplateLine
  let block: IndicatorBlock
  let grid: FormGrid
  /// Which indicator the names of a row's cells call it.
  let named: [Int: String]

  init(
    _ words: FormWords, template: TemplateLine, block: IndicatorBlock, grid: FormGrid,
    named: [Int: String]
  ) {
    (self.words, self.template, self.block) = (words, template, block)
    (self.grid, self.named) = (grid, named)
  }

  private var form: FormWording { words.form }
  private var lexicon: FormLexicon { words.lexicon }

  private typealias BlockColumn = FormGrid.Column<IndicatorColumn>

  /// A row with its names, before its cells are read.
  private final class Row {
    let number: Int
    let tier1: String
    let tier2: String
    let name: Typed
    /// The text of its name.
    let shown: String
    /// Its cells in the tier columns.
    let tiers: (Typed?, Typed?)
    let goal: Int?
    let isNameSwallowed: Bool
    let isIndicator: Bool

    init(
      _ number: Int, tiers: TierColumns, _ names: (tier1: String, tier2: String), name: Typed,
      shown: String, goal: Int?, isNameSwallowed: Bool, isIndicator: Bool
    ) {
      (self.number, tier1, tier2) = (number, names.tier1, names.tier2)
      (self.name, self.shown, self.goal) = (name, shown, goal)
      self.tiers = (tiers.cell(.tier1), tiers.cell(.tier2))
      (self.isNameSwallowed, self.isIndicator) = (isNameSwallowed, isIndicator)
    }

    /// The text of its name without white space around it, as that of a typed text is.
    var trimmed: String {
      if case .text = name.content { return shown }
      return Wording.trimmed(shown)
    }

    func tier(_ column: IndicatorColumn) -> Typed? {
      switch column {
      case .tier1: tiers.0
      case .tier2: tiers.1
      default: nil
      }
    }
  }

  func read(into report: inout Report) {
    let headers = block.headers.mapValues { grid.place($0) }
    if let table = block.table {
      report.tableColumns[table] = headers
    } else {
      report.indicatorColumns = headers
    }
    let columns = grid.blockColumns(block.headers)
    let used = ColumnSet(columns.lazy.map(\.column))
    var tiers = TierColumns(columns: columns, grid: grid, used: used)
    var goals = GoalColumn(
      form.layout(of: block.table), grid: grid, firstColumn: columns.first?.column ?? 1,
      from: block.top)
    let rows = self.rows(columns, used, &tiers, &goals)
    if block.table == nil { report.goals = goals.goals }
    let numbers = rows.compactMap { $0.isIndicator ? $0.number : nil }
    report.indicators.reserveCapacity(report.indicators.count + rows.count)
    report.remarks += tiers.remarks { form.label($0, of: block.table) }
    for row in rows {
      if row.isIndicator {
        let cells = cells(of: row, columns, used, numbers, into: &report)
        report.indicators.append(
          IndicatorLine(
            tier1: row.tier1, tier2: row.tier2, name: row.trimmed,
            columns: cells, table: block.table, namedKey: named[row.number], goal: row.goal))
      } else if let remark = nameless(row, columns, used) {
        report.remarks.append(remark)
      }
    }
    if block.table == nil { readTotal(columns, used, into: &report) }
  }

  private func rows(
    _ columns: [BlockColumn], _ used: ColumnSet, _ tiers: inout TierColumns,
    _ goals: inout GoalColumn
  ) -> [Row] {
    guard let range = block.rows,
      let nameColumn = columns.first(where: { $0.meaning == .name })
    else { return [] }
    let numbers = grid.rows(in: range)
    var rows: [Row] = []
    rows.reserveCapacity(numbers.count)
    for number in numbers {
      let (name, isSwallowed) = name(number, nameColumn, used)
      if isRepeatedHeader(name) { continue }
      let names = tiers.read(number)
      let shown = name.shown
      let isTemplate =
        template.matches(shown, tier1: names.tier1, tier2: names.tier2)
        && !isNamed(number, name, isSwallowed, columns, used)
        && !isNamedAsTier(number, name, columns, used)
      if !isTemplate { tiers.confirm() }
      rows.append(
        Row(
          number, tiers: tiers, names, name: name, shown: shown,
          goal: goals.goal(ofRow: number), isNameSwallowed: isSwallowed,
          isIndicator: !isTemplate))
    }
    return rows
  }

  private func name(
    _ row: Int, _ column: BlockColumn, _ used: ColumnSet
  ) -> (Typed, isSwallowed: Bool) {
    switch grid.slot(row, column, used: used) {
    case .own(let typed): (typed, false)
    case .swallowed(_, let place): (Typed(.blank, at: place, isSwallowed: true), true)
    }
  }

  /// Whether a row whose name was wiped out is known by the names of its cells: it still has
  /// figures. One without any is an indicator that is missing.
  private func isNamed(
    _ row: Int, _ name: Typed, _ isSwallowed: Bool, _ columns: [BlockColumn], _ used: ColumnSet
  ) -> Bool {
    named[row] != nil && name.isBlank && !isSwallowed && !figures(in: row, columns, used).isEmpty
  }

  /// Whether a row bears the name of its tier and is an indicator nonetheless (满意度 under 满意度):
  /// it has figures of at least two kinds.
  private func isNamedAsTier(
    _ row: Int, _ name: Typed, _ columns: [BlockColumn], _ used: ColumnSet
  ) -> Bool {
    let label = Wording.label(name.shown)
    return !name.isBlank && !template.isLine(label)
      && figures(in: row, columns, used).count > 1
  }

  /// A header printed again on a later page, or over a second group of indicators.
  private func isRepeatedHeader(_ name: Typed) -> Bool {
    guard case .text(let text) = name.content else { return false }
    return lexicon.word(of: text).map { block.column(of: $0) == .name } ?? false
  }

  private func cells(
    of row: Row, _ columns: [BlockColumn], _ used: ColumnSet, _ indicators: [Int],
    into report: inout Report
  ) -> [(column: IndicatorColumn, typed: Typed)] {
    var cells: [(column: IndicatorColumn, typed: Typed)] = []
    cells.reserveCapacity(columns.count)
    for column in columns {
      if column.meaning == .name, !row.isNameSwallowed {
        cells.append((.name, row.name))
        continue
      }
      if let tier = row.tier(column.meaning) {
        cells.append((column.meaning, tier))
        continue
      }
      switch grid.slot(row.number, column, used: used) {
      case .own(let typed): cells.append((column.meaning, typed))
      case .swallowed(let merge, let place):
        if owner(of: merge, among: indicators) == row.number {
          cells.append((column.meaning, grid.typed(merge.first).moved(to: place)))
        } else {
          cells.append((column.meaning, Typed(.blank, at: place, isSwallowed: true)))
          report.remarks.append(swallowed(row, column.meaning, merge, place))
        }
      }
    }
    return cells
  }

  /// The first indicator of those a merge spans, the rows in ascending order: the value is taken to be its own. Lines that
  /// are no indicators may be merged with one without harm.
  private func owner(of merge: CellRange, among indicators: [Int]) -> Int? {
    let low = Ascending.firstIndex(indicators.count) { indicators[$0] >= merge.first.row }
    return low < indicators.count && indicators[low] <= merge.last.row ? indicators[low] : nil
  }

  private func swallowed(
    _ row: Row, _ column: IndicatorColumn, _ merge: CellRange, _ place: Place
  ) -> StructureRemark {
    let name = Wording.trimmed(row.name.shown)
    return StructureRemark(
      .s009, at: place, label: "\(name)·\(form.label(column, of: block.table))",
      found: "并入合并单元格\(merge)",
      expected: "单独的单元格", key: "\(column.rawValue)·\(Wording.key(name))")
  }

  /// What there is to say of a row with figures and no name: it is no indicator, and not
  /// passed over in silence either. `nil` for a row without figures.
  private func nameless(
    _ row: Row, _ columns: [BlockColumn], _ used: ColumnSet
  ) -> StructureRemark? {
    let figures = self.figures(in: row.number, columns, used)
    guard !figures.isEmpty else { return nil }
    let tiers = [row.tier1, row.tier2].filter { !$0.isEmpty }.joined(separator: "·")
    let key = "\(tiers)·\(figures.map { Wording.key($0) }.joined(separator: "·"))"
    let label = "\(tiers.isEmpty ? "" : tiers + "·")\(form.label(.name, of: block.table))"
    return StructureRemark(
      row.isNameSwallowed ? .s009 : .v001, at: row.name.place, label: label,
      found: row.name.shown.isEmpty ? "空白，本行填有\(figures.joined(separator: "、"))" : row.name.shown,
      expected: "指标名称", key: "name·" + key)
  }

  /// What a row states of target, actual and score, and of points other than 0; dashes are
  /// nothing.
  private func figures(
    in row: Int, _ columns: [BlockColumn], _ used: ColumnSet
  ) -> [String] {
    columns.compactMap { column -> String? in
      guard [.target, .actual, .score, .points, .completionRate].contains(column.meaning),
        case .own(let typed) = grid.slot(row, column, used: used)
      else { return nil }
      let shown = typed.shown
      guard shown.unicodeScalars.contains(where: { 0x31...0x39 ~= Wording.plainDigit($0) }) else {
        return nil
      }
      return form.label(column.meaning, of: block.table) + shown
    }
  }

  /// The column of the unit's own scores.
  private var claimColumn: IndicatorColumn {
    block.headers[.selfScore] == nil ? .score : .selfScore
  }

  private func readTotal(
    _ columns: [BlockColumn], _ used: ColumnSet, into report: inout Report
  ) {
    guard let row = block.totalRow else { return }
    let claim = claimColumn
    for column in columns {
      guard [.points, .score, claim].contains(column.meaning),
        case .own(let typed) = grid.slot(row, column, used: used)
      else { continue }
      if column.meaning == .points { report.totalPoints = typed }
      if column.meaning == claim { report.claimedTotal = typed }
      if column.meaning == .score, claim != .score { report.reviewedTotal = typed }
    }
  }
}

extension Wording {
  /// The value of a scalar with full-width digits made plain.
  fileprivate static func plainDigit(_ scalar: Unicode.Scalar) -> UInt32 {
    0xFF10...0xFF19 ~= scalar.value ? scalar.value - 0xFEE0 : scalar.value
  }
}
