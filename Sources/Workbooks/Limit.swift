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
  /// Inflated bytes of one part from which the ratio counts.
  case ratioFrom = "bytes in one part, from which the ratio counts"
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
  /// Bytes of one text or formula, with its markup.
  case textBytes = "bytes in one text"
  /// Cell formats.
  case styles = "cell formats"
  /// Defined names.
  case definedNames = "defined names"
  /// Relationships of one part.
  case relationships = "relationships of one part"
  /// Elements of one part that an annotation has to change; the cells of a sheet do not count.
  case elements = "elements in a part to be changed"
  /// Elements within elements.
  case nesting = "levels of nested XML"
  /// Bytes of one attribute.
  case attributeBytes = "bytes in one attribute"
  /// Attributes of one element.
  case attributes = "attributes on one element"
  /// Namespace declarations in scope.
  case namespaces = "namespace declarations in scope"
  /// Forms in one workbook.
  case forms = "forms in one workbook"
  /// Indicators in all forms of one workbook.
  case indicators = "indicators in one workbook"
  /// Bytes of a bundle of returns.
  case bundleBytes = "bytes in the bundle"
  /// Bytes of all entries of a bundle together, inflated.
  case bundleInflatedBytes = "bytes in all entries of the bundle, inflated"
  /// Entries of a bundle, with those of the bundles within it.
  case bundleEntries = "entries in the bundle"
  /// Bundles within bundles, the outermost counted.
  case bundleDepth = "bundles within one another"
  /// Bytes of a bundle within another.
  case nestedBundleBytes = "bytes in a bundle within another"

  /// Its name in options and in docs/limits.md: `defined-names`.
  public var name: String {
    "\(self)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  /// A limit by its name; `nil` where none has it.
  public init?(named name: String) {
    guard let limit = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = limit
  }
}
