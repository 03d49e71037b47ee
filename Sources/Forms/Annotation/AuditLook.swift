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

  static let columnTitle = Look(
    CellStyle(
      font: .init(Face.heading, size: 12, colour: Colour.ink), border: edge(),
      horizontal: .left, indent: 1))

  static let columnKey = Look(
    CellStyle(
      font: .init(Face.auditor, size: 9, colour: Colour.ink), border: edge(),
      horizontal: .left, wraps: true, indent: 1))

  static let firstHeading = columnHeading(atEdge: true)
  static let heading = columnHeading(atEdge: false)

  private static func columnHeading(atEdge: Bool) -> Look {
    let line = CellStyle.Line(.thin, Colour.ink)
    return Look(
      CellStyle(
        font: .init(Face.heading, size: 10, colour: Colour.ink),
        border: edge(atEdge, top: line, bottom: line), horizontal: .center, wraps: true))
  }

  static let columnRate = columnFigure(AuditFormat.rate, atEdge: true)
  static let columnScore = columnFigure(AuditFormat.score, atEdge: false)
  static let faintScore = columnFigure(AuditFormat.score, atEdge: false, isFaint: true)

  private static func columnFigure(_ format: String, atEdge: Bool, isFaint: Bool = false) -> Look {
    Look(
      CellStyle(
        font: .init(Face.figures, colour: isFaint ? Colour.secondary : Colour.ink),
        border: edge(atEdge, bottom: CellStyle.Line(.thin, Colour.inkRule)),
        numberFormat: format, horizontal: .right))
  }

  static func opinion(size: Double) -> Look {
    opinions.first { $0.size == size } ?? madeOpinion(size: size)
  }

  private static let opinions = Opinion.sizes.map(madeOpinion(size:))

  private static func madeOpinion(size: Double) -> Look {
    Look(
      CellStyle(
        font: .init(Face.auditor, size: size, colour: Colour.ink),
        border: edge(false, bottom: CellStyle.Line(.thin, Colour.inkRule)),
        horizontal: .left, wraps: true, indent: 1))
  }

  /// Beside rows that carry no figure the rule down the left goes on alone.
  static let columnEdge = Look(
    CellStyle(font: .init(Face.figures, colour: Colour.ink), border: edge()))

  private static func edge(
    _ isEdge: Bool = true, top: CellStyle.Line? = nil, bottom: CellStyle.Line? = nil
  ) -> CellStyle.Border {
    CellStyle.Border(
      top: top, bottom: bottom, left: isEdge ? CellStyle.Line(.medium, Colour.ink) : nil)
  }
}

/// Formats of figures.
enum AuditFormat {
  static let rate = "0.00%"
  static let score = "0.00"

  /// Formats with air at the right: some programs drop a right indent.
  enum Airy: Int, CaseIterable {
    case rate, score, count, money

    var code: String {
      switch self {
      case .rate: "0.00%_ "
      case .score: "0.00_ "
      case .count: "General_ "
      case .money: "#,##0.00_ "
      }
    }
  }
}
