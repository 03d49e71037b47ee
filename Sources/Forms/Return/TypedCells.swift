internal import Evaluation
internal import Figures
internal import Workbooks

/// Turns what the cells of a workbook store into what a person typed. No number is interpreted
/// here.
struct TypedCells {
  let workbook: Workbook
  private let calculator: Calculator

  init(_ workbook: Workbook, mostWork: Int = Calculator.usualWork) {
    self.workbook = workbook
    calculator = Calculator(workbook, mostWork: mostWork)
  }

  /// What stands at a place of a sheet, which is this in the words of findings.
  func typed(_ cell: CellReference, on sheet: Sheet, at place: consuming Place) -> Typed {
    let shown = sheet.shown(at: cell)
    guard shown.lacksValue, let cell = sheet.cell(cell) else {
      return Typed(
        content(shown.value, shown.format), at: place, frame: Self.frame(shown.format))
    }
    return typed(cell, on: sheet, at: place)
  }

  /// What stands in a cell of a sheet, at a place in the words of findings.
  func typed(_ cell: Cell, on sheet: Sheet, at place: Place) -> Typed {
    guard cell.value == .blank, let formula = cell.formula else {
      return Typed(
        content(cell.value, cell.format), at: place, frame: Self.frame(cell.format))
    }
    // A picture that WPS keeps in a cell is a formula to other programs; it counts as a text.
    if formula.contains("DISPIMG(") { return Typed(.text("=" + formula), at: place) }
    let answer = calculator.answer(to: cell.reference, on: sheet.name)
    guard let answer, let value = answer.value else {
      return Typed(.unevaluatedFormula(answer?.formula ?? formula), at: place)
    }
    return Typed(
      content(value, cell.format), at: place, workedOutFrom: answer.formula,
      frame: Self.frame(cell.format))
  }

  /// What a format writes around a number, as people see it: `≤`, `万元`.
  private static func frame(_ format: NumberFormat) -> Typed.Frame? {
    format.frame.map { Typed.Frame(before: $0.before, after: $0.after) }
  }

  private func content(_ value: CellValue, _ format: NumberFormat) -> Typed.Content {
    switch value {
    case .blank: .blank
    case .number(let digits): number(digits, format)
    case .text(let text): Wording.isWhite(text) ? .blank : .text(text)
    case .boolean(let value): .boolean(value)
    case .error(let code): .error(code)
    }
  }

  private func number(_ digits: String, _ format: NumberFormat) -> Typed.Content {
    if format.kind == .date, let date = workbook.date(ofSerial: digits),
      let day = CalendarDay(year: date.year, month: date.month, day: date.day)
    {
      return .date(day)
    }
    let isPercent = format.kind == .percent
    // A cell holds what it shows: 45000 in a format that shows thousands is 45.
    if format.power > 0, let figure = try? Figure(stored: digits)?.shifted(right: format.power) {
      return .number(figure.description, isPercent: isPercent, shownDecimals: format.decimals)
    }
    return .number(digits, isPercent: isPercent, shownDecimals: format.decimals)
  }
}
