internal import Evaluation
internal import Figures
internal import Workbooks

/// summary.xlsx: the roll-up of a round for the bureau.
///
/// Made from what results.json records and nothing else, so that one run over everything and
/// several that are merged give the same bytes.
struct SummaryWriter {
  let round: SummaryRound
  let index: SummaryIndex
  let tally: SummaryTally
  let hasPoints: Bool
  /// The schemes of the round where there are several; empty where there is one, which nobody has
  /// to be told of on every row.
  let schemes: [String]
  let sheets = SheetPrefixes()

  private init(
    _ round: SummaryRound, _ returns: RecordedReturns, copied: [Finding]?
  ) throws {
    self.round = round
    index = try SummaryIndex(returns, programme: round.programme, copied: copied)
    tally = try SummaryTally(index)
    hasPoints = round.hasPoints ?? tally.hasScores
    schemes = index.schemes.count > 1 ? index.schemes : []
  }

  /// Whether the returns of a scheme have points.
  func hasPoints(_ scheme: String) -> Bool {
    schemes.isEmpty ? hasPoints : tally.totalsByScheme[scheme]?.total != nil
  }

  /// Gives the workbook to `sink`, part after part; the same round gives the same bytes.
  ///
  /// - Throws: ``OutputError`` where the folder of passing files takes no more, and what `sink` throws.
  /// - Parameters:
  ///   - copied: what is said of copied texts (C005), where it is known; `nil` finds it out.
  ///   - scratch: a folder for passing files without a name; `nil` keeps rows in memory.
  static func write(
    _ round: SummaryRound, _ returns: RecordedReturns, copied: [Finding]? = nil,
    scratch: String? = nil, to sink: ([UInt8]) throws -> Void
  ) throws -> SummaryIndex {
    do {
      return try written(round, returns, copied, scratch, to: sink)
    } catch WorkbookError.cannotSetAside(let folder, let code, let reason) {
      throw OutputError(.create, folder, code: code, reason: reason)
    }
  }

  private static func written(
    _ round: SummaryRound, _ returns: RecordedReturns, _ copied: [Finding]?, _ scratch: String?,
    to sink: ([UInt8]) throws -> Void
  ) throws -> SummaryIndex {
    let writer = try SummaryWriter(round, returns, copied: copied)
    var book = try WorkbookWriter(streaming: true, scratch: scratch)
    try book.setProperties(WorkbookProperties(title: round.title))
    try writer.writeOverview(&book)
    try writer.writeRanking(&book)
    try writer.writeShortfalls(&book)
    try writer.writeFunds(&book)
    try writer.writeFindings(&book)
    try writer.writeAnalysis(&book)
    try writer.writeMissing(&book)
    try writer.writeUnreadable(&book)
    try writer.writeCharts(&book)
    try book.write(to: sink)
    return writer.index
  }
}
