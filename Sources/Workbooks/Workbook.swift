/// A workbook, as read: its worksheets, names and properties.
public struct Workbook: Sendable {
  /// The worksheets in tab order; chart, dialog and macro sheets are left out.
  public let sheets: [Sheet]
  /// The defined names, in the file's order.
  public let definedNames: [DefinedName]
  /// Whether serial numbers count from 1904 rather than 1900.
  public let uses1904Dates: Bool
  /// What the file says about itself.
  public let properties: DocumentProperties
  /// Zip entries left aside because of their names.
  public let ignoredEntries: [IgnoredEntry]
  /// Whether a digital signature is on it, which any change breaks.
  public let isSigned: Bool
  /// Whether it holds macros.
  public let isMacroEnabled: Bool

  /// Reads a workbook from the bytes of its file.
  ///
  /// - Throws: `WorkbookError`, naming what is wrong, where, and what to do next.
  public static func read(
    _ bytes: [UInt8], limits: Limits = .standard
  ) throws(WorkbookError) -> Workbook {
    try WorkbookReader.read(bytes, limits: limits)
  }

  /// The first worksheet of a name, compared as Excel does for Latin letters: without case.
  public func sheet(named name: String) -> Sheet? {
    let wanted = EntryName.folded(name)
    return sheets.first { EntryName.folded($0.name) == wanted }
  }

  /// The day a serial number stands for in this workbook; `nil` where it is none.
  public func date(ofSerial serial: String) -> CalendarDate? {
    CalendarDate(serial: serial, uses1904Dates: uses1904Dates)
  }
}

/// A name that stands for a range or a formula.
public struct DefinedName: Hashable, Sendable {
  /// The name; Excel's own begin with `_xlnm.`.
  public let name: String
  /// The sheet it is confined to; `nil` for the whole workbook.
  public let scope: String?
  /// What it stands for, without `=`.
  public let formula: String
  /// Whether it is left out of the list of names.
  public let isHidden: Bool
}

/// What a file says about itself.
public struct DocumentProperties: Hashable, Sendable {
  /// When it was last saved, as it says: ISO 8601 text.
  public let modified: String?
  /// Custom properties, by name; numbers and dates as they are written.
  public let custom: [String: String]
}
