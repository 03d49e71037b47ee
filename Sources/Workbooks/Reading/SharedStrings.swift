/// The strings that cells refer to by number: places in the part, decoded when asked for.
struct SharedStrings: Sendable {
  private struct Item {
    let start: UInt32
    let length: UInt32
    /// Whether the bytes are the text itself, rather than an element to look into.
    let isPlain: Bool

    var range: Range<Int> { Int(start)..<(Int(start) + Int(length)) }
  }

  private let bytes: [UInt8]
  private let items: [Item]
  /// All texts, where they are few: cells ask for each several times.
  private let texts: [String]

  /// So many strings of so many bytes are decoded at once; tables of long lists stay as they are.
  private static let few = (count: 1000, bytes: 1 << 17)

  /// How many there are.
  var count: Int { items.count }

  /// None.
  init() {
    bytes = []
    items = []
    texts = []
  }

  /// The strings of a `sharedStrings.xml`.
  init(_ bytes: [UInt8], part: String, limits: Limits) throws(WorkbookError) {
    var scanner = try XMLScanner(bytes, part: part, limits: limits)
    var items: [Item] = []
    items.reserveCapacity(min(bytes.count / 32, 1 << 16))
    try scanner.expectRoot("sst")
    let mayBePlain =
      scanner.local == scanner.name.lowerBound && limits.nesting >= 3
      && limits.attributeBytes >= 16 && limits.attributes >= 1
    while true {
      if mayBePlain, scanner.depth == 1, !scanner.isSelfClosing {
        try Self.takePlainItems(&scanner, &items)
      }
      let event = try scanner.next()
      if event == .finished { break }
      guard event == .start, scanner.isElement("si") else { continue }
      let item = try Self.item(&scanner)
      items.append(item)
      try Limits.check(.textBytes, Int(item.length), within: limits.textBytes, part: part)
      try Limits.check(.strings, items.count, within: limits.strings, part: part)
    }
    self.bytes = scanner.bytes
    self.items = items
    let areFew = items.count <= Self.few.count && bytes.count <= Self.few.bytes
    texts = areFew ? items.map { Self.text($0, scanner.bytes) } : []
  }

  /// The text of a number, which counts from 0; `nil` beyond the last.
  func text(_ index: Int) -> String? {
    if texts.indices.contains(index) { return texts[index] }
    return items.indices.contains(index) ? Self.text(items[index], bytes) : nil
  }

  /// The same in UTF-8; nothing beyond the last.
  func bytes(_ index: Int) -> ArraySlice<UInt8> {
    guard items.indices.contains(index) else { return [] }
    let (item, range) = (items[index], items[index].range)
    if item.isPlain, !EscapedText.mayHaveEscapes(bytes.span.extracting(range)) {
      return bytes[range]
    }
    return Array(Self.text(item, bytes).utf8)[...]
  }

  private static func text(_ item: Item, _ bytes: [UInt8]) -> String {
    guard item.isPlain else { return RichText.text(bytes, item.range) }
    let text = bytes.span.extracting(item.range)
    if EscapedText.mayHaveEscapes(text) { return EscapedText.decoded(bytes[item.range]) }
    // The scanner takes no part that is not UTF-8 as a whole, and tags part no character.
    return String(copying: UTF8Span(unchecked: text))
  }

  /// Takes the strings that follow for as long as they are `<si><t>…</t></si>` with plain text:
  /// nearly all. The first that is not stays in front of the scanner.
  private static func takePlainItems(
    _ scanner: inout XMLScanner, _ items: inout [Item]
  ) throws(WorkbookError) {
    let bytes = scanner.bytes
    let span = bytes.span
    var at = scanner.position
    while span.has("<si><t", at: at) {
      let start = span.has(">", at: at + 6) ? at + 7 : at + 6 + keepingSpace.utf8CodeUnitCount
      guard span.has(">", at: at + 6) || span.has(keepingSpace, at: at + 6) else { break }
      let end = endOfPlainLines(span, start)
      guard span.has("</t></si>", at: end) else { break }
      items.append(item(start..<end, isPlain: true))
      try Limits.check(
        .textBytes, end - start, within: scanner.limits.textBytes, part: scanner.part)
      try Limits.check(
        .strings, items.count, within: scanner.limits.strings, part: scanner.part)
      at = end + 9
    }
    scanner.position = at
  }

  private static let keepingSpace: StaticString = " xml:space=\"preserve\">"

  /// Where plain text ends that may have tabs and line feeds.
  @inline(__always)
  private static func endOfPlainLines(_ span: Span<UInt8>, _ start: Int) -> Int {
    var at = span.endOfPlainText(from: start)
    while at < span.count, span[at] == 0x0A || span[at] == 0x09 {
      at = span.endOfPlainText(from: at + 1)
    }
    return at
  }

  /// `<si><t>…</t></si>` with plain text is a place of text; everything else one of an element.
  private static func item(_ scanner: inout XMLScanner) throws(WorkbookError) -> Item {
    let start = scanner.token.lowerBound
    let outer = scanner.depth - 1
    var text: Range<Int>?
    var isPlain = true
    while true {
      let event = try scanner.next()
      if event == .end, scanner.depth == outer { break }
      guard event == .start else { continue }
      if scanner.isLocal("t"), text == nil {
        let content = try scanner.content()
        text = content.range
        isPlain = isPlain && content.isPlain
      } else {
        isPlain = false
      }
    }
    if isPlain, let text { return item(text, isPlain: true) }
    return item(start..<scanner.position, isPlain: false)
  }

  private static func item(_ range: Range<Int>, isPlain: Bool) -> Item {
    Item(
      start: UInt32(clamping: range.lowerBound), length: UInt32(clamping: range.count),
      isPlain: isPlain)
  }
}

extension XMLScanner {
  /// Goes to the root's start, which must be SpreadsheetML of this name.
  mutating func expectRoot(_ name: StaticString) throws(WorkbookError) {
    while depth == 0 {
      if try next() == .finished { break }
    }
    guard isElement(name) else {
      throw .damaged(part: part, detail: "its root is <\(localName)>, where <\(name)> is due")
    }
  }
}
