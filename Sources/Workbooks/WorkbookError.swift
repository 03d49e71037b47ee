/// Why a workbook could not be read, patched or written. Each case says what to do next.
public enum WorkbookError: Error, Hashable, Sendable {
  /// The file has no bytes at all.
  case empty
  /// A file that the system does not hand over; `detail` is the reason in the system's words.
  case unreadable(part: String, detail: String)
  /// Something else than an .xlsx workbook; the text says what it looks like.
  case notAWorkbook(String)
  /// A workbook that cannot be read to its end. `part` names the zip entry, or the archive.
  case damaged(part: String, detail: String)
  /// Locked with a password.
  case encrypted
  /// A format from before .xlsx, or a plain text, whatever the file's name says.
  case legacyFormat(LegacyFormat)
  /// More than the safety limits allow; `found` and `allowed` count in the limit's own unit.
  case beyondLimit(Limit, found: Int, allowed: Int, part: String)
  /// XML with a document type declaration, which workbooks never need and attacks do.
  case documentType(part: String)
  /// A readable workbook that cannot be changed without harm.
  case cannotPatch(part: String, detail: String)
  /// A workbook that could not be written.
  case cannotWrite(String)
  /// The folder, or the memory where there is none, that passing files go to takes no more.
  /// `code` is the system's error number, `reason` its words.
  case cannotSetAside(folder: String, code: Int32, reason: String)

  /// How the archive itself, rather than a part of it, is named in errors.
  public static let archive = "the zip archive"
}

/// A format that is recognised in order to be refused by its name.
public enum LegacyFormat: String, Hashable, Sendable, CaseIterable {
  /// Excel 97–2003, or WPS .et: the two are alike on the inside.
  case excel97 = "an Excel 97–2003 or WPS workbook (.xls, .et)"
  /// Excel's binary workbook of 2007.
  case binaryWorkbook = "an Excel binary workbook (.xlsb)"
  /// XML Spreadsheet 2003.
  case spreadsheetXML = "an XML Spreadsheet 2003 (.xml)"
  /// A web page, as many systems export under the name .xls.
  case html = "a web page (.html)"
  /// Values separated by commas, semicolons or tabs.
  case delimitedText = "a text with separators (.csv, .tsv)"
  /// Plain text.
  case text = "a plain text (.txt)"
  /// Rich text.
  case richText = "a rich text (.rtf)"
  /// Portable document format.
  case pdf = "a PDF document (.pdf)"
  /// Another document of the old Office family.
  case compoundFile = "an old Office document (.doc, .wps, .ppt)"
}

extension WorkbookError: CustomStringConvertible {
  /// One English sentence naming the part, both values and the next step.
  public var description: String {
    switch self {
    case .empty: "the file is empty; ask for it again"
    case .unreadable(let part, let detail): "\(part) cannot be read: \(detail); check the file"
    case .notAWorkbook(let detail): "not an .xlsx workbook: \(detail); save it as .xlsx"
    case .damaged(let part, let detail):
      "damaged workbook: \(part): \(detail); open it in a spreadsheet program and save it again"
    case .encrypted: "locked with a password; save it again without one"
    case .legacyFormat(let format): "not an .xlsx workbook but \(format.rawValue); save it as .xlsx"
    case .beyondLimit(let limit, let found, let allowed, let part):
      "beyond the safety limit: \(part): \(found) \(limit.rawValue), allowed are \(allowed);"
        + " copy the form alone into a new workbook"
    case .documentType(let part):
      "\(part) declares a document type, which no spreadsheet program writes; ask for another copy"
    case .cannotPatch(let part, let detail): "\(part) cannot be annotated: \(detail)"
    case .cannotWrite(let detail): "the workbook cannot be written: \(detail)"
    case .cannotSetAside(let folder, _, let reason):
      "rows cannot be set aside in \(folder): \(reason)"
    }
  }
}
