internal import Evaluation
internal import Figures
internal import Workbooks

/// The first tiers of a form as it stands in a workbook, with their points.
struct FoundTiers {
  /// One first tier.
  struct Tier {
    /// In its compared form, without the points printed behind it.
    let label: String
    /// The points printed behind its name (产出指标（50分）), else those of its rows added up;
    /// `nil` where neither is there.
    var points: Figure?
    var isPrinted: Bool
  }

  private(set) var all: [Tier] = []
  private var current: Int?

  init(_ form: FoundForm, on sheet: Sheet) {
    guard let rows = form.indicatorRows, let tier = form.indicatorHeaders[.tier1] else { return }
    let points = form.indicatorHeaders[.points]?.column
    for row in sheet.rows.filter(rows.contains) {
      if let text = Self.text(sheet, row, tier.column) { begin(text) }
      guard let points, let reference = CellReference(row: row, column: points) else { continue }
      if let figure = sheet.cell(reference).flatMap(Self.figure) { add(figure) }
    }
  }

  private mutating func begin(_ text: String) {
    let label = Wording.label(text)
    guard !label.isEmpty else { return }
    current = all.firstIndex { $0.label == label } ?? all.count
    guard current == all.count else { return }
    let printed = Self.printedPoints(text)
    all.append(Tier(label: label, points: printed, isPrinted: printed != nil))
  }

  private mutating func add(_ figure: Figure) {
    guard let current, !all[current].isPrinted else { return }
    all[current].points = try? (all[current].points ?? .zero) + figure
  }

  /// The number in brackets behind a name, where 分 follows it or nothing does.
  private static func printedPoints(_ text: String) -> Figure? {
    let key = Wording.key(text)
    guard let open = key.lastIndex(of: "("), let close = key.lastIndex(of: ")"), open < close
    else { return nil }
    return figure(key[key.index(after: open)..<close])
  }

  private static func text(_ sheet: Sheet, _ row: Int, _ column: Int) -> String? {
    guard let reference = CellReference(row: row, column: column),
      case .text(let text)? = sheet.cell(reference)?.value
    else { return nil }
    return text
  }

  /// The number a cell holds, as number or text.
  static func figure(_ cell: Cell) -> Figure? {
    switch cell.value {
    case .number(let digits): Figure(stored: digits)
    case .text(let text): figure(Wording.key(text)[...])
    default: nil
    }
  }

  /// The number of a text that 分 may follow.
  private static func figure(_ text: Substring) -> Figure? {
    Figure(String(text.hasSuffix("分") ? text.dropLast() : text))
  }
}
