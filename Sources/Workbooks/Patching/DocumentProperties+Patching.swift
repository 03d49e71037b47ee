/// Adds to docProps/custom.xml and docProps/app.xml.
enum PropertyEditor {
  private static let format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
  private static let variants =
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
  private static let strictVariants = "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"

  /// Sets custom properties, in place of any of the same names.
  static func set(
    _ properties: [NewProperty], _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard !properties.isEmpty else { return }
    if try customLink(&package) != nil {
      try remove(Set(properties.map { $0.name.lowercased() }), &package)
    }
    guard let link = try customLink(&package), package.has(link.target) else {
      return try addPart(properties, workbook, &package)
    }
    let tree = try package.required(link.target)
    let bound = tree.boundPrefix(.variantTypes)
    let declaration =
      bound == nil ? " xmlns:vt=\"\(workbook.isStrict ? strictVariants : variants)\"" : ""
    let last =
      tree.children(of: tree.root, "property")
      .compactMap { tree.integer($0, "pid") }.filter { $0 < 1_000_000_000 }.max() ?? 1
    let names = Names(x: tree.prefix(tree.root), vt: bound ?? "vt:", declaration: declaration)
    var edits = XMLEdits()
    edits.append(to: tree.root, in: tree) { append(properties, behind: last, names, to: &$0) }
    package.apply(edits, to: tree)
  }

  /// How a part of properties names its elements: their prefix, that of values with its colon,
  /// and what binds it.
  private struct Names {
    var x = ""
    var vt = "vt:"
    var declaration = ""
  }

  private static func append(
    _ properties: [NewProperty], behind last: Int, _ names: Names, to xml: inout ByteBuffer
  ) {
    var number = last
    for property in properties {
      number = max(number, 1) + 1
      xml.append("<", names.x, "property fmtid=\"")
      xml.append(text: format)
      xml.append(literal: "\" pid=\"")
      xml.append(decimal: number)
      xml.append(literal: "\" name=\"")
      xml.append(escaping: property.name, inAttribute: true)
      xml.append("\"><", names.vt, "lpwstr")
      xml.append(text: names.declaration)
      xml.append(literal: ">")
      xml.append(escaping: property.value)
      xml.append("</", names.vt, "lpwstr></")
      xml.append("", names.x, "property>")
    }
  }

  private static func customLink(
    _ package: inout PackageEditor
  ) throws(WorkbookError) -> PartLink? {
    try package.links(of: "").first {
      $0.kind == "custom-properties" || $0.kind == "customProperties"
    }
  }

  private static func start(_ isStrict: Bool) -> String {
    let office =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/customProperties"
      : "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties"
      + " xmlns=\"\(office)\" xmlns:vt=\"\(isStrict ? strictVariants : variants)\">"
  }

  private static let starts = (plain: start(false), strict: start(true))

  private static func isEmpty(_ part: [UInt8]) -> Bool {
    [starts.plain, starts.strict].contains { part == Array("\($0)</Properties>".utf8) }
  }

  private static func addPart(
    _ properties: [NewProperty], _ workbook: WorkbookOutline, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    var part = "docProps/custom.xml"
    if package.has(part) { part = try package.unusedName("docProps/custom", ".xml") }
    var xml = ByteBuffer()
    xml.append(text: workbook.isStrict ? starts.strict : starts.plain)
    append(properties, behind: 1, Names(), to: &xml)
    xml.append(literal: "</Properties>")
    package.write(part, xml.array, isText: true)
    let type =
      workbook.isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    _ = try package.link("", to: part, type: type)
    package.setContentType(
      "application/vnd.openxmlformats-officedocument.custom-properties+xml", of: part)
  }

  /// Takes custom properties out by their names in lower case, and the part where it is one made
  /// here and now empty.
  static func remove(
    _ names: Set<String>, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard let link = try customLink(&package), let tree = try package.tree(link.target) else {
      return
    }
    var edits = XMLEdits()
    for node in tree.children(of: tree.root, "property")
    where names.contains((tree.value(node, "name") ?? "").lowercased()) {
      edits.remove(node.whole)
    }
    package.apply(edits, to: tree)
    if let rest = try package.read(tree.part), isEmpty(rest) {
      try package.removePart(tree.part)
      try package.unlink("", id: link.id)
    }
  }

  /// Lists a sheet among the titles of parts, or takes it out; a list that does not begin with
  /// the workbook's sheets is left alone.
  static func setTitle(
    _ name: String, isAdded: Bool, at index: Int, sheets: [String],
    _ package: inout PackageEditor
  ) throws(WorkbookError) {
    let link = try package.links(of: "").first {
      $0.kind == "extended-properties" || $0.kind == "extendedProperties"
    }
    guard let part = link?.target, let bytes = try package.read(part) else { return }
    let beside = "\(isAdded)\0\(index)\0\(name)\0\(sheets.joined(separator: "\0"))"
    let changed = try knownTitles.made(of: bytes, package.limits, beside: beside) {
      () throws(WorkbookError) in
      let tree = try package.required(part)
      return titleEdits(name, isAdded: isAdded, at: index, sheets: sheets, in: tree)
        .applied(to: tree.bytes)
    }
    if !changed.isSame(as: bytes) { package.write(part, changed, isText: true) }
  }

  private static let knownTitles = PartMemo<[UInt8]>()

  private static func titleEdits(
    _ name: String, isAdded: Bool, at index: Int, sheets: [String], in tree: XMLTree
  ) -> XMLEdits {
    var edits = XMLEdits()
    guard let titles = tree.child(of: tree.root, "TitlesOfParts"),
      let titleList = tree.child(of: titles, "vector"),
      let pairs = tree.child(of: tree.root, "HeadingPairs"),
      let pairList = tree.child(of: pairs, "vector")
    else { return edits }
    let listed = tree.children(of: titleList, "lpstr")
    let counts = tree.children(of: pairList).flatMap { tree.children(of: $0, "i4") }
    guard let count = counts.first, listed.map(tree.content).starts(with: sheets),
      let number = Int(tree.content(count)), number > 0, number < 100_000
    else { return edits }
    if isAdded, let first = listed.first {
      let vt = tree.prefix(first)
      let xml = "<\(vt)lpstr>\(XMLText.escaped(name))</\(vt)lpstr>"
      edits.insert(xml, at: first.start.lowerBound)
    } else if !isAdded, listed.indices.contains(index) {
      edits.remove(listed[index].whole)
    }
    edits.replace(count.content, with: String(number + (isAdded ? 1 : -1)))
    edits.add(isAdded ? 1 : -1, to: "size", on: titleList, in: tree)
    return edits
  }
}
