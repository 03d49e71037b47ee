extension XMLScanner {
  /// Text up to the next `<`; false where it is white space around the root, which is no event.
  mutating func scanText(_ span: Span<UInt8>) throws(WorkbookError) -> Bool {
    let start = position
    var at = start
    isPlain = true
    while true {
      at = span.endOfPlainText(from: at)
      guard at < span.count else { break }
      let byte = span[at]
      if byte == 0x3C { break }
      if byte == 0x26 {
        isPlain = false
        try checkEntity(at)
      } else {
        try checkControl(byte, at)
      }
      at += 1
    }
    position = at
    token = start..<at
    guard open.isEmpty else { return true }
    guard Self.behindSpace(span, start) >= at else {
      throw damaged("text outside the root element", at: start)
    }
    return false
  }

  private mutating func checkControl(_ byte: UInt8, _ place: Int) throws(WorkbookError) {
    switch byte {
    case 0x09, 0x0A: break
    case 0x0D: isPlain = false
    default: throw damaged("a control character", at: place)
    }
  }

  /// `<!…`: true for a CDATA section, which is text; a comment is passed over.
  mutating func scanDeclarationOrCDATA(_ span: Span<UInt8>) throws(WorkbookError) -> Bool {
    let start = position
    if has("<!--", at: start) {
      guard let close = XMLText.find("--", bytes, start + 4, bytes.count) else {
        throw truncated()
      }
      guard close + 2 < span.count else { throw truncated() }
      guard span[close + 2] == 0x3E else { throw damaged("-- within a comment", at: close) }
      try checkControls(span, start..<close)
      position = close + 3
      return false
    }
    if has("<![CDATA[", at: start) { return try scanCDATA(span, start) }
    if has("<!DOCTYPE", at: start) { throw .documentType(part: part) }
    if bytes.count - start < 9 { throw truncated() }
    throw damaged("a declaration that no part may have", at: start)
  }

  private mutating func scanCDATA(
    _ span: Span<UInt8>, _ start: Int
  ) throws(WorkbookError) -> Bool {
    guard !open.isEmpty else { throw damaged("text outside the root element", at: start) }
    guard let close = XMLText.find("]]>", bytes, start + 9, bytes.count) else {
      throw truncated()
    }
    try checkControls(span, start..<close)
    position = close + 3
    token = start..<position
    isPlain = false
    return true
  }

  /// `<?…?>`, passed over.
  mutating func scanInstruction() throws(WorkbookError) {
    let start = position
    guard let close = XMLText.find("?>", bytes, start + 2, bytes.count) else {
      throw truncated()
    }
    let target = bytes[(start + 2)..<close].prefix { !Self.isSpace($0) }
    guard !target.isEmpty, !(target.count == 3 && target.elementsEqual("xml".utf8)) else {
      throw damaged("an XML declaration behind the start", at: start)
    }
    try checkControls(bytes.span, start..<close)
    position = close + 2
  }

  /// The XML declaration, where there is one, with an encoding that the bytes are in.
  mutating func scanDeclaration() throws(WorkbookError) {
    if bytes.span.has(Self.usualDeclaration, at: position) {
      position += Self.usualDeclaration.utf8CodeUnitCount
      return
    }
    guard has("<?xml", at: position), position + 5 < bytes.count,
      Self.isSpace(bytes[position + 5])
    else { return }
    guard let close = XMLText.find("?>", bytes, position + 5, bytes.count) else {
      throw truncated()
    }
    if let encoding = declaredEncoding(within: position..<close), !isTranscoded,
      !["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding)
    {
      throw .damaged(
        part: part, detail: "its encoding is declared as \(encoding), where UTF-8 is due")
    }
    position = close + 2
  }

  /// What nearly every program begins a part with.
  private static let usualDeclaration: StaticString =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"

  private func declaredEncoding(within range: Range<Int>) -> String? {
    guard let key = XMLText.find("encoding", bytes, range.lowerBound, range.upperBound) else {
      return nil
    }
    let rest = bytes[(key + 8)..<range.upperBound]
    guard let quote = rest.firstIndex(where: { $0 == 0x22 || $0 == 0x27 }) else { return nil }
    let value = bytes[(quote + 1)..<range.upperBound].prefix { $0 != bytes[quote] }
    return EntryName.folded(String(decoding: value.prefix(40), as: UTF8.self))
  }

  private func checkControls(_ span: Span<UInt8>, _ range: Range<Int>) throws(WorkbookError) {
    for at in range where span[at] < 0x20 && !Self.isSpace(span[at]) {
      throw damaged("a control character", at: at)
    }
  }

  private func has(_ text: StaticString, at place: Int) -> Bool {
    let end = place + text.utf8CodeUnitCount
    return end <= bytes.count && text.matches(bytes[place..<end])
  }
}
