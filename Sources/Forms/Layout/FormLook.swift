internal import Workbooks

/// The looks of a blank: cells and number formats.
enum FormLook {
  static let complete = HighlightStyle(font: Colour.pass, fill: Colour.passGround)
  static let warning = HighlightStyle(font: Colour.warning, fill: Colour.warningGround)
  static let error = HighlightStyle(font: Colour.error, fill: Colour.errorGround)
  static let rule = CellStyle.Line(.thin, Colour.rule)
  static let frame = CellStyle.Line(.thin, Colour.frame)

  static let money = "#,##0.00_ "
  static let rate = "0.00%"
  static let day = "yyyy-mm-dd"

  /// The format of scores with so many decimals.
  static func score(places: Int) -> String {
    places == 0 ? "0" : "0." + String(repeating: "0", count: places)
  }

  // MARK: What is printed

  static let title = CellStyle(font: .init(Face.heading, size: 18), horizontal: .center)
  static let year = CellStyle(font: .init(Face.table), horizontal: .center)
  static let openYear = CellStyle(
    font: .init(Face.table), fill: Colour.entry, horizontal: .center, locked: false)
  static let heads = boxed(.init(Face.heading), Colour.label, .center, wraps: true)
  static let words = boxed(.init(Face.table), Colour.quiet, .left, wraps: true, indent: 1)
  static let code = boxed(
    .init(Face.figures), Colour.quiet, .left, format: "@", wraps: true, indent: 1)
  static let total = boxed(.init(Face.heading), Colour.quiet, .left, indent: 1)
  static let amount = boxed(.init(Face.figures), Colour.quiet, .right, format: money)
  static let figure = boxed(.init(Face.figures), Colour.quiet, .center)
  static let target = boxed(.init(Face.figures), Colour.quiet, .center, wraps: true)
  static let targetWords = boxed(.init(Face.table), Colour.quiet, .center, wraps: true)
  static let dash = boxed(.init(Face.table), Colour.quiet, .center)
  static let computedRate = boxed(.init(Face.figures), Colour.quiet, .center, format: rate)
  static let tier1 = boxed(.init(Face.heading), Colour.label, .center, wraps: true)
  static let tier2 = boxed(.init(Face.table), Colour.label, .center, wraps: true)
  static let goal = boxed(.init(Face.lengthy), Colour.quiet, .left, wraps: true, indent: 1)
  static let sum = boxed(.init(Face.figures, bold: true), Colour.label, .center)
  static let key = boxed(
    .init(Face.table, size: 9, colour: Colour.secondary), Colour.label, .left, wraps: true,
    indent: 1)
  static let note = CellStyle(
    font: .init(Face.table, size: 9, colour: Colour.secondary), horizontal: .left, vertical: .top,
    wraps: true)

  static let carriedHead = boxed(
    .init(Face.table, size: 10, colour: Colour.secondary), Colour.label, .center, wraps: true)
  static let carried = boxed(
    .init(Face.table, size: 10, colour: Colour.secondary), Colour.label, .center, wraps: true)

  static func computedScore(_ places: Int, isSum: Bool = false) -> CellStyle {
    boxed(
      .init(Face.figures, bold: isSum), isSum ? Colour.label : Colour.quiet, .center,
      format: score(places: places))
  }

  // MARK: What is filled in

  static func entry(_ entry: Entry, places: Int = 2) -> CellStyle {
    switch entry {
    case .money: open(.init(Face.figures), .right, format: money)
    case .number: open(.init(Face.figures), .center)
    case .percent, .rate: open(.init(Face.figures), .center, format: rate)
    case .day: open(.init(Face.figures), .center, format: day)
    case .answer, .level: open(.init(Face.table), .center, wraps: true)
    case .score, .judged, .deduction:
      open(.init(Face.figures), .center, format: score(places: places))
    case .points: open(.init(Face.figures), .center)
    case .target, .tick, .likelihood: open(.init(Face.table), .center, wraps: true)
    case .reason: open(.init(Face.lengthy, size: 10), .left, wraps: true, indent: 1)
    case .result: open(.init(Face.lengthy), .left, wraps: true, indent: 1)
    case .words: open(.init(Face.table), .left, wraps: true, indent: 1)
    }
  }

  // MARK: The tool line

  static let lockedChip = chip(Colour.quiet)
  static let entryChip = chip(Colour.entry)
  static let selfCheck = CellStyle(
    font: .init(Face.heading, size: 10, colour: Colour.warning), fill: Colour.warningGround,
    border: .box(rule),
    horizontal: .left, wraps: true, indent: 1)

  private static func chip(_ fill: RGB) -> CellStyle {
    CellStyle(
      font: .init(Face.table, size: 10), fill: fill, border: .box(rule), horizontal: .center,
      wraps: true)
  }

  private static func boxed(
    _ font: CellStyle.Font, _ fill: RGB, _ horizontal: CellStyle.Horizontal,
    format: String? = nil, wraps: Bool = false, indent: Int = 0
  ) -> CellStyle {
    CellStyle(
      font: font, fill: fill, border: .box(rule), numberFormat: format, horizontal: horizontal,
      wraps: wraps, indent: indent)
  }

  private static func open(
    _ font: CellStyle.Font, _ horizontal: CellStyle.Horizontal, format: String? = nil,
    wraps: Bool = false, indent: Int = 0
  ) -> CellStyle {
    var style = boxed(font, Colour.entry, horizontal, format: format, wraps: wraps, indent: indent)
    style.isLocked = false
    return style
  }
}
