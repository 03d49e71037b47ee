extension XMLScanner {
  /// `<name a="b" …>` or `<name …/>`, `position` at its `<`.
  mutating func scanStartTag(_ span: Span<UInt8>) throws(WorkbookError) {
    let start = position
    try checkPlaceOfElement(start)
    var at = try scanName(span, from: start + 1)
    let (name, local) = (self.name, self.local)
    attributes.removeAll(keepingCapacity: true)
    let outerBindings = bindings.count
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
    (self.name, self.local) = (name, local)
    if bindings.count > outerBindings { refreshDefaultNamespace() }
    namespace = elementNamespace()
    open.append(
      OpenElement(name: name, local: local, namespace: namespace, bindings: outerBindings))
  }

  private mutating func checkPlaceOfElement(_ place: Int) throws(WorkbookError) {
    if open.isEmpty {
      guard !hasRoot else { throw damaged("a second root element", at: place) }
      hasRoot = true
    }
    try Limits.check(.nesting, open.count + 1, within: limits.nesting, part: part)
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
    bindings.removeSubrange(element.bindings...)
    refreshDefaultNamespace()
  }

  /// A name, into `name` and `local`; gives the place behind it.
  private mutating func scanName(
    _ span: Span<UInt8>, from start: Int
  ) throws(WorkbookError) -> Int {
    var at = start
    var local = start
    while at < span.count, Self.isNameByte(span[at]) {
      if span[at] == 0x3A {
        guard local == start, at > start else { throw damaged("a misplaced colon", at: at) }
        local = at + 1
      }
      at += 1
    }
    guard at < span.count else { throw truncated() }
    guard at > local, Self.isNameStart(span[start]), Self.isNameStart(span[local]) else {
      throw damaged("a name was expected", at: start)
    }
    name = start..<at
    self.local = local
    return at
  }

  /// `name="value"`; gives the place behind the closing quote.
  private mutating func scanAttribute(
    _ span: Span<UInt8>, from start: Int
  ) throws(WorkbookError) -> Int {
    var at = Self.behindSpace(span, try scanName(span, from: start))
    let (name, local) = (self.name, self.local)
    guard at < span.count else { throw truncated() }
    guard span[at] == 0x3D else { throw damaged("an attribute without a value", at: start) }
    at = Self.behindSpace(span, at + 1)
    guard at < span.count else { throw truncated() }
    let quote = span[at]
    guard quote == 0x22 || quote == 0x27 else { throw damaged("a value without quotes", at: at) }
    let value = (at + 1)..<(try valueEnd(span, at + 1, quote))
    let attribute = Attribute(name: name, local: local, value: value, isPlain: isPlain)
    try add(attribute, span)
    return value.upperBound + 1
  }

  /// The place of the closing quote; leaves in `isPlain` whether the value is as it stands.
  private mutating func valueEnd(
    _ span: Span<UInt8>, _ start: Int, _ quote: UInt8
  ) throws(WorkbookError) -> Int {
    isPlain = true
    var at = start
    while at < span.count {
      let byte = span[at]
      if byte == quote {
        try Limits.check(.attributeBytes, at - start, within: limits.attributeBytes, part: part)
        return at
      }
      switch byte {
      case 0x26:
        isPlain = false
        try checkEntity(at)
      case 0x3C: throw damaged("a < within an attribute", at: at)
      case 0x09, 0x0A, 0x0D: isPlain = false
      case 0..<0x20: throw damaged("a control character", at: at)
      default: break
      }
      at += 1
    }
    throw truncated()
  }

  private mutating func add(
    _ attribute: Attribute, _ span: Span<UInt8>
  ) throws(WorkbookError) {
    for other in attributes where Self.same(span, other.name, attribute.name) {
      throw damaged("the same attribute twice", at: attribute.name.lowerBound)
    }
    attributes.append(attribute)
    try Limits.check(.attributes, attributes.count, within: limits.attributes, part: part)
    if span[attribute.name.lowerBound] == 0x78 { bind(attribute) }
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
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
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
