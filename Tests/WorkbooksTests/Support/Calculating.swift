import Foundation

@testable import Workbooks

/// What a formula comes to among some cells: numbers and texts by their places, `=…` for formulas
/// without a stored value.
func calculated(_ formula: String, _ cells: [String: String] = [:]) throws -> CellValue? {
  let places = cells.compactMap { place, content in
    CellReference(place).map { ($0, content) }
  }
  var rows: [Int: [(Int, String)]] = [:]
  for (place, content) in places + [(CellReference(uncheckedRow: 99, column: 26), "=" + formula)] {
    rows[place.row, default: []].append((place.column, formulaCell(place, content)))
  }
  let data = rows.sorted { $0.key < $1.key }.map { row, cells in
    "<row r=\"\(row)\">\(cells.sorted { $0.0 < $1.0 }.map(\.1).joined())</row>"
  }
  return try answer(data.joined(), at: "Z99")
}

/// What the formula at a place of a sheet of these rows comes to.
func answer(_ rows: String, at place: String) throws -> CellValue? {
  answer(in: try formulaWorkbook(rows), at: place)
}

/// What the formula at a place of the first sheet comes to, to a calculator of its own.
func answer(in workbook: Workbook, at place: String) -> CellValue? {
  let calculator = Calculator(workbook)
  return CellReference(place).flatMap { calculator.answer(to: $0, on: "表")?.value }
}

/// A workbook of a sheet of these rows and another one.
func formulaWorkbook(_ rows: String) throws -> Workbook {
  var package = PackageBuilder()
  package.addSheet("表", rows)
  package.addSheet("Other sheet", "<row r=\"2\"><c r=\"B2\"><v>17</v></c></row>")
  return try Workbook.read(try package.packed())
}

/// A cell of a sheet: a number, a text, a truth value, an error or, after `=`, a formula.
func formulaCell(_ place: CellReference, _ content: String) -> String {
  switch content.first {
  case "=": return "<c r=\"\(place)\"><f>\(escaped(content.dropFirst()))</f></c>"
  case "#": return "<c r=\"\(place)\" t=\"e\"><v>\(content)</v></c>"
  case _ where ["TRUE", "FALSE"].contains(content):
    return "<c r=\"\(place)\" t=\"b\"><v>\(content == "TRUE" ? 1 : 0)</v></c>"
  case _ where Double(content) != nil: return "<c r=\"\(place)\"><v>\(content)</v></c>"
  default: return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(content[...]))</t></is></c>"
  }
}

private func escaped(_ text: Substring) -> String {
  String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
}
