/// The elements of one part with their places, for changing some of its bytes.
struct XMLTree {
  /// One element.
  struct Node {
    /// The name with its prefix.
    let name: Range<Int>
    /// Where the name behind its prefix begins.
    let local: Int
    let namespace: XMLNamespace
    /// The start tag.
    let start: Range<Int>
    /// The end tag; empty for an element that closes itself.
    var end: Range<Int>
    let isSelfClosing: Bool
    /// The places of its attributes among the tree's.
    let attributes: Range<Int>
    var children: [Int] = []

    /// From the start tag through the end tag.
    var whole: Range<Int> { start.lowerBound..<end.upperBound }
    /// What stands between the tags.
    var content: Range<Int> { start.upperBound..<max(start.upperBound, end.lowerBound) }
  }

  let bytes: [UInt8]
  let part: String
  private(set) var nodes: [Node] = []
  private var attributes: [XMLScanner.Attribute] = []

  /// Every element of a part.
  ///
  /// - Parameter isText: whether the bytes are known to be UTF-8.
  init(
    _ bytes: [UInt8], part: String, limits: Limits, isText: Bool = false
  ) throws(WorkbookError) {
    var scanner = try XMLScanner(bytes, part: part, limits: limits, isText: isText)
    self.init(empty: scanner.bytes, part: part)
    var open: [Int] = []
    while true {
      switch try scanner.next() {
      case .start:
        self.open(scanner, &open)
        try Limits.check(.elements, nodes.count, within: limits.elements, part: part)
      case .end: close(scanner, &open)
      case .text: break
      case .finished: return
      }
    }
  }

  init(empty bytes: [UInt8], part: String) {
    self.bytes = bytes
    self.part = part
  }

  /// Takes in the start tag a scanner has met.
  mutating func open(_ scanner: XMLScanner, _ open: inout [Int]) {
    let index = nodes.count
    let first = attributes.count
    attributes.append(contentsOf: scanner.attributes)
    nodes.append(
      Node(
        name: scanner.name, local: scanner.local, namespace: scanner.namespace,
        start: scanner.token, end: scanner.token.upperBound..<scanner.token.upperBound,
        isSelfClosing: scanner.isSelfClosing, attributes: first..<attributes.count))
    if let parent = open.last { nodes[parent].children.append(index) }
    open.append(index)
  }

  /// Takes in the end tag a scanner has met.
  mutating func close(_ scanner: XMLScanner, _ open: inout [Int]) {
    guard let index = open.popLast() else { return }
    nodes[index].end = scanner.token
  }

  /// The root element; a tree always has one.
  var root: Node {
    nodes.first
      ?? Node(
        name: 0..<0, local: 0, namespace: .none, start: 0..<0, end: 0..<0, isSelfClosing: true,
        attributes: 0..<0)
  }

  /// The children of an element, of one name whatever the prefix, or all.
  func children(of node: Node, _ name: StaticString? = nil) -> [Node] {
    let all = node.children.map { nodes[$0] }
    guard let name else { return all }
    return all.filter { isNamed($0, name) }
  }

  /// The first child of a name.
  func child(of node: Node, _ name: StaticString) -> Node? {
    for index in node.children where isNamed(nodes[index], name) { return nodes[index] }
    return nil
  }

  /// All elements of a name, at any depth.
  func all(_ name: StaticString) -> [Node] { nodes.filter { isNamed($0, name) } }

  /// Whether the element has this name behind its prefix.
  func isNamed(_ node: Node, _ name: StaticString) -> Bool {
    let range = node.local..<node.name.upperBound
    guard name.utf8CodeUnitCount == range.count else { return false }
    return name.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
  }

  /// The element's name behind its prefix.
  func localName(_ node: Node) -> String { text(node.local..<node.name.upperBound) }

  /// The prefix with its colon, or nothing: what elements beside this one are to begin with.
  func prefix(_ node: Node) -> String { text(node.name.lowerBound..<node.local) }

  /// The bytes as they stand.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The characters within an element, its children's included.
  func content(_ node: Node) -> String { XMLText.decoded(bytes, node.content) }

  /// The attributes of an element.
  func attributes(of node: Node) -> ArraySlice<XMLScanner.Attribute> {
    attributes[node.attributes]
  }

  /// The attribute of a name without a prefix.
  func attribute(_ node: Node, _ name: StaticString) -> XMLScanner.Attribute? {
    attributes(of: node).first { attribute in
      attribute.local == attribute.name.lowerBound
        && name.utf8CodeUnitCount == attribute.name.count
        && name.withUTF8Buffer { $0.elementsEqual(bytes[attribute.name]) }
    }
  }

  /// The decoded value of an attribute without a prefix.
  func value(_ node: Node, _ name: StaticString) -> String? {
    attribute(node, name).map(value)
  }

