internal import Evaluation

/// Where the columns of a scheme's two tables stand on one grid of spreadsheet columns.
///
/// Column 1 stands beside the tables. The indicators have one grid column each; the fund block
/// shares them, from the right, several where one is too narrow for an amount. Where the fund
/// block still lacks room, the widest columns are halved.
struct FormColumns: Sendable {
  /// A column of a table and the grid columns it takes.
  struct Placed<Meaning: Hashable & Sendable>: Sendable {
    let meaning: Meaning
    let span: ClosedRange<Int>
  }

  /// Pixels at 100 %, column 1 first.
  private(set) var widths: [Int] = []
  private(set) var indicators: [Placed<IndicatorColumn>] = []
  private(set) var funds: [Placed<FundColumn>] = []
  /// The grid columns of the sources' names.
  private(set) var sources = 1...1
  /// Whether column 1 holds headings beside the tables; otherwise it holds the sources' names,
  /// and numbers beside the indicators.
  var hasSide: Bool { sources.lowerBound > 1 }
  /// The grid columns of the second label in a row of two (项目编码).
  private(set) var secondLabel = 1...1

  /// The pixels of all columns together: A4 on its side at full size, and room for the audit
  /// beside it on a screen.
  static let width = 1020
  /// The least for the names of sources.
  private static let leastSources = 96
  /// The least for a label of four ideographs.
  private static let leastLabel = 76
  /// The least for the value behind a second label: the name of a unit.
  private static let leastValue = 110

  init(_ form: FormWording) {
    let columns = form.indicators.columns.filter(\.isPrinted).map(\.meaning)
    let funds = (form.funds?.columns ?? []).filter(\.isPrinted).map(\.meaning)
    var owners = Array(columns.indices)
    var grid = Self.stretched(columns, hasSide: funds.isEmpty || funds.count < columns.count)
    for _ in 0..<32 {
      if let placed = Self.placed(funds, on: grid) {
        self.funds = placed
        if Self.room(behind: Self.secondLabel(on: grid), on: grid) >= Self.leastValue { break }
      }
      Self.halveWidest(of: &grid, &owners)
    }
    widths = grid
    sources = Self.sources(before: self.funds.first?.span.lowerBound)
    indicators = columns.enumerated().map { index, meaning in
      let first = owners.firstIndex(of: index) ?? 0
      let last = owners.lastIndex(of: index) ?? first
      return Placed(meaning: meaning, span: (first + 2)...(last + 2))
    }
    secondLabel = Self.secondLabel(on: grid)
  }

  var last: Int { widths.count }

  /// The pixels of some grid columns together.
  func pixels(_ span: ClosedRange<Int>) -> Int {
    span.reduce(0) { $0 + (widths.indices.contains($1 - 1) ? widths[$1 - 1] : 0) }
  }

  func span(_ column: IndicatorColumn) -> ClosedRange<Int>? {
    indicators.first { $0.meaning == column }?.span
  }

  func span(_ column: FundColumn) -> ClosedRange<Int>? {
    funds.first { $0.meaning == column }?.span
  }
}

extension FormColumns {
  /// What a column needs, and its share of what is left over.
  private static func need(_ column: IndicatorColumn) -> (pixels: Int, share: Int) {
    switch column {
    case .tier1: (80, 0)
    case .tier2: (94, 0)
    case .name: (248, 6)
    case .explanation: (260, 4)
    case .sign, .unit: (60, 0)
    case .baseline: (84, 1)
    case .target, .adjustedTarget: (90, 2)
    case .actual: (96, 2)
    case .completionRate: (76, 1)
    case .points: (48, 0)
    case .score, .deduction: (62, 0)
    case .reason: (238, 6)
    case .summary: (180, 4)
    case .forecast, .selfActual: (96, 2)
    case .causeFunding, .causeRules, .causeStaff, .causeEquipment, .causeOther: (46, 0)
    case .certain, .possible, .impossible: (46, 0)
    case .likelihood, .selfScore, .deviation: (76, 0)
    case .remark: (120, 2)
    }
  }

  /// The least pixels of a column of the fund block.
  private static func need(_ column: FundColumn) -> Int {
    switch column {
    case .points: 44
    case .score, .executionRate, .arrivalRate: 60
    case .reason, .explanation: 150
    default: 88
    }
  }

  private static func stretched(_ columns: [IndicatorColumn], hasSide: Bool) -> [Int] {
    let side = hasSide ? (64, 0) : (130, 0)
    let needs = [side] + columns.map { need($0) }
    let spare = width - needs.reduce(0) { $0 + $1.0 }
    let shares = needs.reduce(0) { $0 + $1.1 }
    guard spare > 0, shares > 0 else { return needs.map(\.0) }
    return needs.map { $0.0 + spare * $0.1 / shares }
  }

  /// The fund columns from the right, each as narrow as it may be; `nil` where too little is
  /// left for the names of the sources.
  private static func placed(
    _ columns: [FundColumn], on grid: [Int]
  ) -> [Placed<FundColumn>]? {
    var placed: [Placed<FundColumn>] = []
    var right = grid.count
    for column in columns.reversed() {
      var left = right
      var pixels = left > 1 ? grid[left - 1] : 0
      while pixels < need(column), left > 2 {
        left -= 1
        pixels += grid[left - 1]
      }
      guard pixels >= need(column), left >= 2 else { return nil }
      placed.append(Placed(meaning: column, span: left...right))
      right = left - 1
    }
    let room = grid[..<right].dropFirst().reduce(0, +)
    guard columns.isEmpty || room >= leastSources || right == 1 && grid[0] >= leastSources else {
      return nil
    }
    return placed.reversed()
  }

  private static func halveWidest(of grid: inout [Int], _ owners: inout [Int]) {
    guard let widest = grid.indices.dropFirst().max(by: { grid[$0] < grid[$1] }) else { return }
    let half = grid[widest] / 2
    grid[widest] -= half
    grid.insert(half, at: widest + 1)
    owners.insert(owners[widest - 1], at: widest)
  }

  private static func sources(before first: Int?) -> ClosedRange<Int> {
    guard let first else { return 2...2 }
    return first > 2 ? 2...(first - 1) : 1...1
  }

  private static func room(behind label: ClosedRange<Int>, on grid: [Int]) -> Int {
    grid.dropFirst(label.upperBound).reduce(0, +)
  }

  /// A little right of the middle; the value behind it has a column at least.
  private static func secondLabel(on grid: [Int]) -> ClosedRange<Int> {
    let middle = grid.reduce(0, +) * 56 / 100
    var left = 0
    var best = (column: max(2, grid.count - 1), distance: Int.max)
    for (index, width) in grid.enumerated() {
      if index >= 2, index < grid.count - 1, abs(left - middle) < best.distance {
        best = (index + 1, abs(left - middle))
      }
      left += width
    }
    var last = best.column
    while last < grid.count - 1, grid[(best.column - 1)..<last].reduce(0, +) < leastLabel {
      last += 1
    }
    return best.column...last
  }
}
