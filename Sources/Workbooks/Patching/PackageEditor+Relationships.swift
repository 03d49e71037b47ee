/// One relationship of a part.
struct PartLink: Sendable {
  let id: String
  /// The last word of its type's address: `worksheet`, `comments`.
  let kind: String
  /// The part it leads to, without a leading `/`; the address itself where it leads outside.
  let target: String
  let isExternal: Bool
}

/// Paths of parts.
enum PartPath {
  /// The folder of a part, with its `/`.
  static func folder(_ part: String) -> String {
    part.utf8.lastIndex(of: 0x2F).map { String(part[...$0]) } ?? ""
  }

  /// The part a target names, seen from another part.
  static func resolve(_ target: String, from part: String) -> String {
    let path = target.utf8.first == 0x2F ? String(target.dropFirst()) : folder(part) + target
    if isPlain(path) { return path }
    var steps: [Substring.UTF8View] = []
    for step in path.utf8.split(separator: 0x2F) where !step.elementsEqual([0x2E]) {
      if step.elementsEqual([0x2E, 0x2E]) { _ = steps.popLast() } else { steps.append(step) }
    }
    return decoded(Array(steps.joined(separator: [0x2F])))
  }

  /// Whether a path has neither escapes nor steps that are empty or begin with a dot.
  private static func isPlain(_ path: String) -> Bool {
    var last: UInt8 = 0x2F
    for byte in path.utf8 {
      if byte == 0x25 || last == 0x2F && (byte == 0x2F || byte == 0x2E) { return false }
      last = byte
    }
    return last != 0x2F
  }

  /// A part's path seen from another part's folder.
  static func relative(_ part: String, from other: String) -> String {
    let folder = folder(other)
    return part.hasPrefix(folder) ? String(part.dropFirst(folder.count)) : "/" + part
  }

