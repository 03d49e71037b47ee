internal import Workbooks

/// The type and palette of the roll-up.
enum SummaryLook {
  static let label = RGB(0xE6E9ED)
  static let computed = RGB(0xF4F5F6)
  static let grey = RGB(0x595959)
  static let linkInk = RGB(0x0B4F8A)
  static let errorFill = RGB(0xFBE3E1)
  static let errorInk = RGB(0x9C1C14)
  static let warningFill = RGB(0xFFF0CC)
  static let warningInk = RGB(0x7A4B00)
  static let bar = RGB(0xB4C6D8)
  /// What must be acted on; bold, so that it is told apart in black and white.
  static let error = HighlightStyle(font: errorInk, fill: errorFill, bold: true)
  /// What must be explained.
  static let warning = HighlightStyle(font: warningInk, fill: warningFill)
  /// What does not count, or is done with.
  static let settled = HighlightStyle(font: grey)
  static let rule = CellStyle.Line(.thin, RGB(0xA3A9AF))
  static let frame = CellStyle.Line(.thin, RGB(0x3D4349))

  static let heading = "黑体"
  static let text = "宋体"
  static let figures = "Times New Roman"

  static let title = CellStyle(font: .init(heading, size: 16), horizontal: .center)
  static let note = CellStyle(font: .init(text, size: 10, colour: grey), horizontal: .center)
  static let remark = CellStyle(
    font: .init(text, size: 10.5, colour: grey), horizontal: .center, wraps: true)

  /// A cell of a table without its lines.
  static func style(_ kind: SummaryColumn.Kind) -> CellStyle {
    switch kind {
    case .index, .count: figure("0", .center)
    case .code: CellStyle(font: .init(figures), numberFormat: "@", horizontal: .center, wraps: true)
    case .text: CellStyle(font: .init(text), horizontal: .left, wraps: true, indent: 1)
    case .words: CellStyle(font: .init(text), horizontal: .center, wraps: true)
    case .money: figure("#,##0.00_ ", .right)
    case .rate: figure("0.00%_ ", .right)
    case .score: figure("0.00_ ", .right)
    case .bar: figure(";;;", .right)
    case .link: CellStyle(font: .init(text), horizontal: .left, indent: 1)
    }
  }

  private static func figure(
    _ format: String, _ horizontal: CellStyle.Horizontal
  ) -> CellStyle {
    CellStyle(font: .init(figures), numberFormat: format, horizontal: horizontal)
  }
}

/// A column of a table of the roll-up.
struct SummaryColumn {
  /// What stands in it.
  enum Kind {
    case index, code, text, words, money, rate, score, bar, count, link
  }

  var heading: String
  /// Pixels at 100 %.
  var width: Int
  var kind: Kind
  /// Whether it is printed; those that are not stand at the right end.
  var isPrinted = true

  init(_ heading: String, _ width: Int, _ kind: Kind, isPrinted: Bool = true) {
    self.heading = heading
    self.width = width
    self.kind = kind
    self.isPrinted = isPrinted
  }

  /// The pixels that text has between the cell's margins.
  var room: Int { width - 7 - (kind == .text ? 10 : 0) }

  /// The width that money of this size needs, at least `width`.
  static func money(_ heading: String, _ width: Int, digits: Int) -> SummaryColumn {
    // Two decimals, a comma in every three digits, and air.
    let characters = digits + (digits - 1) / 3 + 3
    return SummaryColumn(heading, max(width, characters * 7 + 16), .money)
  }
}

/// One cell of a table of the roll-up.
struct SummaryCell {
  /// How a cell differs from its column's look.
  enum Tone {
    case plain, grey
  }

  var value: WorkbookWriter.Value
  var tone = Tone.plain
  var link: WrittenLink?

  init(_ value: WorkbookWriter.Value, _ tone: Tone = .plain, link: WrittenLink? = nil) {
    self.value = value
    self.tone = tone
    self.link = link
  }

  static let blank = SummaryCell(.blank)

  /// A text; blank where it is empty, cut where it is longer than a cell of a roll-up shows.
  static func text(_ text: String, _ tone: Tone = .plain, limit: Int = 300) -> SummaryCell {
    if text.isEmpty { return .blank }
    let shown = text.utf8.count > limit && text.count > limit ? text.prefix(limit) + "…" : text[...]
    return SummaryCell(.text(String(shown)), tone)
  }

  static func count(_ number: Int) -> SummaryCell {
    SummaryCell(.number(String(number)), number == 0 ? .grey : .plain)
  }

  func toned(_ tone: Tone) -> SummaryCell {
    guard self.tone == .plain else { return self }
    var cell = self
    cell.tone = tone
    return cell
  }

  var style: (CellStyle) -> CellStyle {
    { base in
      var style = base
      switch tone {
      case .plain: if link != nil { style.font.colour = SummaryLook.linkInk }
      case .grey: style.font.colour = SummaryLook.grey
      }
      style.font.isUnderlined = link != nil
      return style
    }
  }
}
