internal import CXlsxWriter

/// A new workbook, written from nothing: blanks, summaries.
///
/// Owns its workbook of libxlsxwriter, which is checked beforehand, so that it never has a reason
/// to print. The same calls give the same bytes.
public struct WorkbookWriter: ~Copyable {
  /// One sheet of the workbook, as ``addSheet(named:state:)`` gave it.
  public struct SheetID: Hashable, Sendable {
    let index: Int
  }

  let book: UnsafeMutablePointer<lxw_workbook>
  let file: MemoryFile
  let path: String?
  let isStreaming: Bool
  var sheets: [WrittenSheet] = []
  var styles: StyleBook
  var locksStructure = false
  /// Where rows are set aside that go past the library; `nil`: in memory.
  let scratch: String?
  /// The looks that such rows have used.
  var looks: [CellStyle: Look] = [:]
  /// The row that is being written past the library.
  var row = RowXML()
  private var isClosed = false

  /// A workbook to be had as bytes, or written to a path in the end.
  ///
  /// - Parameters:
  ///   - path: where ``close()`` puts it; `nil` where ``bytes()`` is used.
  ///   - streaming: keeps one row in memory, for tens of thousands of rows: cells then have to
  ///     come row by row.
  ///   - scratch: a folder for passing files without a name, for rows that are appended; `nil`
  ///     keeps them in memory.
  ///   - normal: the face of the Normal style, which is the unit of widths and indents; the
  ///     default is the one all widths in pixels are meant for.
  public init(
    path: String? = nil, streaming: Bool = false, scratch: String? = nil,
    normal: CellStyle.Font = CellStyle.Font()
  ) throws(WorkbookError) {
    let file = try MemoryFile()
    var options = lxw_workbook_options()
    options.constant_memory = streaming ? 1 : 0
    guard let book = workbook_new_opt(file.path, &options) else {
      throw .cannotWrite("no memory for a new workbook")
    }
    self.book = book
    self.file = file
    self.path = path
    isStreaming = streaming
    self.scratch = scratch
    styles = StyleBook(of: book)
    styles.setNormal(normal)
  }

  deinit {
    // Not closed, which would write it: what is left unfinished needs no file.
    if !isClosed { lxw_workbook_free(book) }
  }

  /// Adds a sheet behind those that are there.
  ///
  /// - Throws: `cannotWrite` where the name breaks a rule of ``SheetName`` or is taken.
  public mutating func addSheet(
    named name: String, state: Sheet.State = .visible
  ) throws(WorkbookError) -> SheetID {
    if let fault = SheetName.fault(of: name) { throw .cannotWrite(fault) }
    let folded = SheetName.folded(name)
    if sheets.contains(where: { SheetName.folded($0.name) == folded }) {
      throw .cannotWrite("two sheets are called \(name)")
    }
    if isStreaming { try file.expectDescriptors() }
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw .cannotWrite("the sheet \(name) was not taken")
    }
    if state != .visible { worksheet_hide(sheet) }
    sheets.append(WrittenSheet(pointer: sheet, name: name, state: state))
    return SheetID(index: sheets.count - 1)
  }

  /// Keeps sheets from being added, moved, renamed or taken away, without a password.
  public mutating func lockStructure() { locksStructure = true }

  /// What the workbook says of itself.
  public mutating func setProperties(_ properties: WorkbookProperties) throws(WorkbookError) {
    let texts = CTexts()
    var written = lxw_doc_properties()
    written.title = texts.keep(properties.title, to: 255)
    written.author = texts.keep(properties.author, to: 255)
    written.company = texts.keep(properties.company, to: 255)
    written.comments = texts.keep(properties.comments, to: 255)
    written.created = max(1, properties.created)
    try check(workbook_set_properties(book, &written), "the document properties")
    for custom in properties.custom {
      let name = XMLText.cut(XMLText.clean(custom.name), to: 255)
      let value = XMLText.cut(XMLText.clean(custom.value), to: 255)
      guard !name.isEmpty, !value.isEmpty else { continue }
      try check(
        workbook_set_custom_property_string(book, name, value), "the property \(custom.name)")
    }
  }

  /// Adds a name for a formula (without `=`), for the whole workbook.
  public mutating func defineName(_ name: String, formula: String) throws(WorkbookError) {
    if let fault = DefinedNameRule.fault(of: name) { throw .cannotWrite(fault) }
    try check(
      workbook_define_name(book, name, "=" + XMLText.clean(formula)), "the defined name \(name)")
  }

  /// Ends the workbook and writes it to the path it was made with.
  public consuming func close() throws(WorkbookError) {
    guard let path else { throw .cannotWrite("the writer was made without a path; use bytes()") }
    try WholeFile.write(try bytes(), to: path)
  }

  /// Ends the workbook and gives it as bytes.
  public consuming func bytes() throws(WorkbookError) -> [UInt8] {
    try end()
    do throws(WorkbookError) {
      return try finished().finish()
    } catch {
      throw Self.named(error)
    }
  }

  /// Ends the workbook and gives it to `sink`, part after part, so that it never lies in memory
  /// whole.
  ///
  /// - Throws: what `sink` throws.
  public consuming func write(to sink: ([UInt8]) throws -> Void) throws {
    try end()
    do {
      try finished().finish(scratch: scratch, to: sink)
    } catch let error as WorkbookError {
      throw Self.named(error)
    }
  }

  private mutating func end() throws(WorkbookError) {
    guard !sheets.isEmpty else { throw .cannotWrite("a workbook needs a sheet") }
    guard sheets.contains(where: { $0.state == .visible }) else {
      throw .cannotWrite("a workbook needs a visible sheet")
    }
    showFirstVisible()
    try file.expectDescriptors()
    isClosed = true
    try check(workbook_close(book), "the workbook")
  }

  private func finished() throws(WorkbookError) -> PackageEditor {
    try WrittenPackage.finished(
      try file.bytes(), sheets: sheets, locksStructure: locksStructure)
  }

  /// The library does not notice when the disk of its passing files is full.
  private static func named(_ error: WorkbookError) -> WorkbookError {
    guard case .damaged(let part, let detail) = error else { return error }
    return .cannotWrite("\(part): \(detail); is the disk of passing files (/tmp) full?")
  }

  private func showFirstVisible() {
    guard let first = sheets.firstIndex(where: { $0.state == .visible }), first > 0 else { return }
    if book.pointee.active_sheet == 0 { worksheet_activate(sheets[first].pointer) }
    if book.pointee.first_sheet == 0 { worksheet_set_first_sheet(sheets[first].pointer) }
  }

  func pointer(_ id: SheetID) throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard sheets.indices.contains(id.index) else {
      throw .cannotWrite("a sheet of another workbook was named")
    }
    return sheets[id.index].pointer
  }

  func check(_ error: lxw_error, _ place: @autoclosure () -> String) throws(WorkbookError) {
    guard error == LXW_NO_ERROR else {
      let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
      throw .cannotWrite("\(place()): \(reason)")
    }
  }
}

