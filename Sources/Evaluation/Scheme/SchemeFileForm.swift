/// Reads the part of a scheme file that says how the form is laid out and worded.
enum SchemeFormReader {
  static func form(_ node: SchemeNode) throws(SchemeFileError) -> FormWording {
    let form = try SchemeMapping(node, SchemeKeys.form)
    var names = SchemeWords(comparedAs: .label)
    let sheetNames = try form.required("sheetNames").words()
    let project = try names.take(form.required("projectName"), for: "projectName")
    let unit = try names.take(optional: form, "unit")
    let department = try names.take(optional: form, "department")
    let code = try names.take(optional: form, "projectCode")
    let texts = try names.take(optional: form, "texts")
    let reasons = try names.take(optional: form, "reasons")
    let funds = try form.optional("funds").map(self.funds)
    let indicators = try indicators(form.required("indicators"))
    let blank = try form.optional("blank").map { (node) throws(SchemeFileError) in
      try SchemeBlankReader.blank(node, indicators, texts: texts)
    }
    return FormWording(
      sheetNames: sheetNames, projectName: project, unit: unit, department: department,
      projectCode: code, texts: texts, reasons: reasons, funds: funds, indicators: indicators,
      blank: blank ?? BlankWording(), tables: try tables(form.optional("tables")))
  }

  private static func funds(_ node: SchemeNode) throws(SchemeFileError) -> FundLayout {
    let funds = try SchemeMapping(node, SchemeKeys.funds)
    let unit = try funds.required("moneyUnit").choice(of: MoneyUnit.self)
    let columns: [Column<FundColumn>] = try columns(of: funds, SchemeKeys.fundColumns)
    let required = try required(of: funds, among: columns)
    var rows = SchemeWords(comparedAs: .label)
    var ids: [String: Int] = [:]
    let total = try rows.take(funds.required("total"), for: "total")
    let sources = try sources(funds.optional("sources"), &rows, &ids)
    let groups = try groups(funds.optional("groups"), of: sources, &rows, &ids)
    return FundLayout(
      moneyUnit: unit.rawValue, columns: columns, required: required, total: total,
      sources: sources, groups: groups, hasOwnSources: try flag(funds, "ownSources"),
      mayLackHeader: try flag(funds, "mayLackHeader"))
  }

  /// A flag that is off where it is left out.
  private static func flag(
    _ mapping: SchemeMapping, _ key: String
  ) throws(SchemeFileError) -> Bool {
    try mapping.optional(key).map { (node) throws(SchemeFileError) in try node.flag() } ?? false
  }

  /// The units of money that amounts can be in.
  private enum MoneyUnit: String, CaseIterable {
    case yuan = "元"
    case thousands = "千元"
    case tenThousands = "万元"
    case hundredMillions = "亿元"
  }

  private static func sources(
    _ node: SchemeNode?, _ rows: inout SchemeWords, _ ids: inout [String: Int]
  ) throws(SchemeFileError) -> [FundLayout.Source] {
    var sources: [FundLayout.Source] = []
    for entry in try node?.list() ?? [] {
      let source = try SchemeMapping(entry, SchemeKeys.source)
      let id = try uniqueID(source, &ids)
      sources.append(.init(id: id, labels: try rows.take(source.required("labels"), for: id)))
    }
    return sources
  }

  private static func groups(
    _ node: SchemeNode?, of sources: [FundLayout.Source], _ rows: inout SchemeWords,
    _ ids: inout [String: Int]
  ) throws(SchemeFileError) -> [FundLayout.Group] {
    var groups: [FundLayout.Group] = []
    for entry in try node?.list() ?? [] {
      let group = try SchemeMapping(entry, SchemeKeys.group)
      let id = try uniqueID(group, &ids)
      let labels = try rows.take(group.required("labels"), for: id)
      let members = try members(group.required("members"), of: sources)
      groups.append(.init(id: id, labels: labels, members: members))
    }
    return groups
  }

  private static func uniqueID(
    _ mapping: SchemeMapping, _ ids: inout [String: Int]
  ) throws(SchemeFileError) -> String {
    let node = try mapping.required("id")
    let id = try SchemeFile.identifier(node)
    if let line = ids[id] {
      throw node.error(
        .duplicateID, "the id \(quoted(id)) already stands in line \(line)", "every id once")
    }
    ids[id] = node.line
    return id
  }

