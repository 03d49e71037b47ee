internal import Evaluation
internal import Workbooks

/// Says what became of a form's structure on its way: renamed, reordered, hidden, stretched. Handed
/// on by reference, with the words of the form.
final class StructureReader {
  private let words: FormWords
  let found: FoundForm
  let grid: FormGrid

  init(_ words: FormWords, found: FoundForm, grid: FormGrid) {
    (self.words, self.found, self.grid) = (words, found, grid)
  }

  private var form: FormWording { words.form }
  private var lexicon: FormLexicon { words.lexicon }

  /// Empty formatted rows and columns beyond the last used cell that no one minds.
  private static let harmlessRows = 200
  private static let harmlessColumns = 50

  func remarks() -> [StructureRemark] {
    var remarks = ignoredEntries()
    if let remark = emptyExtent() { remarks.append(remark) }
    if let remark = renamedSheet() { remarks.append(remark) }
    if let remark = hiddenSheet() { remarks.append(remark) }
    if let remark = shift() { remarks.append(remark) }
    remarks += order()
    remarks += changedHeaders()
    remarks += hidden()
    return remarks
  }

  private var sheet: Place { Place(sheet: found.sheet, cell: nil) }

  private func ignoredEntries() -> [StructureRemark] {
    let ignored = grid.stored.workbook.ignoredEntries
    if ignored.isEmpty { return [] }
    let reasons: [(IgnoredEntry.Reason, String)] = [
      (.unsafeName, "不安全的名称"), (.duplicateName, "重复的名称"),
    ]
    return reasons.compactMap { reason, word in
      let names = ignored.filter { $0.reason == reason }.map(\.name)
      guard !names.isEmpty else { return nil }
      return StructureRemark(
        .f007, at: nil, label: "文件内的部件", found: "\(word)：\(Self.listed(names))",
        expected: "名称安全且不重复", key: word)
    }
  }

  private func emptyExtent() -> StructureRemark? {
    // The used range is measured cell by cell: only where the form's own edges call for it.
    guard let extent = grid.sheet.formattedExtent,
      extent.last.row - found.table.last.row > Self.harmlessRows
        || extent.last.column - found.table.last.column > Self.harmlessColumns,
      let used = grid.sheet.usedRange
    else { return nil }
    var parts: [String] = []
    if extent.last.row - used.last.row > Self.harmlessRows {
      parts.append("格式延伸到第\(extent.last.row)行，内容只到第\(used.last.row)行")
    }
    if extent.last.column - used.last.column > Self.harmlessColumns {
      let letters = [extent, used].map { CellReference.letters(ofColumn: $0.last.column) }
      parts.append("格式延伸到\(letters[0])列，内容只到\(letters[1])列")
    }
    guard !parts.isEmpty else { return nil }
    return StructureRemark(
      .f010, at: sheet, label: "空白行列", found: parts.joined(separator: "；"), expected: "")
  }

  private func renamedSheet() -> StructureRemark? {
    let name = Wording.key(found.sheet)
    guard !form.sheetNames.contains(where: { Wording.holds(name, Wording.key($0)) }) else {
      return nil
    }
    return StructureRemark(
      .s001, at: sheet, label: "工作表名称", found: found.sheet,
      expected: form.sheetNames.first ?? "")
  }

  private func hiddenSheet() -> StructureRemark? {
    guard grid.sheet.state != .visible else { return nil }
    return StructureRemark(
      .s008, at: sheet, label: "隐藏的工作表", found: found.sheet, expected: "不隐藏",
      key: "sheet")
  }

  private func shift() -> StructureRemark? {
    guard found.area.first.column == 1, found.table.first.column > 1 else { return nil }
    let letters = CellReference.letters(ofColumn: found.table.first.column)
    return StructureRemark(
      .s002, at: sheet, label: "表格位置", found: "从\(letters)列开始", expected: "从A列开始",
      key: "shift")
  }

  private func order() -> [StructureRemark] {
    var remarks: [StructureRemark] = []
    let indicators = order(
      found.indicatorHeaders, form.indicators.columns, { form.label($0) }, key: "indicators")
    if let indicators { remarks.append(indicators) }
    let funds = form.funds.flatMap {
      order(found.fundHeaders, $0.columns, { form.label($0) }, key: "funds")
    }
    if let funds { remarks.append(funds) }
    return found.tables.isEmpty ? remarks : remarks + found.tables.compactMap(order)
  }

  private func order(_ table: FoundTable) -> StructureRemark? {
    order(
      table.headers, form.layout(of: table.id).columns, { form.label($0, of: table.id) },
      key: table.id)
  }

