internal import Evaluation
internal import Workbooks

/// Tells where the rows of indicators under a header end.
struct IndicatorRows {
  let scan: SheetScan
  let header: HeaderRow<IndicatorColumn>
  let layout: IndicatorLayout
  /// The columns of the form, where others stand beside it.
  let columns: ClosedRange<Int>

  /// The rows of indicators and the total row among these rows.
  func extent(of rows: ClosedRange<Int>) -> (rows: ClosedRange<Int>?, total: Int?) {
    let totals = totalRows(in: rows)
    let total = totals.first { row in
      !totals.contains { $0 > row && hasIndicators(between: row, and: $0) }
    }
    let end = rows.first { row in
      row < total ?? .max && isEnd(row)
        && !(total.map { hasIndicators(between: row, and: $0) } ?? false)
    }
    guard let stop = [end, total].compactMap({ $0 }).min() else {
      return (withoutTail(rows), nil)
    }
    return (stop > rows.lowerBound ? rows.lowerBound...(stop - 1) : nil, total)
  }

  private func totalRows(in rows: ClosedRange<Int>) -> [Int] {
    let lastLabel = header.cells[.name]?.column ?? header.columns.lowerBound
    let left = columns.lowerBound...max(columns.lowerBound, lastLabel)
    return scan.hits(in: rows, columns: left).filter(\.word.endsIndicators).map(\.place.row)
  }

  /// Whether an indicator stands between two rows, so that the first cannot be the end.
  private func hasIndicators(between first: Int, and last: Int) -> Bool {
    guard last > first + 1 else { return false }
    return ((first + 1)...(last - 1)).contains(where: holdsIndicator)
  }

  private func holdsIndicator(_ row: Int) -> Bool {
    holds(.name, row) && (holds(.target, row) || holds(.actual, row))
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
  private func isEnd(_ row: Int) -> Bool {
    let first = header.columns.lowerBound
    for column in max(columns.lowerBound, first - 3)...max(columns.lowerBound, first) {
      guard let place = CellReference(row: row, column: column),
        let cell = scan.sheet.cell(place), case .text(let text) = cell.value
      else { continue }
      return isEnd(text)
    }
    return false
  }

  private func isEnd(_ text: String) -> Bool {
    let head = Wording.key(String(String.UnicodeScalarView(text.unicodeScalars.prefix(24))))
    return layout.end.contains { word in
      let word = Wording.key(word)
      guard !word.isEmpty, head.hasPrefix(word) else { return false }
      let next = head.unicodeScalars.dropFirst(word.unicodeScalars.count).first
      return next.map { !$0.properties.isIdeographic } ?? true
    }
  }
}
