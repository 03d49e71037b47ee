internal import Evaluation

/// Writes findings.csv of a round of any size; see ``ResultsWriter``.
struct FindingsWriter: ~Copyable {
  private static let name = "findings.csv"

  private var rows: SetAside
  private var replaced: [Int: [UInt8]] = [:]
  private var added: [Int: [UInt8]] = [:]

  /// Sets rows aside in memory.
  init() {
    rows = SetAside(for: Self.name)
  }

  /// Sets rows aside in a file without a name in `folder`.
  init(settingAsideIn folder: String) throws(OutputError) {
    rows = try SetAside(for: Self.name, in: folder)
  }

  /// Adds the rows of the next return.
  mutating func add(_ bytes: [UInt8]) throws(OutputError) {
    try rows.append(bytes)
  }

  /// Puts other rows in the place of those of a return; `index` counts from 0.
  mutating func replace(_ index: Int, by bytes: [UInt8]) {
    replaced[index] = bytes
  }

  /// Puts further rows behind those of a return; `index` counts from 0.
  mutating func append(_ bytes: [UInt8], behind index: Int) {
    added[index, default: []] += bytes
  }

  /// Writes the file: the findings of the round as a whole, then those of its returns.
  borrowing func finish(_ round: RoundOutcome, below output: String) throws(OutputError) {
    let file = try OutputFile(Self.name, below: output)
    try file.write(FindingsCSV.header)
    try file.write(FindingsCSV.rows(for: round))
    var next = 0
    for index in Set(replaced.keys).union(added.keys).sorted() {
      try rows.copy(next..<index) { bytes throws(OutputError) in try file.write(bytes) }
      if let bytes = replaced[index] {
        try file.write(bytes)
      } else {
        try file.write(try rows.piece(index))
      }
      if let more = added[index] { try file.write(more) }
      next = index + 1
    }
    try rows.copy(next..<rows.count) { bytes throws(OutputError) in try file.write(bytes) }
    try file.finish()
  }
}
