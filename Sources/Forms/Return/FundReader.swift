internal import Evaluation
internal import Workbooks

/// Reads the rows of the fund block.
final class FundReader {
  private let words: FormWords
  let found: FoundForm
  let grid: FormGrid

  init(_ words: FormWords, found: FoundForm, grid: FormGrid) {
    (self.words, self.found, self.grid) = (words, found, grid)
  }

  private var form: FormWording { words.form }
  private var lexicon: FormLexicon { words.lexicon }

  /// A row whose label was read and whose amounts were not yet.
  private struct Row {
    let number: Int
    let label: RowLabel
    let place: CellReference
    let known: FundLine.Role?
  }

  func read(into report: inout Report) {
    report.fundColumns = found.fundHeaders.mapValues { grid.place($0) }
    report.moneyUnit = moneyUnit()
    guard let header = found.fundHeaderRow else { return }
    let columns = grid.blockColumns(found.fundHeaders)
    let rows = self.rows(below: header, columns)
    let roles = self.roles(of: rows)
    let used = ColumnSet(columns.lazy.map(\.column))
    let numbers = rows.map(\.number)
    for (row, role) in zip(rows, roles) {
      if row.known == nil, role != .part, form.funds?.hasOwnSources != true {
        report.remarks.append(unknown(row))
      }
      let cells = cells(of: row, columns, used, numbers, into: &report)
      report.funds.append(
        FundLine(
          role: role, label: row.label.shown, place: grid.place(row.place), columns: cells))
    }
  }

  /// The rows below the header down to the next label of another kind.
  private func rows(below header: Int, _ columns: [FormGrid.Column<FundColumn>]) -> [Row] {
    var rows: [Row] = []
    let last = found.area.last.row
    let amounts = columns.filter { FundColumn.amounts.contains($0.meaning) }
    guard let firstColumn = columns.first?.column else { return [] }
    for number in grid.rows(in: header...max(header, last)) where number > header {
      if found.indicatorRows?.contains(number) ?? false { break }
      if found.tables.contains(where: { $0.contains(number) }) { break }
      let cells = grid.cells(inRow: number)
      if number == found.indicatorHeaderRow || endsBlock(cells, before: firstColumn) { break }
      guard let row = row(number, cells, before: firstColumn) else { continue }
      if row.known != nil || holdsAmount(number, amounts) {
        rows.append(row)
      } else if !isUnderHeader(number), !isSecondHeader(number, cells, header, firstColumn),
        cells.contains(where: { isText($0, from: firstColumn) })
      {
        break
      }
    }
    return rows
  }

  /// The label is the one that the scheme knows, else the one next to the amounts.
  private func row(_ number: Int, _ cells: [Cell], before column: Int) -> Row? {
    var row: Row?
    for cell in cells where cell.reference.column < column {
      guard case .text(let text) = cell.value else { continue }
      let label = RowLabel(text)
      let role = lexicon.word(of: label.shown)?.fundRow ?? (isTotal(label.label) ? .total : nil)
      if role != nil || row == nil && !isSide(cell) || row?.known == nil && !hasOwnNames {
        row = Row(number: number, label: label, place: cell.reference, known: role)
      }
    }
    guard row == nil, let place = CellReference(row: number, column: max(1, column - 1)) else {
      return row
    }
    return Row(number: number, label: RowLabel(""), place: place, known: nil)
  }

  /// Whether rows have names of the unit's own: the first text of a row is its name, and what
  /// follows says more of it (任务名称, 完成情况).
  private var hasOwnNames: Bool { form.funds?.hasOwnSources == true }

  /// Whether a text is a heading beside several rows of a form with names of the unit's own.
  private func isSide(_ cell: Cell) -> Bool {
    guard hasOwnNames, let merge = grid.merges.merge(containing: cell.reference) else {
      return false
    }
    return merge.last.row > merge.first.row
  }

  /// The total keeps its role under a longer name (年度财政资金总额); a source under a name that
  /// is no synonym is one of its own.
  private func isTotal(_ label: String) -> Bool {
    let words = lexicon.words.filter { $0.fundRow == .total && $0.label.unicodeScalars.count > 2 }
    return words.contains { label.hasSuffix($0.label) }
  }

  private func endsBlock(_ cells: [Cell], before column: Int) -> Bool {
    guard let first = cells.first, first.reference.column < column,
      case .text(let text) = first.value, let word = grid.word(of: text, at: first.reference)
    else { return false }
    return word.fundRow == nil
      && (word.isText || word.identity != nil || word.indicator != nil)
  }

  /// Whether a header reaches down to a row: 总额 and 其中：财政拨款 stand there under 预算数.
  private func isUnderHeader(_ row: Int) -> Bool {
    found.fundHeaders.values.contains { header in
      grid.merges.merge(containing: header).map { $0.last.row >= row } ?? false
    }
  }

