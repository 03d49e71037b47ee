internal import Evaluation
internal import Workbooks

extension FormFinder {
  /// The forms that a sheet's header rows stand for, from the top and from the left.
  func forms(
    in scan: SheetScan, _ headers: [HeaderRow<IndicatorColumn>], after count: Int
  ) -> [FoundForm] {
    guard !headers.isEmpty, let used = scan.sheet.usedRange else { return [] }
    let funds = fundBlocks(in: scan)
    let tables = tableHeaders(in: scan, beside: headers)
    let bands = self.bands(headers, funds, scan)
    let merges = MergeMap(scan.sheet, rows: 1...used.last.row, ignoring: scan.ignored)
    let builder = FormBuilder(
      scan: scan, form: form, funds: funds, tables: tables, lastRow: used.last.row,
      merges: merges,
      // Readers leave nothing out.
      labels: scan.ignored.isEmpty
        ? SheetLabels(scan.labels, merges, of: 1...used.last.row) : scan.labels,
      fundsStandBelow: Self.standBelow(bands, funds.first?.top),
      tablesStandBelow: Self.standBelow(bands, tables.joined().map(\.top).min()))
    var forms: [FoundForm] = []
    var start = 1
    for (index, band) in bands.enumerated() {
      let next = index + 1 < bands.count ? bands[index + 1].first : nil
      let found = builder.forms(of: band, from: start, before: next, after: count + forms.count)
      forms += found
      start = (found.map(\.area.last.row).max() ?? start) + 1
      if forms.count + count >= Self.mostForms { break }
    }
    return forms
  }

  /// The header rows by row, those that only repeat the one above left out: a table printed
  /// over several pages, or one goal after another.
  private func bands(
    _ headers: [HeaderRow<IndicatorColumn>], _ funds: [HeaderRow<FundColumn>], _ scan: SheetScan
  ) -> [[HeaderRow<IndicatorColumn>]] {
    var bands: [[HeaderRow<IndicatorColumn>]] = []
    var previous: HeaderRow<IndicatorColumn>?
    for header in headers {
      defer { previous = header }
      if let previous, previous.top == header.top, !bands.isEmpty {
        bands[bands.count - 1].append(header)
      } else if let previous, previous.isRepeated(by: header),
        !separates(previous.bottom, header.top, funds, scan)
      {
        continue
      } else {
        bands.append([header])
      }
    }
    return bands
  }

  private func separates(
    _ first: Int, _ last: Int, _ funds: [HeaderRow<FundColumn>], _ scan: SheetScan
  ) -> Bool {
    guard last > first + 1 else { return false }
    let next = Ascending.firstIndex(funds.count) { funds[$0].top > first }
    if next < funds.count, funds[next].bottom < last { return true }
    return scan.hits(in: (first + 1)...(last - 1), columns: 1...CellReference.lastColumn)
      .contains { $0.word.identity == .projectName || $0.word.endsIndicators }
  }

  /// The header rows of further tables, each table's from the top. A row that heads indicators
  /// heads nothing else.
  private func tableHeaders(
    in scan: SheetScan, beside headers: [HeaderRow<IndicatorColumn>]
  ) -> [[HeaderRow<IndicatorColumn>]] {
    let taken = Set(headers.flatMap { [$0.top, $0.bottom] })
    return tableFinders.map { finder in
      finder.headers(in: scan).complete.filter { !taken.contains($0.top) }
    }
  }

  /// Whether a kind of block follows the indicators: its first stands below the first of them.
  private static func standBelow(_ bands: [[HeaderRow<IndicatorColumn>]], _ top: Int?) -> Bool {
    guard let first = bands.first?.first, let top else { return false }
    return top > first.bottom
  }
}

/// Measures out the forms of one sheet.
struct FormBuilder {
  let scan: SheetScan
  let form: FormWording
  let funds: [HeaderRow<FundColumn>]
  /// The header rows of further tables, in the scheme's order.
  let tables: [[HeaderRow<IndicatorColumn>]]
  let lastRow: Int
  let merges: MergeMap
  /// The labels of the sheet, as they are handed to the readers of its forms.
  let labels: SheetLabels
  let fundsStandBelow: Bool
  let tablesStandBelow: Bool

  /// A merge that reaches further beyond the labels than this is a mistake of the hand, and no
  /// part of the table.
  private static let widestMerge = 50

  /// The forms whose headers stand side by side in one row.
  func forms(
    of band: [HeaderRow<IndicatorColumn>], from start: Int,
    before next: HeaderRow<IndicatorColumn>?, after count: Int
  ) -> [FoundForm] {
    var left = 1
    return band.enumerated().compactMap { index, header in
      let isLast = index == band.count - 1
      let right = isLast ? CellReference.lastColumn : lastColumn(of: header)
      defer { left = right + 1 }
      return found(
        header, start: start, next: next, columns: left...max(left, right),
        number: count + index + 1)
    }
  }

  /// The last column of a header, with what its last cell is merged with: tables above it may
  /// reach as far.
  private func lastColumn(of header: HeaderRow<IndicatorColumn>) -> Int {
    let last = header.cells.places.filter { $0.column == header.columns.upperBound }
    return last.compactMap { merges.merge(containing: $0)?.last.column }.max()
      ?? header.columns.upperBound
  }

