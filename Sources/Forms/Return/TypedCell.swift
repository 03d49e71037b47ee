internal import Evaluation
internal import Workbooks

/// Turns what a cell stores into what a person typed. No number is interpreted here.
enum TypedCell {
  static func content(_ cell: Cell, in workbook: Workbook) -> Typed.Content {
    switch cell.value {
    case .blank: unevaluated(cell.formula)
    case .number(let digits): number(digits, cell.format, in: workbook)
    case .text(let text): Wording.trimmed(text).isEmpty ? .blank : .text(text)
    case .boolean(let value): .boolean(value)
    case .error(let code): .error(code)
    }
  }

  /// A picture that WPS keeps in a cell is a formula to other programs; it counts as a text.
  private static func unevaluated(_ formula: String?) -> Typed.Content {
    guard let formula else { return .blank }
    return formula.contains("DISPIMG(") ? .text("=" + formula) : .unevaluatedFormula(formula)
  }

  private static func number(
    _ digits: String, _ format: NumberFormat, in workbook: Workbook
  ) -> Typed.Content {
    if format.kind == .date, let date = workbook.date(ofSerial: digits),
      let day = CalendarDay(year: date.year, month: date.month, day: date.day)
    {
      return .date(day)
    }
    return .number(digits, isPercent: format.kind == .percent, shownDecimals: format.decimals)
  }
}
