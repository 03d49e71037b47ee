public import Evaluation
internal import Glibc

/// Writes results.json of a round of any size: lines are set aside as returns are done, and put
/// together when it is known what is missing and what was superseded.
public struct ResultsWriter: ~Copyable {
  private enum Store {
    case memory([UInt8])
    case file(FileDescriptor)
  }

  private let places: Results.Places
  private var store: Store
  private var ends: [Int] = []
  private var superseding: [Int: Finding] = [:]

  /// Sets lines aside in memory.
  public init(places: Results.Places = Results.Places()) {
    self.places = places
    store = .memory([])
  }

  /// Sets lines aside in a file without a name in `folder`, which is gone when this is.
  public init(places: Results.Places = Results.Places(), settingAsideIn folder: String)
    throws(OutputError)
  {
    self.places = places
    try OutputPath.makeFolders(folder)
    // The passing name goes at once; the open file stays readable.
    store = .file(try GrowingFile(in: folder, for: folder).descriptor)
  }

  /// How many returns were added.
  public var count: Int { ends.count }

  /// Adds the next return. After an error the writer is of no further use.
  public mutating func add(_ outcome: ReturnOutcome) throws(OutputError) {
    try add(line: Results.line(for: outcome, places: places))
  }

  /// Adds the next return, as ``Results/line(for:places:)`` gave it.
  public mutating func add(line: [UInt8]) throws(OutputError) {
    switch store {
    case .memory(var bytes):
      store = .memory([])
      bytes.append(contentsOf: line)
      store = .memory(bytes)
    case .file(let descriptor): try descriptor.write(line, path: "results.json")
    }
    ends.append((ends.last ?? 0) + line.count)
  }

  /// Lets a return added before no longer count (F009); `index` counts from 0.
  public mutating func supersede(_ index: Int, by finding: Finding) {
    superseding[index] = finding
  }

  /// Gives the whole of results.json to `sink`, part after part; `round.returns` is not looked at.
  public consuming func finish(
    _ round: RoundOutcome, to sink: ([UInt8]) throws(OutputError) -> Void
  ) throws(OutputError) {
    try sink(Results.opening(of: round))
    for index in ends.indices {
      try sink(Results.separator(before: index))
      let line = try line(index)
      try sink(superseding[index].map { Results.superseded(line, by: $0) } ?? line)
    }
    try sink(Results.closing)
  }

  private func line(_ index: Int) throws(OutputError) -> [UInt8] {
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    switch store {
    case .memory(let bytes): return Array(bytes[range])
    case .file(let descriptor): return try descriptor.read(range, path: "results.json")
    }
  }
}
