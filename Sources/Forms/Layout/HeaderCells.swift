internal import Workbooks

/// The headers of a row by their meaning: too few to be worth a hash of each.
struct HeaderCells<Meaning: Hashable & Sendable>: Sendable {
  private var pairs: [(meaning: Meaning, place: CellReference)] = []

  init() {}

  init(_ meaning: Meaning, _ place: CellReference) { pairs = [(meaning, place)] }

  /// Makes room for so many.
  mutating func reserveCapacity(_ count: Int) { pairs.reserveCapacity(count) }

  /// How many there are.
  var count: Int { pairs.count }

  /// Where they stand.
  var places: some Collection<CellReference> { pairs.lazy.map(\.place) }

  /// Where the header of a meaning stands; `nil` where there is none.
  subscript(meaning: Meaning) -> CellReference? {
    get {
      for pair in pairs where pair.meaning == meaning { return pair.place }
      return nil
    }
    set {
      let index = pairs.firstIndex { $0.meaning == meaning }
      if let index { pairs.remove(at: index) }
      if let newValue { pairs.append((meaning, newValue)) }
    }
  }

  /// Whether both have the same headers in the same columns.
  func haveColumns(of other: HeaderCells) -> Bool {
    count == other.count
      && pairs.allSatisfy { other[$0.meaning]?.column == $0.place.column }
  }

  /// All of them, for whoever asks often.
  var byMeaning: [Meaning: CellReference] {
    var cells = [Meaning: CellReference](minimumCapacity: pairs.count)
    for pair in pairs { cells[pair.meaning] = pair.place }
    return cells
  }
}
