/// What the attributes of elements say.
extension XMLTree {
  /// The attributes of an element.
  func attributes(of node: Node) -> [XMLScanner.Attribute] {
    var walker = AttributeWalker(from: node.name.upperBound, tagEnd: node.start.upperBound)
    var found: [XMLScanner.Attribute] = []
    while let attribute = walker.next(bytes.span) { found.append(attribute) }
    return found
  }

  /// The attribute of a name without a prefix.
  func attribute(_ node: Node, _ name: StaticString) -> XMLScanner.Attribute? {
    let span = bytes.span
    var walker = AttributeWalker(from: node.name.upperBound, tagEnd: node.start.upperBound)
    while let attribute = walker.next(span) {
      if span.matches(name, attribute.name) { return attribute }
    }
    return nil
  }

  /// The decoded value of an attribute without a prefix.
  func value(_ node: Node, _ name: StaticString) -> String? {
    attribute(node, name).map(value)
  }

  private func value(_ attribute: XMLScanner.Attribute) -> String {
    attribute.isPlain ? text(attribute.value) : XMLText.decodedAttribute(bytes, attribute.value)
  }

  /// Whether an attribute is there and has this value, without regard to the case of Latin
  /// letters.
  func hasValue(_ node: Node, _ name: StaticString, like wanted: String) -> Bool {
    guard let attribute = attribute(node, name) else { return false }
    let (span, other) = (bytes.span, wanted.utf8.span)
    guard attribute.isPlain, attribute.value.count == other.count else {
      if attribute.isPlain, span.isASCII(attribute.value), other.isASCII(other.indices) {
        return false
      }
      return value(attribute).lowercased() == wanted.lowercased()
    }
    for offset in other.indices {
      let (one, two) = (span[attribute.value.lowerBound + offset], other[offset])
      if one == two { continue }
      if one >= 0x80 || two >= 0x80 {
        return value(attribute).lowercased() == wanted.lowercased()
      }
      guard one | 0x20 == two | 0x20, 0x61...0x7A ~= one | 0x20 else { return false }
    }
    return true
  }

  /// The value of an attribute as a whole number.
  func integer(_ node: Node, _ name: StaticString) -> Int? {
    attribute(node, name).flatMap(integer)
  }

  private func integer(_ attribute: XMLScanner.Attribute) -> Int? {
    bytes.span.integer(attribute.value) ?? Int(value(attribute))
  }

  /// The columns that an entry of columns stands for; `nil` where it does not say.
  func columns(of node: Node) -> ClosedRange<Int>? {
    let span = bytes.span
    var walker = AttributeWalker(from: node.name.upperBound, tagEnd: node.start.upperBound)
    var (low, high): (Int?, Int?)
    while low == nil || high == nil, let attribute = walker.next(span) {
      if low == nil, span.matches("min", attribute.name) { low = integer(attribute) }
      if high == nil, span.matches("max", attribute.name) { high = integer(attribute) }
    }
    guard let low, let high, low <= high else { return nil }
    return low...high
  }

  /// The value of an attribute as a number.
  func number(_ node: Node, _ name: StaticString) -> Double? {
    attribute(node, name).flatMap { attribute in
      attribute.isPlain ? bytes.span.number(attribute.value) : Double(value(attribute))
    }
  }

  /// The value of an attribute as a range of cells.
  func range(_ node: Node, _ name: StaticString) -> CellRange? {
    let tag = node.name.upperBound..<node.start.upperBound
    if let range = bytes.span.plainRange(in: tag, named: name) { return range }
    guard let attribute = attribute(node, name) else { return nil }
    let (span, value) = (bytes.span, attribute.value)
    guard let colon = value.first(where: { span[$0] == 0x3A }) else {
      return span.reference(value).map { CellRange($0, $0) }
    }
    guard let first = span.reference(value.lowerBound..<colon),
      let last = span.reference((colon + 1)..<value.upperBound)
    else { return nil }
    return CellRange(first, last)
  }

  /// The value of the attribute of a name with some prefix (`r:id`).
  func prefixedValue(_ node: Node, _ name: StaticString) -> String? {
    let span = bytes.span
    var walker = AttributeWalker(from: node.name.upperBound, tagEnd: node.start.upperBound)
    while let attribute = walker.next(span) {
      if attribute.local > attribute.name.lowerBound,
        span.matches(name, attribute.local..<attribute.name.upperBound)
      {
        return value(attribute)
      }
    }
    return nil
  }

  /// The prefix that the root binds to a namespace, with its colon; `nil` where it binds none.
  func boundPrefix(_ namespace: XMLNamespace) -> String? {
    for attribute in attributes(of: root) where attribute.local > attribute.name.lowerBound {
      guard text(attribute.name).hasPrefix("xmlns:"),
        XMLNamespace.of(bytes[attribute.value]) == namespace
      else { continue }
      return text(attribute.local..<attribute.name.upperBound) + ":"
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The range of cells that the first attribute of a tag holds, where it has this name and is
  /// written as nearly all programs do: `ref="A1:C3"`. `nil` for anything else.
  ///
  /// - Parameter tag: the start tag from behind the element's name.
  fileprivate func plainRange(in tag: Range<Int>, named name: StaticString) -> CellRange? {
    let start = tag.lowerBound + 1 + name.utf8CodeUnitCount
    guard start + 2 < tag.upperBound, tag.upperBound <= count, self[tag.lowerBound] == 0x20,
      self[start] == 0x3D, self[start + 1] == 0x22, matches(name, (tag.lowerBound + 1)..<start)
    else { return nil }
    var at = start + 2
    guard let first = plainPlace(&at, before: tag.upperBound), self[at] == 0x3A else { return nil }
    at += 1
    guard let last = plainPlace(&at, before: tag.upperBound), self[at] == 0x22 else { return nil }
    return CellRange(first, last)
  }

  /// The place of a cell in capitals and digits; goes to the byte behind it, which is before `end`.
  @inline(__always)
  private func plainPlace(_ at: inout Int, before end: Int) -> CellReference? {
    var (column, row) = (0, 0)
    while at < end, self[at] &- 0x41 < 26, column <= CellReference.lastColumn {
      column = column &* 26 &+ Int(self[at] &- 0x40)
      at &+= 1
    }
    while at < end, self[at] &- 0x30 < 10, row <= CellReference.lastRow {
      row = row &* 10 &+ Int(self[at] &- 0x30)
      at &+= 1
    }
    guard at < end else { return nil }
    return CellReference(row: row, column: column)
  }
}