  private func order<Meaning>(
    _ headers: [Meaning: CellReference], _ scheme: [Column<Meaning>], _ word: (Meaning) -> String,
    key: String
  ) -> StructureRemark? {
    if Self.isInOrder(headers, scheme) { return nil }
    let expected = scheme.filter(\.isPrinted).map(\.meaning).filter { headers[$0] != nil }
    let present = expected.sorted { headers[$0]?.column ?? 0 < headers[$1]?.column ?? 0 }
    guard present != expected, let first = present.first.flatMap({ headers[$0] }) else {
      return nil
    }
    return StructureRemark(
      .s002, at: grid.place(first), label: "列的顺序",
      found: present.map(word).joined(separator: "、"),
      expected: expected.map(word).joined(separator: "、"), key: key)
  }

  private static func isInOrder<Meaning>(
    _ headers: [Meaning: CellReference], _ scheme: [Column<Meaning>]
  ) -> Bool {
    var last = 0
    for index in scheme.indices where scheme[index].isPrinted {
      guard let place = headers[scheme[index].meaning] else { continue }
      if place.column < last { return false }
      last = place.column
    }
    return true
  }

  private typealias Change = (place: CellReference, remark: StructureRemark)

  /// Headers that were recognised though they are worded as no synonym is.
  private func changedHeaders() -> [StructureRemark] {
    var changes: [Change] = []
    for (meaning, place) in found.indicatorHeaders
    where !isMeant(place, { $0.indicator == meaning }) {
      changes.append(change(place, form.label(meaning), meaning.rawValue))
    }
    if form.funds?.mayLackHeader != true || isFundHeader(found.fundHeaderRow) {
      for (meaning, place) in found.fundHeaders where !isMeant(place, { $0.fund == meaning }) {
        changes.append(change(place, form.label(meaning), "fund." + meaning.rawValue))
      }
    }
    changes += changedTableHeaders()
    return changes.sorted { $0.place < $1.place }.map(\.remark)
  }

  /// Whether a row heads the fund block, and not the row above amounts that nothing heads.
  private func isFundHeader(_ row: Int?) -> Bool {
    guard let row else { return false }
    return grid.texts(inRow: row).contains { grid.word(of: $0.text, at: $0.place)?.fund != nil }
  }

  private func changedTableHeaders() -> [Change] {
    found.tables.flatMap { table in
      let index = form.tables.firstIndex { $0.id == table.id }
      return table.headers.compactMap { meaning, place in
        isMeant(place) { word in index.map { word.tables[$0] == meaning } ?? false }
          ? nil
          : change(place, form.label(meaning, of: table.id), "\(table.id).\(meaning.rawValue)")
      }
    }
  }

  /// Whether the text of a cell is a label of which something holds.
  private func isMeant(_ place: CellReference, _ holds: (FormLexicon.Word) -> Bool) -> Bool {
    let word = grid.knownWord(at: place) ?? lexicon.word(of: grid.typed(place).shown)
    return word.map(holds) ?? false
  }

  private func change(_ place: CellReference, _ expected: String, _ key: String) -> Change {
    let text = grid.typed(place).shown
    let remark = StructureRemark(
      .s005, at: grid.place(place), label: expected, found: text.isEmpty ? "（空）" : text,
      expected: expected, key: key)
    return (place, remark)
  }

  private func hidden() -> [StructureRemark] {
    if grid.sheet.hiddenRows.isEmpty, grid.sheet.hiddenColumns.isEmpty { return [] }
    let rows = found.table.first.row...found.table.last.row
    let hiddenRows = grid.sheet.hiddenRows.filter(rows.contains).sorted()
    let columns = found.table.first.column...found.table.last.column
    let hiddenColumns = grid.sheet.hiddenColumns.filter { $0.overlaps(columns) }
      .flatMap { Array($0.clamped(to: columns)) }.sorted()
    var remarks: [StructureRemark] = []
    if let first = hiddenRows.first {
      remarks.append(
        hidden(
          "隐藏的行", "第\(Self.listed(hiddenRows.map(String.init)))行", key: "rows",
          CellReference(row: first, column: columns.lowerBound)))
    }
    if let first = hiddenColumns.first {
      let letters = hiddenColumns.map { CellReference.letters(ofColumn: $0) }
      remarks.append(
        hidden(
          "隐藏的列", "\(Self.listed(letters))列", key: "columns",
          CellReference(row: found.indicatorHeaderRow, column: first)))
    }
    return remarks
  }

  private func hidden(
    _ label: String, _ text: String, key: String, _ place: CellReference?
  ) -> StructureRemark {
    StructureRemark(
      .s008, at: place.map { grid.place($0) } ?? sheet, label: label, found: text,
      expected: "不隐藏", key: key)
  }

  /// The first items, and how many there are where that is more.
  private static func listed(_ items: [String]) -> String {
    let shown = items.prefix(12).joined(separator: "、")
    return items.count > 12 ? "\(shown)等\(items.count)个" : shown
  }
}
