/// A package whose parts are being changed; what is not changed is never inflated for writing.
struct PackageEditor: ~Copyable {
  /// A part that was asked for.
  private struct Part {
    let name: String
    /// What stands in the archive under that name.
    let entry: ZipArchive.Entry?
    /// The bytes as they came, once they were read.
    var original: [UInt8]?
    /// The bytes as they are now; `nil` before they are read, and once the part is gone.
    var current: [UInt8]?
    var isRemoved = false
    /// Whether it is known to be well-formed: whatever is added to such a part is text as well.
    var isText = false
    var tree: XMLTree?
    var links: [PartLink]?

    var isThere: Bool { current != nil || (entry != nil && !isRemoved) }
  }

  private let archive: ZipArchive
  private var parts: [Part] = []
  /// The parts that are new, in the order in which they came.
  private var added: [Int] = []
  private var streamed: [(name: String, part: StreamedPart)] = []
  /// Content types of parts, and of parts by the ends of their names, that are still to be written.
  private(set) var contentTypes: [(name: String, type: String)] = []
  private(set) var defaultTypes: [(name: String, type: String)] = []
  let limits: Limits

  init(_ archive: consuming ZipArchive) {
    limits = archive.limits
    self.archive = archive
  }

  /// Entries that are left out because of their names.
  var ignored: [IgnoredEntry] { archive.ignored }

  /// Whether some entry's name begins so.
  func hasEntry(beginning start: String) -> Bool {
    archive.entries.contains { $0.name.utf8.starts(with: start.utf8) }
  }

  /// Whether the part is there.
  func has(_ name: String) -> Bool {
    if let index = place(of: name) { return parts[index].isThere }
    guard let entry = archive.entry(named: name) else { return false }
    if entry.name != name, let index = place(of: entry.name) { return parts[index].isThere }
    return true
  }

  private func known(_ name: String) -> Int? {
    if let index = place(of: name) { return index }
    guard let entry = archive.entry(named: name), entry.name != name else { return nil }
    return place(of: entry.name)
  }

  /// The place of the part of this very name among those that were asked for.
  private func place(of name: String) -> Int? {
    let length = name.utf8.count
    for at in parts.indices where parts[at].name.utf8.count == length && parts[at].name == name {
      return at
    }
    return nil
  }

  /// The place of a part among those that were asked for.
  private mutating func index(of name: String) -> Int {
    if let index = place(of: name) { return index }
    let entry = archive.entry(named: name)
    if let entry, entry.name != name, let index = place(of: entry.name) { return index }
    if parts.isEmpty { parts.reserveCapacity(24) }
    parts.append(Part(name: entry?.name ?? name, entry: entry))
    return parts.count - 1
  }

  /// The part as UTF-8; `nil` where there is none.
  mutating func read(_ name: String) throws(WorkbookError) -> [UInt8]? {
    try read(index(of: name))
  }

  private mutating func read(_ index: Int) throws(WorkbookError) -> [UInt8]? {
    if let bytes = parts[index].current { return bytes }
    guard !parts[index].isRemoved, let entry = parts[index].entry else { return nil }
    let bytes = try Self.utf8(try archive.read(entry), part: entry.name)
    parts[index].original = bytes
    parts[index].current = bytes
    parts[index].isText = archive.isScanned(entry)
    return bytes
  }

  /// The first bytes of a part that was not read yet, the whole of one that was.
  mutating func beginning(of name: String) throws(WorkbookError) -> [UInt8]? {
    let index = index(of: name)
    if let bytes = parts[index].current { return bytes }
    guard !parts[index].isRemoved, let entry = parts[index].entry else { return nil }
    return try archive.beginning(of: entry, 1 << 15)
  }

  /// The part's elements; `nil` where there is none.
  mutating func tree(_ name: String) throws(WorkbookError) -> XMLTree? {
    let index = index(of: name)
    if let known = parts[index].tree { return known }
    guard let bytes = try read(index) else { return nil }
    let tree = try XMLTree.ofCommonPart(
      bytes, part: parts[index].name, limits: limits, isText: parts[index].isText)
    parts[index].tree = tree
    parts[index].isText = true
    return tree
  }

  /// Whether the part is known to be well-formed.
  func isText(_ name: String) -> Bool { known(name).map { parts[$0].isText } ?? false }

  /// The relationships in a part, where it was read since it changed.
  func knownLinks(in name: String) -> [PartLink]? { known(name).flatMap { parts[$0].links } }

  /// Keeps the relationships in a part until it changes.
  mutating func know(_ found: [PartLink], in name: String) { parts[index(of: name)].links = found }

  /// The part's elements.
  mutating func required(_ name: String) throws(WorkbookError) -> XMLTree {
    guard let tree = try tree(name) else {
      throw .damaged(part: name, detail: "it is missing")
    }
    return tree
  }

  /// Puts a part's new bytes.
  ///
  /// - Parameter isText: whether they are known to be well-formed.
  mutating func write(_ name: String, _ bytes: [UInt8], isText: Bool = false) {
    let index = index(of: name)
    if parts[index].entry == nil, !added.contains(index) { added.append(index) }
    parts[index].isRemoved = false
    parts[index].current = bytes
    parts[index].tree = nil
    parts[index].links = nil
    parts[index].isText = isText
  }

