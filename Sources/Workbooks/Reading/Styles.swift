/// The number formats of a workbook's cell formats: all of the styles that reading needs.
struct Styles: Sendable {
  private let formats: [NumberFormat]

  /// None: every cell is General.
  init() { formats = [] }

  /// The formats of a `styles.xml`, which most workbooks of a round have in common.
  static func read(
    _ bytes: [UInt8], part: String, limits: Limits
  ) throws(WorkbookError) -> Styles {
    try memo.made(of: bytes, limits) { () throws(WorkbookError) in
      try Styles(bytes, part: part, limits: limits)
    }
  }

  private static let memo = PartMemo<Styles>()

  /// The formats of a `styles.xml`.
  init(_ bytes: [UInt8], part: String, limits: Limits) throws(WorkbookError) {
    var scanner = try XMLScanner(bytes, part: part, limits: limits)
    var codes: [Int: String] = [:]
    var ids: [Int] = []
    try scanner.expectRoot("styleSheet")
    while true {
      let event = try scanner.next()
      if event == .finished { break }
      guard event == .start, scanner.depth > 1 else { continue }
      if scanner.isElement("numFmts") {
        try Self.readCodes(&scanner, &codes)
      } else if scanner.isElement("cellXfs") {
        try Self.readFormats(&scanner, &ids)
      } else {
        try scanner.skipElement()
      }
    }
    formats = Self.formats(ids, codes)
  }

  /// The format of a cell's `s`; General where there is no such cell format.
  func format(_ index: Int) -> NumberFormat {
    formats.indices.contains(index) ? formats[index] : .general
  }

  private static func readCodes(
    _ scanner: inout XMLScanner, _ codes: inout [Int: String]
  ) throws(WorkbookError) {
    let outer = scanner.depth - 1
    while scanner.depth > outer {
      guard try scanner.next() == .start, scanner.isElement("numFmt") else { continue }
      if let id = scanner.integer("numFmtId") { codes[id] = scanner.string("formatCode") }
      try Limits.check(
        .styles, codes.count, within: scanner.limits.styles, part: scanner.part)
    }
  }

  private static func readFormats(
    _ scanner: inout XMLScanner, _ ids: inout [Int]
  ) throws(WorkbookError) {
    let inner = scanner.depth + 1
    while scanner.depth >= inner - 1 {
      guard try scanner.next() == .start, scanner.depth == inner, scanner.isElement("xf") else {
        continue
      }
      ids.append(scanner.integer("numFmtId") ?? 0)
      try Limits.check(.styles, ids.count, within: scanner.limits.styles, part: scanner.part)
    }
  }

  /// A code stated by the file goes before the built-in one of the same number.
  private static func formats(_ ids: [Int], _ codes: [Int: String]) -> [NumberFormat] {
    var known: [Int: NumberFormat] = [:]
    return ids.map { id in
      if id == 0, codes.isEmpty { return .general }
      if let format = known[id] { return format }
      let format =
        codes[id].map { NumberFormat(code: $0) } ?? NumberFormat.builtIn(id) ?? .general
      known[id] = format
      return format
    }
  }
}
