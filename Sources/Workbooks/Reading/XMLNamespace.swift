/// The XML namespaces that reading and patching tell apart, Transitional and Strict as one.
enum XMLNamespace: UInt8 {
  /// No namespace at all.
  case none
  /// Any other.
  case other
  /// SpreadsheetML: `worksheet`, `workbook`, `sst`, `styleSheet`, `comments`.
  case spreadsheet
  /// `r:id` and the like, within SpreadsheetML.
  case officeRelationships
  /// The `.rels` parts.
  case packageRelationships
  case contentTypes
  case markupCompatibility
  /// `x14:…` of Excel 2010.
  case spreadsheet2010
  /// `xm:…`: formulas and ranges within `x14`.
  case excelMain
  case coreProperties
  case dublinCoreTerms
  case customProperties
  case extendedProperties
  case variantTypes
  case drawing
  /// `xml:…`, bound without a declaration.
  case xml

  /// The namespace of a URI, given as its bytes.
  static func of(_ uri: ArraySlice<UInt8>) -> XMLNamespace {
    guard !uri.isEmpty else { return .none }
    return table.first { $0.uri.utf8CodeUnitCount == uri.count && $0.uri.matches(uri) }?.name
      ?? .other
  }

  private static let table: [(uri: StaticString, name: XMLNamespace)] = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .spreadsheet),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", .spreadsheet),
    (
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships", .officeRelationships
    ),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", .officeRelationships),
    ("http://schemas.openxmlformats.org/package/2006/relationships", .packageRelationships),
    ("http://schemas.openxmlformats.org/package/2006/content-types", .contentTypes),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", .markupCompatibility),
    ("http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", .spreadsheet2010),
    ("http://schemas.microsoft.com/office/excel/2006/main", .excelMain),
    (
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", .coreProperties
    ),
    ("http://purl.org/dc/terms/", .dublinCoreTerms),
    (
      "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", .customProperties
    ),
    ("http://purl.oclc.org/ooxml/officeDocument/customProperties", .customProperties),
    (
      "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
      .extendedProperties
    ),
    ("http://purl.oclc.org/ooxml/officeDocument/extendedProperties", .extendedProperties),
    ("http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", .variantTypes),
    ("http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", .variantTypes),
    ("http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", .drawing),
    ("http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", .drawing),
    ("http://www.w3.org/XML/1998/namespace", .xml),
  ]
}

extension StaticString {
  /// Whether these are the same bytes, which must be as many.
  @inline(__always)
  func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
    withUTF8Buffer { $0.elementsEqual(bytes) }
  }
}
