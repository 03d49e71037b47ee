extension SheetEditor {
  /// Joins cells that are not joined yet.
  mutating func merge(_ ranges: [CellRange]) {
    let wanted = Self.inOrder(ranges).filter { $0.first != $0.last }
    guard !wanted.isEmpty else { return }
    let tree = tree
    let node = tree.child(of: tree.root, "mergeCells")
    var others: [CellRange?] = wanted.map { _ in nil }
    if let node {
      tree.forEachChild(of: node, "mergeCell") { child in
        guard let range = tree.range(child, "ref") else { return }
        for at in wanted.indices where others[at] == nil && range.overlaps(wanted[at]) {
          others[at] = range
        }
      }
    }
    var new: [CellRange] = []
    for (range, other) in zip(wanted, others) {
      guard let other = other ?? new.first(where: { $0.overlaps(range) }) else {
        new.append(range)
        continue
      }
      if other != range {
        remark(.occupiedCell, range.first, "\(range) overlaps the merged cells \(other)")
      }
    }
    guard !new.isEmpty else { return }
    let x = x
    guard let node else {
      return edits.place("mergeCells", in: tree.root, of: tree, order: Self.order) {
        $0.append(merges: new, x)
      }
    }
    edits.append(to: node, in: tree) { xml in
      for range in new { xml.append(merge: range, x) }
    }
    edits.add(new.count, to: "count", on: node, in: tree)
  }

  /// Each range once, in the order of the sheet.
  private static func inOrder(_ ranges: [CellRange]) -> [CellRange] {
    ranges.count < 2
      ? ranges : Set(ranges).sorted { ($0.first, $0.last) < ($1.first, $1.last) }
  }

  /// Adds links within the workbook, in place of any on the same cells.
  mutating func link(_ links: [PatchLink]) {
    guard !links.isEmpty else { return }
    let x = x
    let links = links.sorted { $0.reference < $1.reference }
    guard let node = tree.child(of: tree.root, "hyperlinks") else {
      return edits.place("hyperlinks", in: tree.root, of: tree, order: Self.order) {
        $0.append(links: links, x)
      }
    }
    edits.append(to: node, in: tree) { xml in
      for link in links { xml.append(link: link, x) }
    }
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

extension ByteBuffer {
  /// Appends `<mergeCells>`.
  mutating func append(merges ranges: [CellRange], _ x: String) {
    append("<", x, "mergeCells count=\"")
    append(decimal: ranges.count)
    append(literal: "\">")
    for range in ranges { append(merge: range, x) }
    append("</", x, "mergeCells>")
  }

  /// Appends a `<mergeCell>`.
  mutating func append(merge range: CellRange, _ x: String) {
    append("<", x, "mergeCell ref=\"")
    append(range: range)
    append(literal: "\"/>")
  }

  /// Appends `<hyperlinks>`.
  mutating func append(links: [PatchLink], _ x: String) {
    append("<", x, "hyperlinks>")
    for link in links { append(link: link, x) }
    append("</", x, "hyperlinks>")
  }

  /// Appends the `<hyperlink>` of a link within the workbook.
  mutating func append(link: PatchLink, _ x: String) {
    append("<", x, "hyperlink ref=\"")
    append(place: link.reference)
    append(literal: "\" location=\"")
    append(escaping: XMLText.cut(link.location, to: 2_000), inAttribute: true)
    if let tooltip = link.tooltip {
      append(literal: "\" tooltip=\"")
      append(escaping: XMLText.cut(tooltip, to: 255), inAttribute: true)
    }
    append(literal: "\"/>")
  }
}
