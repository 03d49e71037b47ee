/// Reads a package into a `Workbook`: finds the parts by their relationships and reads each.
struct WorkbookReader: ~Copyable {
  private let archive: ZipArchive
  private let limits: Limits
  private let root: Relationships
  private let mainPart: String
  private let references: Relationships

  static func read(_ bytes: [UInt8], limits: Limits) throws(WorkbookError) -> Workbook {
    try WorkbookReader(try ZipArchive(bytes, limits: limits)).workbook()
  }

  /// Reads the workbook in an archive, and keeps the archive beside it.
  static func open(_ archive: consuming ZipArchive) throws(WorkbookError) -> WorkbookFile {
    let reader = try WorkbookReader(archive)
    let workbook = try reader.workbook()
    // Properties are read as far as they are of use, and may be damaged.
    let properties = reader.root.all.compactMap { $0.part }
    reader.archive.noteScanned { $0 == reader.mainPart || !properties.contains($0) }
    return WorkbookFile(workbook: workbook, archive: reader.archive)
  }

  private init(_ archive: consuming ZipArchive) throws(WorkbookError) {
    let root = try Self.relationships(of: "", archive)
    let named = root.first(ofType: "officeDocument")?.part
    let found = named.flatMap { archive.entry(named: $0) }
    guard let main = found ?? archive.entry(named: "xl/workbook.xml") else {
      if let named { throw .damaged(part: named, detail: "the part is missing") }
      throw try Self.otherKind(archive)
    }
    guard !main.name.hasSuffix(".bin") else { throw .legacyFormat(.binaryWorkbook) }
    references = try Self.relationships(of: main.name, archive)
    limits = archive.limits
    self.root = root
    self.archive = archive
    mainPart = main.name
  }

  private func workbook() throws(WorkbookError) -> Workbook {
    let main = try WorkbookPart(try bytes(of: mainPart), part: mainPart, limits: limits)
    let context = SheetReader.Context(
      strings: try sharedStrings(), styles: try styles(), uses1904Dates: main.uses1904Dates,
      limits: limits)
    var sheets: [Sheet] = []
    var cells = 0
    var parts: Set<String> = []
    for entry in main.sheets {
      guard let part = try sheetPart(entry) else { continue }
      // One part under a thousand names would be read a thousand times.
      guard parts.insert(part).inserted else {
        throw .damaged(part: part, detail: "two sheets refer to it, “\(entry.name)” the second")
      }
      let contents = try SheetReader.read(
        try bytes(of: part), part: part, context: context, cellsBefore: &cells)
      sheets.append(Sheet(name: entry.name, state: entry.state, part: part, contents: contents))
    }
    return Workbook(
      sheets: sheets, definedNames: main.definedNames, uses1904Dates: main.uses1904Dates,
      properties: try properties(), ignoredEntries: archive.ignored, isSigned: isSigned,
      isMacroEnabled: references.first(ofType: "vbaProject") != nil)
  }

  /// The part of a worksheet; `nil` for the kinds of sheet that have no cells.
  private func sheetPart(_ entry: WorkbookPart.SheetEntry) throws(WorkbookError) -> String? {
    // Modules of Excel 5 are listed among the sheets, without a part.
    guard !entry.relationship.isEmpty else { return nil }
    guard let reference = references.reference(entry.relationship) else {
      throw .damaged(
        part: mainPart, detail: "sheet “\(entry.name)” refers to no part (\(entry.relationship))")
    }
    switch reference.type {
    case "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet": return nil
    default: break
    }
    guard let part = reference.part, let found = archive.entry(named: part) else {
      throw .damaged(
        part: reference.part ?? mainPart, detail: "the part of sheet “\(entry.name)” is missing")
    }
    return found.name
  }

  private func sharedStrings() throws(WorkbookError) -> SharedStrings {
    guard let part = existing(references.first(ofType: "sharedStrings")) else { return .init() }
    return try SharedStrings(try bytes(of: part), part: part, limits: limits)
  }

  private func styles() throws(WorkbookError) -> Styles {
    guard let part = existing(references.first(ofType: "styles")) else { return Styles() }
    return try Styles.read(try bytes(of: part), part: part, limits: limits)
  }

  private func properties() throws(WorkbookError) -> DocumentProperties {
    var modified: String?
    var custom: [String: String] = [:]
    if let part = existing(root.first(ofType: "metadata/core-properties")) {
      modified = try unlessDamaged { () throws(WorkbookError) in
        try PropertiesReader.modified(try bytes(of: part), part: part, limits: limits)
      }.flatMap { $0 }
    }
    let customPart =
      root.first(ofType: "custom-properties") ?? root.first(ofType: "customProperties")
    if let part = existing(customPart) {
      custom =
        try unlessDamaged { () throws(WorkbookError) in
          try PropertiesReader.custom(try bytes(of: part), part: part, limits: limits)
        } ?? [:]
    }
    return DocumentProperties(modified: modified, custom: custom)
  }

  /// Properties that cannot be read are no reason to refuse a workbook; an attack in them is.
  private func unlessDamaged<Value>(
    _ read: () throws(WorkbookError) -> Value
  ) throws(WorkbookError) -> Value? {
    do throws(WorkbookError) {
      return try read()
    } catch {
      if case .damaged = error { return nil }
      throw error
    }
  }

  private var isSigned: Bool {
    root.first(ofType: "digital-signature/origin") != nil
      || archive.entries.contains { $0.name.hasPrefix("_xmlsignatures/") }
  }

  private func existing(_ reference: Relationships.Relationship?) -> String? {
    reference?.part.flatMap { archive.entry(named: $0)?.name }
  }

  private func bytes(of part: String) throws(WorkbookError) -> [UInt8] {
    guard let entry = archive.entry(named: part) else {
      throw .damaged(part: part, detail: "the part is missing")
    }
    return try archive.read(entry, limit: CellStore.PackedCell.longestValue)
  }

  private static func relationships(
    of part: String, _ archive: borrowing ZipArchive
  ) throws(WorkbookError) -> Relationships {
    guard let entry = archive.entry(named: PartName.relationships(of: part)) else {
      return Relationships()
    }
    let bytes = try archive.read(entry)
    let limits = archive.limits
    return try relationships.made(of: bytes, limits, beside: part) { () throws(WorkbookError) in
      try Relationships(bytes, of: part, part: entry.name, limits: limits)
    }
  }

  private static let relationships = PartMemo<Relationships>()

  /// What a package without a workbook is.
  private static func otherKind(
    _ archive: borrowing ZipArchive
  ) throws(WorkbookError) -> WorkbookError {
    if archive.entries.contains(where: \.isEncrypted) { return .encrypted }
    if let type = archive.entry(named: "mimetype"), type.size < 200 {
      let text = String(decoding: try archive.read(type), as: UTF8.self)
      return .notAWorkbook("it is of the type \(text)")
    }
    if archive.entry(named: "Index/Document.iwa") != nil || archive.entry(named: "Index.zip") != nil
    {
      return .notAWorkbook("it is an iWork document")
    }
    let usable = archive.entries.count
    let aside = archive.ignored.isEmpty ? "" : " and \(archive.ignored.count) of unsafe names"
    return .notAWorkbook("it is a zip archive without a workbook in its \(usable) entries\(aside)")
  }
}