/// What the writer keeps of a sheet it has made.
struct WrittenSheet {
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  let name: String
  let state: Sheet.State
  var merges: [CellRange] = []
  var links = 0
  var lastRow = 0
  /// Whether a number was written that the library's 16 digits may show wrong.
  var hasFractions = false
  /// Whether a link leads to another file.
  var hasFileLinks = false
  /// Rows that go past the library.
  var rows: RowStream?
}

/// C texts that live as long as this does.
final class CTexts {
  private var kept: [UnsafeMutablePointer<CChar>] = []

  deinit {
    for text in kept { text.deallocate() }
  }

  /// The text, or nothing for an empty one.
  func keep(_ text: String, to units: Int = .max) -> UnsafeMutablePointer<CChar>? {
    let clean = XMLText.cut(XMLText.clean(text), to: units)
    guard !clean.isEmpty else { return nil }
    let bytes = clean.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { copy.advanced(by: index).initialize(to: byte) }
    kept.append(copy)
    return copy
  }
}

/// The rules for defined names.
enum DefinedNameRule {
  /// Why a text cannot be a name; `nil` where it can.
  static func fault(of name: String) -> String? {
    if isPlain(name.utf8.span) { return nil }
    guard let first = name.unicodeScalars.first, name.utf16.count <= 255,
      first == "_" || first.properties.isAlphabetic,
      name.unicodeScalars.allSatisfy({
        $0 == "_" || $0 == "." || $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    else { return "\(name) is no defined name: letters, digits, _ and . only, a letter first" }
    if CellReference(name) != nil || looksLikeR1C1(name) {
      return "\(name) is a cell reference, not a defined name"
    }
    return nil
  }

  /// Whether a name is one beyond doubt: letters and digits of ASCII with `_` among them.
  private static func isPlain(_ name: Span<UInt8>) -> Bool {
    guard 1...255 ~= name.count else { return false }
    var hasMark = false
    for at in name.indices {
      switch name[at] {
      case 0x5F: hasMark = true
      case 0x61...0x7A, 0x41...0x5A: break
      case 0x30...0x39, 0x2E: if at == 0 { return false }
      default: return false
      }
    }
    // No reference to a cell has one.
    return hasMark
  }

  private static func looksLikeR1C1(_ name: String) -> Bool {
    var rest = name.uppercased()[...]
    for letter in ["R", "C"] as [Character] where rest.first == letter {
      rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
    }
    return rest.isEmpty
  }
}
