@testable import Workbooks

enum WorkbookFuzzing {
  static func run(_ input: [UInt8]) {
    guard let workbook = try? Workbook.read(PackageInput.file(input)) else { return }
    let calculator = Calculator(workbook)
    for sheet in workbook.sheets { visit(sheet, of: workbook, calculator) }
    _ = PriorPatch.find(in: workbook)
  }

  private static func visit(_ sheet: Sheet, of workbook: Workbook, _ calculator: Calculator) {
    var before = 0
    for row in sheet.rows {
      promise(row > before, "rows ascend")
      before = row
      for cell in sheet.cells(inRow: row) {
        promise(sheet.cell(cell.reference)?.value == cell.value, "a cell is found at its place")
        _ = sheet.formula(at: cell.reference)
        _ = calculator.answer(to: cell.reference, on: sheet.name)
        if case .number(let digits) = cell.value { _ = workbook.date(ofSerial: digits) }
        _ = sheet.merge(containing: cell.reference)
      }
    }
    _ = (sheet.usedRange, sheet.formattedExtent, sheet.hiddenRows, sheet.hiddenColumns)
  }
}
