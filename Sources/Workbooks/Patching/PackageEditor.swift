/// A package whose parts are being changed; what is not changed is never inflated for writing.
struct PackageEditor: ~Copyable {
  private let archive: ZipArchive
  private var original: [String: [UInt8]] = [:]
  private var current: [String: [UInt8]] = [:]
  private var removed: Set<String> = []
  private var added: [String] = []
  private var streamed: [(name: String, part: StreamedPart)] = []
  private var trees: [String: XMLTree] = [:]
  private var links: [String: [PartLink]] = [:]
  /// Parts that were scanned once: whatever was added to them since is text as well.
  private var scanned: Set<String> = []
  let limits: Limits

  init(_ archive: consuming ZipArchive) {
    limits = archive.limits
    self.archive = archive
  }

  /// Entries that are left out because of their names.
  var ignored: [IgnoredEntry] { archive.ignored }

  /// Whether some entry's name begins so.
  func hasEntry(beginning start: String) -> Bool {
    archive.entries.contains { $0.name.hasPrefix(start) }
  }

  /// Whether the part is there.
  func has(_ name: String) -> Bool {
    let key = canonical(name)
    return current[key] != nil || (archive.entry(named: key) != nil && !removed.contains(key))
  }

  private func canonical(_ name: String) -> String { archive.entry(named: name)?.name ?? name }

  /// The part as UTF-8; `nil` where there is none.
  mutating func read(_ name: String) throws(WorkbookError) -> [UInt8]? {
    let key = canonical(name)
    if let bytes = current[key] { return bytes }
    guard !removed.contains(key), let entry = archive.entry(named: key) else { return nil }
    let bytes = try Self.utf8(try archive.read(entry), part: key)
    original[key] = bytes
    current[key] = bytes
    return bytes
  }

  /// The part's elements; `nil` where there is none.
  mutating func tree(_ name: String) throws(WorkbookError) -> XMLTree? {
    let key = canonical(name)
    if let known = trees[key] { return known }
    guard let bytes = try read(key) else { return nil }
    let tree = try XMLTree(bytes, part: key, limits: limits, isText: isText(key))
    trees[key] = tree
    scanned.insert(key)
    return tree
  }

  /// Whether the part is known to be UTF-8.
  func isText(_ name: String) -> Bool { scanned.contains(canonical(name)) }

  /// The relationships in a part, where it was read since it changed.
  func knownLinks(in name: String) -> [PartLink]? { links[canonical(name)] }

  /// Keeps the relationships in a part until it changes.
  mutating func know(_ found: [PartLink], in name: String) { links[canonical(name)] = found }

  /// The part's elements.
  mutating func required(_ name: String) throws(WorkbookError) -> XMLTree {
    guard let tree = try tree(name) else {
      throw .damaged(part: name, detail: "it is missing")
    }
    return tree
  }

  /// Puts a part's new bytes.
  mutating func write(_ name: String, _ bytes: [UInt8]) {
    let key = canonical(name)
    if archive.entry(named: key) == nil, !added.contains(key) { added.append(key) }
    removed.remove(key)
    current[key] = bytes
    trees[key] = nil
    links[key] = nil
  }

  /// Puts a part that is read while the package is written; it is not looked at again.
  mutating func stream(_ name: String, _ part: StreamedPart) {
    let key = canonical(name)
    current[key] = nil
    added.removeAll { $0 == key }
    streamed.append((key, part))
  }

  /// Makes changes to a part.
  mutating func apply(_ edits: XMLEdits, to tree: XMLTree) {
    guard !edits.isEmpty else { return }
    write(tree.part, edits.applied(to: tree.bytes))
    scanned.insert(canonical(tree.part))
  }

  /// Takes a part out.
  mutating func remove(_ name: String) {
    let key = canonical(name)
    current[key] = nil
    trees[key] = nil
    links[key] = nil
    if archive.entry(named: key) != nil {
      removed.insert(key)
    } else {
      added.removeAll { $0 == key }
    }
  }

  /// The first name of a numbered series that no part has.
  func unusedName(_ before: String, _ after: String) -> String {
    var number = 1
    while has("\(before)\(number)\(after)") { number += 1 }
    return "\(before)\(number)\(after)"
  }

  /// The package with all changes.
  consuming func finish() throws(WorkbookError) -> [UInt8] {
    let changes = try changes()
    return try archive.rewriting(changes, streaming: streamed)
  }

  /// Gives the package with all changes to `sink`, part after part.
  ///
  /// - Parameter scratch: a folder for passing files without a name; `nil` keeps them in memory.
  consuming func finish(scratch: String?, to sink: ZipOutput.Sink) throws {
    let changes = try changes()
    try archive.write(changes, streaming: streamed, scratch: scratch, to: sink)
  }

  private func changes() throws(WorkbookError) -> ZipArchive.Changes {
    var changes = ZipArchive.Changes(removed: removed)
    for (name, bytes) in current where !added.contains(name) {
      if let before = original[name] {
        if before != bytes { changes.replaced[name] = bytes }
      } else if let entry = archive.entry(named: name),
        try Self.utf8(try archive.read(entry), part: name) != bytes
      {
        changes.replaced[name] = bytes
      }
    }
    changes.added = added.compactMap { name in current[name].map { (name, $0) } }
    return changes
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
