/// The XML of a font, a fill, a border or a format, with a hash made once.
struct StylePiece: Hashable, Sendable {
  let xml: [UInt8]
  let digest: UInt64

  init(_ xml: [UInt8]) {
    self.xml = xml
    digest = Self.digest(of: xml.span, 0..<xml.count)
  }

  static func == (one: StylePiece, other: StylePiece) -> Bool {
    one.digest == other.digest && one.xml == other.xml
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// A digest of a stretch. What has the same digest is compared.
  static func digest(of bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    let stretch = bytes.extracting(range)
    var digest = UInt64(truncatingIfNeeded: stretch.count)
    var at = 0
    while at &+ 16 <= stretch.count {
      // The bounds were checked in the line before.
      let (one, other) = (
        stretch.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self),
        stretch.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at &+ 8, as: UInt64.self)
      )
      let product = (digest ^ one).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ other)
      digest = product.high ^ product.low
      at &+= 16
    }
    while at < stretch.count {
      digest = (digest ^ UInt64(stretch[at])) &* 0x9E37_79B9_7F4A_7C15
      digest ^= digest >> 29
      at &+= 1
    }
    return digest
  }
}

/// One list of styles.xml, with what is added to it.
struct StyleList {
  let node: XMLTree.Node?
  /// How many pieces it has, the added ones included.
  private(set) var count = 0
  /// The added pieces, one behind the other.
  private(set) var added: [UInt8] = []
  private(set) var addedCount = 0
  /// By digest the places of pieces, and where each stands: in the part, or behind its end among
  /// those that were added.
  private var places: [UInt64: Int] = [:]
  private var ranges: [Range<Int>] = []
  private let part: [UInt8]

  /// The list at an element; `nil` where the part has none.
  init(_ node: XMLTree.Node?, in tree: XMLTree) {
    self.node = node
    part = tree.bytes
    guard let node else { return }
    let children = tree.children(of: node)
    places.reserveCapacity(children.count + 48)
    ranges.reserveCapacity(children.count + 48)
    for child in children where !tree.isNamed(child, "AlternateContent") {
      let digest = StylePiece.digest(of: part.span, child.whole)
      if places[digest] == nil { places[digest] = count }
      ranges.append(child.whole)
      count += 1
    }
  }

  /// The place of a piece, which is added where it is new.
  mutating func index(of piece: StylePiece) -> Int {
    if let place = places[piece.digest], holds(piece.xml, at: place) { return place }
    places[piece.digest] = count
    add(piece.xml)
    return count - 1
  }

  private func holds(_ xml: [UInt8], at place: Int) -> Bool {
    let range = ranges[place]
    if range.lowerBound < part.count { return part[range].elementsEqual(xml) }
    return added[(range.lowerBound - part.count)..<(range.upperBound - part.count)]
      .elementsEqual(xml)
  }

  /// Adds a piece, whether it is there or not.
  mutating func add(_ xml: [UInt8]) {
    let start = part.count + added.count
    // Most forms get some fifty formats of 200 bytes.
    if added.isEmpty { added.reserveCapacity(max(xml.count, 4096)) }
    added.append(contentsOf: xml)
    ranges.append(start..<(start + xml.count))
    addedCount += 1
    count += 1
  }
}