  private func value(_ attribute: XMLScanner.Attribute) -> String {
    attribute.isPlain ? text(attribute.value) : XMLText.decodedAttribute(bytes, attribute.value)
  }

  /// The value of an attribute as a whole number.
  func integer(_ node: Node, _ name: StaticString) -> Int? {
    value(node, name).flatMap { Int($0) }
  }

  /// The value of the attribute of a name with some prefix (`r:id`).
  func prefixedValue(_ node: Node, _ name: StaticString) -> String? {
    let found = attributes(of: node).first { attribute in
      attribute.local > attribute.name.lowerBound
        && name.withUTF8Buffer {
          $0.elementsEqual(bytes[attribute.local..<attribute.name.upperBound])
        }
    }
    return found.map(value)
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

extension XMLEdits {
  /// Sets an attribute, in place where it is there, else before the tag's end.
  mutating func set(
    _ name: StaticString, _ value: String, on node: XMLTree.Node, in tree: XMLTree
  ) {
    let escaped = XMLText.attribute(value)
    if let attribute = tree.attribute(node, name) {
      guard tree.value(node, name) != value else { return }
      return replace(attribute.value, with: escaped)
    }
    let end = node.start.upperBound - (node.isSelfClosing ? 2 : 1)
    insert(" \(name)=\"\(escaped)\"", at: end)
  }

  /// Takes an attribute out, with the white space before it.
  mutating func removeAttribute(
    _ name: StaticString, on node: XMLTree.Node, in tree: XMLTree
  ) {
    guard let attribute = tree.attribute(node, name) else { return }
    var start = attribute.name.lowerBound
    while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(tree.bytes[start - 1]) { start -= 1 }
    remove(start..<(attribute.value.upperBound + 1))
  }

  /// Puts children behind those an element has, opening it where it closes itself.
  mutating func append(_ xml: [UInt8], to node: XMLTree.Node, in tree: XMLTree) {
    guard !xml.isEmpty else { return }
    guard node.isSelfClosing else { return insert(xml, at: node.end.lowerBound) }
    open(node, with: xml, in: tree)
  }

  /// Puts children behind those an element has.
  mutating func append(_ xml: String, to node: XMLTree.Node, in tree: XMLTree) {
    append(Array(xml.utf8), to: node, in: tree)
  }

  /// Puts children before those an element has.
  mutating func prepend(_ xml: String, to node: XMLTree.Node, in tree: XMLTree) {
    guard !xml.isEmpty else { return }
    let xml = Array(xml.utf8)
    guard node.isSelfClosing else { return insert(xml, at: node.start.upperBound) }
    open(node, with: xml, in: tree)
  }

  private mutating func open(_ node: XMLTree.Node, with xml: [UInt8], in tree: XMLTree) {
    var end = node.start.upperBound - 2
    while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(tree.bytes[end - 1]) { end -= 1 }
    let close = "</" + tree.text(node.name) + ">"
    replace(end..<node.start.upperBound, with: [0x3E] + xml + Array(close.utf8))
  }

  /// Adds to a number in an attribute, where it is there.
  mutating func add(
    _ amount: Int, to name: StaticString, on node: XMLTree.Node, in tree: XMLTree
  ) {
    guard amount != 0, let number = tree.integer(node, name) else { return }
    let (sum, overflow) = number.addingReportingOverflow(amount)
    if !overflow { set(name, String(sum), on: node, in: tree) }
  }

  /// Puts a child where the schema wants it.
  ///
  /// - Parameter order: the names of all children the schema knows, in its order.
  mutating func place(
    _ xml: String, _ name: String, in root: XMLTree.Node, of tree: XMLTree, order: [String]
  ) {
    place(Array(xml.utf8), name, in: root, of: tree, order: order)
  }

  /// Puts a child where the schema wants it.
  mutating func place(
    _ xml: [UInt8], _ name: String, in root: XMLTree.Node, of tree: XMLTree, order: [String]
  ) {
    guard !root.isSelfClosing else { return append(xml, to: root, in: tree) }
    let rank = order.firstIndex(of: name) ?? order.count
    var place = root.start.upperBound
    for child in tree.children(of: root) {
      guard let other = tree.rank(child, order), other <= rank else { continue }
      place = child.whole.upperBound
    }
    insert(xml, at: place, rank: rank)
  }
}

extension XMLTree {
  /// The place of an element in a schema's order. Alternatives (`mc:AlternateContent`) count as
  /// what they wrap, or as form controls, which is what Excel wraps most.
  func rank(_ node: Node, _ order: [String]) -> Int? {
    let name = localName(node)
    guard name == "AlternateContent" else { return order.firstIndex(of: name) }
    for choice in children(of: node) {
      for wrapped in children(of: choice) {
        if let rank = order.firstIndex(of: localName(wrapped)) { return rank }
      }
    }
    return order.firstIndex(of: "controls")
  }
}
