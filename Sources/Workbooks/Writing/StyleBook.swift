internal import CXlsxWriter

/// The formats of a workbook being written: one for each look.
struct StyleBook {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var highlights: [HighlightStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(of book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  /// The face of the Normal style: the format that the library makes first.
  func setNormal(_ font: CellStyle.Font) {
    guard let normal = book.pointee.formats?.pointee.stqh_first else { return }
    Self.apply(font, to: normal)
  }

  /// The format of a look, made where it is new; `nil` for no look.
  mutating func format(
    _ style: CellStyle?
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format>? {
    guard let style else { return nil }
    if let known = formats[style] { return known }
    let format = try added()
    Self.apply(style.font, to: format)
    Self.apply(style.border, to: format)
    Self.applyPlacement(of: style, to: format)
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fill.value)
    }
    if let code = style.numberFormat { format_set_num_format(format, code) }
    if !style.isLocked { format_set_unlocked(format) }
    formats[style] = format
    return format
  }

  /// The format of a conditional change.
  mutating func format(
    _ style: HighlightStyle
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let known = highlights[style] { return known }
    let format = try added()
    if let font = style.font { format_set_font_color(format, Self.colour(font)) }
    if let fill = style.fill { format_set_bg_color(format, Self.colour(fill)) }
    if style.isBold { format_set_bold(format) }
    highlights[style] = format
    return format
  }

  private func added() throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(book) else {
      throw .cannotWrite("no memory for a style")
    }
    return format
  }

  /// The library reads 0 as no colour; its own black is 0x1000000.
  static func colour(_ colour: RGB) -> lxw_color_t { colour.value == 0 ? 0x100_0000 : colour.value }

  private static func apply(_ font: CellStyle.Font, to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, font.name)
    format_set_font_size(format, font.size)
    format_set_font_scheme(format, "")
    format_set_font_family(format, font.isChinese ? 0 : 1)
    if let colour = font.colour { format_set_font_color(format, Self.colour(colour)) }
    if font.isBold { format_set_bold(format) }
    if font.isItalic { format_set_italic(format) }
    if font.isUnderlined {
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
  }

  private static func apply(
    _ border: CellStyle.Border, to format: UnsafeMutablePointer<lxw_format>
  ) {
    if let line = border.left {
      format_set_left(format, weight(line))
      format_set_left_color(format, colour(line.colour))
    }
    if let line = border.right {
      format_set_right(format, weight(line))
      format_set_right_color(format, colour(line.colour))
    }
    if let line = border.top {
      format_set_top(format, weight(line))
      format_set_top_color(format, colour(line.colour))
    }
    if let line = border.bottom {
      format_set_bottom(format, weight(line))
      format_set_bottom_color(format, colour(line.colour))
    }
  }

  private static func weight(_ line: CellStyle.Line) -> UInt8 {
    let weight =
      switch line.weight {
      case .hair: LXW_BORDER_HAIR
      case .thin: LXW_BORDER_THIN
      case .medium: LXW_BORDER_MEDIUM
      case .thick: LXW_BORDER_THICK
      case .dotted: LXW_BORDER_DOTTED
      case .dashed: LXW_BORDER_DASHED
      case .double: LXW_BORDER_DOUBLE
      }
    return UInt8(weight.rawValue)
  }

  private static func applyPlacement(
    of style: CellStyle, to format: UnsafeMutablePointer<lxw_format>
  ) {
    switch style.horizontal {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case nil: break
    }
    switch style.vertical {
    case .top: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .bottom: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    }
    if style.wraps { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, UInt8(clamping: min(style.indent, 15))) }
  }
}
