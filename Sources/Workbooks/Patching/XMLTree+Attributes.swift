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
