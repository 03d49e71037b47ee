/// A workbook from fuzzed bytes.
///
/// Bytes that begin as a zip archive are one. All others are the parts of a package as text, each
/// behind a line `#!part NAME`, so that mutation meets the XML and not its deflated form; parts
/// that are not given are those of a small workbook.
enum PackageInput {
  static func file(_ input: [UInt8]) -> [UInt8] {
    if input.starts(with: [0x50, 0x4B]) { return input }
    var parts = given(input)
    let names = Set(parts.map(\.name))
    for (name, text) in frame where !names.contains(Array(name.utf8)) {
      parts.append((Array(name.utf8), Array(text.utf8)[...]))
    }
    return StoredZip.bytes(parts)
  }

  private static func given(_ input: [UInt8]) -> [(name: [UInt8], bytes: ArraySlice<UInt8>)] {
    let marker = Array("#!part ".utf8)
    var starts: [Int] = []
    for at in input.indices where input[at] == 0x23 && input[at...].starts(with: marker) {
      if at == 0 || input[at - 1] == 0x0A { starts.append(at) }
    }
    guard !starts.isEmpty else { return [(Array("xl/worksheets/sheet1.xml".utf8), input[...])] }
    var parts: [(name: [UInt8], bytes: ArraySlice<UInt8>)] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] - 1 : input.count
      let line = input[start..<end].firstIndex(of: 0x0A) ?? end
      parts.append(
        (Array(input[(start + marker.count)..<line].prefix(2000)), input[line..<end].dropFirst()))
    }
    return parts
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let frame: [(name: String, text: String)] = [
    (
      "[Content_Types].xml",
      """
      <Types xmlns="\(package)/content-types"><Default Extension="xml" ContentType="application/xml"/>\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).worksheet+xml"/></Types>
      """
    ),
    (
      "_rels/.rels",
      """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1"\
       Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """
    ),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
      <sheet name="自评表" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="\(package)/relationships">\
      <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="\(office)/styles" Target="styles.xml"/>\
      <Relationship Id="rId3" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
      </Relationships>
      """
    ),
    (
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"
    ),
  ]
}