  /// Puts a part that is read while the package is written; it is not looked at again.
  mutating func stream(_ name: String, _ part: StreamedPart) {
    let index = index(of: name)
    parts[index].current = nil
    added.removeAll { $0 == index }
    streamed.append((parts[index].name, part))
  }

  /// Makes changes to a part.
  mutating func apply(_ edits: borrowing XMLEdits, to tree: XMLTree) {
    guard !edits.isEmpty else { return }
    write(tree.part, edits.applied(to: tree.bytes), isText: true)
  }

  /// Takes a part out.
  mutating func remove(_ name: String) {
    let index = index(of: name)
    parts[index].current = nil
    parts[index].tree = nil
    parts[index].links = nil
    if parts[index].entry != nil {
      parts[index].isRemoved = true
    } else {
      added.removeAll { $0 == index }
    }
  }

  /// Names the content type of a part, where none is named.
  mutating func setContentType(_ type: String, of part: String) {
    contentTypes.append((part, type))
  }

  /// Names the content type of parts by the end of their names, where none is named.
  mutating func setDefaultType(_ type: String, ending: String) {
    if !defaultTypes.contains(where: { $0.name == ending }) { defaultTypes.append((ending, type)) }
  }

  /// Forgets the content type of a part that was named and is not written yet.
  mutating func forgetContentType(of part: String) {
    contentTypes.removeAll { $0.name == part }
  }

  /// The first name of a numbered series that no part has, and that no content type is given for:
  /// a part that is gone may have left its own behind.
  mutating func unusedName(
    _ before: String, _ after: String
  ) throws(WorkbookError) -> String {
    var number = 1
    while true {
      let name = before + String(number) + after
      if !has(name), try !isTyped(name) { return name }
      number += 1
    }
  }

  /// The package with all changes.
  consuming func finish() throws(WorkbookError) -> [UInt8] {
    try writeContentTypes()
    if let written = try writtenPlainly() { return written }
    let changes = try changes()
    return try archive.rewriting(changes, streaming: streamed)
  }

  /// Gives the package with all changes to `sink`, part after part.
  ///
  /// - Parameter scratch: a folder for passing files without a name; `nil` keeps them in memory.
  consuming func finish(scratch: String?, to sink: ZipOutput.Sink) throws {
    try writeContentTypes()
    let changes = try changes()
    try archive.write(changes, streaming: streamed, scratch: scratch, to: sink)
  }

  /// The package with all changes where it is laid out as most are; `nil` for others.
  private func writtenPlainly() throws(WorkbookError) -> [UInt8]? {
    guard streamed.isEmpty, let plain = archive.plain else { return nil }
    var asked = [PlainArchive.Asked](repeating: .kept, count: archive.entries.count)
    for at in parts.indices {
      guard let index = parts[at].entry.map({ Int($0.index) }) else { continue }
      if parts[at].isRemoved {
        asked[index] = .removed
      } else if let bytes = try changed(at) {
        asked[index] = .replaced(bytes)
      }
    }
    return try plain.rewriting(asked, adding: newParts)
  }

  private func changes() throws(WorkbookError) -> ZipArchive.Changes {
    var changes = ZipArchive.Changes()
    for at in parts.indices {
      if parts[at].isRemoved { changes.removed.insert(parts[at].name) }
      if let bytes = try changed(at) { changes.replaced[parts[at].name] = bytes }
    }
    changes.added = newParts
    return changes
  }

  /// The bytes of a part of the archive that has others now.
  private func changed(_ at: Int) throws(WorkbookError) -> [UInt8]? {
    guard let entry = parts[at].entry, let bytes = parts[at].current else { return nil }
    if let original = parts[at].original { return original.isSame(as: bytes) ? nil : bytes }
    let before = try Self.utf8(try archive.read(entry), part: parts[at].name)
    return before.isSame(as: bytes) ? nil : bytes
  }

  private var newParts: [(name: String, bytes: [UInt8])] {
    added.compactMap { index in parts[index].current.map { (parts[index].name, $0) } }
  }

  /// UTF-16 becomes UTF-8, and its declaration says so; anything else stays.
  private static func utf8(_ bytes: [UInt8], part: String) throws(WorkbookError) -> [UInt8] {
    guard part.hasSuffix(".xml") || part.hasSuffix(".rels"), let first = bytes.first,
      first == 0xFF || first == 0xFE || first == 0 || bytes.dropFirst().first == 0
    else { return bytes }
    let (text, isTranscoded) = try XMLEncoding.utf8(bytes, part: part)
    guard isTranscoded, text.starts(with: "<?xml".utf8),
      let end = XMLText.find("?>", text, 0, text.count),
      let name = XMLText.find("encoding", text, 0, end),
      let open = text[name..<end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let close = text[(open + 1)..<end].firstIndex(of: text[open])
    else { return text }
    return Array(text[...open]) + Array("UTF-8".utf8) + Array(text[close...])
  }
}
