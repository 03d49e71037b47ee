/// A colour: red, green and blue, eight bits each.
public struct RGB: Hashable, Sendable {
  /// The colour as `0xRRGGBB`.
  public let value: UInt32

  /// A colour written `0xRRGGBB`; anything above is cut off.
  public init(_ value: UInt32) { self.value = value & 0xFF_FFFF }

  /// Black.
  public static let black = RGB(0x00_0000)
  /// White.
  public static let white = RGB(0xFF_FFFF)

  /// The colour as styles.xml writes it: `FF` for opaque, then six digits.
  var argb: String {
    let digits = stride(from: 20, through: 0, by: -4).map { shift in
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(shift)) & 0xF
      return digit < 10 ? 0x30 + digit : 0x37 + digit
    }
    return "FF" + String(decoding: digits, as: UTF8.self)
  }
}

/// The look of a cell, in one description for what is written new and what is added to a file.
public struct CellStyle: Hashable, Sendable {
  /// A typeface at a size.
  public struct Font: Hashable, Sendable {
    // The name stands last, for parts are compared in this order, and texts take longest.

    /// The size in points.
    public var size: Double
    /// The colour of the letters; `nil` for the automatic one.
    public var colour: RGB?
    /// Whether it is bold.
    public var isBold: Bool
    /// Whether it is slanted.
    public var isItalic: Bool
    /// Whether it is underlined, once.
    public var isUnderlined: Bool
    /// The face, such as `宋体`; one cell names one face.
    public var name: String

    /// A typeface at a size in points.
    public init(
      _ name: String = "Times New Roman", size: Double = 10.5, colour: RGB? = nil,
      bold: Bool = false, italic: Bool = false, underlined: Bool = false
    ) {
      self.name = name
      self.size = size
      self.colour = colour
      isBold = bold
      isItalic = italic
      isUnderlined = underlined
    }

    /// Whether the face is one for Chinese: it then carries charset 134, so that whatever
    /// a machine shows in its place is Chinese too.
    public var isChinese: Bool {
      name.unicodeScalars.contains { $0.value >= 0x2E80 }
        || ["SimSun", "SimHei", "KaiTi", "FangSong", "Microsoft YaHei", "DengXian"]
          .contains { name.hasPrefix($0) }
    }
  }

  /// One side of a border.
  public struct Line: Hashable, Sendable {
    /// How heavy a line is.
    public enum Weight: String, Hashable, Sendable {
      /// Hair-fine dots.
      case hair
      /// One pixel.
      case thin
      /// Two pixels.
      case medium
      /// Three pixels.
      case thick
      /// Dots.
      case dotted
      /// Dashes.
      case dashed
      /// Two thin lines.
      case double
    }

    /// How heavy it is.
    public var weight: Weight
    /// Its colour.
    public var colour: RGB

    /// A line.
    public init(_ weight: Weight = .thin, _ colour: RGB = .black) {
      self.weight = weight
      self.colour = colour
    }
  }

  /// The lines around a cell; `nil` where a side has none.
  public struct Border: Hashable, Sendable {
    /// The left side.
    public var left: Line?
    /// The right side.
    public var right: Line?
    /// The upper side.
    public var top: Line?
    /// The lower side.
    public var bottom: Line?

    /// Lines for the sides named.
    public init(
      top: Line? = nil, bottom: Line? = nil, left: Line? = nil, right: Line? = nil
    ) {
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
    }

    /// The same line on all four sides.
    public static func box(_ line: Line) -> Border {
      Border(top: line, bottom: line, left: line, right: line)
    }
  }

  /// Where the text stands from left to right; general where none is given.
  public enum Horizontal: String, Hashable, Sendable {
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right.
    case right
  }

  /// Where the text stands from top to bottom.
  public enum Vertical: String, Hashable, Sendable {
    /// At the top.
    case top
    /// In the middle.
    case center
    /// At the bottom.
    case bottom
  }

  /// The typeface.
  public var font: Font
  /// The colour of the ground; `nil` for none.
  public var fill: RGB?
  /// The lines around it.
  public var border: Border
  /// Where the text stands from left to right; `nil`: numbers right, text left.
  public var horizontal: Horizontal?
  /// Where the text stands from top to bottom.
  public var vertical: Vertical
  /// Whether long text breaks into lines.
  public var wraps: Bool
  /// Indent, in units of three spaces of the Normal style.
  public var indent: Int
  /// Whether the cell is locked once its sheet is protected.
  public var isLocked: Bool
  /// The format code of numbers (`0.00%`); `nil` for General.
  public var numberFormat: String?

  /// A look; what is not named is as in a plain cell, centred from top to bottom.
  public init(
    font: Font = Font(), fill: RGB? = nil, border: Border = Border(),
    numberFormat: String? = nil, horizontal: Horizontal? = nil, vertical: Vertical = .center,
    wraps: Bool = false, indent: Int = 0, locked: Bool = true
  ) {
    self.font = font
    self.fill = fill
    self.border = border
    self.numberFormat = numberFormat
    self.horizontal = horizontal
    self.vertical = vertical
    self.wraps = wraps
    self.indent = indent
    isLocked = locked
  }
}

extension CellStyle {
  /// Hashes numbers alone: the number of a look is asked for with every cell, and few looks
  /// differ in nothing but their texts.
  public func hash(into hasher: inout Hasher) {
    var word = Self.code(fill)
    word = word &* 31 &+ Self.code(font.colour)
    word = word &* 31 &+ Self.code(border.top?.colour)
    word = word &* 31 &+ Self.code(border.bottom?.colour)
    word = word &* 31 &+ Self.code(border.left?.colour)
    word = word &* 31 &+ Self.code(border.right?.colour)
    word = word &* 31 &+ UInt64(numberFormat?.utf8.count ?? 0)
    word = word &* 31 &+ UInt64(font.name.utf8.count)
    word = word &* 31 &+ (font.isBold ? 1 : 0) &+ (wraps ? 2 : 0) &+ (vertical == .center ? 4 : 0)
    word = word &* 31 &+ (horizontal == nil ? 0 : 1) &+ (horizontal == .center ? 2 : 0)
    word = word &* 31 &+ (font.size == 0 ? 0 : font.size.bitPattern)
    hasher.combine(word)
  }

  private static func code(_ colour: RGB?) -> UInt64 { UInt64(colour?.value ?? 1 << 24) }
}

/// What a conditional format changes where its condition holds.
public struct HighlightStyle: Hashable, Sendable {
  /// The colour of the letters; `nil` leaves it.
  public var font: RGB?
  /// The colour of the ground; `nil` leaves it.
  public var fill: RGB?
  /// Whether the letters turn bold.
  public var isBold: Bool

  /// A change of colours.
  public init(font: RGB? = nil, fill: RGB? = nil, bold: Bool = false) {
    self.font = font
    self.fill = fill
    isBold = bold
  }
}
