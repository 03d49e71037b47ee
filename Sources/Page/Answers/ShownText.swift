internal import Figures
internal import Workbooks

/// What a person sees in a cell, as far as its format is understood.
enum ShownText {
  static func text(_ cell: Cell, in workbook: Workbook) -> String {
    switch cell.value {
    case .blank: ""
    case .text(let text), .error(let text): text
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .number(let digits): number(digits, cell.format, in: workbook)
    }
  }

  private static func number(
    _ digits: String, _ format: NumberFormat, in workbook: Workbook
  ) -> String {
    guard format.kind != .date else {
      return workbook.date(ofSerial: digits)?.description ?? digits
    }
    guard let figure = Figure(stored: digits) else { return digits }
    if format.kind == .percent {
      let percent = (try? figure * Figure.hundred) ?? figure
      return "\(decimals(percent, format.decimals))%"
    }
    let shown = (try? figure.shifted(right: format.power)) ?? figure
    return format.before + decimals(shown, format.decimals) + format.after
  }

  private static func decimals(_ figure: Figure, _ places: Int?) -> String {
    places.map { figure.rounded(to: $0).text(places: $0) } ?? figure.description
  }
}
