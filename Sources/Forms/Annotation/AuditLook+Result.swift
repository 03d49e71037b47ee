internal import Workbooks

/// The looks of the sheet 审核结果.
extension AuditLook {
  static let title = Look(
    CellStyle(font: .init(Face.heading, size: 18), horizontal: .center))
  static let subtitle = Look(
    CellStyle(
      font: .init(Face.table, colour: Colour.secondary), horizontal: .center, wraps: true))
  static let section = Look(
    CellStyle(font: .init(Face.heading, size: 12), horizontal: .left))
  static let signature = Look(
    CellStyle(font: .init(Face.heading), horizontal: .right, vertical: .bottom))
  static let signatureLine = Look(
    CellStyle(border: .init(bottom: .init(.thin, Colour.frame)), vertical: .bottom))

  static let accepted = verdict(Colour.pass)
  static let sentBack = verdict(Colour.error)

  private static func verdict(_ colour: RGB) -> Look {
    Look(
      CellStyle(
        font: .init(Face.heading, size: 26, colour: colour), border: band(top: true, bottom: true),
        horizontal: .center))
  }

  static let counts = Look(
    CellStyle(font: .init(Face.heading, size: 12), border: band(top: true), vertical: .bottom))
  static let nextStep = Look(
    CellStyle(font: .init(Face.lengthy), border: band(bottom: true), wraps: true))
  static let total = Look(
    CellStyle(
      font: .init(Face.figures, size: 26), border: band(top: true, bottom: true),
      numberFormat: "0.00", horizontal: .right))
  static let grade = Look(
    CellStyle(
      font: .init(Face.heading), border: band(top: true), horizontal: .left, vertical: .bottom,
      indent: 1))
  static let gap = Look(
    CellStyle(
      font: .init(Face.table, size: 10, colour: Colour.secondary), border: band(bottom: true),
      horizontal: .left, indent: 1))

  static let header = Look(
    CellStyle(
      font: .init(Face.heading, size: 10), fill: Colour.label,
      border: .init(top: .init(.thin, Colour.frame), bottom: .init(.thin, Colour.rule)),
      horizontal: .center))

  /// The line that says how a return compares with the one it replaces.
  static let comparison = Look(
    CellStyle(
      font: .init(Face.lengthy), border: .init(bottom: .init(.thin, Colour.frame)),
      horizontal: .left, wraps: true, indent: 1))

  private static func band(top: Bool = false, bottom: Bool = false) -> CellStyle.Border {
    let line = CellStyle.Line(.medium, Colour.frame)
    return CellStyle.Border(top: top ? line : nil, bottom: bottom ? line : nil)
  }
}

// MARK: - Rows of tables

extension AuditLook {
  /// Where a row stands in its table: it decides the rules above and below, and the ground.
  enum Row: Int, CaseIterable {
    case body, last, sum, lastSum

    var isSum: Bool { self == .sum || self == .lastSum }
    fileprivate var isLast: Bool { self == .last || self == .lastSum }
    fileprivate var border: CellStyle.Border {
      CellStyle.Border(
        top: isSum ? .init(.thin, Colour.frame) : nil,
        bottom: .init(.thin, isLast ? Colour.frame : Colour.rule))
    }
  }

  /// The looks of one row.
  private struct RowLooks {
    let words: Look
    let centredWords: Look
    /// Words that are done with.
    let settled: Look
    let levels: [(colour: RGB?, look: Look)]
    let link: Look
    let code: Look
    /// By the number of the format.
    let figures: [Look]

    init(_ row: Row) {
      let (words, centred) = (Self.words(row), Self.words(row, centred: true))
      var settled = words
      settled.font.colour = Colour.secondary
      self.words = Look(words)
      centredWords = Look(centred)
      self.settled = Look(settled)
      let colours: [RGB?] = [Colour.error, Colour.warning, Colour.pass, nil]
      levels = colours.map { colour in
        var style = centred
        style.font = .init(colour == nil ? Face.table : Face.heading, colour: colour)
        return (colour, Look(style))
      }
      link = Self.address(centred, isLink: true)
      code = Self.address(centred, isLink: false)
      figures = AuditFormat.Airy.allCases.map { format in
        Look(
          CellStyle(
            font: .init(Face.figures, bold: row.isSum), fill: row.isSum ? Colour.quiet : nil,
            border: row.border, numberFormat: format.code, horizontal: .right))
      }
    }

    private static func words(_ row: Row, centred: Bool = false) -> CellStyle {
      CellStyle(
        font: .init(row.isSum ? Face.heading : Face.table), fill: row.isSum ? Colour.quiet : nil,
        border: row.border, horizontal: centred ? .center : .left, wraps: true,
        indent: centred ? 0 : 1)
    }

    private static func address(_ style: CellStyle, isLink: Bool) -> Look {
      var style = style
      style.font = .init(
        Face.figures, colour: isLink ? Colour.link : nil, underlined: isLink)
      return Look(style)
    }
  }

  private static let rows = Row.allCases.map { RowLooks($0) }

  static func words(_ row: Row, centred: Bool = false) -> Look {
    centred ? rows[row.rawValue].centredWords : rows[row.rawValue].words
  }

  static func level(_ row: Row, _ colour: RGB?) -> Look {
    rows[row.rawValue].levels.first { $0.colour == colour }?.look ?? words(row, centred: true)
  }

  /// Words that are done with.
  static func settled(_ row: Row) -> Look { rows[row.rawValue].settled }

  static func address(_ row: Row, isLink: Bool) -> Look {
    isLink ? rows[row.rawValue].link : rows[row.rawValue].code
  }

  static func figure(_ format: AuditFormat.Airy, _ row: Row) -> Look {
    rows[row.rawValue].figures[format.rawValue]
  }

  static func alarmed(_ look: Look, isError: Bool = true) -> Look {
    var style = look.style
    style.fill = isError ? Colour.errorGround : Colour.warningGround
    style.font.colour = isError ? Colour.error : Colour.warning
    return Look(style)
  }

  /// Every look of the lists: which of them a page has differs from one round to the next.
  static let listLooks: [Look] =
    [section, header, comparison]
    + [Row.body, .last].flatMap { row in
      let looks = rows[row.rawValue]
      return [looks.words, looks.centredWords, looks.settled] + looks.levels.map(\.look)
        + [looks.link, looks.code]
    }
}
