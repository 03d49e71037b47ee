/// The start of a row as nearly all programs write it: `<row r="12" spans="1:9" ht="30">`, with its
/// attributes in any order.
///
/// Whatever else a row may be, hidden or without cells, and whatever is wrong with one, is not
/// recognised here.
struct PlainRow {
  /// No more attributes are known here.
  static let mostAttributes = 7

  /// Its `r`.
  private(set) var number = 0
  /// Its `ht`.
  private(set) var height: Double?
  /// Where the value of its `spans` stands; empty where there is none.
  private(set) var spans = 0..<0
  /// The place behind its `>`.
  let end: Int

  /// The row that begins at a place; `nil` where none does, or none as plain as this.
  init?(_ span: Span<UInt8>, at start: Int) {
    guard span.has("<row ", at: start) else { return nil }
    var at = start &+ 4
    var known: UInt8 = 0
    while at < span.count, span[at] == 0x20 {
      guard let (attribute, value) = Self.attribute(span, at &+ 1), known & attribute == 0 else {
        return nil
      }
      known |= attribute
      let close = span.endOfPlainValue(from: value)
      guard close < span.count, span[close] == 0x22, close &- value <= PlainCell.longestAttribute
      else { return nil }
      if attribute == Self.numbers {
        guard let number = Self.number(span, value..<close) else { return nil }
        self.number = number
      } else if attribute == Self.heights {
        guard let height = PlainDecimal.double(span.extracting(value..<close)) else { return nil }
        self.height = height
      } else if attribute == Self.spanned {
        spans = value..<close
      }
      at = close &+ 1
    }
    guard number > 0, at < span.count, span[at] == 0x3E else { return nil }
    end = at &+ 1
  }

  private static let numbers: UInt8 = 1
  private static let heights: UInt8 = 2
  private static let spanned: UInt8 = 4

  /// An attribute that says nothing of whether the row is seen, as a bit, and where its value
  /// begins.
  @inline(__always)
  private static func attribute(_ span: Span<UInt8>, _ at: Int) -> (UInt8, value: Int)? {
    if span.has("r=\"", at: at) { return (numbers, at &+ 3) }
    if span.has("ht=\"", at: at) { return (heights, at &+ 4) }
    if span.has("spans=\"", at: at) { return (spanned, at &+ 7) }
    if span.has("s=\"", at: at) { return (8, at &+ 3) }
    if span.has("customHeight=\"", at: at) { return (16, at &+ 14) }
    if span.has("customFormat=\"", at: at) { return (32, at &+ 14) }
    return span.has("x14ac:dyDescent=\"", at: at) ? (64, at &+ 17) : nil
  }

  /// A row that a sheet may have, in digits alone.
  @inline(__always)
  private static func number(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for at in range {
      guard span[at] &- 0x30 < 10, number <= CellReference.lastRow else { return nil }
      number = number &* 10 &+ Int(span[at] &- 0x30)
    }
    return 1...CellReference.lastRow ~= number ? number : nil
  }
}

extension SheetReader {
  /// Whether the rows of the element just begun can be written plainly: without prefixes, and no
  /// limit lies so low that a plain row could pass it.
  var mayHavePlainRows: Bool {
    mayHavePlainCells && scanner.depth + 3 <= scanner.limits.nesting
      && scanner.limits.attributes >= PlainRow.mostAttributes
  }

  /// Reads the row that follows where it begins plainly; any other stays in front of the scanner.
  mutating func readPlainRow() throws(WorkbookError) -> Bool {
    guard !scanner.isSelfClosing else { return false }
    let start = scanner.position
    guard let plain = PlainRow(scanner.bytes.span, at: start) else { return false }
    scanner.enterPlainRow(start..<plain.end)
    try begin(row: plain.number, height: plain.height)
    try readCells()
    return true
  }
}

extension XMLScanner {
  /// Stands behind the start of a row as if it had been scanned, but for its attributes.
  fileprivate mutating func enterPlainRow(_ tag: Range<Int>) {
    token = tag
    name = (tag.lowerBound + 1)..<(tag.lowerBound + 4)
    local = name.lowerBound
    namespace = .spreadsheet
    attributeCount = 0
    position = tag.upperBound
    open.append(
      OpenElement(name: name, local: local, namespace: namespace, bindings: bindings.count))
  }

  /// Closes the row that is open, named without a prefix, where its end follows as it is most often
  /// written.
  mutating func leavePlainRow() -> Bool {
    guard !isSelfClosing, bytes.span.has("</row>", at: position) else { return false }
    token = position..<(position + 6)
    position += 6
    closeElement()
    return true
  }
}
