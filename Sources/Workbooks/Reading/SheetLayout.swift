/// What a sheet part states beside its cells.
struct SheetLayout: Sendable {
  var merges: [CellRange] = []
  var hiddenRows: Set<Int> = []
  var hiddenColumns: [ClosedRange<Int>] = []
  var columnWidths: [(columns: ClosedRange<Int>, width: Double)] = []
  var rowHeights: [Int: Double] = [:]
  var defaultRowHeight: Double?
  var defaultColumnWidth: Double?
  var validations: [DataValidation] = []
  var isProtected = false
  /// The corners of all `<c>` elements.
  var extent: CellRange?
}

extension SheetReader {
  /// Reads one element outside the cells, or passes over it.
  mutating func readLayout() throws(WorkbookError) {
    if scanner.isElement("cols") {
      try readColumns()
    } else if scanner.isElement("mergeCells") {
      try readMerges()
    } else if scanner.isElement("dataValidations") || scanner.isElement("extLst") {
      // What Excel 2010 added stands in the extension list under the same names.
      try readValidations()
    } else {
      readAttributes()
      try scanner.skipElement()
    }
  }

  private mutating func readAttributes() {
    if scanner.isElement("sheetProtection") {
      layout.isProtected = scanner.isTrue("sheet")
    } else if scanner.isElement("sheetFormatPr") {
      layout.defaultRowHeight = scanner.double("defaultRowHeight")
      layout.defaultColumnWidth = scanner.double("defaultColWidth")
    }
  }

  private mutating func readColumns() throws(WorkbookError) {
    let outer = scanner.depth - 1
    var count = 0
    while scanner.depth > outer {
      guard try scanner.next() == .start, scanner.isElement("col") else { continue }
      count += 1
      try check(.columnDefinitions, count, scanner.limits.columnDefinitions)
      guard let first = scanner.integer("min"), first >= 1 else { continue }
      let last = min(scanner.integer("max") ?? first, CellReference.lastColumn)
      guard first <= last else { continue }
      let width = scanner.double("width")
      if let width { layout.columnWidths.append((first...last, width)) }
      if scanner.isTrue("hidden") || width == 0 { layout.hiddenColumns.append(first...last) }
    }
  }

  private mutating func readMerges() throws(WorkbookError) {
    let outer = scanner.depth - 1
    let mayHavePlainMerges = mayHavePlainCells
    while scanner.depth > outer {
      if mayHavePlainMerges { try takePlainMerges() }
      guard try scanner.next() == .start, scanner.isElement("mergeCell"),
        let range = scanner.attribute("ref").flatMap({ range($0.value) })
      else { continue }
      layout.merges.append(range)
      try check(.merges, layout.merges.count, scanner.limits.merges)
    }
  }

  /// Takes the merges that follow for as long as they are `<mergeCell ref="A1:C3"/>`: nearly all.
  /// The first that is not stays in front of the scanner.
  private mutating func takePlainMerges() throws(WorkbookError) {
    guard !scanner.isSelfClosing else { return }
    let bytes = scanner.bytes
    let span = bytes.span
    while span.has(Self.plainMerge, at: scanner.position) {
      let start = scanner.position + Self.plainMerge.utf8CodeUnitCount
      let end = span.endOfPlainValue(from: start)
      guard end - start <= PlainCell.longestAttribute, span.has("\"/>", at: end),
        let range = range(start..<end)
      else { return }
      scanner.position = end + 3
      layout.merges.append(range)
      try check(.merges, layout.merges.count, scanner.limits.merges)
    }
  }

  private static let plainMerge: StaticString = "<mergeCell ref=\""

  private func range(_ value: Range<Int>) -> CellRange? {
    let colon = value.first { scanner.bytes[$0] == 0x3A }
    let head = value.lowerBound..<(colon ?? value.upperBound)
    let tail = colon.map { ($0 + 1)..<value.upperBound } ?? head
    guard let first = Self.place(scanner.bytes, head), let last = Self.place(scanner.bytes, tail)
    else { return CellRange(String(decoding: scanner.bytes[value], as: UTF8.self)) }
    return CellRange(first.reference, last.reference)
  }

  private mutating func readValidations() throws(WorkbookError) {
    let outer = scanner.depth - 1
    while scanner.depth > outer {
      guard try scanner.next() == .start, scanner.isLocal("dataValidation") else { continue }
      validationCount += 1
      layout.validations.append(try readValidation())
    }
  }

  private mutating func readValidation() throws(WorkbookError) -> DataValidation {
    let outer = scanner.depth - 1
    let kind = scanner.string("type").flatMap { DataValidation.Kind(rawValue: $0) } ?? .any
    let comparison = scanner.string("operator") ?? "between"
    let (title, prompt) = (scanner.string("promptTitle"), scanner.string("prompt"))
    var ranges: [CellRange] = []
    if let attribute = scanner.attribute("sqref") { ranges = try readRanges(attribute.value) }
    var formulas: [String] = ["", ""]
    while scanner.depth > outer {
      guard try scanner.next() == .start else { continue }
      if scanner.isLocal("formula1") {
        formulas[0] = try elementText()
      } else if scanner.isLocal("formula2") {
        formulas[1] = try elementText()
      } else if scanner.isLocal("sqref") {
        ranges = try readRanges(try scanner.content().range)
      }
    }
    return DataValidation(
      ranges: ranges, kind: kind, comparison: comparison,
      formula1: formulas[0].isEmpty ? nil : formulas[0],
      formula2: formulas[1].isEmpty ? nil : formulas[1], promptTitle: title, prompt: prompt)
  }

  /// Ranges with blanks between them.
  private mutating func readRanges(_ list: Range<Int>) throws(WorkbookError) -> [CellRange] {
    var ranges: [CellRange] = []
    var start = list.lowerBound
    while start < list.upperBound {
      var end = start
      while end < list.upperBound, !XMLScanner.isSpace(scanner.bytes[end]) { end += 1 }
      if end > start, let range = range(start..<end) { ranges.append(range) }
      validationCount += 1
      try check(.validations, validationCount, scanner.limits.validations)
      start = end + 1
    }
    return ranges
  }

  private mutating func elementText() throws(WorkbookError) -> String {
    XMLText.decoded(scanner.bytes, try scanner.content().range)
  }

  func check(_ limit: Limit, _ found: Int, _ allowed: Int) throws(WorkbookError) {
    try Limits.check(limit, found, within: allowed, part: scanner.part)
  }
}

extension XMLScanner {
  /// The number an attribute states.
  func double(_ name: StaticString) -> Double? {
    if let attribute = attribute(name),
      let number = PlainDecimal.double(bytes.span.extracting(attribute.value))
    {
      return number
    }
    return string(name).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }
}
