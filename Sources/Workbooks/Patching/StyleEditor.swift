/// Adds looks to styles.xml; one that is there to the byte is used again.
///
/// What an earlier workbook of the same styles asked for in the same order is given again as it was
/// made then. Only what goes another way is made.
struct StyleEditor {
  private let tree: XMLTree
  private let limits: Limits
  private let ways: StyleWays
  /// Where among the ways this workbook is.
  private var place = StyleWays.start
  /// Made once no way leads on.
  private var maker: StyleMaker?
  private var mayBeKept = true
  /// All that was asked for, each once, with the number it got.
  private var answers: [(request: StyleRequest, number: Int)] = []
  /// By number of a look the number it got.
  private var looks: [DecimalDigits?] = []

  init(_ package: inout PackageEditor, _ workbook: WorkbookOutline) throws(WorkbookError) {
    let linked = workbook.links.first { $0.kind == "styles" && package.has($0.target) }
    let part: String
    if let linked {
      part = linked.target
    } else {
      part = try Self.made(in: &package, workbook)
    }
    if let bytes = try package.read(part), let known = StyleWays.known(for: bytes, package.limits) {
      (ways, tree, limits) = (known, known.tree(of: part), package.limits)
      return
    }
    (ways, tree, limits) = (.none, try package.required(part), package.limits)
    var maker = StyleMaker(tree)
    if maker.mustPassReferences {
      mayBeKept = false
      try maker.passReferences(in: &package, workbook)
    }
    self.maker = maker
  }

  private static func made(
    in package: inout PackageEditor, _ workbook: WorkbookOutline
  ) throws(WorkbookError) -> String {
    let folder = PartPath.folder(workbook.part)
    var part = folder + "styles.xml"
    if package.has(part) { part = try package.unusedName(folder + "styles", ".xml") }
    package.write(part, Array(StyleXML.minimal(workbook.main).utf8), isText: true)
    _ = try package.link(workbook.part, to: part, type: workbook.type("styles"))
    package.setContentType(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml", of: part)
    return part
  }

  /// The number a cell of this look carries as `s`.
  @inline(__always)
  mutating func digits(of look: Look) -> DecimalDigits {
    if look.number < looks.count, let digits = looks[look.number] { return digits }
    return newDigits(of: look)
  }

  private mutating func newDigits(of look: Look) -> DecimalDigits {
    if look.number >= looks.count {
      // At first for what was made ready by then, mostly all that a program has.
      looks += repeatElement(nil, count: look.number + 192 - looks.count)
      if answers.isEmpty { answers.reserveCapacity(64) }
    }
    let digits = DecimalDigits(UInt32(clamping: answer(.look(look.number))))
    looks[look.number] = digits
    return digits
  }

  /// The number a conditional format carries as `dxfId`.
  mutating func number(of style: HighlightStyle) -> Int {
    for at in answers.indices {
      if case .change(style) = answers[at].request { return answers[at].number }
    }
    return answer(.change(style))
  }

  private mutating func answer(_ request: StyleRequest) -> Int {
    let number: Int
    if maker == nil, let step = ways.step(from: place, for: request) {
      (number, place) = (step.number, step.next)
    } else {
      leaveWays()
      number = maker?.number(of: request) ?? 0
    }
    answers.append((request, number))
    return number
  }

  /// Makes what was asked for so far.
  private mutating func leaveWays() {
    guard maker == nil else { return }
    var maker = StyleMaker(tree)
    for answer in answers { _ = maker.number(of: answer.request) }
    self.maker = maker
  }

  /// Writes what was added.
  mutating func finish(_ package: inout PackageEditor) throws(WorkbookError) {
    guard !answers.isEmpty else { return }
    if maker == nil, let bytes = ways.result(at: place) {
      return package.write(tree.part, bytes, isText: true)
    }
    leaveWays()
    guard let bytes = try maker?.finished() else { return }
    package.write(tree.part, bytes, isText: true)
    if mayBeKept { StyleWays.note(answers, to: bytes, for: tree, limits) }
  }
}
