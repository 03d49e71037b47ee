/// What is counted against a safety limit; the text is its unit in messages.
public enum Limit: String, Hashable, Sendable, CaseIterable {
  /// Bytes of the file as it came.
  case fileBytes = "bytes in the file"
  /// Bytes of all parts together, inflated.
  case inflatedBytes = "bytes in all parts, inflated"
  /// Bytes of one part, inflated.
  case partBytes = "bytes in one part, inflated"
  /// Inflated bytes for each compressed one.
  case ratio = "inflated bytes for each compressed one"
  /// Entries in the archive.
  case parts = "parts"
  /// Worksheets.
  case sheets = "sheets"
  /// Cell elements of all sheets together, styled blanks included.
  case cells = "cells"
  /// Row elements of one sheet.
  case rows = "rows"
  /// Column definitions of one sheet.
  case columnDefinitions = "column definitions"
  /// Merged ranges of one sheet.
  case merges = "merged ranges"
  /// Data validations of one sheet, and the ranges they govern.
  case validations = "data validations and ranges of them"
  /// Shared strings.
  case strings = "shared strings"
  /// Cell formats.
  case styles = "cell formats"
  /// Defined names.
  case definedNames = "defined names"
  /// Elements within elements.
  case nesting = "levels of nested XML"
  /// Bytes of one attribute.
  case attributeBytes = "bytes in one attribute"
  /// Attributes of one element.
  case attributes = "attributes on one element"
  /// Namespace declarations in scope.
  case namespaces = "namespace declarations in scope"
}

/// The bounds within which a workbook is read: generous for any form, tight for a bomb.
///
/// Excel's own bounds are cited where they decide; the others are far above any form seen.
public struct Limits: Hashable, Sendable {
  /// Bytes of the file: 64 MB.
  public var fileBytes = 64 << 20
  /// Bytes of all parts, inflated, as the archive's directory declares them: 128 MB.
  public var inflatedBytes = 128 << 20
  /// Bytes of one part, inflated: 64 MB; a sheet of a million cells has some 40 MB.
  public var partBytes = 64 << 20
  /// Inflated bytes for each compressed one, in parts larger than `ratioMatters`: 200.
  /// Deflate ends at 1,032; honest sheets of repeated cells were seen at 170.
  public var ratio = 200
  /// Inflated bytes from which `ratio` counts: 1 MB.
  public var ratioMatters = 1 << 20
  /// Entries in the archive: 10,000.
  public var parts = 10_000
  /// Worksheets: 1,024.
  public var sheets = 1024
  /// Cell elements of all sheets together: 2,000,000.
  public var cells = 2_000_000
  /// Row elements of one sheet: 1,048,576, as many as Excel has.
  public var rows = CellReference.lastRow
  /// Column definitions of one sheet: 16,384, as many as Excel has columns.
  public var columnDefinitions = CellReference.lastColumn
  /// Merged ranges of one sheet: 100,000.
  public var merges = 100_000
  /// Data validations of one sheet and the ranges they govern: 100,000 together.
  public var validations = 100_000
  /// Shared strings: 1,000,000.
  public var strings = 1_000_000
  /// Cell formats: 65,536; Excel's own bound is 65,490.
  public var styles = 65_536
  /// Defined names: 65,536.
  public var definedNames = 65_536
  /// Elements within elements: 256.
  public var nesting = 256
  /// Bytes of one attribute: 1 MB; long lists of ranges stand in one.
  public var attributeBytes = 1 << 20
  /// Attributes of one element: 64, for each is compared with all before it.
  public var attributes = 64
  /// Namespace declarations in scope: 48, for they are searched at every prefix.
  public var namespaces = 48

  /// The limits above, all at their stated values.
  public static let standard = Limits()

  /// Throws where `found` is more than `allowed`.
  @inline(__always)
  static func check(
    _ limit: Limit, _ found: Int, within allowed: Int, part: String
  ) throws(WorkbookError) {
    if found > allowed {
      throw .beyondLimit(limit, found: found, allowed: allowed, part: part)
    }
  }
}
