internal import Evaluation

/// The returns of one or several runs, in the order given, each read when it is looked at.
struct RecordedReturns {
  /// The returns of one run.
  struct Run {
    var lines: SetAsideReader
    /// The way from the roll-up's folder to that of the run, `/` at its end; "" where they are one.
    var way: String
    /// What errors name.
    var name: String
    /// The line of the file that the first return stands on, from 1.
    var firstLine = 1
  }

  private let runs: [Run]
  private let starts: [Int]
  let count: Int

  init(_ runs: [Run]) {
    self.runs = runs
    var starts: [Int] = []
    var count = 0
    for run in runs {
      starts.append(count)
      count += run.lines.count
    }
    (self.starts, self.count) = (starts, count)
  }

  /// Which run a return is of, from 0.
  func run(of index: Int) -> Int { (starts.lastIndex { $0 <= index }) ?? 0 }

  /// A return, its annotated copy as seen from the roll-up; `index` counts from 0.
  ///
  /// - Throws: ``ResultsFileError`` where the line is none of results.json.
  func read(_ index: Int, _ parts: RecordedReturn.Parts = .all) throws -> RecordedReturn {
    let number = run(of: index)
    let run = runs[number]
    do {
      var read = try RecordedReturn(line: try run.lines.piece(index - starts[number]), parts)
      read.annotated = read.annotated.map { run.way + $0 }
      return read
    } catch let fault as JSONScanner.Fault {
      throw ResultsFileError(
        fault, file: run.name, line: run.firstLine + index - starts[number],
        byte: fault.offset + 1)
    }
  }
}
