@testable import Workbooks

/// Builds small workbooks part by part, so that a test shows the very XML it is about.
struct PackageBuilder {
  /// The parts, in the order in which they are packed.
  private(set) var parts: [(name: String, bytes: [UInt8])] = []
  private var sheetNames: [(name: String, attributes: String)] = []

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006"
  static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// Sets a part, over an earlier one of the same name.
  mutating func set(_ name: String, _ xml: String) {
    set(name, Array(xml.utf8))
  }

  mutating func set(_ name: String, _ bytes: [UInt8]) {
    parts.removeAll { $0.name == name }
    parts.append((name, bytes))
  }

  mutating func remove(_ name: String) {
    parts.removeAll { $0.name == name }
  }

  /// Adds `xl/worksheets/sheetN.xml` with this `<sheetData>` content, and what follows it.
  mutating func addSheet(
    _ name: String, _ rows: String, after: String = "", before: String = "",
    attributes: String = ""
  ) {
    sheetNames.append((name, attributes))
    set(
      "xl/worksheets/sheet\(sheetNames.count).xml",
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <worksheet xmlns="\(Self.main)" xmlns:r="\(Self.office)">\(before)\
      <sheetData>\(rows)</sheetData>\(after)</worksheet>
      """)
  }

  /// Adds the shared strings, each given as the content of its `<si>`.
  mutating func setSharedStrings(_ items: [String]) {
    set(
      "xl/sharedStrings.xml",
      "<sst xmlns=\"\(Self.main)\">" + items.map { "<si>\($0)</si>" }.joined() + "</sst>")
  }

  /// Sets the styles: one `<xf>` for each number format id, and the custom formats.
  mutating func setStyles(formatIDs: [Int], custom: [Int: String] = [:]) {
    let formats = custom.sorted { $0.key < $1.key }
      .map { "<numFmt numFmtId=\"\($0.key)\" formatCode=\"\($0.value)\"/>" }.joined()
    let cellFormats = formatIDs.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    set(
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(Self.main)"><numFmts>\(formats)</numFmts>\
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>\(cellFormats)</cellXfs></styleSheet>
      """)
  }

  /// The package: the parts set, and around them every part of a workbook not set by hand.
  func packed(workbook: String = "") throws -> [UInt8] {
    var all = frame(workbook)
    for part in parts {
      if let place = all.firstIndex(where: { $0.name == part.name }) {
        all[place] = part
      } else {
        all.append(part)
      }
    }
    return try ZipArchive.packing(all)
  }

  private func frame(_ workbook: String) -> [(name: String, bytes: [UInt8])] {
    [
      ("[Content_Types].xml", Array(contentTypes.utf8)),
      ("_rels/.rels", Array(rootRelationships.utf8)),
      ("xl/workbook.xml", Array(workbookPart(workbook).utf8)),
      ("xl/_rels/workbook.xml.rels", Array(workbookRelationships.utf8)),
    ]
  }

  private var contentTypes: String {
    let overrides = sheetNames.indices.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\""
        + " ContentType=\"\(Self.types)worksheet+xml\"/>"
    }
    return """
      <Types xmlns="\(Self.package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(Self.types)sheet.main+xml"/>\
      \(overrides.joined())\
      <Override PartName="/xl/styles.xml" ContentType="\(Self.types)styles+xml"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(Self.types)sharedStrings+xml"/>\
      </Types>
      """
  }

  private var rootRelationships: String {
    """
    <Relationships xmlns="\(Self.package)/relationships">\
    <Relationship Id="rId1" Type="\(Self.office)/officeDocument" Target="xl/workbook.xml"/>\
    </Relationships>
    """
  }

  private func workbookPart(_ extra: String) -> String {
    let sheets = sheetNames.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\""
        + " \(sheet.attributes)/>"
    }
    return """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\
      <sheets>\(sheets.joined())</sheets>\(extra)</workbook>
      """
  }

  private var workbookRelationships: String {
    let sheets = sheetNames.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.office)/worksheet\""
        + " Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    let others = [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
      .filter { other in parts.contains { $0.name == "xl/\(other.1)" } }
      .map { "<Relationship Id=\"r_\($0)\" Type=\"\(Self.office)/\($0)\" Target=\"\($1)\"/>" }
    return """
      <Relationships xmlns="\(Self.package)/relationships">\
      \((sheets + others).joined())</Relationships>
      """
  }
}
