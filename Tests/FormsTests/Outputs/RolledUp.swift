import Evaluation
import Testing
import Workbooks

@testable import Forms

/// A roll-up of invented outcomes, read back as people see it.
struct RolledUp {
  let book: Workbook

  init(book: Workbook) { self.book = book }

  init(_ outcomes: [ReturnOutcome], programme: Programme? = nil, title: String = "") throws {
    book = try Workbook.read(Self.bytes(outcomes, programme: programme, title: title))
  }

  /// The round of ``Sample``.
  static func sample() throws -> RolledUp {
    try RolledUp(Sample.returns, programme: Sample.programme, title: title)
  }

  static let title = "2024年度市级项目支出绩效自评"

  static func bytes(
    _ outcomes: [ReturnOutcome], programme: Programme? = nil, title: String = "",
    scratch: String? = nil
  ) throws -> [UInt8] {
    let lines = outcomes.map { Results.line(for: $0) }
    var ends: [Int] = []
    for line in lines { ends.append((ends.last ?? 0) + line.count) }
    let reader = SetAsideReader(
      bytes: Array(lines.joined()), places: PiecePlaces(ends: ends), purpose: "lines")
    var bytes: [UInt8] = []
    _ = try SummaryWriter.write(
      SummaryRound(title: title, programme: programme),
      RecordedReturns([.init(lines: reader, name: "results.json")]), scratch: scratch
    ) { bytes += $0 }
    return bytes
  }

  /// A part of a written workbook, as text.
  static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes)
    for entry in archive.entries where entry.name == name {
      return String(decoding: try archive.read(entry), as: UTF8.self)
    }
    Issue.record("no part \(name)")
    return ""
  }

  func sheet(_ name: String) throws -> Sheet { try #require(book.sheet(named: name)) }

  /// What a column shows in some rows.
  func texts(_ name: String, _ column: String, _ rows: ClosedRange<Int>) throws -> [String] {
    let sheet = try sheet(name)
    return rows.map { row in
      CellReference("\(column)\(row)").flatMap { sheet.cell($0) }.map { Self.shown($0.value) } ?? ""
    }
  }

  /// What a row shows, by the headings of row 3.
  func row(_ name: String, _ number: Int) throws -> [String: String] {
    let sheet = try sheet(name)
    var row: [String: String] = [:]
    for heading in sheet.cells(inRow: 3) {
      let cell = CellReference(row: number, column: heading.reference.column)
        .flatMap { sheet.cell($0) }
      row[Self.shown(heading.value).split(separator: "\n").joined()] =
        cell.map { Self.shown($0.value) } ?? ""
    }
    return row
  }

  /// The rows of a sheet under its headings, with something in the first column.
  func rows(_ name: String) throws -> [[String: String]] {
    let last = try sheet(name).rows.last ?? 3
    return try last < 4
      ? [] : (4...last).map { try row(name, $0) }.filter { !$0.values.allSatisfy(\.isEmpty) }
  }

  static func shown(_ value: CellValue) -> String {
    switch value {
    case .text(let text), .number(let text), .error(let text): text
    case .boolean(let flag): "\(flag)"
    case .blank: ""
    }
  }
}
