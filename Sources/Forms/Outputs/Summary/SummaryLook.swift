internal import Workbooks

/// The cells of the roll-up.
enum SummaryLook {
  /// What must be acted on; bold, so that it is told apart in black and white.
  static let error = HighlightStyle(font: Colour.error, fill: Colour.errorGround, bold: true)
  /// What must be explained.
  static let warning = HighlightStyle(font: Colour.warning, fill: Colour.warningGround)
  static let rule = CellStyle.Line(.thin, Colour.rule)
  static let frame = CellStyle.Line(.thin, Colour.frame)

  static let title = CellStyle(font: .init(Face.heading, size: 16), horizontal: .center)
  static let note = CellStyle(
    font: .init(Face.table, size: 10, colour: Colour.secondary), horizontal: .center)
  static let remark = CellStyle(
    font: .init(Face.table, size: 10.5, colour: Colour.secondary), horizontal: .center, wraps: true)

  /// A cell of a table without its lines.
  static func style(_ kind: SummaryColumn.Kind) -> CellStyle {
    switch kind {
    case .index, .count: figure("0", .center)
    case .code:
      CellStyle(font: .init(Face.figures), numberFormat: "@", horizontal: .center, wraps: true)
    case .text: CellStyle(font: .init(Face.table), horizontal: .left, wraps: true, indent: 1)
    case .words: CellStyle(font: .init(Face.table), horizontal: .center, wraps: true)
    case .money: figure("#,##0.00_ ", .right)
    case .rate: figure("0.00%_ ", .right)
    case .score: figure("0.00_ ", .right)
    case .bar: figure(";;;", .right)
    case .link: CellStyle(font: .init(Face.table), horizontal: .left, indent: 1)
    }
  }

  private static func figure(
    _ format: String, _ horizontal: CellStyle.Horizontal
  ) -> CellStyle {
    CellStyle(font: .init(Face.figures), numberFormat: format, horizontal: horizontal)
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

  /// Whether it holds a text, which may lead somewhere.
  var isText: Bool {
    if case .text = value { true } else { false }
  }

  /// A text; blank where it is empty, cut where it is longer than a cell of a roll-up shows.
  static func text(_ text: String, _ tone: Tone = .plain, limit: Int = 300) -> SummaryCell {
    if text.isEmpty { return .blank }
    let isLong = text.utf8.count > limit && text.count > limit
    return SummaryCell(.text(isLong ? text.prefix(limit) + "…" : text), tone)
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
      case .plain: if link != nil { style.font.colour = Colour.link }
      case .grey: style.font.colour = Colour.secondary
      }
      style.font.isUnderlined = link != nil
      return style
    }
  }
}
