public import Workbooks

/// summary.xlsx: the roll-up of a round for the bureau: 总表, 问题清单, 未报, 无法读取.
public enum SummaryWriter {
  /// The workbook; the same round gives the same bytes.
  public static func bytes(of round: SummaryRound) throws(WorkbookError) -> [UInt8] {
    var book = try WorkbookWriter(streaming: true)
    try book.setProperties(WorkbookProperties(title: String(round.title.prefix(100))))
    let lines = round.ordered
    try writeOverview(round, lines, &book)
    try writeFindings(round, lines, &book)
    try writeMissing(round, &book)
    try writeUnreadable(round, lines, &book)
    return try book.bytes()
  }
}
