extension SheetEditor {
  /// Sets the widths of columns; existing entries that cover them are split and keep the rest.
  ///
  /// Each stands right behind the entry before it, and one that is covered whole goes with the
  /// white space before it: so taking widths out and setting them again gives the same bytes.
  mutating func setWidths(_ widths: [Int: Double]) {
    let ours = widths.filter { (1...CellReference.lastColumn).contains($0.key) }
      .sorted { $0.key < $1.key }
    guard !ours.isEmpty else { return }
    guard let cols = tree.child(of: tree.root, "cols") else { return placeColumns(ours) }
    let all = tree.children(of: cols, "col")
    var entries = ColumnEntries(ours)
    for node in all {
      if let columns = tree.columns(of: node) { entries.add(node, columns) }
    }
    entries.end()
    guard entries.covered.count < all.count else {
      placeColumns(ours)
      return edits.remove(withSpaceBefore(cols))
    }
    for line in entries.lines where !line.items.isEmpty {
      write(line, behind: cols.start.upperBound)
    }
    for node in entries.covered { edits.remove(withSpaceBefore(node)) }
  }

  private mutating func placeColumns(_ ours: [ColumnEntries.Width]) {
    let x = x
    edits.place("cols", in: tree.root, of: tree, order: Self.order) { xml in
      xml.append("<", x, "cols>")
      for column in ours { xml.append(column, x) }
      xml.append("</", x, "cols>")
    }
  }

  private mutating func write(_ line: ColumnEntries.Line, behind start: Int) {
    let (x, tree) = (x, tree)
    guard let node = line.node, !line.isWhole else {
      let end = line.node?.whole.upperBound ?? start
      return edits.insert(at: end) { xml in
        for case .ours(let width) in line.items { xml.append(width, x) }
      }
    }
    edits.replace(node.whole) { xml in
      for item in line.items {
        switch item {
        case .kept(let columns): xml.append(text: Self.part(of: node, columns, in: tree))
        case .ours(let width): xml.append(width, x)
        }
      }
    }
  }

  /// An element with the white space between it and the tag before.
  private func withSpaceBefore(_ node: XMLTree.Node) -> Range<Int> {
    var start = node.whole.lowerBound
    while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(tree.bytes[start - 1]) { start -= 1 }
    let isBetweenTags = start > 0 && tree.bytes[start - 1] == 0x3E
    return (isBetweenTags ? start : node.whole.lowerBound)..<node.whole.upperBound
  }

  /// A `<col>` for some of the columns of another, everything else the same.
  static func part(
    of node: XMLTree.Node, _ columns: ClosedRange<Int>, in tree: XMLTree
  ) -> String {
    var edits = XMLEdits()
    edits.set("min", String(columns.lowerBound), on: node, in: tree)
    edits.set("max", String(columns.upperBound), on: node, in: tree)
    return String(decoding: edits.applied(to: tree.bytes, within: node.whole), as: UTF8.self)
  }
}

/// Entries of columns with the widths that are set among them.
private struct ColumnEntries {
  /// The width of a column, 1-based, in characters.
  typealias Width = (key: Int, value: Double)

  enum Item {
    /// Columns of the entry itself.
    case kept(ClosedRange<Int>)
    case ours(Width)
  }

  /// What stands at the place of an entry that stays, or before all of them where `node` is `nil`.
  struct Line {
    var node: XMLTree.Node?
    /// Whether all of the entry stays as it is, which is then none of the items.
    var isWhole = false
    var items: [Item] = []
  }

  private(set) var lines = [Line()]
  /// The entries of which nothing stays.
  private(set) var covered: [XMLTree.Node] = []
  private var rest: ArraySlice<Width>
  /// The entry right before, where all of it stays as it is.
  private var passed: XMLTree.Node?

  init(_ ours: [Width]) { rest = ours[...] }

  /// Adds the next entry, from left to right.
  mutating func add(_ node: XMLTree.Node, _ columns: ClosedRange<Int>) {
    put(rest.prefix { $0.key < columns.lowerBound })
    guard let first = rest.first, first.key <= columns.upperBound else {
      passed = node
      return
    }
    var isCovered = true
    var next = columns.lowerBound
    for width in rest.prefix(while: { $0.key <= columns.upperBound }) {
      if width.key > next { keep(next...(width.key - 1), of: node, &isCovered) }
      put([width])
      next = width.key + 1
    }
    if next <= columns.upperBound { keep(next...columns.upperBound, of: node, &isCovered) }
    if isCovered { covered.append(node) }
  }

  /// Puts what is right of all entries.
  mutating func end() { put(rest) }

  private mutating func put(_ widths: ArraySlice<Width>) {
    if widths.isEmpty { return }
    if let node = passed { lines.append(Line(node: node, isWhole: true)) }
    passed = nil
    lines[lines.count - 1].items += widths.map { .ours($0) }
    rest = rest.dropFirst(widths.count)
  }

  private mutating func keep(
    _ columns: ClosedRange<Int>, of node: XMLTree.Node, _ isFirst: inout Bool
  ) {
    if isFirst { lines.append(Line(node: node)) }
    (isFirst, passed) = (false, nil)
    lines[lines.count - 1].items.append(.kept(columns))
  }
}

extension ByteBuffer {
  /// Appends the `<col>` of one column.
  fileprivate mutating func append(_ column: ColumnEntries.Width, _ x: String) {
    append("<", x, "col min=\"")
    append(decimal: column.key)
    append(literal: "\" max=\"")
    append(decimal: column.key)
    append(literal: "\" width=\"")
    append(number: min(max(column.value, 0), 255))
    append(literal: "\" customWidth=\"1\"/>")
  }
}
