public import Evaluation
internal import Figures
internal import Workbooks

/// One roll-up of several runs: which return counts, who is missing and all sums are decided over
/// all of them.
public struct MergedRound {
  private let round: SummaryRound
  private let returns: RecordedReturns
  /// The folders of runs that lie elsewhere than the roll-up, each once, in the order given: its
  /// links lead to `returned/` beside itself, where their annotated copies are yet to be laid.
  public let foldersElsewhere: [String]

  /// How a roll-up turned out, in as much as a closing line needs.
  public struct Closing: Sendable {
    /// The returns that were scored.
    public var scored = 0
    /// Those of them that must go back; one that another replaces need not.
    public var sentBack = 0
    /// The returns that could not be read.
    public var rejected = 0
    /// The projects from which nothing came, in the programme's order.
    public var missing: [Programme.Project] = []
    /// The gravest finding of all.
    public var worst: Severity?
  }

  /// Opens the results of the runs, in the order in which their returns are to be taken.
  ///
  /// - Parameters:
  ///   - paths: files that ``Results`` wrote.
  ///   - output: where the roll-up will lie. Its folder is made where it is missing.
  /// - Throws: ``ResultsFileError`` for a file that is no results.json, or of another
  ///   programme than the first; ``OutputError`` where the folder cannot be made, or the output
  ///   is one of the files.
  public init(_ paths: [String], output: String) throws {
    var runs: [RecordedReturns.Run] = []
    var rounds: [RecordedRound] = []
    var elsewhere: [String] = []
    try Self.keep(paths, from: output)
    let folder = OutputPath.folder(of: output)
    try OutputPath.makeFolders(folder)
    let place = FileSystem.identity(of: SystemPath(folder))
    for path in paths {
      let file = try ResultsFile(path)
      if let first = rounds.first { try Self.compare(file.round, path, with: first, paths[0]) }
      let own = OutputPath.folder(of: path)
      if FileSystem.identity(of: SystemPath(own)) != place, !elsewhere.contains(own) {
        elsewhere.append(own)
      }
      runs.append(
        .init(
          lines: file.lines, name: path, firstLine: file.firstLine, scheme: file.round.scheme))
      rounds.append(file.round)
    }
    guard let first = rounds.first else {
      throw ResultsFileError(
        file: output, reason: Bilingual("没有给出results.json", "no results.json is given"))
    }
    let titles = Set(rounds.map { $0.title ?? SummaryRound.title($0.programme, scheme: "") })
    let common = titles.count == 1 ? titles.first : nil
    round = SummaryRound(
      title: common ?? SummaryRound.title(first.programme, scheme: SummaryRound.severalForms),
      programme: first.programme, hasPoints: Self.hasPoints(rounds))
    returns = RecordedReturns(
      runs, order: try ShardOrder.order(rounds.map(\.shard), runs, paths))
    foldersElsewhere = elsewhere
  }

  /// Whether any of the runs has points; `nil` where none says.
  private static func hasPoints(_ rounds: [RecordedRound]) -> Bool? {
    let said = rounds.compactMap(\.hasPoints)
    return said.isEmpty ? nil : said.contains(true)
  }

  /// - Throws: ``OutputError`` where the roll-up would take the place of a file it is made from.
  private static func keep(_ paths: [String], from output: String) throws {
    guard let there = FileSystem.identity(of: SystemPath(output)) else { return }
    guard paths.contains(where: { FileSystem.identity(of: SystemPath($0)) == there }) else {
      return
    }
    throw OutputError(.replace, output, code: 0, reason: "it is one of the results to be read")
  }

  private static func compare(
    _ round: RecordedRound, _ path: String, with first: RecordedRound, _ firstPath: String
  ) throws {
    // Runs of several schemes are headed by their forms, where no programme gives them a name.
    let isAlike =
      round.scheme != first.scheme
      || round.title == first.title && round.hasPoints == first.hasPoints
    guard round.programme?.sha256 == first.programme?.sha256, isAlike else {
      throw ResultsFileError(
        file: path,
        reason: Bilingual(
          "与\(firstPath)所用的下达清单不同：请用同一个--programme重新计分",
          "scored with another programme than \(firstPath): score both with the same --programme"))
    }
  }

  /// Writes the roll-up.
  ///
  /// - Throws: ``ResultsFileError`` naming line and byte of a damaged return, ``OutputError``
  ///   where it cannot be written; nothing half-written stays behind.
  public func write(to output: String) throws -> Closing {
    let file = try OutputFile(output)
    let index = try SummaryWriter.write(
      round, returns, scratch: OutputPath.folder(of: output)
    ) { try file.write($0) }
    try file.finish()
    return index.closing
  }
}

extension SummaryIndex {
  /// How the round ended, in numbers.
  var closing: MergedRound.Closing {
    var closing = MergedRound.Closing(missing: missing)
    closing.scored = order.count
    closing.sentBack = order.count {
      entries[$0].superseded == nil && entries[$0].verdict == .sendBack
    }
    closing.rejected = entries.count - order.count
    closing.worst = (entries.compactMap(\.worst) + findings.map(\.severity)).max()
    return closing
  }
}

extension SummaryIndex.Entry {
  /// The gravest finding of a return, F009 among them.
  fileprivate var worst: Severity? {
    if errors > 0 { return .error }
    if allWarnings > 0 { return .warning }
    return notes > 0 || superseded != nil ? .note : nil
  }
}
