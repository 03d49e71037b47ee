internal import Workbooks

/// Last year's values, right of the table: the official form stays as it is.
extension FormDrafter {
  /// The headers, in the row begun last.
  mutating func drawCarriedHeaders() {
    guard !carried.isEmpty else { return }
    for (index, text) in CarriedValue.headers.enumerated() {
      putCarried(text, index, FormLook.carriedHead)
    }
    drawing.margin = CarriedValue.headers.map { _ in CarriedValue.width }
  }

  /// The values of an indicator, in the row begun last.
  mutating func drawCarried(_ id: String?) {
    guard !carried.isEmpty else { return }
    let texts = id.flatMap { carried[$0]?.texts } ?? CarriedValue.headers.map { _ in "" }
    for (index, text) in texts.enumerated() { putCarried(text, index, FormLook.carried) }
  }

  private mutating func putCarried(_ text: String, _ index: Int, _ style: CellStyle) {
    let column = columns.last + 1 + index
    guard let range = FormDrawing.range(row...row, column...column) else { return }
    let lines = TextExtent.lines(text, pixels: CarriedValue.width - 5, size: style.font.size)
    grow(to: TextExtent.pixels(lines: lines, size: style.font.size).rounded(.up))
    drawing.cells.append(
      .init(range: range, content: text.isEmpty ? .blank : .text(text), style: style))
  }
}
