extension XMLScanner {
  /// `<name a="b" …>` or `<name …/>`, `position` at its `<`.
  mutating func scanStartTag(_ span: Span<UInt8>) throws(WorkbookError) {
    let start = position
    try checkPlaceOfElement(start)
    let tagName = try scanName(span, from: start + 1)
    attributeCount = 0
    let outerBindings = bindings.count
    var at = tagName.end
    while true {
      let before = at
      at = Self.behindSpace(span, at)
      guard at < span.count else { throw truncated() }
      if span[at] == 0x3E { break }
      if span[at] == 0x2F {
        guard at + 1 < span.count else { throw truncated() }
        guard span[at + 1] == 0x3E else { throw damaged("a stray /", at: at) }
        isSelfClosing = true
        at += 1
        break
      }
      guard at > before else { throw damaged("no blank before an attribute", at: at) }
      at = try scanAttribute(span, from: at)
    }
    position = at + 1
    token = start..<position
    name = (start + 1)..<tagName.end
    local = tagName.local
    if bindings.count > outerBindings { refreshDefaultNamespace() }
    namespace = local == start + 1 ? defaultNamespace : elementNamespace()
    open.append(
      OpenElement(name: name, local: local, namespace: namespace, bindings: outerBindings))
  }

  private mutating func checkPlaceOfElement(_ place: Int) throws(WorkbookError) {
    if open.isEmpty {
      guard !hasRoot else { throw damaged("a second root element", at: place) }
      hasRoot = true
    }
    let depth = open.count + 1
    if depth > limits.nesting {
      throw .beyondLimit(.nesting, found: depth, allowed: limits.nesting, part: part)
    }
  }

  /// `</name>`, `position` at its `<`.
  mutating func scanEndTag(_ span: Span<UInt8>) throws(WorkbookError) {
    let start = position
    guard let element = open.last else { throw damaged("an end tag too many", at: start) }
    let nameEnd = start + 2 + element.name.count
    guard nameEnd < span.count else { throw truncated() }
    var offset = 0
    while offset < element.name.count {
      guard span[start + 2 + offset] == span[element.name.lowerBound + offset] else {
        throw damaged("an end tag of another name than its start tag's", at: start)
      }
      offset += 1
    }
    let close = Self.behindSpace(span, nameEnd)
    guard close < span.count else { throw truncated() }
    guard span[close] == 0x3E else {
      throw damaged("an end tag of another name than its start tag's", at: start)
    }
    position = close + 1
    token = start..<position
    closeElement()
    name = (start + 2)..<nameEnd
    local = start + 2 + (element.local - element.name.lowerBound)
  }

  mutating func closeElement() {
    guard let element = open.popLast() else { return }
    name = element.name
    local = element.local
    namespace = element.namespace
    guard bindings.count > element.bindings else { return }
    bindings.removeLast(bindings.count - element.bindings)
    refreshDefaultNamespace()
  }

  /// A name: the place behind its prefix, and the place behind it.
  @inline(__always)
  private func scanName(
    _ span: Span<UInt8>, from start: Int
  ) throws(WorkbookError) -> (local: Int, end: Int) {
    var at = start
    var local = start
    while at < span.count {
      let byte = span[at]
      if byte &- 0x61 < 26 {
        at &+= 1
        continue
      }
      // What ends most names.
      if byte == 0x3D || byte == 0x3E || byte == 0x20 { break }
      if byte == 0x3A {
        guard local == start, at > start else { throw damaged("a misplaced colon", at: at) }
        local = at + 1
      } else if !Self.isNameByte(byte) {
        break
      }
      at += 1
    }
    guard at < span.count else { throw truncated() }
    guard at > local, Self.isNameStart(span[start]), Self.isNameStart(span[local]) else {
      throw damaged("a name was expected", at: start)
    }
    return (local, at)
  }

  /// `name="value"`; gives the place behind the closing quote.
  @inline(__always)
  private mutating func scanAttribute(
    _ span: Span<UInt8>, from start: Int
  ) throws(WorkbookError) -> Int {
    let name = try scanName(span, from: start)
    var at = Self.behindSpace(span, name.end)
    guard at < span.count else { throw truncated() }
    guard span[at] == 0x3D else { throw damaged("an attribute without a value", at: start) }
    at = Self.behindSpace(span, at + 1)
    guard at < span.count else { throw truncated() }
    let quote = span[at]
    guard quote == 0x22 || quote == 0x27 else { throw damaged("a value without quotes", at: at) }
    let value = try valueEnd(span, at + 1, quote)
    try add(
      Attribute(
        name: start..<name.end, local: name.local, value: (at + 1)..<value.end,
        isPlain: value.isPlain),
      span)
    return value.end + 1
  }

  /// The place of the closing quote, and whether the value is as it stands.
  @inline(__always)
  private func valueEnd(
    _ span: Span<UInt8>, _ start: Int, _ quote: UInt8
  ) throws(WorkbookError) -> (end: Int, isPlain: Bool) {
    var isPlain = true
    var at = start
    while true {
      at = span.endOfPlainValue(from: at)
      guard at < span.count else { break }
      let byte = span[at]
      if byte == quote {
        if at - start > limits.attributeBytes { throw tooLong(at - start) }
        return (at, isPlain)
      }
      if try !isUsual(byte, at) { isPlain = false }
      at += 1
    }
    throw truncated()
  }

  /// Whether a byte stands for itself in an attribute.
  @inline(__always)
  private func isUsual(_ byte: UInt8, _ place: Int) throws(WorkbookError) -> Bool {
    switch byte {
    case 0x26: try checkEntity(place)
    case 0x3C: throw damaged("a < within an attribute", at: place)
    case 0x09, 0x0A, 0x0D: break
    case 0..<0x20: throw damaged("a control character", at: place)
    default: return true
    }
    return false
  }

  private func tooLong(_ length: Int) -> WorkbookError {
    .beyondLimit(.attributeBytes, found: length, allowed: limits.attributeBytes, part: part)
  }

  @inline(__always)
  private mutating func add(
    _ attribute: Attribute, _ span: Span<UInt8>
  ) throws(WorkbookError) {
    var index = 0
    while index < attributeCount {
      let other = slots[index].name
      // Names most often differ in their first byte already.
      if span[other.lowerBound] == span[attribute.name.lowerBound],
        Self.same(span, other, attribute.name)
      {
        throw damaged("the same attribute twice", at: attribute.name.lowerBound)
      }
      index += 1
    }
    if attributeCount < slots.count {
      slots[attributeCount] = attribute
    } else {
      try Limits.check(.attributes, slots.count + 1, within: limits.attributes, part: part)
      slots.append(attribute)
    }
    attributeCount += 1
    if span[attribute.name.lowerBound] == 0x78 { try bind(attribute) }
  }

  func checkEntity(_ place: Int) throws(WorkbookError) {
    guard XMLText.entity(bytes, place, bytes.count) != nil else {
      throw damaged("an unknown entity", at: place)
    }
  }

  @inline(__always)
  private static func same(_ span: Span<UInt8>, _ one: Range<Int>, _ two: Range<Int>) -> Bool {
    guard one.count == two.count else { return false }
    var offset = 0
    while offset < one.count {
      if span[one.lowerBound + offset] != span[two.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }

  @inline(__always)
  static func behindSpace(_ span: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < span.count, isSpace(span[at]) { at += 1 }
    return at
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09)
  }

  @inline(__always)
  private static func isNameStart(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x41...0x5A ~= byte || byte == 0x5F || byte >= 0x80
  }

  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || 0x2D...0x2E ~= byte || 0x30...0x3A ~= byte
  }
}
