/// The finishing of a written workbook: what libxlsxwriter 1.1.4 cannot say by itself.
enum WrittenPackage {
  /// The workbook with very hidden sheets, the lock of its structure, exact numbers and links
  /// to files that every program follows.
  static func finished(
    _ bytes: [UInt8], sheets: [WrittenSheet], locksStructure: Bool
  ) throws(WorkbookError) -> PackageEditor {
    var limits = Limits.standard
    limits.partBytes = .max
    limits.inflatedBytes = .max
    limits.ratio = .max
    var package = PackageEditor(try ZipArchive(bytes, limits: limits))
    if locksStructure || sheets.contains(where: { $0.state == .veryHidden }) {
      try setStates(sheets, locksStructure, &package)
    }
    try nameCharsets(&package)
    for (index, sheet) in sheets.enumerated() {
      let part = "xl/worksheets/sheet\(index + 1).xml"
      if sheet.hasFractions, let bytes = try package.read(part) {
        package.write(part, ExactNumbers.restored(in: bytes))
      }
      if sheet.hasFileLinks { try turnSlashes(of: part, &package) }
      if let rows = sheet.rows { try insert(rows, into: part, &package) }
    }
    return package
  }

  /// Puts the rows that went past the library into their sheet.
  private static func insert(
    _ rows: RowStream, into part: String, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    let skeleton = try package.read(part) ?? []
    package.stream(part, try rows.sheet(skeleton, part: part))
    let relationships = PartName.relationships(of: part)
    let old = try package.read(relationships)
    if let links = try rows.relationshipsPart(adding: old) { package.stream(relationships, links) }
  }

  /// The library takes a font's charset and never writes it.
  private static func nameCharsets(_ package: inout PackageEditor) throws(WorkbookError) {
    let tree = try package.required("xl/styles.xml")
    var edits = XMLEdits()
    for font in tree.all("font") where tree.child(of: font, "charset") == nil {
      guard let name = tree.child(of: font, "name"),
        CellStyle.Font(tree.value(name, "val") ?? "").isChinese
      else { continue }
      let last = tree.child(of: font, "family") ?? name
      edits.insert("<charset val=\"134\"/>", at: last.whole.upperBound)
    }
    package.apply(edits, to: tree)
  }

  private static func setStates(
    _ sheets: [WrittenSheet], _ locksStructure: Bool, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    let tree = try package.required("xl/workbook.xml")
    var edits = XMLEdits()
    for (node, sheet) in zip(tree.all("sheet"), sheets) where sheet.state == .veryHidden {
      edits.set("state", "veryHidden", on: node, in: tree)
    }
    if locksStructure {
      edits.place(
        "<workbookProtection lockStructure=\"1\"/>", "workbookProtection", in: tree.root,
        of: tree, order: WorkbookEditor.order)
    }
    package.apply(edits, to: tree)
  }

  /// The library writes paths as Windows does; addresses have `/`, and Excel follows both.
  private static func turnSlashes(
    of part: String, _ package: inout PackageEditor
  ) throws(WorkbookError) {
    guard let tree = try package.tree(PartName.relationships(of: part)) else { return }
    var edits = XMLEdits()
    for node in tree.all("Relationship") where tree.value(node, "TargetMode") == "External" {
      guard let target = tree.value(node, "Target"), target.utf8.contains(0x5C) else { continue }
      let path = target.utf8.map { $0 == 0x5C ? 0x2F : $0 }
      edits.set("Target", String(decoding: path, as: UTF8.self), on: node, in: tree)
    }
    package.apply(edits, to: tree)
  }
}

/// Numbers as they were given. The library writes 16 digits, which is one too few for some
/// numbers and one too many for others: 86.93 becomes 86.93000000000001, another number.
enum ExactNumbers {
  /// The sheet with each number of 16 digits as the shortest that is the same at 15.
  static func restored(in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var done = 0
    while let (start, end) = nextValue(in: bytes.span, from: done) {
      result.append(contentsOf: bytes[done..<start])
      if let short = shortened(bytes[start..<end]) {
        result.append(contentsOf: short)
      } else {
        result.append(contentsOf: bytes[start..<end])
      }
      done = end
    }
    result.append(contentsOf: bytes[done...])
    return result
  }

  /// The next stretch between `<v>` and what follows, of more than 15 bytes.
  private static func nextValue(in bytes: Span<UInt8>, from start: Int) -> (Int, Int)? {
    var at = start
    while at + 18 < bytes.count {
      guard bytes[at] == 0x3C, bytes[at + 1] == 0x76, bytes[at + 2] == 0x3E else {
        at += 1
        continue
      }
      at += 3
      let first = at
      while at < bytes.count, bytes[at] != 0x3C { at += 1 }
      if at - first > 15 { return (first, at) }
    }
    return nil
  }

  private static func shortened(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }),
      let point = digits.firstIndex(of: 0x2E)
    else { return nil }
    let sign: [UInt8] = digits.first == 0x2D ? [0x2D] : []
    let whole = Array(digits[digits.startIndex..<point].drop { $0 == 0x2D })
    let decimals = digits.endIndex - point - 1
    let all = whole + digits[(point + 1)...]
    let leading = all.prefix { $0 == 0x30 }.count
    guard all.count - leading == 16, let last = all.last else { return nil }
    var kept = Array(all.dropLast())
    if last >= 0x35 {
      guard roundUp(&kept) else { return nil }
    }
    return sign + text(kept, decimals: decimals - 1)
  }

  /// Adds one to the last digit; false where it would take another digit in front.
  private static func roundUp(_ digits: inout [UInt8]) -> Bool {
    for at in digits.indices.reversed() {
      if digits[at] < 0x39 {
        digits[at] += 1
        return true
      }
      digits[at] = 0x30
    }
    return false
  }

  private static func text(_ digits: [UInt8], decimals: Int) -> [UInt8] {
    var text = Array(digits.dropLast(decimals)) + [0x2E] + Array(digits.suffix(decimals))
    while text.last == 0x30 { text.removeLast() }
    if text.last == 0x2E { text.removeLast() }
    return text
  }
}
