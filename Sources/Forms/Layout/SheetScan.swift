internal import Workbooks

/// The labels of a sheet, in reading order: what finding a form looks at.
struct SheetScan {
  /// One cell that holds a label.
  struct Hit: Sendable {
    let place: CellReference
    let word: FormLexicon.Word
  }

  let sheet: Sheet
  let labels: SheetLabels
  /// The columns of an earlier annotation.
  let ignored: [CellRange]

  init(_ sheet: Sheet, lexicon: FormLexicon, ignoring ignored: [CellRange]) {
    self.sheet = sheet
    self.ignored = ignored
    let found = sheet.places { lexicon.index(of: $0) }
    var hits: [Hit] = []
    hits.reserveCapacity(found.count)
    for (place, index) in found where !ignored.contains(where: { $0.contains(place) }) {
      hits.append(Hit(place: place, word: lexicon.words[index]))
    }
    labels = SheetLabels(hits)
  }

  /// The labels of one form among those of several: `words` says what each place of the common
  /// lexicon stands for in it.
  init(
    _ sheet: Sheet, labels found: [(CellReference, Int)], words: [FormLexicon.Word?],
    ignoring: [CellRange]
  ) {
    self.sheet = sheet
    ignored = ignoring
    labels = SheetLabels(
      found.compactMap { place, index in words[index].map { Hit(place: place, word: $0) } })
  }

  var hits: [Hit] { labels.hits }

  /// The hits of some rows within some columns.
  func hits(in rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> some Sequence<Hit> {
    let hits = labels.hits
    let first = Ascending.firstIndex(hits.count) { hits[$0].place.row >= rows.lowerBound }
    return hits[first...].lazy.prefix { $0.place.row <= rows.upperBound }
      .filter { columns.contains($0.place.column) }
  }

  /// The cells of a row that hold something, an earlier annotation left out.
  func cells(inRow row: Int) -> [Cell] {
    let cells = sheet.cells(inRow: row)
    guard !ignored.isEmpty else { return cells }
    return cells.filter { cell in !ignored.contains { $0.contains(cell.reference) } }
  }
}

/// Searching what is in ascending order.
enum Ascending {
  /// The first index for which a condition holds that holds for all later ones; `count` for none.
  static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether ascending numbers have one.
  static func contains(_ numbers: [Int], _ number: Int) -> Bool {
    let index = firstIndex(numbers.count) { numbers[$0] >= number }
    return index < numbers.count && numbers[index] == number
  }
}
