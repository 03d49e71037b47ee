internal import Synchronization

/// Pieces of styles.xml that were put into XML for an earlier workbook: the styles of most begin
/// alike, so that a look gets the same numbers again.
enum KnownPieces {
  /// A format without a prefix: its look, the numbers it refers to, and whether there are named
  /// looks.
  struct Format: Hashable, Sendable {
    let look: Int
    let code: Int
    let font: Int
    let fill: Int
    let border: Int
    let hasBase: Bool
  }

  private struct Shelf {
    var formats: [Format: StylePiece] = [:]
    var changes: [HighlightStyle: StylePiece] = [:]
  }

  private static let shelf = Mutex(Shelf())
  private static let most = 4096

  /// The piece of a format.
  static func format(_ format: Format, _ make: () -> [UInt8]) -> StylePiece {
    if let known = shelf.withLock({ $0.formats[format] }) { return known }
    let piece = StylePiece(make())
    shelf.withLock { shelf in
      if shelf.formats.count >= most { shelf.formats.removeAll() }
      shelf.formats[format] = piece
    }
    return piece
  }

  /// The piece of a conditional format, without a prefix.
  static func change(_ style: HighlightStyle) -> StylePiece {
    if let known = shelf.withLock({ $0.changes[style] }) { return known }
    let piece = StylePiece(Array(StyleXML.change(style, "").utf8))
    shelf.withLock { shelf in
      if shelf.changes.count >= most { shelf.changes.removeAll() }
      shelf.changes[style] = piece
    }
    return piece
  }
}
