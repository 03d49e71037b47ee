/// The elements of one part with their places, for changing some of its bytes.
struct XMLTree {
  /// One element.
  struct Node: Sendable {
    /// The name with its prefix.
    let name: Range<Int>
    /// Where the name behind its prefix begins.
    let local: Int
    /// The start tag.
    let start: Range<Int>
    /// The end tag; empty for an element that closes itself.
    fileprivate(set) var end: Range<Int>
    let isSelfClosing: Bool
    /// Its place among the tree's, which are in the order of their start tags.
    fileprivate let index: Int
    /// The place behind its last descendant.
    fileprivate var next: Int

    /// From the start tag through the end tag.
    var whole: Range<Int> { start.lowerBound..<end.upperBound }
    /// What stands between the tags.
    var content: Range<Int> { start.upperBound..<max(start.upperBound, end.lowerBound) }
  }

  let bytes: [UInt8]
  private(set) var part: String
  private(set) var nodes: [Node] = []
  private var open: [Int] = []

  /// Every element of a part.
  ///
  /// - Parameter isText: whether the bytes are known to be well-formed.
  init(
    _ bytes: [UInt8], part: String, limits: Limits, isText: Bool = false
  ) throws(WorkbookError) {
    let bytes = isText ? bytes : try Self.scanned(bytes, part: part, limits: limits)
    self.init(empty: bytes, part: part)
    let span = bytes.span
    var walker = XMLWalker()
    nodes.reserveCapacity(min(bytes.count / 40 + 8, 1 << 12))
    loop: while true {
      switch walker.next(span) {
      case .start:
        open(walker)
        try Limits.check(.elements, nodes.count, within: limits.elements, part: part)
      case .end: close(walker.token)
      case .finished: break loop
      }
    }
  }

  /// Every element of a part that many workbooks have in common.
  ///
  /// - Parameter isText: whether the bytes are known to be well-formed.
  static func ofCommonPart(
    _ bytes: [UInt8], part: String, limits: Limits, isText: Bool
  ) throws(WorkbookError) -> XMLTree {
    let known = try memo.made(of: bytes, limits) { () throws(WorkbookError) in
      let tree = try XMLTree(bytes, part: part, limits: limits, isText: isText)
      return Known(bytes: tree.bytes, nodes: tree.nodes)
    }
    var tree = XMLTree(empty: known.bytes, part: part)
    tree.nodes = known.nodes
    return tree
  }

  /// A tree without the name of its part.
  private struct Known: Sendable {
    let bytes: [UInt8]
    let nodes: [Node]
  }

  private static let memo = PartMemo<Known>()

  /// - Parameter room: for how many elements there is to be room.
  init(empty bytes: [UInt8], part: String, room: Int = 0) {
    self.bytes = bytes
    self.part = part
    if room > 0 {
      nodes.reserveCapacity(room)
      open.reserveCapacity(8)
    }
  }

  /// The same elements as those of a part of another name.
  func named(_ part: String) -> XMLTree {
    var tree = self
    tree.part = part
    return tree
  }

  /// The bytes as UTF-8, once a scanner has gone over all of them.
  static func scanned(
    _ bytes: [UInt8], part: String, limits: Limits
  ) throws(WorkbookError) -> [UInt8] {
    var scanner = try XMLScanner(bytes, part: part, limits: limits)
    while try scanner.next() != .finished {}
    return scanner.bytes
  }

  /// How many elements are open.
  var depth: Int { open.count }

  /// Takes in the start tag a walker has met.
  @inline(__always)
  mutating func open(_ walker: XMLWalker) {
    let index = nodes.count
    let end = walker.token.upperBound
    nodes.append(
      Node(
        name: walker.name, local: walker.local, start: walker.token,
        end: Range(uncheckedBounds: (end, end)), isSelfClosing: walker.isSelfClosing,
        index: index, next: index &+ 1))
    if !walker.isSelfClosing { open.append(index) }
  }

  /// Takes in an end tag.
  @inline(__always)
  mutating func close(_ token: Range<Int>) {
    guard let index = open.popLast() else { return }
    nodes[index].end = token
    nodes[index].next = nodes.count
  }

  /// The root element; a tree always has one.
  var root: Node {
    nodes.first
      ?? Node(
        name: 0..<0, local: 0, start: 0..<0, end: 0..<0, isSelfClosing: true, index: 0, next: 0)
  }

  /// The children of an element, of one name whatever the prefix, or all.
  func children(of node: Node, _ name: StaticString? = nil) -> [Node] {
    var found: [Node] = []
    var index = node.index + 1
    while index < min(node.next, nodes.count) {
      if name.map({ isNamed(nodes[index], $0) }) ?? true {
        if found.isEmpty { found.reserveCapacity(8) }
        found.append(nodes[index])
      }
      index = nodes[index].next
    }
    return found
  }

  /// Goes over the children of a name.
  func forEachChild(of node: Node, _ name: StaticString, _ take: (Node) -> Void) {
    var index = node.index + 1
    while index < min(node.next, nodes.count) {
      if isNamed(nodes[index], name) { take(nodes[index]) }
      index = nodes[index].next
    }
  }

  /// The first child of a name.
  func child(of node: Node, _ name: StaticString) -> Node? {
    var index = node.index + 1
    while index < min(node.next, nodes.count) {
      if isNamed(nodes[index], name) { return nodes[index] }
      index = nodes[index].next
    }
    return nil
  }

  /// All elements of a name, at any depth.
  func all(_ name: StaticString) -> [Node] { nodes.filter { isNamed($0, name) } }

  /// Whether the element has this name behind its prefix.
  func isNamed(_ node: Node, _ name: StaticString) -> Bool {
    bytes.span.matches(name, node.local..<node.name.upperBound)
  }

  /// The element's name behind its prefix.
  func localName(_ node: Node) -> String { text(node.local..<node.name.upperBound) }

  /// The prefix with its colon, or nothing: what elements beside this one are to begin with.
  func prefix(_ node: Node) -> String { text(node.name.lowerBound..<node.local) }

  /// The bytes as they stand.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The characters within an element, its children's included.
  func content(_ node: Node) -> String { XMLText.decoded(bytes, node.content) }
}

extension XMLTree {
  /// The last child of an element that a schema's order puts at a rank or before it.
  func lastChild(of node: Node, upTo rank: Int, in order: [StaticString]) -> Node? {
    var (found, index) = (-1, node.index + 1)
    // Children most often stand in that order themselves.
    var likely = 0
    while index < min(node.next, nodes.count) {
      if let place = self.rank(nodes[index], order, likely: likely) {
        likely = place
        if place <= rank { found = index }
      }
      index = nodes[index].next
    }
    return found < 0 ? nil : nodes[found]
  }

  /// The place of an element in a schema's order. Alternatives (`mc:AlternateContent`) count as
  /// what they wrap, or as form controls, which is what Excel wraps most.
  private func rank(_ node: Node, _ order: [StaticString], likely: Int) -> Int? {
    guard isNamed(node, "AlternateContent") else { return place(of: node, order, likely: likely) }
    for choice in children(of: node) {
      for wrapped in children(of: choice) {
        if let rank = place(of: wrapped, order, likely: likely) { return rank }
      }
    }
    return order.firstIndex { $0.description == "controls" }
  }

  /// - Parameter likely: the place to look at first, then those behind it.
  private func place(of node: Node, _ order: [StaticString], likely: Int) -> Int? {
    let (span, name) = (bytes.span, node.local..<node.name.upperBound)
    for place in likely..<order.count where span.matches(order[place], name) { return place }
    for place in 0..<likely where span.matches(order[place], name) { return place }
    return nil
  }
}
