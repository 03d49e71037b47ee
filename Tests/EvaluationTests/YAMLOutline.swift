/// The keys of a YAML text in block style, each with the lines it covers.
struct YAMLOutline {
  struct Key: Sendable {
    /// The path with `[]` for entries of lists (`scoring.grades[].from`).
    let path: String
    let name: String
    /// Whether it is the first key of an entry of a list.
    let isFirstOfEntry: Bool
    /// The line it stands in, from 0.
    let line: Int
    /// The line after the last one that belongs to it.
    let end: Int
  }

  let lines: [String]
  let keys: [Key]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.lines = lines
    var open: [(indentation: Int, step: String)] = []
    var keys: [Key] = []
    for (index, line) in lines.enumerated() {
      guard let match = line.wholeMatch(of: /( *)(- )?([A-Za-z0-9]+):(?: .*)?/) else { continue }
      let isFirst = match.2 != nil
      open.removeAll { $0.indentation >= match.1.count }
      if isFirst { open.append((match.1.count, "[]")) }
      let indentation = match.1.count + (isFirst ? 2 : 0)
      open.append((indentation, (open.isEmpty ? "" : ".") + match.3))
      keys.append(
        Key(
          path: open.map(\.step).joined(), name: String(match.3), isFirstOfEntry: isFirst,
          line: index, end: Self.end(of: index, indentation, in: lines)))
    }
    self.keys = keys
  }

  private static func end(of line: Int, _ indentation: Int, in lines: [String]) -> Int {
    lines.indices.dropFirst(line + 1).first { index in
      let content = lines[index].drop { $0 == " " }
      guard !content.isEmpty, content.first != "#" else { return false }
      return lines[index].count - content.count <= indentation
    } ?? lines.count
  }

  /// The text with the lines of a key replaced.
  func replacing(_ key: Key, with text: String) -> String {
    var copy = lines
    copy.replaceSubrange(key.line..<key.end, with: [text])
    return copy.joined(separator: "\n")
  }

  /// The text without a key and all below it.
  func deleting(_ key: Key) -> String {
    let dash = String(lines[key.line].prefix { $0 == " " }) + "-"
    return replacing(key, with: key.isFirstOfEntry ? dash : "# gone")
  }

  /// The text with one more letter in a key.
  func renaming(_ key: Key) -> String {
    var copy = lines
    copy[key.line].replace("\(key.name):", with: "\(key.name)X:", maxReplacements: 1)
    return copy.joined(separator: "\n")
  }
}
