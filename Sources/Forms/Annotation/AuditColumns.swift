internal import Workbooks

/// The columns that are added beside a form: rate, score, difference and opinion; a form
/// without points has no score and no difference.
struct AuditColumns: Equatable, Sendable {
  /// 完成率, 执行率.
  let rate: Int
  /// Whether 核定得分 and 差异 stand between rate and opinion.
  let hasScores: Bool
  /// Whether any rate was computed: where none was, nothing stands over their column.
  var hasRates = true
  /// Whether empty formatted cells have to give way, because they go on and on.
  let replacesBlank: Bool

  /// 核定得分.
  var score: Int? { hasScores ? rate + 1 : nil }
  /// 差异.
  var difference: Int? { hasScores ? rate + 2 : nil }
  /// 审核意见.
  var opinion: Int { hasScores ? rate + 3 : rate + 1 }

  /// Widths in characters, by column.
  var widths: [Int: Double] {
    var widths = [
      rate: AuditLook.characters(pixels: AuditLook.rateWidth),
      opinion: AuditLook.characters(pixels: AuditLook.opinionWidth),
    ]
    if let score { widths[score] = AuditLook.characters(pixels: AuditLook.scoreWidth) }
    if let difference {
      widths[difference] = AuditLook.characters(pixels: AuditLook.differenceWidth)
    }
    return widths
  }

  /// What a row of headings stands over.
  enum Block {
    case funds, indicators
    /// A further table: rates, no points.
    case table
  }

  /// The headings from left to right.
  func headings(over block: Block) -> [String] {
    let rate = hasRates ? block == .funds ? "执行率" : "完成率" : ""
    guard hasScores else { return [rate, "审核意见"] }
    return block == .table ? [rate, "", "", "审核意见"] : [rate, "核定得分", "差异", "审核意见"]
  }

  /// The first columns right of the table that are free; `nil` where the sheet has no room.
  ///
  /// Wholly empty columns are sought first. Where empty formatted cells go on beyond sight,
  /// those next to the table give way: a column nobody scrolls to tells nobody anything.
  static func find(on sheet: FormSheet, right table: CellRange, hasScores: Bool) -> AuditColumns? {
    let width = hasScores ? 4 : 2
    let clear = run(of: width, in: sheet.neighbours) { $0 == .clear }
    let blank = run(of: width, in: sheet.neighbours) { $0 != .taken }
    let offset = clear ?? blank
    let start = offset.map { table.last.column + 1 + $0 } ?? sheet.firstBeyond
    guard start > table.last.column, start + width - 1 <= CellReference.lastColumn else {
      return nil
    }
    return AuditColumns(rate: start, hasScores: hasScores, replacesBlank: clear == nil)
  }

  private static func run(
    of width: Int, in columns: [FormSheet.Column], where isFree: (FormSheet.Column) -> Bool
  ) -> Int? {
    var length = 0
    for (index, column) in columns.enumerated() {
      length = isFree(column) ? length + 1 : 0
      if length == width { return index + 1 - width }
    }
    return nil
  }
}
