import Evaluation

/// Random numbers that are the same on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func one<T>(of choices: [T]) -> T { choices[below(choices.count)] }
}

/// Rows of indicators and of money built without a table, for large random reports.
enum Rows {
  static func typed(_ content: Typed.Content, _ cell: String) -> Typed {
    Typed(content, at: Place(sheet: "表", cell: cell))
  }

  static let columns: [IndicatorColumn] = [.target, .actual, .points, .score, .reason]
  static let letters = ["D", "E", "F", "G", "H"]

  /// A row whose cells are `contents` in the order of ``columns``.
  static func indicator(
    _ name: String, tier1: String = "产出指标", tier2: String = "数量指标", row: Int,
    _ contents: [Typed.Content]
  ) -> IndicatorLine {
    var cells: [IndicatorColumn: Typed] = [
      .tier1: typed(.text(tier1), "A\(row)"), .tier2: typed(.text(tier2), "B\(row)"),
      .name: typed(.text(name), "C\(row)"),
    ]
    for ((column, letter), content) in zip(zip(columns, letters), contents) {
      cells[column] = typed(content, "\(letter)\(row)")
    }
    return IndicatorLine(tier1: tier1, tier2: tier2, name: name, cells: cells)
  }

  /// A report of the national form with these rows.
  static func report(_ indicators: [IndicatorLine], funds: [FundLine] = []) -> Report {
    var report = Report()
    report.projectName = typed(.text("技能培训"), "Z1")
    report.unit = typed(.text("民政局"), "Z2")
    report.indicators = indicators
    report.funds = funds
    let header = [IndicatorColumn.tier1, .tier2, .name] + columns
    for (column, letter) in zip(header, ["A", "B", "C"] + letters) {
      report.indicatorColumns[column] = Place(sheet: "表", cell: letter + "1")
    }
    return report
  }
}
