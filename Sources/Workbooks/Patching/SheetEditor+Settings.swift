extension SheetEditor {
  /// Sets the widths of columns; existing entries that cover them are split and keep the rest.
  mutating func setWidths(_ widths: [Int: Double]) {
    let wanted = widths.filter { (1...CellReference.lastColumn).contains($0.key) }
    guard !wanted.isEmpty else { return }
    let ours = wanted.keys.sorted().map { ($0, columnXML($0, wanted[$0] ?? 0)) }
    guard let cols = tree.child(of: tree.root, "cols") else {
      return place("<\(x)cols>" + ours.map(\.1).joined() + "</\(x)cols>", "cols")
    }
    var rest = ours[...]
    for node in tree.children(of: cols, "col") {
      guard let low = tree.integer(node, "min"), let high = tree.integer(node, "max"), low <= high
      else { continue }
      let before = rest.prefix { $0.0 < low }
      rest = rest.dropFirst(before.count)
      edits.insert(before.map(\.1).joined(), at: node.start.lowerBound)
      let within = rest.prefix { $0.0 <= high }
      rest = rest.dropFirst(within.count)
      if !within.isEmpty {
        edits.replace(node.whole, with: pieces(of: node, low...high, around: Array(within)))
      }
    }
    edits.append(rest.map(\.1).joined(), to: cols, in: tree)
  }

  private func columnXML(_ column: Int, _ width: Double) -> String {
    let size = StyleXML.number(min(max(width, 0), 255))
    return "<\(x)col min=\"\(column)\" max=\"\(column)\" width=\"\(size)\" customWidth=\"1\"/>"
  }

  private func pieces(
    of node: XMLTree.Node, _ range: ClosedRange<Int>, around ours: [(Int, String)]
  ) -> String {
    var xml = ""
    var next = range.lowerBound
    for (column, piece) in ours {
      if column > next { xml += part(of: node, next...(column - 1)) }
      xml += piece
      next = column + 1
    }
    return next <= range.upperBound ? xml + part(of: node, next...range.upperBound) : xml
  }

  /// A `<col>` for some of the columns of another, everything else the same.
  func part(of node: XMLTree.Node, _ columns: ClosedRange<Int>) -> String {
    var edits = XMLEdits()
    edits.set("min", String(columns.lowerBound), on: node, in: tree)
    edits.set("max", String(columns.upperBound), on: node, in: tree)
    return String(decoding: edits.applied(to: tree.bytes, within: node.whole), as: UTF8.self)
  }

  /// Joins cells that are not joined yet.
  mutating func merge(_ ranges: [CellRange]) {
    let node = tree.child(of: tree.root, "mergeCells")
    var there =
      node.map { tree.children(of: $0, "mergeCell") }?
      .compactMap { tree.value($0, "ref").flatMap { CellRange($0) } } ?? []
    var xml: [UInt8] = []
    var count = 0
    for range in Set(ranges).sorted(by: { $0.first < $1.first }) where range.first != range.last {
      if let other = there.first(where: { $0.overlaps(range) }) {
        if other != range {
          remark(.occupiedCell, range.first, "\(range) overlaps the merged cells \(other)")
        }
        continue
      }
      there.append(range)
      xml.append(merge: range, x)
      count += 1
    }
    guard count > 0 else { return }
    guard let node else {
      let start = Array("<\(x)mergeCells count=\"\(count)\">".utf8)
      return place(start + xml + Array("</\(x)mergeCells>".utf8), "mergeCells")
    }
    edits.append(xml, to: node, in: tree)
    edits.add(count, to: "count", on: node, in: tree)
  }

  /// Adds links within the workbook, in place of any on the same cells.
  mutating func link(_ links: [PatchLink]) {
    guard !links.isEmpty else { return }
    let xml = links.sorted { $0.reference < $1.reference }.map { LinkXML.link($0, x) }.joined()
    guard let node = tree.child(of: tree.root, "hyperlinks") else {
      return place("<\(x)hyperlinks>\(xml)</\(x)hyperlinks>", "hyperlinks")
    }
    edits.append(xml, to: node, in: tree)
  }

  /// Makes the sheet print one page wide.
  mutating func fitWidth() {
    setFitToPage()
    let isFit = isFitToPage
    guard let setup = tree.child(of: tree.root, "pageSetup") else {
      return place(
        "<\(x)pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>",
        "pageSetup")
    }
    if !isFit {
      if tree.value(setup, "fitToWidth") != nil {
        edits.set("fitToWidth", "1", on: setup, in: tree)
      }
      edits.set("fitToHeight", "0", on: setup, in: tree)
    } else if tree.integer(setup, "fitToWidth") == 0 {
      edits.set("fitToWidth", "1", on: setup, in: tree)
    }
  }

  private var isFitToPage: Bool {
    guard let properties = tree.child(of: tree.root, "sheetPr"),
      let page = tree.child(of: properties, "pageSetUpPr")
    else { return false }
    return ["1", "true"].contains(tree.value(page, "fitToPage") ?? "")
  }

  private mutating func setFitToPage() {
    guard !isFitToPage else { return }
    let page = "<\(x)pageSetUpPr fitToPage=\"1\"/>"
    guard let properties = tree.child(of: tree.root, "sheetPr") else {
      return place("<\(x)sheetPr>\(page)</\(x)sheetPr>", "sheetPr")
    }
    if let node = tree.child(of: properties, "pageSetUpPr") {
      edits.set("fitToPage", "1", on: node, in: tree)
    } else {
      edits.append(page, to: properties, in: tree)
    }
  }
}

extension [UInt8] {
  /// Appends a `<mergeCell>`.
  mutating func append(merge range: CellRange, _ x: String) {
    append("<", x, "mergeCell ref=\"")
    append(place: range.first)
    append(literal: ":")
    append(place: range.last)
    append(literal: "\"/>")
  }
}

/// The XML of a link within the workbook.
enum LinkXML {
  /// `<hyperlink>`.
  static func link(_ link: PatchLink, _ x: String) -> String {
    let location = XMLText.attribute(XMLText.cut(link.location, to: 2_000))
    let tip = link.tooltip.map { " tooltip=\"\(XMLText.attribute(XMLText.cut($0, to: 255)))\"" }
    return "<\(x)hyperlink ref=\"\(link.reference)\" location=\"\(location)\"\(tip ?? "")/>"
  }
}
