internal import Evaluation
internal import Figures
internal import Workbooks

/// Compares a form that was found on a sheet with what its scheme prints.
struct FormComparison {
  let scan: CommonLabels.Scan
  let labels: CommonLabels
  /// The place of the scheme among those that come into question.
  let scheme: Int
  let form: FormWording
  let printed: PrintedForm
  let found: FoundForm

  /// What a difference weighs. A column is part of the table's build; which of several words heads
  /// it, a unit may have changed.
  private enum Weight {
    static let column = 6
    static let added = 4
    static let unknown = 4
    static let points = 6
    static let tier = 6
    static let word = 2
    static let synonym = 1
    static let note = 1
  }

  /// What the comparison comes to.
  func likeness() -> Likeness {
    var likeness = Likeness()
    compareColumns(form.indicators.columns, found.indicatorHeaders, &likeness)
    compareColumns(form.funds?.columns ?? [], found.fundHeaders, &likeness)
    for table in form.tables {
      let own = found.tables.first { $0.id == table.id }
      compareColumns(table.layout.columns, own?.headers ?? [:], &likeness)
    }
    compareUnknown(&likeness)
    compareWords(&likeness)
    compareTiers(&likeness)
    compareExecution(&likeness)
    compareTitle(&likeness)
    compareTexts(&likeness)
    return likeness
  }

  // MARK: Columns

  private func compareColumns<Meaning: Hashable>(
    _ columns: [Column<Meaning>], _ headers: [Meaning: CellReference], _ likeness: inout Likeness
  ) {
    for column in columns {
      guard let own = column.labels.first else { continue }
      let cell = headers[column.meaning]
      guard column.isPrinted else {
        if cell != nil { likeness.compare("多出“\(own)”栏", false, Weight.added) }
        continue
      }
      likeness.compare("没有“\(own)”栏", cell != nil, Weight.column)
      guard let cell else { continue }
      let written = scan.words[cell].map { labels.lexicon.words[$0].label }
      likeness.compare("栏名不是“\(own)”", written == Wording.label(own), Weight.synonym)
    }
  }

  /// Texts in the rows of headers that head no column of the scheme.
  private func compareUnknown(_ likeness: inout Likeness) {
    let headers =
      Array(found.indicatorHeaders.values) + Array(found.fundHeaders.values)
      + found.tables.flatMap(\.headers.values)
    let known = Set(headers)
    for row in Set(headers.map(\.row)).sorted() {
      let left = headers.filter { $0.row == row }.map(\.column).min() ?? 1
      for cell in scan.sheet.cells(inRow: row)
      where cell.reference.column >= left && !known.contains(cell.reference)
        && !scan.ignored.contains(where: { $0.contains(cell.reference) })
      {
        guard case .text(let text) = cell.value else { continue }
        let shown = Wording.trimmed(text)
        guard !shown.isEmpty, labels.lexicon.word(of: text)?.isCarried != true else { continue }
        likeness.compare("不认识的“\(shown.prefix(20))”栏", false, Weight.unknown)
      }
    }
  }

  // MARK: Words

  private func compareWords(_ likeness: inout Likeness) {
    for word in printed.words {
      if scan.present.contains(word.label) {
        likeness.compare("", true, Weight.word)
      } else {
        let isOther = !word.others.isDisjoint(with: scan.present)
        likeness.compare(
          "没有“\(word.label)”", false, isOther ? Weight.synonym : Weight.word)
      }
    }
    var foreign: Set<Int> = []
    for (place, word) in scan.labels
    where found.table.contains(place) && !labels.knows(word, scheme) { foreign.insert(word) }
    for word in foreign.sorted() {
      let label = labels.lexicon.words[word].label
      guard !isPrinted(label) else { continue }
      likeness.compare("多出“\(label)”", false, Weight.word)
    }
  }

  /// Whether the scheme has a label that returns are not read by.
  private func isPrinted(_ label: String) -> Bool {
    label == Wording.label(form.blank.fundSources)
      || printed.words.contains { $0.label == label } || label == printed.title
      || printed.tiers.contains { $0.labels.contains(label) }
  }

  // MARK: Points

  /// The first tiers with what they have in points.
  private func compareTiers(_ likeness: inout Likeness) {
    let tiers = FoundTiers(found, on: scan.sheet)
    guard !tiers.all.isEmpty else { return }
    for tier in tiers.all {
      guard let own = printed.tiers.first(where: { $0.labels.contains(tier.label) }) else {
        likeness.compare("多出一级指标“\(tier.label)”", false, Weight.tier)
        continue
      }
      likeness.compare("", true, Weight.tier)
      guard let due = own.points, let points = tier.points else { continue }
      likeness.compare(
        "“\(own.name)”是\(points)分，不是\(due)分", points == due, Weight.points)
    }
    for own in printed.tiers where !tiers.all.contains(where: { own.labels.contains($0.label) }) {
      likeness.compare("没有一级指标“\(own.name)”", false, Weight.tier)
    }
  }

  private func compareExecution(_ likeness: inout Likeness) {
    guard let due = printed.executionPoints, let header = found.fundHeaders[.points] else { return }
    let last = found.indicatorHeaderRow > header.row ? found.indicatorHeaderRow : header.row + 8
    let points = (header.row + 1..<max(header.row + 2, last)).lazy
      .compactMap { CellReference(row: $0, column: header.column) }
      .compactMap { scan.sheet.cell($0).flatMap(FoundTiers.figure) }.first
    guard let points else { return }
    likeness.compare("预算执行率是\(points)分，不是\(due)分", points == due, Weight.points)
  }

  // MARK: Title and texts

  private func compareTitle(_ likeness: inout Likeness) {
    likeness.compare(
      "标题不是“\(printed.title)”", scan.present.contains(printed.title) || holdsTitle, Weight.word)
    let name = Wording.key(scan.sheet.name)
    let isNamed = printed.sheetNames.contains { Wording.holds(name, $0) }
    likeness.compare("工作表名不含“\(printed.sheetNames.first ?? "")”", isNamed, Weight.synonym)
  }

  /// Whether a text above the table's header holds the title (2023年度项目支出绩效自评表).
  private var holdsTitle: Bool {
    let first = scan.sheet.rows.first ?? 1
    return texts(first...max(first, found.indicatorHeaderRow)).contains { text in
      text.utf8.count < 240 && Wording.holds(Wording.label(text), printed.title)
    }
  }

  /// Rows and notes that the form prints. Who leaves notes out has no other form for that.
  private func compareTexts(_ likeness: inout Likeness) {
    let last = scan.sheet.rows.last ?? 1
    if !printed.items.isEmpty {
      let texts = Set(
        texts(found.indicatorHeaderRow...max(found.indicatorHeaderRow, last))
          .map { Wording.label($0) })
      for item in printed.items.sorted() {
        likeness.compare("没有“\(item)”一行", texts.contains(item), Weight.note)
      }
    }
    guard !printed.notes.isEmpty, last > found.indicatorHeaderRow else { return }
    let below = found.totalRow ?? found.indicatorRows?.upperBound ?? found.indicatorHeaderRow
    for text in texts(below...max(below, last)) {
      let key = Wording.key(text)
      if printed.notes.contains(where: { Wording.holds(key, $0) }) {
        likeness.favour(Weight.note)
      }
    }
  }

  private func texts(_ rows: ClosedRange<Int>) -> [String] {
    scan.sheet.rows.filter(rows.contains).flatMap { row in
      scan.sheet.cells(inRow: row).compactMap { cell in
        if case .text(let text) = cell.value { text } else { nil }
      }
    }
  }
}
