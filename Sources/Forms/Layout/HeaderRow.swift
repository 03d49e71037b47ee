internal import Evaluation
internal import Workbooks

/// A row of column headers, or two stacked ones.
struct HeaderRow<Meaning: Hashable & Sendable> {
  /// The upper row of two, else the row.
  let top: Int
  /// The lower row of two, else the row.
  let bottom: Int
  /// The header of each column.
  var cells: HeaderCells<Meaning>

  /// The columns from the first header to the last.
  var columns: ClosedRange<Int> {
    var (first, last) = (Int.max, Int.min)
    for place in cells.places {
      first = min(first, place.column)
      last = max(last, place.column)
    }
    return first <= last ? first...last : 1...1
  }

  /// Whether both have the same headers in the same columns.
  func isRepeated(by other: HeaderRow) -> Bool {
    cells.haveColumns(of: other.cells)
  }
}

/// Finds the header rows of one block. Handed on by reference, with the words of the form.
final class HeaderFinder<Meaning: Hashable & Sendable>: Sendable {
  private typealias Headers = [(place: CellReference, meaning: Meaning)]

  let columns: [Column<Meaning>]
  let required: [Meaning]
  let lexicon: FormLexicon
  let meaning: @Sendable (FormLexicon.Word) -> Meaning?
  /// The labels that a text may contain: those of more than one character.
  private let labels: [Label]
  /// By ``opening(of:_:)`` whether one of them may begin so.
  private let openings: [Bool]

  init(
    columns: [Column<Meaning>], required: [Meaning], lexicon: FormLexicon,
    meaning: @escaping @Sendable (FormLexicon.Word) -> Meaning?
  ) {
    self.columns = columns
    self.required = required
    self.lexicon = lexicon
    self.meaning = meaning
    labels = columns.flatMap { column in
      column.labels.map { Label(bytes: Array(Wording.label($0).utf8), meaning: column.meaning) }
    }.filter { $0.bytes.count > 3 }
    var openings = Array(repeating: false, count: Self.mostOpenings)
    for label in labels { openings[Self.opening(of: label.bytes, 0)] = true }
    self.openings = openings
  }

  /// A label of a column as the bytes of its compared form.
  private struct Label {
    let bytes: [UInt8]
    let meaning: Meaning
  }

  /// Fewer known headers make no header row.
  private var fewest: Int { min(2, columns.count) }

  /// The complete header rows of a sheet, from the top; of rows with too few headers the one
  /// with most, as the place to look at where nothing is complete.
  func headers(in scan: SheetScan) -> (complete: [HeaderRow<Meaning>], best: HeaderRow<Meaning>?) {
    var complete: [HeaderRow<Meaning>] = []
    var best: HeaderRow<Meaning>?
    let rows = candidates(in: scan)
    var index = 0
    while index < rows.count {
      let (found, used) = headers(rows, index, scan)
      complete += found.filter(isComplete)
      for header in found where header.cells.count > best?.cells.count ?? 0 { best = header }
      index += used
    }
    return (complete, best)
  }

  func isComplete(_ header: HeaderRow<Meaning>) -> Bool {
    required.allSatisfy { header.cells[$0] != nil }
  }

  private func candidates(in scan: SheetScan) -> [Headers] {
    var rows: [Headers] = []
    for hit in scan.hits {
      guard let meaning = meaning(hit.word) else { continue }
      if rows.last?.last?.place.row == hit.place.row {
        rows[rows.count - 1].append((hit.place, meaning))
      } else {
        rows.append([(hit.place, meaning)])
      }
    }
    return rows.filter { row in
      fewest < 2 || row.contains { $0.meaning != row[0].meaning }
    }
  }

  /// What stands at a row: two stacked rows taken together where neither is complete without
  /// the other or the second refines the first, else the forms side by side in the row.
  private func headers(
    _ rows: [Headers], _ index: Int, _ scan: SheetScan
  ) -> (found: [HeaderRow<Meaning>], used: Int) {
    let own = rows[index]
    let top = own.first?.place.row ?? 1
    var segments = self.segments(own)
    if index + 1 < rows.count, rows[index + 1].first?.place.row == top + 1 {
      let lower = self.segments(rows[index + 1])
      if !lower.contains(where: isComplete) || !segments.contains(where: isComplete) {
        var stacked = stack(own, rows[index + 1])
        supplement(&stacked, scan)
        if isComplete(stacked) { return ([stacked], 2) }
      }
    }
    for place in segments.indices { supplement(&segments[place], scan) }
    return (segments, 1)
  }

