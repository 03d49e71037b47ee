/// The pieces of styles.xml for a look.
enum StyleXML {
  /// `<font>`.
  static func font(_ font: CellStyle.Font, _ x: String) -> [UInt8] {
    var xml: [UInt8] = []
    xml.reserveCapacity(128)
    xml.append("<", x, "font>")
    if font.isBold { xml.append("<", x, "b/>") }
    if font.isItalic { xml.append("<", x, "i/>") }
    if font.isUnderlined { xml.append("<", x, "u/>") }
    xml.append("<", x, "sz val=\"")
    xml.append(text: number(font.size))
    xml.append(literal: "\"/>")
    if let colour = font.colour { append(colour, x, to: &xml) }
    xml.append("<", x, "name val=\"")
    XMLText.append(font.name, to: &xml, inAttribute: true)
    xml.append(literal: "\"/>")
    if font.isChinese { xml.append("<", x, "charset val=\"134\"/>") }
    xml.append("</", x, "font>")
    return xml
  }

  private static func append(_ colour: RGB, _ x: String, to xml: inout [UInt8]) {
    xml.append("<", x, "color rgb=\"")
    xml.append(text: colour.argb)
    xml.append(literal: "\"/>")
  }

  /// `<fill>` of one colour.
  static func fill(_ colour: RGB, _ x: String) -> String {
    "<\(x)fill><\(x)patternFill patternType=\"solid\"><\(x)fgColor rgb=\"\(colour.argb)\"/>"
      + "<\(x)bgColor indexed=\"64\"/></\(x)patternFill></\(x)fill>"
  }

  /// `<border>`.
  static func border(_ border: CellStyle.Border, _ x: String) -> [UInt8] {
    var xml: [UInt8] = []
    xml.reserveCapacity(320)
    xml.append("<", x, "border>")
    append("left", border.left, x, to: &xml)
    append("right", border.right, x, to: &xml)
    append("top", border.top, x, to: &xml)
    append("bottom", border.bottom, x, to: &xml)
    xml.append("<", x, "diagonal/></")
    xml.append("", x, "border>")
    return xml
  }

  private static func append(
    _ side: StaticString, _ line: CellStyle.Line?, _ x: String, to xml: inout [UInt8]
  ) {
    xml.append("<", x, side)
    guard let line else { return xml.append(literal: "/>") }
    xml.append(literal: " style=\"")
    xml.append(text: line.weight.rawValue)
    xml.append(literal: "\">")
    append(line.colour, x, to: &xml)
    xml.append("</", x, side)
    xml.append(literal: ">")
  }

  /// `<dxf>`: what a conditional format changes.
  static func change(_ style: HighlightStyle, _ x: String) -> String {
    var xml = "<\(x)dxf>"
    if style.isBold || style.font != nil {
      xml += "<\(x)font>" + (style.isBold ? "<\(x)b/>" : "")
      if let colour = style.font { xml += "<\(x)color rgb=\"\(colour.argb)\"/>" }
      xml += "</\(x)font>"
    }
    if let colour = style.fill {
      xml +=
        "<\(x)fill><\(x)patternFill patternType=\"solid\"><\(x)fgColor"
        + " rgb=\"\(colour.argb)\"/><\(x)bgColor rgb=\"\(colour.argb)\"/></\(x)patternFill>"
        + "</\(x)fill>"
    }
    return xml + "</\(x)dxf>"
  }

  /// The end of a format's start tag, with the `<alignment>` and `<protection>` of a look.
  static func append(placement style: CellStyle, _ x: String, to xml: inout [UInt8]) {
    xml.append(literal: " applyAlignment=\"1\"")
    xml.append(literal: style.isLocked ? ">" : " applyProtection=\"1\">")
    xml.append("<", x, "alignment")
    if let horizontal = style.horizontal {
      xml.append(text: " horizontal=\"\(horizontal.rawValue)\"")
    }
    xml.append(literal: " vertical=\"")
    xml.append(text: style.vertical.rawValue)
    xml.append(literal: "\"")
    if style.wraps { xml.append(literal: " wrapText=\"1\"") }
    if style.indent > 0 { xml.append(text: " indent=\"\(min(style.indent, 250))\"") }
    xml.append(literal: "/>")
    if !style.isLocked { xml.append(text: "<\(x)protection locked=\"0\"/>") }
  }

  /// A number without a needless `.0`.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    if abs(value) < 1e15, let whole = Int(exactly: value), whole != 0 { return String(whole) }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The ids of formats every program knows (ECMA-376 part 1, 18.8.30).
  static func builtIn(_ code: String) -> Int? {
    switch code {
    case "General": 0
    case "0": 1
    case "0.00": 2
    case "#,##0": 3
    case "#,##0.00": 4
    case "0%": 9
    case "0.00%": 10
    case "@": 49
    default: nil
    }
  }

  /// A part for a workbook that has none: what every program takes for granted, written out.
  static func minimal(_ main: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<styleSheet xmlns=\"\(main)\">"
      + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      + "</cellStyleXfs>"
      + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\""
      + " xfId=\"0\"/></cellXfs></styleSheet>"
  }
}
