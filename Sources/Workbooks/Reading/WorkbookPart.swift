/// What `workbook.xml` states: its sheets, names and counting of days.
struct WorkbookPart {
  struct SheetEntry {
    let name: String
    let state: Sheet.State
    let relationship: String
  }

  private struct NameEntry {
    let name: String
    let sheet: Int?
    let formula: String
    let isHidden: Bool
  }

  private(set) var sheets: [SheetEntry] = []
  private(set) var uses1904Dates = false
  private var names: [NameEntry] = []

  /// The names with their scopes; a scope counts all sheets, charts included.
  var definedNames: [DefinedName] {
    names.map { name in
      let scope = name.sheet.flatMap { sheets.indices.contains($0) ? sheets[$0].name : nil }
      return DefinedName(
        name: name.name, scope: scope, formula: name.formula, isHidden: name.isHidden)
    }
  }

  init(_ bytes: [UInt8], part: String, limits: Limits) throws(WorkbookError) {
    var scanner = try XMLScanner(bytes, part: part, limits: limits)
    try Self.expectWorkbook(&scanner)
    while true {
      let event = try scanner.next()
      if event == .finished { break }
      guard event == .start else { continue }
      if scanner.isElement("sheets") || scanner.isElement("definedNames") { continue }
      if scanner.isElement("sheet") {
        addSheet(scanner)
        try Limits.check(.sheets, sheets.count, within: limits.sheets, part: part)
      } else if scanner.isElement("definedName") {
        try addName(&scanner)
        try Limits.check(.definedNames, names.count, within: limits.definedNames, part: part)
        continue
      } else if scanner.isElement("workbookPr") {
        uses1904Dates = scanner.isTrue("date1904")
      }
      try scanner.skipElement()
    }
  }

  /// Documents and presentations are packages of the same make, told apart by their roots.
  private static func expectWorkbook(_ scanner: inout XMLScanner) throws(WorkbookError) {
    while scanner.depth == 0 {
      if try scanner.next() == .finished { break }
    }
    if scanner.isElement("workbook") { return }
    switch scanner.localName {
    case "document": throw .notAWorkbook("it is a text document")
    case "presentation": throw .notAWorkbook("it is a presentation")
    default: try scanner.expectRoot("workbook")
    }
  }

  private mutating func addSheet(_ scanner: XMLScanner) {
    let reference = scanner.attribute("id", in: .officeRelationships)
    sheets.append(
      SheetEntry(
        name: scanner.string("name") ?? "",
        state: scanner.string("state").flatMap { Sheet.State(rawValue: $0) } ?? .visible,
        relationship: reference.map { scanner.string($0) } ?? ""))
  }

  private mutating func addName(_ scanner: inout XMLScanner) throws(WorkbookError) {
    let name = scanner.string("name") ?? ""
    let sheet = scanner.integer("localSheetId")
    let isHidden = scanner.isTrue("hidden")
    let formula = XMLText.decoded(scanner.bytes, try scanner.content().range)
    names.append(NameEntry(name: name, sheet: sheet, formula: formula, isHidden: isHidden))
  }
}
