public import Evaluation

/// Writes results.json of a round of any size: lines are set aside as returns are done, and put
/// together when it is known what is missing and what was superseded.
public struct ResultsWriter: ~Copyable {
  private static let name = "results.json"

  private let places: Results.Places
  private var lines: SetAside
  /// The returns packed, where a roll-up will be made of them.
  private var packed: SetAside
  private var superseding: [Int: Finding] = [:]

  /// Sets lines aside in memory.
  public init(places: Results.Places = Results.Places()) {
    self.places = places
    lines = SetAside(for: Self.name)
    packed = SetAside(for: Self.name)
  }

  /// Sets lines aside in a file without a name in `folder`, which is gone when this is.
  public init(places: Results.Places = Results.Places(), settingAsideIn folder: String)
    throws(OutputError)
  {
    let lines = try SetAside(for: Self.name, in: folder)
    let packed = try SetAside(for: Self.name, in: folder)
    self.places = places
    self.lines = lines
    self.packed = packed
  }

  /// How many returns were added.
  public var count: Int { lines.count }

  /// Adds the next return. After an error the writer is of no further use.
  public mutating func add(_ outcome: ReturnOutcome) throws(OutputError) {
    try add(Results.line(for: outcome, places: places))
  }

  /// Adds the next return.
  ///
  /// - Parameter packed: the same return packed, for a roll-up: of all returns or of none.
  mutating func add(_ line: [UInt8], packed: [UInt8]? = nil) throws(OutputError) {
    try lines.append(line, behind: Results.separator(before: lines.count))
    if let packed { try self.packed.append(packed) }
  }

  /// Lets a return added before no longer count (F009); `index` counts from 0.
  public mutating func supersede(_ index: Int, by finding: Finding) {
    superseding[index] = finding
  }

  /// The returns as they were added.
  var returns: RecordedReturns {
    let isPacked = packed.count == lines.count
    return RecordedReturns([
      .init(
        lines: lines.reader, name: Self.name,
        packed: isPacked ? PackedReturns(packed.reader) : nil)
    ])
  }

  /// Gives the whole of results.json to `sink`, part after part; `round.returns` is not looked at.
  public borrowing func finish(
    _ round: RoundOutcome, to sink: ([UInt8]) throws(OutputError) -> Void
  ) throws(OutputError) {
    try sink(Results.opening(of: round))
    var next = 0
    for (index, finding) in superseding.sorted(by: { $0.key < $1.key }) {
      try lines.copy(next..<index, to: sink)
      try sink(Results.separator(before: index))
      try sink(Results.superseded(try lines.piece(index), by: finding))
      next = index + 1
    }
    try lines.copy(next..<lines.count, to: sink)
    try sink(Results.closing(of: round))
  }
}
