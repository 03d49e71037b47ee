public import Workbooks

/// A workbook of drawn sheets, as the bytes of a file.
public enum TestWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// The file of a workbook with these sheets, and names for cells (`sb_x`: `表!$A$1`).
  public static func bytes(_ sheets: [TestSheet], names: [String: String] = [:]) throws -> [UInt8] {
    var entries = [
      ("[Content_Types].xml", contentTypes(sheets.count)),
      ("_rels/.rels", rootRelationships),
      ("xl/workbook.xml", workbook(sheets, names)),
      ("xl/_rels/workbook.xml.rels", relationships(sheets.count)),
      ("xl/styles.xml", styles),
    ]
    for (index, sheet) in sheets.enumerated() {
      entries.append(("xl/worksheets/sheet\(index + 1).xml", sheet.part))
    }
    return try ZipArchive.packing(entries.map { (name: $0.0, bytes: Array($0.1.utf8)) })
  }

  /// A workbook with these sheets, read.
  public static func read(_ sheets: TestSheet...) throws -> Workbook {
    try Workbook.read(bytes(sheets))
  }

  private static func contentTypes(_ count: Int) -> String {
    let sheets = (0..<count).map {
      "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\""
        + " ContentType=\"\(type)worksheet+xml\"/>"
    }
    return """
      <Types xmlns="\(package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(type)sheet.main+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(type)styles+xml"/>\
      \(sheets.joined())</Types>
      """
  }

  private static var rootRelationships: String {
    """
    <Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>\
    </Relationships>
    """
  }

  private static func workbook(_ sheets: [TestSheet], _ names: [String: String]) -> String {
    let items = sheets.enumerated().map { index, sheet in
      let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
      return "<sheet name=\"\(TestSheet.escaped(sheet.name))\" sheetId=\"\(index + 1)\"\(state)"
        + " r:id=\"rId\(index + 1)\"/>"
    }
    let defined = names.sorted { $0.key < $1.key }.map { name, formula in
      "<definedName name=\"\(name)\">\(TestSheet.escaped(formula))</definedName>"
    }
    return """
      <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\(items.joined())</sheets>\
      \(defined.isEmpty ? "" : "<definedNames>\(defined.joined())</definedNames>")</workbook>
      """
  }

  private static func relationships(_ count: Int) -> String {
    let sheets = (0..<count).map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(office)/worksheet\""
        + " Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    return """
      <Relationships xmlns="\(package)/relationships">\(sheets.joined())\
      <Relationship Id="rIdStyles" Type="\(office)/styles" Target="styles.xml"/></Relationships>
      """
  }

  /// The codes of styles 3 and on.
  static let formats = [
    "\"≤\"0", "0\"人\"", "##0.00\"万元\"", "0.00\"%\"", "0!.0,", "0.00_);[Red](0.00)",
    "_ ¥* #,##0.00_ ", "\"约\"0", "\"≥\"0%",
  ]

  /// Style 0 shows numbers as they are, 1 in percent with two decimals, 2 as a date; then come
  /// the formats above.
  private static var styles: String {
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(TestSheet.escaped(code))\"/>"
    }
    let cells = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    return """
      <styleSheet xmlns="\(main)"><numFmts>\(codes.joined())</numFmts><cellXfs>\
      <xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/>\(cells.joined())</cellXfs>\
      </styleSheet>
      """
  }
}
