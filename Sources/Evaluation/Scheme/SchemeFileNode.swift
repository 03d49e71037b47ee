import Figures
import Yams

/// One place of a scheme file, which knows where it stands and what it can be read as.
struct SchemeNode {
  let node: Node
  let path: String
  let file: String

  init(_ node: Node, path: String, file: String) {
    self.node = node
    self.path = path
    self.file = file
  }

  /// An error placed here.
  func error(
    _ kind: SchemeFileError.Kind, _ found: Phrase, _ expected: Phrase
  ) -> SchemeFileError {
    SchemeFileError(
      file: file, line: line, column: node.mark?.column ?? 1, path: path, kind: kind,
      what: found, due: expected)
  }

  /// The line it stands in, from 1.
  var line: Int { node.mark?.line ?? 1 }

  /// What stands here, as an error names it.
  var shown: Phrase {
    switch node {
    case .scalar(let scalar): isNothing(scalar) ? "nothing" : Phrase(value: quoted(scalar.string))
    case .mapping: "a group of keys"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  private func isNothing(_ scalar: Node.Scalar) -> Bool {
    guard scalar.style == .plain else { return scalar.string.isEmpty }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// A text on one line, without white space at its ends.
  func text() throws(SchemeFileError) -> String {
    guard case .scalar(let scalar) = node else {
      throw error(.wrongType, "\(shown) stands here", "a text")
    }
    let text = Wording.trimmed(scalar.string)
    guard !isNothing(scalar), !text.isEmpty else {
      throw error(.empty, "nothing stands here", "a text")
    }
    guard !text.unicodeScalars.contains("\n") else {
      throw error(.wrongType, "\(quoted(text)) stands on several lines", "a text on one line")
    }
    return text
  }

  /// A word of a fixed choice.
  func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) throws(SchemeFileError) -> Choice where Choice.RawValue == String {
    let word = try text()
    guard let choice = Choice(rawValue: word) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(.unknownWord, "\(quoted(word)) is not known here", "one of \(choices)")
    }
    return choice
  }

  /// A decimal, read from its digits.
  func figure(
    from low: Figure = .zero, through high: Figure = Figure(1_000_000)
  ) throws(SchemeFileError) -> Figure {
    guard case .scalar(let scalar) = node, !isNothing(scalar) else {
      throw error(.wrongType, "\(shown) stands here", "a decimal such as 80")
    }
    guard let figure = plainFigure(scalar) else {
      let why: Phrase = scalar.style == .plain ? "is not a number" : "is a text"
      throw error(.notANumber, "\(shown) \(why)", "a decimal such as 80")
    }
    guard (low...high).contains(figure) else {
      throw error(.outOfRange, "\(figure) is out of range", "a number from \(low) to \(high)")
    }
    return figure
  }

  /// At most 6 decimals, so that sums and bands of a scheme stay exact whatever they meet.
  private func plainFigure(_ scalar: Node.Scalar) -> Figure? {
    guard scalar.style == .plain, let figure = Figure(scalar.string),
      figure.rounded(to: 6) == figure
    else { return nil }
    return figure
  }

  /// A number of decimals, 0 through 6.
  func places() throws(SchemeFileError) -> Int {
    guard case .scalar(let scalar) = node, scalar.style == .plain, let places = Int(scalar.string)
    else {
      throw error(.notANumber, "\(shown) is no whole number", "a number of decimals from 0 to 6")
    }
    guard (0...6).contains(places) else {
      throw error(.outOfRange, "\(places) is out of range", "a number of decimals from 0 to 6")
    }
    return places
  }

  /// `true` or `false`.
  func flag() throws(SchemeFileError) -> Bool {
    if case .scalar(let scalar) = node, scalar.style == .plain {
      if scalar.string == "true" { return true }
      if scalar.string == "false" { return false }
    }
    throw error(.wrongType, "\(shown) stands here", "true or false")
  }

  /// Whether a list stands here.
  var isList: Bool {
    if case .sequence = node { true } else { false }
  }

  /// The entries of a list, at least one.
  func list() throws(SchemeFileError) -> [SchemeNode] {
    guard case .sequence(let entries) = node else {
      throw error(.wrongType, "\(shown) stands here", "a list")
    }
    guard !entries.isEmpty else {
      throw error(.empty, "an empty list", "at least one entry; leave out a key that has none")
    }
    return entries.enumerated().map { index, entry in
      SchemeNode(entry, path: "\(path)[\(index + 1)]", file: file)
    }
  }

  /// A list of texts, at least one.
  func words() throws(SchemeFileError) -> [String] {
    try list().map { (entry) throws(SchemeFileError) in try entry.text() }
  }
}

/// A place with keys, all of them known and none missing.
struct SchemeMapping {
  let place: SchemeNode
  /// The keys with their values, in the order of the file.
  let entries: [(key: String, value: SchemeNode)]

  /// Reads the keys of a place.
  init(_ place: SchemeNode, _ keys: SchemeKeys) throws(SchemeFileError) {
    guard case .mapping(let mapping) = place.node else {
      let example = keys.all.prefix(3).joined(separator: ", ")
      throw place.error(.wrongType, "\(place.shown) stands here", "keys such as \(example)")
    }
    self.place = place
    entries = try mapping.map { (pair) throws(SchemeFileError) in
      (try Self.key(pair.key, of: place, among: keys), Self.value(pair, of: place))
    }
    for key in keys.required where !entries.contains(where: { $0.key == key }) {
      throw place.error(.missingKey, "the key “\(key)” is missing", "it here")
    }
  }

  private static func key(
    _ node: Node, of place: SchemeNode, among keys: SchemeKeys
  ) throws(SchemeFileError) -> String {
    let key = SchemeNode(node, path: place.path, file: place.file)
    guard case .scalar(let scalar) = node, keys.all.contains(scalar.string) else {
      let nearest = node.scalar.flatMap { keys.nearest(to: $0.string) }
      let all: Phrase = "one of \(keys.all.joined(separator: ", "))"
      let expected = nearest.map { (key) -> Phrase in "“\(key)”" } ?? all
      throw key.error(.unknownKey, "the key \(key.shown) is not known here", expected)
    }
    return scalar.string
  }

  private static func value(_ pair: Node.Mapping.Element, of place: SchemeNode) -> SchemeNode {
    let key = pair.key.scalar?.string ?? ""
    let path = place.path.isEmpty ? key : "\(place.path).\(key)"
    return SchemeNode(pair.value, path: path, file: place.file)
  }

  /// The value of a key that may be left out.
  func optional(_ key: String) -> SchemeNode? {
    entries.first { $0.key == key }?.value
  }

  /// The value of a key that has to stand here.
  func required(_ key: String) throws(SchemeFileError) -> SchemeNode {
    guard let value = optional(key) else {
      throw place.error(.missingKey, "the key “\(key)” is missing", "it here")
    }
    return value
  }

  /// The texts of a key that may be left out; none then.
  func words(_ key: String) throws(SchemeFileError) -> [String] {
    try optional(key)?.words() ?? []
  }
}
