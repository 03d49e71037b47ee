internal import Evaluation

/// The returns of one or several runs, in the order given, each read when it is looked at.
struct RecordedReturns {
  /// The returns of one run.
  struct Run {
    var lines: SetAsideReader
    /// What errors name.
    var name: String
    /// The line of the file that the first return stands on, from 1.
    var firstLine = 1
    /// The same returns packed, where the run that wrote the lines is still there.
    var packed: PackedReturns?
    /// The scheme of all its returns, where they do not say it themselves.
    var scheme: String?
  }

  private let runs: [Run]
  private let starts: [Int]
  /// The places of the returns one behind the other, where they are taken in another order.
  private let order: [Int]?
  let count: Int

  init(_ runs: [Run], order: [Int]? = nil) {
    self.runs = runs
    self.order = order
    var starts: [Int] = []
    var count = 0
    for run in runs {
      starts.append(count)
      count += run.lines.count
    }
    (self.starts, self.count) = (starts, count)
  }

  /// Which run a return is of, from 0.
  func run(of index: Int) -> Int { run(at: order?[index] ?? index) }

  private func run(at place: Int) -> Int { (starts.lastIndex { $0 <= place }) ?? 0 }

  /// A return; `index` counts from 0.
  ///
  /// - Throws: ``ResultsFileError`` where the line is none of results.json.
  func read(_ index: Int, _ request: RecordedReturn.Request) throws -> RecordedReturn {
    try read(index, request) { read, _ in read }
  }

  /// A return with the line it stands in; a fault of the line is said with its place.
  func read<Result>(
    _ index: Int, _ request: RecordedReturn.Request,
    _ use: (RecordedReturn, JSONScanner) throws(JSONScanner.Fault) -> Result
  ) throws -> Result {
    let index = order?[index] ?? index
    let number = run(at: index)
    do {
      let (read, json) = try read(index - starts[number], of: runs[number], request)
      return try use(read, json)
    } catch let fault as JSONScanner.Fault {
      let run = runs[number]
      throw ResultsFileError(
        fault, file: run.name, line: run.firstLine + index - starts[number],
        byte: fault.offset + 1)
    }
  }

  /// A return of a run: packed where that says what is asked for, else its line.
  private func read(
    _ index: Int, of run: Run, _ request: RecordedReturn.Request
  ) throws -> (RecordedReturn, JSONScanner) {
    if let packed = run.packed, request.isPacked {
      let packed = try packed.reader(index)
      return (try RecordedReturn(packed: packed, request), JSONScanner(packed.bytes))
    }
    var json = JSONScanner(try run.lines.piece(index))
    let read = try RecordedReturn(&json, request)
    if read.scheme == nil { read.scheme = run.scheme }
    return (read, json)
  }
}
