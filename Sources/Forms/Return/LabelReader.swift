internal import Evaluation
internal import Workbooks

/// Reads what stands beside the tables: labels with their values, and texts.
struct LabelReader {
  let lexicon: FormLexicon
  let found: FoundForm
  let grid: FormGrid

  /// What a label of the project's identity says, and how well it says it.
  private struct Claim {
    let typed: Typed
    let rank: Int
  }

  func read(into report: inout Report) {
    var claims: [FormLexicon.Identity: Claim] = [:]
    for row in grid.rows(in: found.area.first.row...found.area.last.row) {
      // Among the indicators stand texts at most (其他需要说明事项), never the project's identity.
      let isIndicators = found.indicatorRows?.contains(row) ?? false
      if found.tables.contains(where: { $0.contains(row) }) { continue }
      if isIndicators, let rows = found.textRows, !rows.contains(row) { continue }
      for (place, text) in grid.texts(inRow: row) {
        if report.year == nil, claims[.projectName] == nil { report.year = Self.year(in: text) }
        if let word = lexicon.word(of: text) {
          if isIndicators, word.identity != nil { continue }
          if word.isGoal, let goal = self.text(of: place) {
            report.goalTexts.append(goal)
          }
          take(word, text, place, &claims, &report)
          if word.isReasons, report.reasons?.isBlank ?? true {
            report.reasons = self.text(of: place) ?? value(rightOf: place)
          }
        } else if !isIndicators {
          takeInline(text, place, &claims)
        }
      }
    }
    report.projectName = claims[.projectName]?.typed
    report.unit = claims[.unit]?.typed
    report.department = claims[.department]?.typed
    report.projectCode = claims[.projectCode]?.typed
  }

  /// The year of a title or the line below it: 2023年度, （2023 年度）.
  private static func year(in text: String) -> Int? {
    guard text.utf8.count <= 200, Wording.holds(text, "年") else { return nil }
    let scalars = Array(Wording.withoutSpaces(Wording.plain(text)).unicodeScalars)
    guard
      let sign = scalars.indices.dropLast().first(where: { index in
        scalars[index] == "年" && scalars[index + 1] == "度"
      }), sign >= 4
    else { return nil }
    let digits = String(String.UnicodeScalarView(scalars[(sign - 4)..<sign]))
    guard let year = Int(digits), (2001...2099).contains(year) else { return nil }
    return year
  }

  private func take(
    _ word: FormLexicon.Word, _ label: String, _ place: CellReference,
    _ claims: inout [FormLexicon.Identity: Claim], _ report: inout Report
  ) {
    if let identity = word.identity {
      Self.add(Claim(typed: value(rightOf: place), rank: word.rank), identity, to: &claims)
    } else if word.isText, word.fundRow == nil, let text = text(of: place) {
      report.texts.append(text)
      report.textLabels[text.place] = Wording.trimmed(label)
    }
  }

  /// A label further up the scheme's list counts for more, of equals the first; a blank yields
  /// to anything.
  private static func add(
    _ claim: Claim, _ identity: FormLexicon.Identity,
    to claims: inout [FormLexicon.Identity: Claim]
  ) {
    guard let other = claims[identity] else {
      claims[identity] = claim
      return
    }
    let isBetter =
      claim.typed.isBlank == other.typed.isBlank
      ? claim.rank < other.rank : other.typed.isBlank
    if isBetter { claims[identity] = claim }
  }

  /// A label and its value in one cell (`部门：青禾县教育局`).
  private func takeInline(
    _ text: String, _ place: CellReference, _ claims: inout [FormLexicon.Identity: Claim]
  ) {
    let scalars = text.unicodeScalars
    guard text.utf8.count <= 600, Self.mayHaveColon(text.utf8.span),
      let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" })
    else { return }
    let label = String(text[..<colon])
    guard let word = lexicon.word(of: label), let identity = word.identity else { return }
    let rest = Wording.trimmed(String(text[scalars.index(after: colon)...]))
    guard !rest.isEmpty else { return }
    let typed = Typed(.text(rest), at: grid.place(place))
    Self.add(Claim(typed: typed, rank: word.rank), identity, to: &claims)
  }

  /// Whether a text has a colon, or the last byte of a full-width one.
  private static func mayHaveColon(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices where bytes[at] == 0x3A || bytes[at] == 0x9A { return true }
    return false
  }

  /// The next cell to the right that is neither blank nor a label; blank where there is none.
  private func value(rightOf label: CellReference) -> Typed {
    let end = grid.merges.merge(containing: label)?.last.column ?? label.column
    let right = CellReference(row: label.row, column: end + 1) ?? label
    let columns = min(end + 1, grid.columns.upperBound)...grid.columns.upperBound
    for cell in grid.sheet.cells(inRow: label.row, columns: columns)
    where cell.reference.column > end && cell.reference.column >= grid.columns.lowerBound {
      if isLabel(cell) { break }
      let typed = grid.typed(cell.reference)
      if !typed.isBlank { return typed }
    }
    // A table may be narrower than what stands above it: then there is no other place for the value.
    if end == grid.columns.upperBound, let cell = grid.sheet.cell(right), !isLabel(cell) {
      return grid.typed(right)
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
    guard own.first.row == own.last.row,
      let place = CellReference(row: own.last.row + 1, column: label.column),
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
