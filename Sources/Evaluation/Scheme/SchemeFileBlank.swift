/// Reads the part of a scheme file that only blanks need.
enum SchemeBlankReader {
  static func blank(
    _ node: SchemeNode, _ layout: IndicatorLayout, texts: [String]
  ) throws(SchemeFileError) -> BlankWording {
    let keys = try SchemeMapping(node, SchemeKeys.blank)
    var blank = BlankWording()
    blank.funds = try keys.optional("funds")?.text() ?? blank.funds
    blank.fundSources = try keys.optional("fundSources")?.text() ?? blank.fundSources
    blank.indicators = try keys.optional("indicators")?.text() ?? blank.indicators
    blank.headings = try headings(keys.optional("headings"), layout)
    if let goal = keys.optional("goal") { blank.goal = try self.goal(goal) }
    blank.fields = try keys.words("fields")
    blank.texts = try self.texts(keys.optional("texts"), among: texts)
    blank.tiers = try tiers(keys.optional("tiers"))
    blank.lines = try lines(keys.optional("lines"), layout)
    blank.signatures = try keys.words("signatures")
    blank.notes = try keys.words("notes")
    return blank
  }

  private static func headings(
    _ node: SchemeNode?, _ layout: IndicatorLayout
  ) throws(SchemeFileError) -> [BlankWording.Heading] {
    let printed = layout.columns.filter(\.isPrinted).map(\.meaning)
    var headings: [BlankWording.Heading] = []
    for entry in try node?.list() ?? [] {
      let keys = try SchemeMapping(entry, SchemeKeys.blankHeading)
      let list = try keys.required("columns")
      let columns = try list.list().map { (node) throws(SchemeFileError) in
        try node.choice(of: IndicatorColumn.self)
      }
      guard let start = columns.first.flatMap({ printed.firstIndex(of: $0) }),
        printed[start...].starts(with: columns),
        !headings.contains(where: { !Set($0.columns).isDisjoint(with: columns) })
      else {
        throw list.error(
          .contradiction, "these are no neighbours among the columns",
          "columns that stand side by side in form.indicators.columns, every one under one heading")
      }
      headings.append(.init(title: try keys.required("title").text(), columns: columns))
    }
    return headings
  }

  private static func goal(_ node: SchemeNode) throws(SchemeFileError) -> BlankWording.Goal {
    let keys = try SchemeMapping(node, SchemeKeys.blankGoal)
    return BlankWording.Goal(
      title: try keys.required("title").text(), expected: try keys.required("expected").text(),
      actual: try keys.required("actual").text(), reason: try keys.optional("reason")?.text())
  }

  private static func texts(
    _ node: SchemeNode?, among known: [String]
  ) throws(SchemeFileError) -> [BlankWording.Texts] {
    let labels = Set(known.map(Wording.label))
    var texts: [BlankWording.Texts] = []
    for entry in try node?.list() ?? [] {
      let keys = try SchemeMapping(entry, SchemeKeys.blankTexts)
      let title = try text(keys.required("title"), among: labels)
      var lines: [String] = []
      for line in try keys.optional("lines")?.list() ?? [] {
        lines.append(try text(line, among: labels))
      }
      let position = try keys.optional("position").map { (node) throws(SchemeFileError) in
        try node.choice(of: BlankWording.Texts.Position.self)
      }
      texts.append(.init(title: title, lines: lines, position: position ?? .below))
    }
    return texts
  }

  /// What is printed has to be known again when it comes back.
  private static func text(
    _ node: SchemeNode, among labels: Set<String>
  ) throws(SchemeFileError) -> String {
    let text = try node.text()
    guard labels.contains(Wording.label(text)) else {
      throw node.error(
        .unknownWord, "\(quoted(text)) is no text of the form", "a word of form.texts")
    }
    return text
  }

  private static func tiers(_ node: SchemeNode?) throws(SchemeFileError) -> [BlankWording.Tier] {
    var tiers: [BlankWording.Tier] = []
    for entry in try node?.list() ?? [] {
      let keys = try SchemeMapping(entry, SchemeKeys.blankTier)
      tiers.append(
        .init(tier1: try keys.required("tier1").text(), tier2: try keys.words("tier2")))
    }
    return tiers
  }

  /// A line that is not known as one of the blank's own would come back as an indicator.
  private static func lines(
    _ node: SchemeNode?, _ layout: IndicatorLayout
  ) throws(SchemeFileError) -> [String] {
    let known = Set(layout.templateLines.map(Wording.label))
    var lines: [String] = []
    for entry in try node?.list() ?? [] {
      let text = try entry.text()
      guard known.contains(Wording.label(text)) else {
        throw entry.error(
          .unknownWord, "\(quoted(text)) is no line of the blank",
          "a text of form.indicators.templateLines")
      }
      lines.append(text)
    }
    return lines
  }
}
