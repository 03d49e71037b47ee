internal import Workbooks

/// The looks of everything the annotation adds, in one place.
enum AuditLook {
  /// The pixels that one character of a column width stands for under the Normal style.
  static let pixelsPerCharacter = 7.0

  /// A width in pixels as sheets store it.
  static func characters(pixels: Int) -> Double { Double(pixels) / pixelsPerCharacter }

  static let errorHighlight = HighlightStyle(font: Colour.error, fill: Colour.errorGround)
  static let warningHighlight = HighlightStyle(font: Colour.warning, fill: Colour.warningGround)

  /// The mark in front of the words, so that no level is told by colour alone.
  static func mark(_ isError: Bool) -> String { isError ? "▲" : "△" }
}

// MARK: - The columns beside the form

extension AuditLook {
  /// Widths in pixels: rate, score, difference, opinion.
  static let rateWidth = 70
  static let scoreWidth = 66
  static let differenceWidth = 58
  static let opinionWidth = 266

  static func columnTitle() -> CellStyle {
    CellStyle(
      font: .init(Face.heading, size: 12, colour: Colour.ink), border: edge(),
      horizontal: .left, indent: 1)
  }

  static func columnKey() -> CellStyle {
    CellStyle(
      font: .init(Face.auditor, size: 9, colour: Colour.ink), border: edge(),
      horizontal: .left, wraps: true, indent: 1)
  }

  static func columnHeading(atEdge: Bool) -> CellStyle {
    let line = CellStyle.Line(.thin, Colour.ink)
    return CellStyle(
      font: .init(Face.heading, size: 10, colour: Colour.ink),
      border: edge(atEdge, top: line, bottom: line), horizontal: .center, wraps: true)
  }

  static func columnFigure(_ format: String, atEdge: Bool, isFaint: Bool = false) -> CellStyle {
    CellStyle(
      font: .init(Face.figures, colour: isFaint ? Colour.secondary : Colour.ink),
      border: edge(atEdge, bottom: CellStyle.Line(.thin, Colour.inkRule)),
      numberFormat: format, horizontal: .right)
  }

  static func opinion(size: Double) -> CellStyle {
    CellStyle(
      font: .init(Face.auditor, size: size, colour: Colour.ink),
      border: edge(false, bottom: CellStyle.Line(.thin, Colour.inkRule)),
      horizontal: .left, wraps: true, indent: 1)
  }

  /// Beside rows that carry no figure the rule down the left goes on alone.
  static func columnEdge() -> CellStyle {
    CellStyle(font: .init(Face.figures, colour: Colour.ink), border: edge())
  }

  private static func edge(
    _ isEdge: Bool = true, top: CellStyle.Line? = nil, bottom: CellStyle.Line? = nil
  ) -> CellStyle.Border {
    CellStyle.Border(
      top: top, bottom: bottom, left: isEdge ? CellStyle.Line(.medium, Colour.ink) : nil)
  }
}

// MARK: - The sheet 审核结果

extension AuditLook {
  static let title = CellStyle(font: .init(Face.heading, size: 18), horizontal: .center)
  static let subtitle = CellStyle(
    font: .init(Face.table, colour: Colour.secondary), horizontal: .center, wraps: true)
  static let section = CellStyle(font: .init(Face.heading, size: 12), horizontal: .left)
  static let signature = CellStyle(
    font: .init(Face.heading), horizontal: .right, vertical: .bottom)
  static let signatureLine = CellStyle(
    border: .init(bottom: .init(.thin, Colour.frame)), vertical: .bottom)

  static func verdict(_ colour: RGB) -> CellStyle {
    CellStyle(
      font: .init(Face.heading, size: 26, colour: colour), border: band(top: true, bottom: true),
      horizontal: .center)
  }