  /// Whether a row is a second one of headers without merges: it follows the first, and nothing
  /// stands left of its amounts.
  private func isSecondHeader(_ row: Int, _ cells: [Cell], _ header: Int, _ first: Int) -> Bool {
    row == header + 1 && cells.allSatisfy { $0.reference.column >= first || $0.value == .blank }
  }

  private func isText(_ cell: Cell, from column: Int) -> Bool {
    guard cell.reference.column >= column, case .text(let text) = cell.value else { return false }
    return text.unicodeScalars.count > 2
  }

  private func holdsAmount(_ row: Int, _ columns: [FormGrid.Column<FundColumn>]) -> Bool {
    columns.contains { column in
      guard let place = CellReference(row: row, column: column.column) else { return false }
      return switch grid.typed(place).content {
      case .blank, .boolean: false
      case .number, .date, .error, .unevaluatedFormula: true
      case .text(let text): Self.beginsAsAmount(text)
      }
    }
  }

  private static func beginsAsAmount(_ text: String) -> Bool {
    let plain = Wording.plain(Wording.trimmed(text)).unicodeScalars
    let head = plain.drop { "-+¥￥(".unicodeScalars.contains($0) }.first
    return head.map { 0x30...0x39 ~= $0.value } ?? false
  }

  /// A row that the scheme does not know is a part where it begins with 其中 below a source,
  /// else a source of its own name: its money is not lost.
  private func roles(of rows: [Row]) -> [FundLine.Role] {
    var roles: [FundLine.Role] = []
    for row in rows {
      if let known = row.known {
        roles.append(row.label.isOfWhich && roles.contains(known) ? .part : known)
      } else {
        let followsSource = roles.last.map { $0 != .total } ?? false
        roles.append(row.label.isOfWhich && followsSource ? .part : .source(row.label.shown))
      }
    }
    return roles
  }

  private func unknown(_ row: Row) -> StructureRemark {
    let known = (form.funds?.sources ?? []).compactMap(\.labels.first)
    return StructureRemark(
      .s005, at: grid.place(row.place), label: "资金来源", found: row.label.shown,
      expected: known.joined(separator: "、"), key: "fund." + row.label.label)
  }

  private func cells(
    of row: Row, _ columns: [FormGrid.Column<FundColumn>], _ used: ColumnSet, _ rows: [Int],
    into report: inout Report
  ) -> [(column: FundColumn, typed: Typed)] {
    var cells: [(column: FundColumn, typed: Typed)] = []
    cells.reserveCapacity(columns.count)
    for column in columns {
      switch grid.slot(row.number, column, used: used) {
      case .own(let typed): cells.append((column.meaning, typed))
      case .swallowed(let merge, let place):
        let isLost =
          merge.first.row > (found.fundHeaderRow ?? 0)
          && Ascending.contains(rows, merge.first.row)
        let typed =
          isLost
          ? Typed(.blank, at: place, isSwallowed: true)
          : grid.typed(merge.first).moved(to: place)
        cells.append((column.meaning, typed))
        if isLost, FundColumn.amounts.contains(column.meaning) {
          report.remarks.append(swallowed(row, column.meaning, merge, place))
        }
      }
    }
    return cells
  }

  private func swallowed(
    _ row: Row, _ column: FundColumn, _ merge: CellRange, _ place: Place
  ) -> StructureRemark {
    StructureRemark(
      .s009, at: place, label: "\(row.label.shown)·\(form.label(column))",
      found: "并入合并单元格\(merge)", expected: "单独的单元格",
      key: "\(column.rawValue)·\(row.label.label)")
  }

  /// The unit in brackets in the row of the header or above it: 项目资金（元）, 单位：万元.
  private func moneyUnit() -> Typed? {
    let last = found.fundHeaderRow ?? found.indicatorHeaderRow
    let first = found.area.first.row
    for row in grid.rows(in: first...max(first, last)).reversed() {
      for (place, text) in grid.texts(inRow: row) {
        guard let unit = Self.moneyUnit(in: text) else { continue }
        return Typed(.text(unit), at: grid.place(place))
      }
    }
    return nil
  }

  private static func moneyUnit(in text: String) -> String? {
    guard text.utf8.count <= 120, Wording.holds(text, "元") else { return nil }
    let key = Wording.key(text)
    return moneyUnits.first { unit in
      Wording.holds(key, unit.inBrackets) || key.hasSuffix(unit.named)
        || Wording.holds(key, unit.namedInBrackets)
    }?.name
  }

  /// Units of money, with the ways in which a form states them.
  private static let moneyUnits = ["亿元", "百万元", "万元", "千元", "元"].map { unit in
    (
      name: unit, inBrackets: "(\(unit))", named: "单位:\(unit)",
      namedInBrackets: "单位:\(unit))"
    )
  }
}
