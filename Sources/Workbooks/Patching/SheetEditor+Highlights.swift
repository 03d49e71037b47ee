extension SheetEditor {
  /// A condition that always holds and that no one else writes: it tells our rules from the
  /// unit's after any program has saved the file again.
  static let marker = "LEN(\"scorebook\")=9"

  /// Lays colours over cells: conditional formats, at the place the schema wants, of which the
  /// first wins, also over those that are there.
  mutating func highlight(_ highlights: [Highlight], styles: inout StyleEditor) {
    let rules = highlights.flatMap { Self.rules(of: $0) }
    guard !rules.isEmpty else { return }
    let numbers = priorities(for: rules)
    let x = x
    edits.place("conditionalFormatting", in: tree.root, of: tree, order: Self.order) { xml in
      for (rule, priority) in zip(rules, numbers) {
        Self.append(rule, priority: priority, style: styles.number(of: rule.style), x, to: &xml)
      }
    }
  }

  private static func append(
    _ rule: Rule, priority: Int, style: Int, _ x: String, to xml: inout ByteBuffer
  ) {
    xml.append("<", x, "conditionalFormatting sqref=\"")
    for (index, range) in rule.ranges.enumerated() {
      if index > 0 { xml.append(0x20) }
      xml.append(range: range)
    }
    xml.append("\"><", x, "cfRule type=\"expression\" dxfId=\"")
    xml.append(decimal: style)
    xml.append(literal: "\" priority=\"")
    xml.append(decimal: priority)
    xml.append("\"><", x, "formula>")
    xml.append(escaping: rule.formula)
    xml.append("</", x, "formula></")
    xml.append("", x, "cfRule></")
    xml.append("", x, "conditionalFormatting>")
  }

  private struct Rule {
    let ranges: [CellRange]
    let style: HighlightStyle
    let formula: String
  }

  private static func rules(of highlight: Highlight) -> [Rule] {
    let ranges = Set(highlight.ranges).sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    guard !ranges.isEmpty else { return [] }
    switch highlight.condition {
    case .always: return [Rule(ranges: ranges, style: highlight.style, formula: marker)]
    case .zero:
      // One rule a range: a relative reference counts from the first cell of the rule's ranges.
      return ranges.map {
        let formula = "AND(\(marker),ISNUMBER(\($0.first)),\($0.first)=0)"
        return Rule(ranges: [$0], style: highlight.style, formula: formula)
      }
    }
  }

  /// Priorities that win. Numbers that are free are taken; only where a rule of the unit that
  /// covers the same cells would win do all of the unit's rules step back, as they do when
  /// someone adds a rule in Excel.
  private mutating func priorities(for rules: [Rule]) -> [Int] {
    let tree = tree
    let there = tree.all("cfRule")
    let taken = there.compactMap { tree.integer($0, "priority") }
    let count = rules.count
    guard let lowest = taken.min(), lowest <= count else { return Array(1...count) }
    if !isOverlaid(rules) || there.contains(where: { tree.value($0, "pivot") == "1" }) {
      let used = Set(taken)
      return Array((1...(count + used.count)).filter { !used.contains($0) }.prefix(count))
    }
    for node in there { edits.add(count, to: "priority", on: node, in: tree) }
    return Array(1...count)
  }

  private func isOverlaid(_ rules: [Rule]) -> Bool {
    let ours = rules.flatMap(\.ranges)
    let tree = tree
    return tree.children(of: tree.root, "conditionalFormatting").contains { node in
      let areas = (tree.value(node, "sqref") ?? "").split(separator: " ")
        .compactMap { CellRange($0) }
      return areas.contains { area in ours.contains { $0.overlaps(area) } }
    }
  }
}
