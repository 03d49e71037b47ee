extension XMLScanner {
  /// Whether the element is SpreadsheetML of this name, whatever its prefix.
  @inline(__always)
  func isElement(_ text: StaticString) -> Bool {
    namespace == .spreadsheet && isLocal(text)
  }

  /// Whether the element has this name behind its prefix, of whatever namespace.
  @inline(__always)
  func isLocal(_ text: StaticString) -> Bool {
    isText(text, local..<name.upperBound)
  }

  @inline(__always)
  private func isText(_ text: StaticString, _ range: Range<Int>) -> Bool {
    guard text.utf8CodeUnitCount == range.count else { return false }
    return text.withUTF8Buffer { wanted in
      var offset = 0
      while offset < wanted.count {
        if bytes[range.lowerBound + offset] != wanted[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  /// The element's name without its prefix, for errors.
  var localName: String { String(decoding: bytes[local..<name.upperBound], as: UTF8.self) }

  /// The attribute of this name without a prefix.
  @inline(__always)
  func attribute(_ text: StaticString) -> Attribute? {
    var index = 0
    while index < attributeCount {
      let attribute = slots[index]
      if attribute.local == attribute.name.lowerBound, isText(text, attribute.name) {
        return attribute
      }
      index += 1
    }
    return nil
  }

  /// The attribute of this name in a namespace, whatever its prefix.
  func attribute(_ text: StaticString, in namespace: XMLNamespace) -> Attribute? {
    attributes.first { attribute in
      attribute.local > attribute.name.lowerBound
        && isText(text, attribute.local..<attribute.name.upperBound)
        && bound(attribute.name.lowerBound..<(attribute.local - 1)) == namespace
    }
  }

  /// The decoded value of an attribute.
  func string(_ attribute: Attribute) -> String {
    attribute.isPlain
      ? String(decoding: bytes[attribute.value], as: UTF8.self)
      : XMLText.decodedAttribute(bytes, attribute.value)
  }

  /// The decoded value of the attribute of this name without a prefix.
  func string(_ text: StaticString) -> String? { attribute(text).map { string($0) } }

  /// The whole number an attribute states; `nil` where it is none, or beyond 15 digits.
  @inline(__always)
  func integer(_ text: StaticString) -> Int? {
    attribute(text).flatMap { number($0.value) }
  }

  /// Whether an attribute is there and has this value, written plainly.
  func has(_ text: StaticString, _ value: StaticString) -> Bool {
    attribute(text).map { isText(value, $0.value) } ?? false
  }

  /// The whole number that some bytes state in digits.
  @inline(__always)
  func number(_ range: Range<Int>) -> Int? {
    guard 1...15 ~= range.count else { return nil }
    var number = 0
    for at in range {
      let digit = bytes[at] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Whether an attribute states true (`1`, `true`, `on`); `otherwise` where it is absent.
  func isTrue(_ text: StaticString, otherwise: Bool = false) -> Bool {
    guard let value = string(text) else { return otherwise }
    return value == "1" || value == "true" || value == "on"
  }

  /// Takes note of a namespace declaration.
  mutating func bind(_ attribute: Attribute) throws(WorkbookError) {
    let hasPrefix = attribute.local > attribute.name.lowerBound
    let keyword = hasPrefix ? attribute.name.lowerBound..<(attribute.local - 1) : attribute.name
    guard isText("xmlns", keyword) else { return }
    let prefix = hasPrefix ? attribute.local..<attribute.name.upperBound : 0..<0
    let namespace = XMLNamespace.of(bytes[attribute.value])
    bindings.append(Binding(prefix: prefix, namespace: namespace))
    try Limits.check(.namespaces, bindings.count, within: limits.namespaces, part: part)
  }

  mutating func refreshDefaultNamespace() {
    defaultNamespace = bindings.last { $0.prefix.isEmpty }?.namespace ?? .none
  }

  func elementNamespace() -> XMLNamespace {
    local == name.lowerBound ? defaultNamespace : bound(name.lowerBound..<(local - 1))
  }

  private func bound(_ prefix: Range<Int>) -> XMLNamespace {
    var index = bindings.count
    while index > 0 {
      index -= 1
      if isSame(bindings[index].prefix, prefix) { return bindings[index].namespace }
    }
    return isText("xml", prefix) ? .xml : .other
  }

  private func isSame(_ one: Range<Int>, _ two: Range<Int>) -> Bool {
    guard one.count == two.count else { return false }
    var offset = 0
    while offset < one.count {
      if bytes[one.lowerBound + offset] != bytes[two.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }
}
