internal import Evaluation
internal import Workbooks

/// Reads what stands beside the tables: labels with their values, and texts.
struct LabelReader {
  let lexicon: FormLexicon
  let found: FoundForm
  let grid: FormGrid

  func read(into report: inout Report) {
    let first = found.area.first.row
    let last = found.area.last.row
    for row in grid.sheet.rows where first <= row && row <= last {
      if found.indicatorRows?.contains(row) ?? false { continue }
      for cell in grid.cells(inRow: row) {
        guard case .text(let text) = cell.value else { continue }
        if let word = lexicon.word(of: text) {
          take(word, cell.reference, into: &report)
        } else {
          takeInline(text, cell.reference, into: &report)
        }
      }
    }
  }

  private func take(
    _ word: FormLexicon.Word, _ place: CellReference, into report: inout Report
  ) {
    if let identity = word.identity {
      Self.set(identity, value(rightOf: place), into: &report)
    } else if word.isText, word.fundRow == nil, let text = text(of: place) {
      report.texts.append(text)
    }
  }

  /// The first value of a label counts; a later one only where the first was blank.
  private static func set(
    _ identity: FormLexicon.Identity, _ typed: Typed, into report: inout Report
  ) {
    let field: WritableKeyPath<Report, Typed?> =
      switch identity {
      case .projectName: \.projectName
      case .unit: \.unit
      case .department: \.department
      case .projectCode: \.projectCode
      }
    if report[keyPath: field]?.isBlank ?? true { report[keyPath: field] = typed }
  }

  /// A label and its value in one cell (`部门：青禾县教育局`), and the unit of money.
  private func takeInline(_ text: String, _ place: CellReference, into report: inout Report) {
    let scalars = text.unicodeScalars
    guard text.utf8.count <= 600,
      let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" })
    else { return }
    let label = String(String.UnicodeScalarView(scalars[..<colon]))
    let rest = Wording.trimmed(
      String(String.UnicodeScalarView(scalars[scalars.index(after: colon)...])))
    guard let identity = lexicon.word(of: label)?.identity, !rest.isEmpty else { return }
    Self.set(identity, Typed(.text(rest), at: grid.place(place)), into: &report)
  }

  /// The next cell to the right that is neither blank nor a label; blank where there is none.
  private func value(rightOf label: CellReference) -> Typed {
    let end = grid.merges.merge(containing: label)?.last.column ?? label.column
    let right = CellReference(row: label.row, column: end + 1) ?? label
    for cell in grid.cells(inRow: label.row) where cell.reference.column > end {
      if isLabel(cell) { break }
      let typed = grid.typed(cell.reference)
      if !typed.isBlank { return typed }
    }
    return Typed(.blank, at: grid.place(right))
  }

  /// A text stands to the right of its label, or below where the label heads a merged column.
  private func text(of label: CellReference) -> Typed? {
    let own = grid.merges.merge(containing: label) ?? CellRange(label, label)
    let isHeading = own.first.column < own.last.column
    let below = self.below(label, own)
    if isHeading, let below { return below }
    let right = value(rightOf: label)
    return right.isBlank ? below : right
  }

  private func below(_ label: CellReference, _ own: CellRange) -> Typed? {
    guard let place = CellReference(row: own.last.row + 1, column: label.column),
      let cell = grid.sheet.cell(place), !isLabel(cell), isAsWide(place, as: own)
    else { return nil }
    let typed = grid.typed(place)
    return typed.isBlank ? nil : typed
  }

  private func isAsWide(_ place: CellReference, as label: CellRange) -> Bool {
    let merge = grid.merges.merge(containing: place) ?? CellRange(place, place)
    return merge.first.column == label.first.column && merge.last.column == label.last.column
  }

  private func isLabel(_ cell: Cell) -> Bool {
    guard case .text(let text) = cell.value, let word = lexicon.word(of: text) else {
      return false
    }
    return word.identity != nil || word.isText || word.indicator != nil || word.fund != nil
  }
}