  private static func decoded(_ path: [UInt8]) -> String {
    guard path.contains(0x25) else { return String(decoding: path, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = path[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == 0x25, digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension PackageEditor {
  static let packageNamespace = "http://schemas.openxmlformats.org/package/2006"

  /// The relationships of a part (`""` for the package's own).
  mutating func links(of part: String) throws(WorkbookError) -> [PartLink] {
    let name = PartName.relationships(of: part)
    if let known = knownLinks(in: name) { return known }
    guard let bytes = try read(name) else { return [] }
    let links = try Self.knownLists.made(of: bytes, limits, beside: part) {
      () throws(WorkbookError) in
      let tree = try required(name)
      return tree.children(of: tree.root, "Relationship")
        .compactMap { Self.link($0, in: tree, of: part) }
    }
    know(links, in: name)
    return links
  }

  private static let knownLists = PartMemo<[PartLink]>()
  private static let knownLinked = PartMemo<Linked>()
  private static let knownTypes = PartMemo<ContentTypes>()
  private static let knownTyped = PartMemo<[String]>()

  /// A part of relationships with one more.
  private struct Linked: Sendable {
    let bytes: [UInt8]
    let id: String
  }

  /// The part of content types with those that were named.
  private struct ContentTypes: Sendable {
    let bytes: [UInt8]
    /// Whether it named none before, in a root that closes itself.
    let wasEmpty: Bool
  }

  private static func link(
    _ node: XMLTree.Node, in tree: XMLTree, of part: String
  ) -> PartLink? {
    guard let id = tree.value(node, "Id"), let type = tree.attribute(node, "Type"),
      let target = tree.value(node, "Target")
    else { return nil }
    let isExternal = tree.value(node, "TargetMode") == "External"
    return PartLink(
      id: id, kind: lastWord(of: tree.bytes[type.value]),
      target: isExternal ? target : PartPath.resolve(target, from: part),
      isExternal: isExternal)
  }

  private static func lastWord(of address: ArraySlice<UInt8>) -> String {
    var end = address.endIndex
    while end > address.startIndex, address[end - 1] == 0x2F { end -= 1 }
    var start = end
    while start > address.startIndex, address[start - 1] != 0x2F { start -= 1 }
    return String(decoding: address[start..<end], as: UTF8.self)
  }

  /// Adds a relationship, and the part for it where a part has none yet; gives its id.
  mutating func link(
    _ part: String, to target: String, type: String
  ) throws(WorkbookError) -> String {
    let name = PartName.relationships(of: part)
    if !has(name) {
      write(name, Array(Self.emptyRelationships.utf8), isText: true)
      setDefaultType(
        "application/vnd.openxmlformats-package.relationships+xml", ending: "rels")
    }
    guard let bytes = try read(name) else { throw .damaged(part: name, detail: "it is missing") }
    var beside = ByteBuffer(capacity: 256)
    beside.append("", part, "\n")
    beside.append("", target, "\n")
    beside.append(text: type)
    let linked = try Self.knownLinked.made(of: bytes, limits, beside: beside.text) {
      () throws(WorkbookError) in
      Self.adding(target, type, to: try required(name), of: part)
    }
    write(name, linked.bytes, isText: true)
    return linked.id
  }

  private static func adding(
    _ target: String, _ type: String, to tree: XMLTree, of part: String
  ) -> Linked {
    let ids = tree.children(of: tree.root, "Relationship").compactMap { tree.value($0, "Id") }
    var number = (ids.compactMap(number(ofID:)).max() ?? 0) + 1
    while ids.contains("rId\(number)") { number += 1 }
    var edits = XMLEdits()
    edits.append(
      "<\(tree.prefix(tree.root))Relationship Id=\"rId\(number)\" Type=\"\(type)\""
        + " Target=\"\(XMLText.attribute(PartPath.relative(target, from: part)))\"/>",
      to: tree.root, in: tree)
    return Linked(bytes: edits.applied(to: tree.bytes), id: "rId\(number)")
  }

  /// The number in an id such as `rId7`.
  private static func number(ofID id: String) -> Int? {
    let bytes = id.utf8.span
    guard bytes.count > 3, bytes.count < 10, bytes.matches("rId", 0..<3) else { return nil }
    return bytes.integer(3..<bytes.count)
  }

  private static let emptyRelationships =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    + "<Relationships xmlns=\"\(packageNamespace)/relationships\"></Relationships>"

  /// Takes a relationship out, and the part that held it where it is one made here and now empty.
  mutating func unlink(_ part: String, id: String) throws(WorkbookError) {
    guard let tree = try tree(PartName.relationships(of: part)) else { return }
    var edits = XMLEdits()
    for node in tree.children(of: tree.root, "Relationship") where tree.value(node, "Id") == id {
      edits.remove(node.whole)
    }
    apply(edits, to: tree)
    if try read(tree.part) == Array(Self.emptyRelationships.utf8) { remove(tree.part) }
  }

  private static let contentTypes = "[Content_Types].xml"

  /// Whether a content type is given for a part of this name.
  mutating func isTyped(_ part: String) throws(WorkbookError) -> Bool {
    let typed = try Self.knownTyped.made(of: try typesBytes(), limits) {
      () throws(WorkbookError) in
      let tree = try required(Self.contentTypes)
      return tree.children(of: tree.root, "Override")
        .compactMap { tree.value($0, "PartName")?.lowercased() }
    }
    return typed.contains("/" + part.lowercased())
  }

  private mutating func typesBytes() throws(WorkbookError) -> [UInt8] {
    guard let bytes = try read(Self.contentTypes) else {
      throw .damaged(part: Self.contentTypes, detail: "it is missing")
    }
    return bytes
  }

  /// Writes the content types that were named.
  mutating func writeContentTypes() throws(WorkbookError) {
    guard !contentTypes.isEmpty || !defaultTypes.isEmpty else { return }
    let before = try typesBytes()
    var beside = ByteBuffer()
    beside.append(decimal: defaultTypes.count)
    for list in [defaultTypes, contentTypes] {
      for (name, type) in list {
        beside.append("\n", name, "\n")
        beside.append(text: type)
      }
    }
    let types = try Self.knownTypes.made(of: before, limits, beside: beside.text) {
      () throws(WorkbookError) in
      let tree = try required(Self.contentTypes)
      return ContentTypes(
        bytes: typesEdits(in: tree).applied(to: tree.bytes), wasEmpty: tree.root.isSelfClosing)
    }
    guard !types.bytes.isSame(as: before) else { return }
    write(Self.contentTypes, types.bytes, isText: true)
    if types.wasEmpty { try writeContentTypes() }
  }

  /// What names the content types; into an empty root, those of endings first.
  private func typesEdits(in tree: XMLTree) -> XMLEdits {
    let x = tree.prefix(tree.root)
    let overrides = tree.children(of: tree.root, "Override")
    let defaults = tree.children(of: tree.root, "Default")
    var edits = XMLEdits()
    // The one named last stands first.
    let endings = defaultTypes.reversed().filter { ending in
      !defaults.contains { tree.hasValue($0, "Extension", like: ending.name) }
    }
    edits.prepend(
      endings.map { "<\(x)Default Extension=\"\($0.name)\" ContentType=\"\($0.type)\"/>" }
        .joined(), to: tree.root, in: tree)
    let parts = contentTypes.filter { part in
      let path = "/" + part.name
      return !overrides.contains { tree.hasValue($0, "PartName", like: path) }
    }
    if tree.root.isSelfClosing, !endings.isEmpty { return edits }
    edits.append(
      parts.map {
        "<\(x)Override PartName=\"/\(XMLText.attribute($0.name))\" ContentType=\"\($0.type)\"/>"
      }.joined(), to: tree.root, in: tree)
    return edits
  }

  /// Takes a part out with the naming of its content type.
  mutating func removePart(_ part: String) throws(WorkbookError) {
    remove(part)
    forgetContentType(of: part)
    let tree = try required(Self.contentTypes)
    var edits = XMLEdits()
    for node in tree.children(of: tree.root, "Override")
    where tree.hasValue(node, "PartName", like: "/" + part) {
      edits.remove(node.whole)
    }
    apply(edits, to: tree)
  }
}
