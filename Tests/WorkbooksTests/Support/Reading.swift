@testable import Workbooks

/// A workbook of one sheet with these rows, read.
func reading(_ rows: String, after: String = "", before: String = "") throws -> Sheet {
  var package = PackageBuilder()
  package.addSheet("表", rows, after: after, before: before)
  return try Workbook.read(try package.packed()).sheets[0]
}

extension Sheet {
  /// The cell at `F18` and the like.
  func cell(_ place: String) -> Cell? { CellReference(place).flatMap { cell($0) } }

  /// The value at `F18` and the like; blank where nothing is stored.
  func value(_ place: String) -> CellValue { cell(place)?.value ?? .blank }
}