  /// The headers of one row, cut where a meaning comes again after a complete set: forms that
  /// stand side by side.
  private func segments(_ headers: Headers) -> [HeaderRow<Meaning>] {
    let row = headers.first?.place.row ?? 1
    var cells = HeaderCells<Meaning>()
    cells.reserveCapacity(headers.count)
    var segments = [HeaderRow<Meaning>(top: row, bottom: row, cells: cells)]
    for (place, meaning) in headers {
      let last = segments.count - 1
      if segments[last].cells[meaning] == nil {
        segments[last].cells[meaning] = place
      } else if isComplete(segments[last]) {
        segments.append(HeaderRow(top: row, bottom: row, cells: HeaderCells(meaning, place)))
      }
    }
    return segments
  }

  /// In each column the lower header counts, and of one meaning the lower column.
  private func stack(_ upper: Headers, _ lower: Headers) -> HeaderRow<Meaning> {
    var cells = HeaderCells<Meaning>()
    for (place, meaning) in lower where cells[meaning] == nil { cells[meaning] = place }
    let taken = Set(lower.map(\.place.column))
    for (place, meaning) in upper where cells[meaning] == nil && !taken.contains(place.column) {
      cells[meaning] = place
    }
    let top = upper.first?.place.row ?? 1
    return HeaderRow(top: top, bottom: top + 1, cells: cells)
  }

  /// Adds the columns whose header holds a known label among other words, where only one
  /// meaning and one cell come into question.
  private func supplement(_ header: inout HeaderRow<Meaning>, _ scan: SheetScan) {
    // 分值 and 得分 head columns of both blocks: alone they say nothing about this one.
    guard required.contains(where: { header.cells[$0] != nil }),
      columns.indices.contains(where: {
        columns[$0].isPrinted && header.cells[columns[$0].meaning] == nil
      })
    else { return }
    let known = Set(header.cells.places)
    var claims: [Meaning: [CellReference]] = [:]
    for cell in (header.top...header.bottom).flatMap({ scan.cells(inRow: $0) }) {
      guard case .text(let text) = cell.value, text.utf8.count <= 120,
        !known.contains(cell.reference), lexicon.index(of: text) == nil,
        let meaning = containedMeaning(in: text), header.cells[meaning] == nil
      else { continue }
      claims[meaning, default: []].append(cell.reference)
    }
    for (meaning, places) in claims where places.count == 1 { header.cells[meaning] = places[0] }
  }

  /// The one meaning whose label a text contains; a label that is part of another contained one
  /// does not count, nor does one of a single character.
  private func containedMeaning(in text: String) -> Meaning? {
    let contained = contained(in: Array(Wording.label(text).utf8))
    if contained.isEmpty { return nil }
    let longest = contained.filter { one in
      !contained.contains { $0.bytes.count > one.bytes.count && Self.holds($0.bytes, one.bytes) }
    }
    let meanings = Set(longest.map(\.meaning))
    return meanings.count == 1 ? meanings.first : nil
  }

  /// The labels that stand somewhere in a text.
  private func contained(in text: [UInt8]) -> [Label] {
    guard text.count > 3 else { return [] }
    var found: Set<Int> = []
    for start in 0..<text.count - 3 where openings[Self.opening(of: text, start)] {
      for place in labels.indices where Self.stands(labels[place].bytes, in: text, at: start) {
        found.insert(place)
      }
    }
    return found.map { labels[$0] }
  }

  private static var mostOpenings: Int { 1 << 10 }

  /// A number that the first three bytes of a label come to, the same for some others.
  @inline(__always)
  private static func opening(of bytes: [UInt8], _ at: Int) -> Int {
    let word = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
    return Int((word &* 0x9E37_79B1) >> 22)
  }

  @inline(__always)
  private static func stands(_ part: [UInt8], in text: [UInt8], at start: Int) -> Bool {
    guard text.count - start >= part.count else { return false }
    return part.indices.allSatisfy { text[start + $0] == part[$0] }
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.count >= part.count
      && (0...(text.count - part.count)).contains { stands(part, in: text, at: $0) }
  }
}