  static let counts = CellStyle(
    font: .init(Face.heading, size: 12), border: band(top: true), vertical: .bottom)
  static let nextStep = CellStyle(
    font: .init(Face.lengthy), border: band(bottom: true), wraps: true)
  static let total = CellStyle(
    font: .init(Face.figures, size: 26), border: band(top: true, bottom: true),
    numberFormat: "0.00", horizontal: .right)
  static let grade = CellStyle(
    font: .init(Face.heading), border: band(top: true), horizontal: .left, vertical: .bottom,
    indent: 1)
  static let gap = CellStyle(
    font: .init(Face.table, size: 10, colour: Colour.secondary), border: band(bottom: true),
    horizontal: .left, indent: 1)

  static let header = CellStyle(
    font: .init(Face.heading, size: 10), fill: Colour.label,
    border: .init(top: .init(.thin, Colour.frame), bottom: .init(.thin, Colour.rule)),
    horizontal: .center)

  private static func band(top: Bool = false, bottom: Bool = false) -> CellStyle.Border {
    let line = CellStyle.Line(.medium, Colour.frame)
    return CellStyle.Border(top: top ? line : nil, bottom: bottom ? line : nil)
  }

  /// Where a row stands in its table: it decides the rules above and below, and the ground.
  enum Row {
    case body, last, sum, lastSum

    var isSum: Bool { self == .sum || self == .lastSum }
    fileprivate var isLast: Bool { self == .last || self == .lastSum }
    fileprivate var border: CellStyle.Border {
      CellStyle.Border(
        top: isSum ? .init(.thin, Colour.frame) : nil,
        bottom: .init(.thin, isLast ? Colour.frame : Colour.rule))
    }
  }

  static func words(_ row: Row, centred: Bool = false) -> CellStyle {
    CellStyle(
      font: .init(row.isSum ? Face.heading : Face.table), fill: row.isSum ? Colour.quiet : nil,
      border: row.border, horizontal: centred ? .center : .left, wraps: true,
      indent: centred ? 0 : 1)
  }

  static func level(_ row: Row, _ colour: RGB?) -> CellStyle {
    var style = words(row, centred: true)
    style.font = .init(colour == nil ? Face.table : Face.heading, colour: colour)
    return style
  }

  /// Every look of the lists: which of them a page has differs from one round to the next.
  static let listLooks: [CellStyle] = {
    let rows = [Row.body, .last]
    let levels = [Colour.error, Colour.warning, Colour.pass, nil]
    return [section, header, comparison]
      + rows.flatMap { row in
        [words(row), words(row, centred: true), settled(row)]
          + levels.map { level(row, $0) } + [true, false].map { address(row, isLink: $0) }
      }
  }()

  /// The line that says how a return compares with the one it replaces.
  static let comparison = CellStyle(
    font: .init(Face.lengthy), border: .init(bottom: .init(.thin, Colour.frame)),
    horizontal: .left, wraps: true, indent: 1)

  /// Words that are done with.
  static func settled(_ row: Row) -> CellStyle {
    var style = words(row)
    style.font.colour = Colour.secondary
    return style
  }

  static func address(_ row: Row, isLink: Bool) -> CellStyle {
    var style = words(row, centred: true)
    style.font = .init(
      Face.figures, colour: isLink ? Colour.link : nil, underlined: isLink)
    return style
  }

  static func figure(_ format: String, _ row: Row) -> CellStyle {
    CellStyle(
      font: .init(Face.figures, bold: row.isSum), fill: row.isSum ? Colour.quiet : nil,
      border: row.border, numberFormat: format, horizontal: .right)
  }

  static func alarmed(_ style: CellStyle, isError: Bool = true) -> CellStyle {
    var style = style
    style.fill = isError ? Colour.errorGround : Colour.warningGround
    style.font.colour = isError ? Colour.error : Colour.warning
    return style
  }
}

/// Formats of figures.
enum AuditFormat {
  static let rate = "0.00%"
  static let score = "0.00"
  /// With air at the right: some programs drop a right indent.
  static let airyRate = "0.00%_ "
  static let airyScore = "0.00_ "
  static let airyCount = "General_ "
  static let airyMoney = "#,##0.00_ "
}
