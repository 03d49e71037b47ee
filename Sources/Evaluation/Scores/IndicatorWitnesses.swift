/// What says which issued indicator a row of a blank is: its label, the names of its cells, and
/// the order of the blank. The agreement of two wins.
///
/// Names and order are not independent where the contents of rows were moved under them, as
/// sorting does: they agree then, and both are wrong. So the order is silent about rows that only
/// changed places among each other, and where a label stands against names and order, the figures
/// printed in the row (target, points) decide. Source: issue of the blanks, docs/decisions/0025.
struct IndicatorWitnesses {
  /// For each row the issued indicator its label says, from 0; `nil` where the label is that of
  /// none, or of several.
  let labels: [Int?]
  /// For each row the one the names of its cells say.
  let names: [Int?]
  /// For each row the one that stands there in the blank; all `nil` where rows came or went.
  let order: [Int?]
  /// The order without rows that only changed places.
  private let steadyOrder: [Int?]

  /// The witnesses of a return; `nil` where it has labels alone.
  init?(
    _ lines: [IndicatorLine], _ rows: [IndicatorWords], issued all: [Programme.Indicator],
    blank: [Programme.Indicator]
  ) {
    guard !blank.isEmpty || lines.contains(where: { $0.namedKey != nil }) else { return nil }
    var places: [String: Int] = [:]
    for (place, indicator) in all.enumerated() { places[indicator.id] = place }
    let blankPlaces = blank.map { places[$0.id] }
    labels = Self.labels(rows, all, blank)
    names = Self.names(lines, blank.isEmpty ? all : blank, places)
    order =
      blank.count == lines.count
      ? blankPlaces : [Int?](repeating: nil, count: lines.count)
    steadyOrder = Self.steady(order, labels)
  }

  // MARK: What each says

  /// An indicator may be worded as issued now, or as the blank words it.
  private static func labels(
    _ rows: [IndicatorWords], _ all: [Programme.Indicator], _ blank: [Programme.Indicator]
  ) -> [Int?] {
    var due = all.map { [IndicatorWords($0.tier1, $0.tier2, $0.name)] }
    for indicator in blank {
      guard let place = all.firstIndex(where: { $0.id == indicator.id }) else { continue }
      let words = IndicatorWords(indicator.tier1, indicator.tier2, indicator.name)
      if due[place][0] != words { due[place].append(words) }
    }
    let byName = Self.byName(due)
    var labels = [Int?](repeating: nil, count: rows.count)
    for likeness in IndicatorWords.Likeness.allCases {
      let taken = Set(labels.compactMap { $0 })
      let found = rows.indices.map { row -> Int? in
        guard labels[row] == nil, let places = byName[ByteText(text: rows[row].name)] else {
          return nil
        }
        return only(places.filter { due[$0].contains { rows[row].isLike($0, likeness) } })
      }
      for (row, place) in withoutRepeats(found).enumerated() {
        if let place, !taken.contains(place) { labels[row] = place }
      }
    }
    return labels
  }

  /// Where in what was issued a name stands, each place once.
  private static func byName(_ due: [[IndicatorWords]]) -> [ByteText: [Int]] {
    var places: [ByteText: [Int]] = [:]
    for (place, wordings) in due.enumerated() {
      for name in Set(wordings.map { ByteText(text: $0.name) }) where !name.text.isEmpty {
        places[name, default: []].append(place)
      }
    }
    return places
  }

  private static func names(
    _ lines: [IndicatorLine], _ named: [Programme.Indicator], _ places: [String: Int]
  ) -> [Int?] {
    var keys: [String: Int] = [:]
    for (index, indicator) in named.enumerated() {
      keys[Programme.Indicator.key(id: indicator.id, number: index + 1)] = places[indicator.id]
    }
    return withoutRepeats(lines.map { line in line.namedKey.flatMap { keys[$0] } })
  }

  private static func only(_ places: [Int]) -> Int? { places.count == 1 ? places.first : nil }

  /// What several rows say of themselves, none of them is known by.
  private static func withoutRepeats(_ places: [Int?]) -> [Int?] {
    var counts: [Int: Int] = [:]
    for place in places { if let place { counts[place, default: 0] += 1 } }
    return places.map { place in place.flatMap { counts[$0] == 1 ? $0 : nil } }
  }

  /// The order without the rows that changed places: those whose labels, followed from row to
  /// row, lead back to where one began.
  private static func steady(_ order: [Int?], _ labels: [Int?]) -> [Int?] {
    var rowOf: [Int: Int] = [:]
    for (row, place) in order.enumerated() { if let place { rowOf[place] = row } }
    var steady = order
    for row in order.indices where labels[row] != order[row] {
      var next = labels[row].flatMap { rowOf[$0] }
      while let current = next, current != row { next = labels[current].flatMap { rowOf[$0] } }
      if next == row { steady[row] = nil }
    }
    return steady
  }

  // MARK: What they agree on

  /// For each row the issued indicator it is, from 0; `nil` where that cannot be told.
  func settled(_ fits: (_ row: Int, _ issued: Int) -> Bool) -> [Int?] {
    var settling = Settling(rows: labels.count)
    for row in labels.indices {
      if let label = labels[row], label == names[row] || label == steadyOrder[row] {
        settling.take(label, for: row)
      }
    }
    for row in labels.indices {
      guard let label = labels[row], let other = agreed(row), label != other else { continue }
      if fits(row, label), !fits(row, other) { settling.take(label, for: row) }
    }
    for row in labels.indices { if let other = agreed(row) { settling.take(other, for: row) } }
    settleSingly(&settling, fits)
    return settling.places
  }

  /// What names and order say alike.
  private func agreed(_ row: Int) -> Int? {
    names[row] == steadyOrder[row] ? names[row] : nil
  }

  /// Rows about which no two agree: of those that contradict each other the one whose figures are
  /// printed in the row, else the label; the order alone only with these figures.
  private func settleSingly(_ settling: inout Settling, _ fits: (Int, Int) -> Bool) {
    let open = labels.indices.filter { settling.places[$0] == nil }
    let chosen = open.map { row -> (row: Int, place: Int?) in
      let (label, name, order) = (labels[row], names[row], steadyOrder[row])
      let said = [label, name, order].compactMap { $0 }.filter { settling.isOpen($0) }
      guard said.count > 1 || said.first == order else { return (row, said.first) }
      let fitting = said.filter { fits(row, $0) }
      if fitting.count == 1 { return (row, fitting[0]) }
      return (row, said.contains { $0 == label } ? label : nil)
    }
    let ranks: [[Int?]] = [labels, names, steadyOrder]
    for rank in ranks {
      for (row, place) in chosen where place != nil && rank[row] == place {
        if let place { settling.take(place, for: row) }
      }
    }
  }

  /// The rows that names or order have as another indicator than they were settled to be.
  func moved(_ places: [Int?]) -> [Int] {
    places.indices.filter { row in
      guard let place = places[row] else { return false }
      return (names[row] ?? place) != place || (order[row] ?? place) != place
    }
  }

  /// Rows being given indicators, each once.
  private struct Settling {
    var places: [Int?]
    private var taken: Set<Int> = []

    init(rows: Int) { places = Array(repeating: nil, count: rows) }

    func isOpen(_ place: Int) -> Bool { !taken.contains(place) }

    mutating func take(_ place: Int, for row: Int) {
      guard places[row] == nil, taken.insert(place).inserted else { return }
      places[row] = place
    }
  }
}
