/// A pull scanner over the bytes of one XML part: events with their byte ranges.
///
/// It accepts what a non-validating XML 1.0 parser with namespaces accepts, but for these
/// departures. Refused: a DOCTYPE, and with it every entity but the five named ones and the
/// numbered; encodings other than UTF-8 and UTF-16. Let pass: `]]>` within text, a prefix without
/// a declaration (namespace `.other`), characters beyond ASCII that XML allows in no name or
/// nowhere (U+FFFE, U+FFFF), and faults in the XML declaration and in processing instructions,
/// which are passed over. `docs/differential.md` has what was compared.
struct XMLScanner {
  /// What was met.
  enum Event {
    case start
    case end
    case text
    case finished
  }

  /// One attribute of a start tag, as places in `bytes`.
  struct Attribute {
    private let nameStart: UInt32
    private let nameEnd: UInt32
    private let localStart: UInt32
    private let valueStart: UInt32
    private let valueEnd: UInt32
    /// Whether the value is free of entities and line ends.
    let isPlain: Bool

    /// The name with its prefix.
    @inline(__always)
    var name: Range<Int> { Range(uncheckedBounds: (Int(nameStart), Int(nameEnd))) }
    /// Where the name behind its prefix begins.
    var local: Int { Int(localStart) }
    /// What stands between the quotes.
    @inline(__always)
    var value: Range<Int> { Range(uncheckedBounds: (Int(valueStart), Int(valueEnd))) }

    @inline(__always)
    init(name: Range<Int>, local: Int, value: Range<Int>, isPlain: Bool) {
      nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
      nameEnd = UInt32(truncatingIfNeeded: name.upperBound)
      localStart = UInt32(truncatingIfNeeded: local)
      valueStart = UInt32(truncatingIfNeeded: value.lowerBound)
      valueEnd = UInt32(truncatingIfNeeded: value.upperBound)
      self.isPlain = isPlain
    }
  }

  /// The bytes that all ranges count in: those given, or their UTF-8 where they were UTF-16.
  let bytes: [UInt8]
  /// Whether the bytes given were UTF-16, so that ranges do not count in them.
  let isTranscoded: Bool
  /// The part's name, for errors.
  let part: String
  let limits: Limits

  /// The bytes of the event: a whole tag, or a stretch of text. Empty for the end that follows a
  /// self-closing tag.
  var token: Range<Int> = 0..<0
  /// The element's name with its prefix, at `.start` and `.end`.
  var name: Range<Int> = 0..<0
  /// Where the name behind its prefix begins.
  var local = 0
  /// The element's namespace.
  var namespace = XMLNamespace.none
  /// The attributes of the start tag, namespace declarations included.
  var attributes: ArraySlice<Attribute> { slots[..<attributeCount] }
  /// Room for attributes, used again from tag to tag.
  var slots: [Attribute] = []
  var attributeCount = 0
  /// Whether the start tag closes itself; `.end` follows all the same.
  var isSelfClosing = false
  /// Whether text is as it stands: no entity, no CDATA, no line end to normalise.
  var isPlain = true
  /// Elements open after the event: 1 at the root's start, 0 at its end.
  var depth: Int { open.count }

  /// The place behind the event.
  var position: Int
  var open: [OpenElement] = []
  var bindings: [Binding] = []
  var defaultNamespace = XMLNamespace.none
  var hasRoot = false

  struct OpenElement {
    let name: Range<Int>
    let local: Int
    let namespace: XMLNamespace
    let bindings: Int
  }

  /// A prefix and what it stands for; the empty prefix is the default namespace.
  struct Binding {
    let prefix: Range<Int>
    let namespace: XMLNamespace
  }

  /// A scanner over one part.
  ///
  /// - Parameter isText: whether the bytes are known to be UTF-8.
  /// - Throws: `.damaged` for bytes that are neither UTF-8 nor UTF-16.
  init(
    _ bytes: [UInt8], part: String, limits: Limits = .standard, isText: Bool = false
  ) throws(WorkbookError) {
    // Places are kept in 32 bits.
    try Limits.check(.partBytes, bytes.count, within: Int(Int32.max), part: part)
    (self.bytes, isTranscoded) =
      isText ? (bytes, false) : try XMLEncoding.utf8(bytes, part: part)
    self.part = part
    self.limits = limits
    position = 0
    if self.bytes.span.has("\u{FEFF}", at: 0) { position = 3 }
    open.reserveCapacity(8)
    slots.reserveCapacity(8)
    try scanDeclaration()
  }

  /// The next event.
  ///
  /// - Throws: `.damaged` where the XML is not well-formed, `.documentType`, `.beyondLimit`.
  mutating func next() throws(WorkbookError) -> Event {
    if isSelfClosing {
      isSelfClosing = false
      token = position..<position
      closeElement()
      return .end
    }
    // A span of a copy: the methods below change everything but the bytes.
    let bytes = bytes
    let span = bytes.span
    while position < span.count {
      if span[position] != 0x3C {
        if try scanText(span) { return .text }
        continue
      }
      guard position + 1 < span.count else { break }
      switch span[position + 1] {
      case 0x2F:
        try scanEndTag(span)
        return .end
      case 0x21:
        if try scanDeclarationOrCDATA(span) { return .text }
      case 0x3F: try scanInstruction()
      default:
        try scanStartTag(span)
        return .start
      }
    }
    return try finish()
  }

  private mutating func finish() throws(WorkbookError) -> Event {
    guard open.isEmpty, hasRoot, position >= bytes.count else { throw truncated() }
    token = position..<position
    return .finished
  }

  /// Skips to the end of the element whose start was the last event.
  mutating func skipElement() throws(WorkbookError) {
    let outer = depth - 1
    while depth > outer { _ = try next() }
  }

  func damaged(_ detail: String, at place: Int) -> WorkbookError {
    .damaged(part: part, detail: "\(detail) at byte \(place)")
  }

  func truncated() -> WorkbookError { damaged("the XML ends too early", at: bytes.count) }
}
