internal import Workbooks

/// The looks of a blank: type, palette and number formats.
enum FormLook {
  static let label = RGB(0xE6E9ED)
  static let locked = RGB(0xF4F5F6)
  static let entry = RGB(0xFFFAE3)
  static let grey = RGB(0x595959)
  static let complete = HighlightStyle(font: RGB(0x1E5B36), fill: RGB(0xE3EFE6))
  static let warning = HighlightStyle(font: RGB(0x7A4B00), fill: RGB(0xFFF0CC))
  static let error = HighlightStyle(font: RGB(0x9C1C14), fill: RGB(0xFBE3E1))
  static let rule = CellStyle.Line(.thin, RGB(0xA3A9AF))
  static let frame = CellStyle.Line(.thin, RGB(0x3D4349))

  static let heading = "黑体"
  static let table = "宋体"
  static let lengthy = "仿宋_GB2312"
  static let figures = "Times New Roman"

  static let money = "#,##0.00_ "
  static let rate = "0.00%"
  static let day = "yyyy-mm-dd"

  /// The format of scores with so many decimals.
  static func score(places: Int) -> String {
    places == 0 ? "0" : "0." + String(repeating: "0", count: places)
  }

  // MARK: What is printed

  static let title = CellStyle(font: .init(heading, size: 18), horizontal: .center)
  static let year = CellStyle(font: .init(table), horizontal: .center)
  static let openYear = CellStyle(
    font: .init(table), fill: entry, horizontal: .center, locked: false)
  static let heads = boxed(.init(heading), label, .center, wraps: true)
  static let words = boxed(.init(table), locked, .left, wraps: true, indent: 1)
  static let code = boxed(.init(figures), locked, .left, format: "@", wraps: true, indent: 1)
  static let total = boxed(.init(heading), locked, .left, indent: 1)
  static let amount = boxed(.init(figures), locked, .right, format: money)
  static let figure = boxed(.init(figures), locked, .center)
  static let target = boxed(.init(figures), locked, .center, wraps: true)
  static let targetWords = boxed(.init(table), locked, .center, wraps: true)
  static let dash = boxed(.init(table), locked, .center)
  static let computedRate = boxed(.init(figures), locked, .center, format: rate)
  static let tier1 = boxed(.init(heading), label, .center, wraps: true)
  static let tier2 = boxed(.init(table), label, .center, wraps: true)
  static let goal = boxed(.init(lengthy), locked, .left, wraps: true, indent: 1)
  static let sum = boxed(.init(figures, bold: true), label, .center)
  static let key = boxed(.init(table, size: 9, colour: grey), label, .left, wraps: true, indent: 1)
  static let note = CellStyle(
    font: .init(table, size: 9, colour: grey), horizontal: .left, vertical: .top, wraps: true)

  static func computedScore(_ places: Int, isSum: Bool = false) -> CellStyle {
    boxed(
      .init(figures, bold: isSum), isSum ? label : locked, .center, format: score(places: places))
  }

  // MARK: What is filled in

  static func entry(_ entry: Entry, places: Int = 2) -> CellStyle {
    switch entry {
    case .money: open(.init(figures), .right, format: money)
    case .number: open(.init(figures), .center)
    case .percent, .rate: open(.init(figures), .center, format: rate)
    case .day: open(.init(figures), .center, format: day)
    case .answer, .level: open(.init(table), .center, wraps: true)
    case .score, .judged: open(.init(figures), .center, format: score(places: places))
    case .points: open(.init(figures), .center)
    case .target: open(.init(table), .center, wraps: true)
    case .reason: open(.init(lengthy, size: 10), .left, wraps: true, indent: 1)
    case .result: open(.init(lengthy), .left, wraps: true, indent: 1)
    case .words: open(.init(table), .left, wraps: true, indent: 1)
    }
  }

  // MARK: The tool line

  static let lockedChip = chip(locked)
  static let entryChip = chip(RGB(0xFFFAE3))
  static let selfCheck = CellStyle(
    font: .init(heading, size: 10, colour: RGB(0x7A4B00)), fill: RGB(0xFFF0CC), border: .box(rule),
    horizontal: .left, wraps: true, indent: 1)

  private static func chip(_ fill: RGB) -> CellStyle {
    CellStyle(
      font: .init(table, size: 10), fill: fill, border: .box(rule), horizontal: .center,
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
    var style = boxed(font, entry, horizontal, format: format, wraps: wraps, indent: indent)
    style.isLocked = false
    return style
  }
}