  private static func members(
    _ node: SchemeNode, of sources: [FundLayout.Source]
  ) throws(SchemeFileError) -> [String] {
    var members: [String] = []
    for entry in try node.list() {
      let id = try entry.text()
      guard sources.contains(where: { $0.id == id }) else {
        let known = sources.map(\.id).joined(separator: ", ")
        throw entry.error(
          .unknownSource, "\(quoted(id)) is no source", "an id of a source: \(known)")
      }
      guard !members.contains(id) else {
        throw entry.error(.duplicateID, "\(quoted(id)) stands here twice", "every source once")
      }
      members.append(id)
    }
    return members
  }

  private static func indicators(_ node: SchemeNode) throws(SchemeFileError) -> IndicatorLayout {
    try layout(SchemeMapping(node, SchemeKeys.indicators), SchemeKeys.indicatorColumns)
  }

  private static func tables(_ node: SchemeNode?) throws(SchemeFileError) -> [FurtherTable] {
    var tables: [FurtherTable] = []
    var ids: [String: Int] = [:]
    for entry in try node?.list() ?? [] {
      let table = try SchemeMapping(entry, SchemeKeys.table)
      let withoutTarget = try table.optional("withoutTarget").map {
        (node) throws(SchemeFileError) in
        try node.choice(of: FurtherTable.WithoutTarget.self)
      }
      tables.append(
        FurtherTable(
          id: try uniqueID(table, &ids), title: try table.required("title").text(),
          layout: try layout(table, SchemeKeys.tableColumns),
          withoutTarget: withoutTarget ?? .unresolved))
    }
    return tables
  }

  private static func layout(
    _ block: SchemeMapping, _ keys: SchemeKeys
  ) throws(SchemeFileError) -> IndicatorLayout {
    let columns: [Column<IndicatorColumn>] = try columns(of: block, keys)
    let required = try required(of: block, among: columns)
    var rows = SchemeWords(comparedAs: .label)
    return IndicatorLayout(
      columns: columns, required: required, total: try rows.take(optional: block, "total"),
      end: try rows.take(optional: block, "end"),
      goals: try rows.take(optional: block, "goals"),
      templateLines: try block.words("templateLines"))
  }
}

/// What both blocks have: columns, those the form prints and those that returns add.
extension SchemeFormReader {
  private static func columns<Meaning: RawRepresentable & Hashable & Sendable>(
    of block: SchemeMapping, _ keys: SchemeKeys
  ) throws(SchemeFileError) -> [Column<Meaning>] where Meaning.RawValue == String {
    var headers = SchemeWords(comparedAs: .label)
    let own = try block.required("columns")
    var columns: [Column<Meaning>] = try read(own, keys, &headers, isPrinted: true)
    guard let other = block.optional("otherColumns") else { return columns }
    for (key, value) in try SchemeMapping(other, keys).entries
    where columns.contains(where: { $0.meaning.rawValue == key }) {
      throw value.error(.duplicateKey, "“\(key)” already stands under columns", "every column once")
    }
    columns += try read(other, keys, &headers, isPrinted: false)
    return columns
  }

  private static func read<Meaning: RawRepresentable & Hashable & Sendable>(
    _ node: SchemeNode, _ keys: SchemeKeys, _ headers: inout SchemeWords, isPrinted: Bool
  ) throws(SchemeFileError) -> [Column<Meaning>] where Meaning.RawValue == String {
    var columns: [Column<Meaning>] = []
    let mapping = try SchemeMapping(node, keys)
    guard !mapping.entries.isEmpty else {
      throw node.error(.empty, "no column stands here", "at least one")
    }
    for (key, value) in mapping.entries {
      guard let meaning = Meaning(rawValue: key) else { continue }
      let labels = try headers.take(value, for: key)
      columns.append(Column(meaning, labels: labels, isPrinted: isPrinted))
    }
    return columns
  }

  private static func required<Meaning: RawRepresentable & CaseIterable & Hashable & Sendable>(
    of block: SchemeMapping, among columns: [Column<Meaning>]
  ) throws(SchemeFileError) -> [Meaning] where Meaning.RawValue == String {
    var required: [Meaning] = []
    for entry in try block.required("required").list() {
      let meaning = try entry.choice(of: Meaning.self)
      guard columns.contains(where: { $0.meaning == meaning && $0.isPrinted }) else {
        throw entry.error(
          .contradiction, "“\(meaning.rawValue)” is no column of this block",
          "a key of columns")
      }
      guard !required.contains(meaning) else {
        throw entry.error(
          .duplicateID, "“\(meaning.rawValue)” stands here twice", "every column once")
      }
      required.append(meaning)
    }
    return required
  }
}

extension SchemeWords {
  /// The words of a key that may be left out; none then.
  mutating func take(
    optional mapping: SchemeMapping, _ key: String
  ) throws(SchemeFileError) -> [String] {
    guard let list = mapping.optional(key) else { return [] }
    return try take(list, for: key)
  }
}
