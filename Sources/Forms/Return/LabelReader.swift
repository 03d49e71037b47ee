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

  private struct Claims {
    var projectName: Claim?
    var unit: Claim?
    var department: Claim?
    var projectCode: Claim?

    /// A label further up the scheme's list counts for more, of equals the first; a blank yields
    /// to anything.
    mutating func add(_ claim: Claim, _ identity: FormLexicon.Identity) {
      switch identity {
      case .projectName: Self.add(claim, to: &projectName)
      case .unit: Self.add(claim, to: &unit)
      case .department: Self.add(claim, to: &department)
      case .projectCode: Self.add(claim, to: &projectCode)
      }
    }

    private static func add(_ claim: Claim, to standing: inout Claim?) {
      guard let other = standing else {
        standing = claim
        return
      }
      let isBetter =
        claim.typed.isBlank == other.typed.isBlank
        ? claim.rank < other.rank : other.typed.isBlank
      if isBetter { standing = claim }
    }
  }

  func read(into report: inout Report) {
    var claims = Claims()
    for row in grid.rows(in: found.area.first.row...found.area.last.row) {
      // Among the indicators stand texts at most (其他需要说明事项), never the project's identity.
      let isIndicators = found.indicatorRows?.contains(row) ?? false
      if found.tables.contains(where: { $0.contains(row) }) { continue }
      if isIndicators, let rows = found.textRows, !rows.contains(row) { continue }
      grid.sheet.forEachText(inRow: row, columns: grid.columns) { place, text in
        take(text, place, isIndicators: isIndicators, &claims, &report)
      }
    }
    report.projectName = claims.projectName?.typed
    report.unit = claims.unit?.typed
    report.department = claims.department?.typed
    report.projectCode = claims.projectCode?.typed
  }

  private func take(
    _ text: String, _ place: CellReference, isIndicators: Bool, _ claims: inout Claims,
    _ report: inout Report
  ) {
    if report.year == nil, claims.projectName == nil { report.year = Self.year(in: text) }
    guard let word = grid.word(of: text, at: place) else {
      if !isIndicators { takeInline(text, place, &claims) }
      return
    }
    if isIndicators, word.identity != nil { return }
    if word.isGoal, let goal = self.text(of: place) { report.goalTexts.append(goal) }
    take(word, text, place, &claims, &report)
    if word.isReasons, report.reasons?.isBlank ?? true {
      report.reasons = self.text(of: place) ?? value(rightOf: place)
    }
  }

  /// The year of a title or the line below it: 2023年度, （2023 年度）.
  private static func year(in text: String) -> Int? {
    guard text.utf8.count <= 200, Wording.holds(text, "年") else { return nil }
    return year(in: Wording.withoutSpaces(Wording.plain(text)).utf8.span)
  }

  /// The four digits before the first 年度.
  private static func year(in bytes: Span<UInt8>) -> Int? {
    var at = 0
    while at + 6 <= bytes.count, !isYear(bytes, at) { at += 1 }
    guard at >= 4, at + 6 <= bytes.count else { return nil }
    var year = 0
    for index in (at - 4)..<at {
      guard 0x30...0x39 ~= bytes[index] else { return nil }
      year = year * 10 + Int(bytes[index] - 0x30)
    }
    return (2001...2099).contains(year) ? year : nil
  }

  /// Whether these are the bytes of 年度.
  private static func isYear(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xE5 && bytes[at + 1] == 0xB9 && bytes[at + 2] == 0xB4
      && bytes[at + 3] == 0xE5 && bytes[at + 4] == 0xBA && bytes[at + 5] == 0xA6
  }

  private func take(
    _ word: FormLexicon.Word, _ label: String, _ place: CellReference,
    _ claims: inout Claims, _ report: inout Report
  ) {
    if let identity = word.identity {
      claims.add(Claim(typed: value(rightOf: place), rank: word.rank), identity)
    } else if word.isText, word.fundRow == nil, let text = text(of: place) {
      report.texts.append(text)
      report.textLabels[text.place] = Wording.trimmed(label)
    }
  }

  /// A label and its value in one cell (`部门：青禾县教育局`).
  private func takeInline(_ text: String, _ place: CellReference, _ claims: inout Claims) {
    guard text.utf8.count <= 600, let colon = Self.colon(in: text.utf8.span) else { return }
    let label = String(decoding: text.utf8.prefix(colon.lowerBound), as: UTF8.self)
    guard let word = lexicon.word(of: label), let identity = word.identity else { return }
    let rest = Wording.trimmed(
      String(decoding: text.utf8.dropFirst(colon.upperBound), as: UTF8.self))
    guard !rest.isEmpty else { return }
    let typed = Typed(.text(rest), at: grid.place(place))
    claims.add(Claim(typed: typed, rank: word.rank), identity)
  }

  /// The bytes of the first colon, be it a full-width one.
  private static func colon(in bytes: Span<UInt8>) -> Range<Int>? {
    var at = 0
    while at < bytes.count {
      // Neither is among most eights of bytes.
      while at &+ 8 <= bytes.count, !EightBytes.mayHaveColon(EightBytes.load(bytes, at)) {
        at &+= 8
      }
      guard at < bytes.count else { return nil }
      if bytes[at] == 0x3A { return at..<(at + 1) }
      if bytes[at] == 0xEF, at + 2 < bytes.count, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x9A {
        return at..<(at + 3)
      }
      at &+= 1
    }
    return nil
  }

  /// The next cell to the right that is neither blank nor a label; blank where there is none.
  private func value(rightOf label: CellReference) -> Typed {
    let end = grid.merges.merge(containing: label)?.last.column ?? label.column
    let right = CellReference(row: label.row, column: end + 1) ?? label
    if let typed = firstValue(inRow: label.row, behind: end) { return typed }
    // A table may be narrower than what stands above it: then there is no other place for the value.
    if end == grid.columns.upperBound, let cell = grid.sheet.cell(right), !isLabel(cell) {
      return grid.typed(right)
    }
    return Typed(.blank, at: grid.place(right))
  }

  /// The first value of a row behind a column, before the next label.
  private func firstValue(inRow row: Int, behind end: Int) -> Typed? {
    let first = max(end + 1, grid.columns.lowerBound)
    guard first <= grid.columns.upperBound else { return nil }
    var found: Typed?
    _ = grid.sheet.firstCell(inRow: row, columns: first...grid.columns.upperBound) { cell in
      if isLabel(cell) { return true }
      let typed = grid.typed(cell.reference)
      if !typed.isBlank { found = typed }
      return found != nil
    }
    return found
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
    guard case .text(let text) = cell.value,
      let word = grid.word(of: text, at: cell.reference)
    else { return false }
    return word.identity != nil || word.isText || word.indicator != nil || word.fund != nil
  }
}
