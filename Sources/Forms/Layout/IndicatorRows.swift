internal import Evaluation
internal import Workbooks

/// Tells where the rows of indicators under a header end.
struct IndicatorRows {
  let scan: SheetScan
  let header: HeaderRow<IndicatorColumn>
  let layout: IndicatorLayout
  /// The columns of the form, where others stand beside it.
  let columns: ClosedRange<Int>
  /// Whether a label names the total row.
  let isTotal: (FormLexicon.Word) -> Bool

  /// The rows of indicators and the total row among these rows.
  func extent(of rows: ClosedRange<Int>) -> (rows: ClosedRange<Int>?, total: Int?) {
    let totals = totalRows(in: rows)
    // A total above the last indicator before another total is a subtotal.
    let lastIndicator = totals.last.flatMap { last in
      (rows.lowerBound..<last).last(where: holdsIndicator)
    }
    let total = totals.first { $0 > lastIndicator ?? 0 }
    let tail = (lastIndicator.map { $0 + 1 } ?? rows.lowerBound)..<(total ?? rows.upperBound + 1)
    let end = tail.first(where: isEnd(row:))
    guard let stop = [end, total].compactMap({ $0 }).min() else {
      return (withoutTail(rows), nil)
    }
    return (stop > rows.lowerBound ? rows.lowerBound...(stop - 1) : nil, total)
  }

  private func totalRows(in rows: ClosedRange<Int>) -> [Int] {
    let lastLabel = header.cells[.name]?.column ?? header.columns.lowerBound
    let left = columns.lowerBound...max(columns.lowerBound, lastLabel)
    return scan.hits(in: rows, columns: left).filter { isTotal($0.word) }.map(\.place.row)
  }

  private func holdsIndicator(_ row: Int) -> Bool {
    // A judged form has scores and neither targets nor actuals.
    let isJudged = header.cells[.target] == nil && header.cells[.actual] == nil
    let figures: [IndicatorColumn] = isJudged ? [.score] : [.target, .actual]
    return holds(.name, row) && figures.contains { holds($0, row) }
  }

  private func holds(_ column: IndicatorColumn, _ row: Int) -> Bool {
    guard let column = header.cells[column]?.column,
      let place = CellReference(row: row, column: column), let cell = scan.sheet.cell(place)
    else { return false }
    if case .text(let text) = cell.value { return !Wording.trimmed(text).isEmpty }
    return cell.value != .blank || cell.formula != nil
  }

  /// The rows up to the last that holds an indicator, and names right below it.
  private func withoutTail(_ rows: ClosedRange<Int>) -> ClosedRange<Int>? {
    guard var last = rows.last(where: holdsIndicator) else { return nil }
    while last < rows.upperBound, holds(.name, last + 1) { last += 1 }
    return rows.lowerBound...last
  }

  /// Whether the row begins with a word that ends the block: alone, or before a colon or number
  /// (注：1.…), so that a name such as 注册人数 does not.
  private func isEnd(row: Int) -> Bool {
    let first = header.columns.lowerBound
    for column in max(columns.lowerBound, first - 3)...max(columns.lowerBound, first) {
      guard let place = CellReference(row: row, column: column),
        let cell = scan.sheet.cell(place), case .text(let text) = cell.value
      else { continue }
      return isEnd(text: text)
    }
    return false
  }

  private func isEnd(text: String) -> Bool {
    let head = Wording.key(String(String.UnicodeScalarView(text.unicodeScalars.prefix(24))))
    return layout.end.contains { word in
      let word = Wording.key(word)
      guard !word.isEmpty, head.hasPrefix(word) else { return false }
      let next = head.unicodeScalars.dropFirst(word.unicodeScalars.count).first
      return next.map { !$0.properties.isIdeographic } ?? true
    }
  }
}
