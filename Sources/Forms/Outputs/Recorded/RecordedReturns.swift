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
    /// Where the lists of its returns stand, where the run that wrote them says it.
    var lists: [RecordedLists]?
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

  /// Where the lists of a return stand; `nil` where that is found out by reading it.
  func lists(of index: Int) -> RecordedLists? {
    let place = order?[index] ?? index
    let number = run(at: place)
    return runs[number].lists?[place - starts[number]]
  }

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
      var json = JSONScanner(try runs[number].lines.piece(index - starts[number]))
      let read = try RecordedReturn(&json, request)
      if read.scheme == nil { read.scheme = runs[number].scheme }
      return try use(read, json)
    } catch let fault as JSONScanner.Fault {
      let run = runs[number]
      throw ResultsFileError(
        fault, file: run.name, line: run.firstLine + index - starts[number],
        byte: fault.offset + 1)
    }
  }
}
