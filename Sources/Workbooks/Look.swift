internal import Synchronization

/// A look of cells made ready for patches: known by a number, so that a cell carries no fonts and
/// texts about, and put into XML once for all workbooks.
///
/// Looks are kept for as long as the program runs. They are meant for the few that a program has,
/// not for what a file says.
public struct Look: Hashable, Sendable {
  /// Its place in the book of looks: the same for equal looks.
  let number: Int
  /// The size of its letters in points.
  public let size: Double
  /// Indent, in units of three spaces of the Normal style.
  public let indent: Int
  /// Whether long text breaks into lines.
  public let wraps: Bool
  /// Whether an empty cell shows it: a ground, or a line around it.
  public let showsWhenEmpty: Bool

  /// The look of a style.
  public init(_ style: CellStyle) { self = LookBook.look(of: style) }

  fileprivate init(_ style: CellStyle, number: Int) {
    self.number = number
    size = style.font.size
    indent = style.indent
    wraps = style.wraps
    showsWhenEmpty = style.fill != nil || style.border != CellStyle.Border()
  }

  /// The style it is the look of.
  public var style: CellStyle { LookBook.style(of: self) }

  /// Two of one number are the same.
  public static func == (one: Look, other: Look) -> Bool { one.number == other.number }

  /// Hashes the number alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// All looks there are, with their pieces of XML.
struct LookBook: Sendable {
  /// What a look consists of: the places of its pieces.
  struct Entry: Sendable {
    let style: CellStyle
    /// The place of its format code; `nil` for General.
    let code: Int?
    let font: Int
    /// `nil` for no ground.
    let fill: Int?
    /// `nil` for no lines.
    let border: Int?
    /// The attributes of its `<xf>` from behind the numbers, and all that stands within.
    let placement: [UInt8]
  }

  /// Pieces of one kind, each there once, as they are without a prefix.
  struct Pieces<Source: Hashable & Sendable>: Sendable {
    private(set) var sources: [Source] = []
    private(set) var xml: [StylePiece] = []
    private var places: [Source: Int] = [:]

    fileprivate mutating func place(_ source: Source, _ text: (Source) -> [UInt8]) -> Int {
      if let known = places[source] { return known }
      places[source] = sources.count
      sources.append(source)
      xml.append(StylePiece(text(source)))
      return sources.count - 1
    }
  }

  private(set) var entries: [Entry] = []
  /// The format codes of all looks.
  private(set) var codes: [String] = []
  private(set) var fonts = Pieces<CellStyle.Font>()
  private(set) var fills = Pieces<RGB>()
  private(set) var borders = Pieces<CellStyle.Border>()
  private var looks: [CellStyle: Look] = [:]

  private static let shared = Mutex(LookBook())

  /// The book as it is now.
  static var now: LookBook { shared.withLock { $0 } }

  static func look(of style: CellStyle) -> Look { shared.withLock { $0.look(of: style) } }

  static func style(of look: Look) -> CellStyle {
    shared.withLock { $0.entries[look.number].style }
  }

  private mutating func look(of style: CellStyle) -> Look {
    if let known = looks[style] { return known }
    let look = Look(style, number: entries.count)
    var placement: [UInt8] = []
    StyleXML.append(placement: style, "", to: &placement)
    let isPlain = style.border == CellStyle.Border()
    entries.append(
      Entry(
        style: style, code: style.numberFormat.map { place(ofCode: $0) },
        font: fonts.place(style.font) { StyleXML.font($0, "") },
        fill: style.fill.map { fills.place($0) { Array(StyleXML.fill($0, "").utf8) } },
        border: isPlain ? nil : borders.place(style.border) { StyleXML.border($0, "") },
        placement: placement))
    looks[style] = look
    return look
  }

  private mutating func place(ofCode code: String) -> Int {
    if let known = codes.firstIndex(of: code) { return known }
    codes.append(code)
    return codes.count - 1
  }
}