  private func found(
    _ header: HeaderRow<IndicatorColumn>, start: Int, next: HeaderRow<IndicatorColumn>?,
    columns: ClosedRange<Int>, number: Int
  ) -> FoundForm? {
    let fund = fundHeader(of: header, from: start, before: next, columns)
    let limit = max(header.bottom, limit(of: header, next, columns))
    let rows = IndicatorRows(
      scan: scan, header: header, layout: form.indicators, columns: columns,
      isTotal: \.endsIndicators)
    let (body, total) =
      limit > header.bottom ? rows.extent(of: (header.bottom + 1)...limit) : (nil, nil)
    let tables = tables(of: header, from: start, before: next, columns)
    let end = max(
      total ?? body?.upperBound ?? header.bottom, tables.map(\.end).max() ?? header.bottom)
    let areaEnd =
      next == nil
      ? max(lastRow, end)
      : fund.map {
        $0.top > end ? lastRow(before: next) : lastText(below: end, before: next, columns)
      }
    guard
      let table = table(header, fund, tables, rows: start...max(start, end), columns, end: end),
      let area = Self.range(start...max(start, areaEnd ?? end), columns)
    else { return nil }
    var form = FoundForm(
      sheet: scan.sheet.name, number: number, table: table, fundHeaderRow: fund?.bottom,
      indicatorHeaderRow: header.bottom, totalRow: total, indicatorHeaders: header.cells.byMeaning,
      fundHeaders: fund?.cells.byMeaning ?? [:], indicatorRows: body,
      area: area)
    form.tables = tables
    form.textRows = textRows(in: body, columns)
    form.labels = labels
    return form
  }

  private func textRows(in rows: ClosedRange<Int>?, _ columns: ClosedRange<Int>) -> Set<Int> {
    var found: Set<Int> = []
    guard let rows else { return found }
    for hit in scan.hits(in: rows, columns: columns) where hit.word.isText {
      found.insert(hit.place.row)
    }
    return found
  }

  /// The last row of texts below a form that another follows: what stands above the names of the
  /// next is its own (存在问题, 改进措施).
  private func lastText(
    below end: Int, before next: HeaderRow<IndicatorColumn>?, _ columns: ClosedRange<Int>
  ) -> Int {
    let last = lastRow(before: next)
    guard last > end else { return end }
    let hits = Array(scan.hits(in: (end + 1)...last, columns: columns))
    guard let first = hits.first(where: { $0.word.identity != nil })?.place.row else { return end }
    return hits.last { $0.word.isText && $0.place.row < first }?.place.row ?? end
  }

  func lastRow(before next: HeaderRow<IndicatorColumn>?) -> Int {
    next.map { max(1, $0.top - 1) } ?? lastRow
  }

  /// The last row that can belong to the indicators: before the labels of the next form, and
  /// before a fund block that follows.
  private func limit(
    of header: HeaderRow<IndicatorColumn>, _ next: HeaderRow<IndicatorColumn>?,
    _ columns: ClosedRange<Int>
  ) -> Int {
    let last = lastRow(before: next)
    guard last > header.bottom else { return last }
    let below = (header.bottom + 1)...last
    // Those of funds are from the top.
    var head = funds(in: below).first?.top
    for top in tables.joined().lazy.map(\.top) where below.contains(top) {
      head = min(head ?? top, top)
    }
    let name = scan.hits(in: below, columns: columns)
      .first { $0.word.identity == .projectName }?.place.row
    return [head, name].compactMap(\.self).min().map { $0 - 1 } ?? last
  }

  private func fundHeader(
    of header: HeaderRow<IndicatorColumn>, from start: Int,
    before next: HeaderRow<IndicatorColumn>?, _ columns: ClosedRange<Int>
  ) -> HeaderRow<FundColumn>? {
    let own = funds(in: start...max(start, lastRow(before: next))).filter { header in
      header.cells.places.allSatisfy { columns.contains($0.column) }
    }
    if fundsStandBelow {
      return own.first { $0.top > header.bottom && $0.top <= lastRow(before: next) }
    }
    return own.last { $0.bottom < header.top && $0.top >= start }
      ?? own.first { next == nil && $0.top > header.bottom }
  }

  /// The fund headers that begin in these rows, from the top.
  func funds(in rows: ClosedRange<Int>) -> ArraySlice<HeaderRow<FundColumn>> {
    let first = Ascending.firstIndex(funds.count) { funds[$0].top >= rows.lowerBound }
    let end = Ascending.firstIndex(funds.count) { funds[$0].top > rows.upperBound }
    return funds[first..<max(first, end)]
  }

  /// The rectangle around the labels and what is merged with them.
  private func table(
    _ header: HeaderRow<IndicatorColumn>, _ fund: HeaderRow<FundColumn>?, _ tables: [FoundTable],
    rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, end: Int
  ) -> CellRange? {
    var (first, left, right) = (header.top, Int.max, Int.min)
    func include(_ place: CellReference) {
      first = min(first, place.row)
      left = min(left, place.column)
      right = max(right, place.column)
    }
    for hit in scan.hits(in: rows, columns: columns)
    where hit.word.identity != nil || hit.word.isText || hit.word.fundRow != nil
      || hit.word.endsIndicators
    {
      include(hit.place)
    }
    header.cells.places.forEach(include)
    fund?.cells.places.forEach(include)
    for table in tables { table.headers.values.forEach(include) }
    if left > right { (left, right) = (columns.lowerBound, columns.upperBound) }
    for row in first...max(first, end) {
      merges.forEachMerge(inRow: row) { merge in
        guard columns.contains(merge.first.column),
          merge.last.column - right <= Self.widestMerge, merge.first.column <= right + 1
        else { return }
        left = min(left, merge.first.column)
        right = max(right, min(merge.last.column, columns.upperBound))
      }
    }
    return Self.range(first...max(first, end), left...max(left, right))
  }

  private static func range(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> CellRange? {
    guard let first = CellReference(row: rows.lowerBound, column: columns.lowerBound),
      let last = CellReference(row: rows.upperBound, column: columns.upperBound)
    else { return nil }
    return CellRange(first, last)
  }
}
