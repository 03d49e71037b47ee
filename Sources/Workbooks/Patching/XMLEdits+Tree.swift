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
  @inline(__always)
  mutating func append(
    to node: XMLTree.Node, in tree: XMLTree, _ write: (inout ByteBuffer) -> Void
  ) {
    guard node.isSelfClosing else { return insert(at: node.end.lowerBound, write) }
    open(node, in: tree, write)
  }

  /// Puts children behind those an element has, opening it where it closes itself.
  mutating func append(_ xml: [UInt8], to node: XMLTree.Node, in tree: XMLTree) {
    guard !xml.isEmpty else { return }
    append(to: node, in: tree) { $0.append(bytes: xml) }
  }

  /// Puts children behind those an element has.
  mutating func append(_ xml: String, to node: XMLTree.Node, in tree: XMLTree) {
    guard !xml.isEmpty else { return }
    append(to: node, in: tree) { $0.append(text: xml) }
  }

  /// Puts children before those an element has.
  mutating func prepend(_ xml: String, to node: XMLTree.Node, in tree: XMLTree) {
    guard !xml.isEmpty else { return }
    guard node.isSelfClosing else { return insert(xml, at: node.start.upperBound) }
    open(node, in: tree) { $0.append(text: xml) }
  }

  private mutating func open(
    _ node: XMLTree.Node, in tree: XMLTree, _ write: (inout ByteBuffer) -> Void
  ) {
    var end = node.start.upperBound - 2
    while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(tree.bytes[end - 1]) { end -= 1 }
    replace(end..<node.start.upperBound) { xml in
      xml.append(0x3E)
      write(&xml)
      xml.append(literal: "</")
      xml.append(bytes: tree.bytes, node.name)
      xml.append(0x3E)
    }
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
    _ xml: String, _ name: StaticString, in root: XMLTree.Node, of tree: XMLTree,
    order: [StaticString]
  ) {
    place(Array(xml.utf8), name, in: root, of: tree, order: order)
  }

  /// Puts a child where the schema wants it.
  mutating func place(
    _ xml: [UInt8], _ name: StaticString, in root: XMLTree.Node, of tree: XMLTree,
    order: [StaticString]
  ) {
    place(name, in: root, of: tree, order: order) { $0.append(bytes: xml) }
  }

  /// Puts what is written where the schema wants a child of this name.
  mutating func place(
    _ name: StaticString, in root: XMLTree.Node, of tree: XMLTree, order: [StaticString],
    _ write: (inout ByteBuffer) -> Void
  ) {
    guard !root.isSelfClosing else { return append(to: root, in: tree, write) }
    let rank = order.firstIndex { $0.isSame(as: name) } ?? order.count
    let last = tree.lastChild(of: root, upTo: rank, in: order)
    insert(at: last?.whole.upperBound ?? root.start.upperBound, rank: rank, write)
  }
}

extension StaticString {
  /// Whether these are the same bytes.
  fileprivate func isSame(as other: StaticString) -> Bool {
    utf8CodeUnitCount == other.utf8CodeUnitCount
      && withUTF8Buffer { one in other.withUTF8Buffer { one.elementsEqual($0) } }
  }
}
