@testable import Evaluation
import Figures
@testable import Forms
import TestSupport
import Testing
import Workbooks

/// The formulas of rows with rules of their own, held against the scorer: a formula says what the
/// scorer says, or there is none.
@Suite struct RuleFormulaTests {
  private struct Row: CustomStringConvertible {
    var target: Target
    var actual: Figure
    var isPercent: Bool
    var points: Figure
    var rules: RowRules

    var description: String { "\(target) \(actual) of \(points), percent \(isPercent), \(rules)" }

    var typed: String {
      isPercent ? ((try? actual.shifted(right: 2))?.description ?? "") : actual.description
    }
  }

  @Test func everyFormulaComesToTheScorersOwnScore() throws {
    let scoring = try HandoutFixture.scheme("mof-2020").scoring
    var numbers = DrawnNumbers(seed: 60)
    let rows = (0..<4000).map { _ in Self.row(&numbers) }
    var drawn: [(row: Row, formula: String)] = []
    for row in rows {
      let formula = ScoreFormula(
        rules: scoring, rows: row.rules, actual: "A\(drawn.count + 1)", isPercent: row.isPercent)
      guard let score = formula.score(row.target, points: "B\(drawn.count + 1)") else { continue }
      drawn.append((row, score))
    }
    #expect(drawn.count > 3000)
    let table = drawn.map { "| \($0.row.typed) | \($0.row.points) | =\($0.formula) |" }
    let workbook = try TestWorkbook.read(TestSheet("表", table.joined(separator: "\n")))
    let calculator = Calculator(workbook, mostWork: .max)
    var differences: [String] = []
    for (index, (row, formula)) in drawn.enumerated() {
      let scored = try #require(
        try scoring.scored(
          .number(row.actual), against: row.target, points: row.points, claimed: nil, year: nil,
          by: row.rules))
      let place = try #require(CellReference(row: index + 1, column: 3))
      let value = calculator.answer(to: place, on: "表")?.value
      guard value != scored.score.map({ .number($0.description) }) else { continue }
      let said = scored.score?.description ?? "none"
      differences.append("\(row): \(said), not \(value.map { "\($0)" } ?? "none") of \(formula)")
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(3))")
  }

  @Test(arguments: RowRules.LevelRule.allCases)
  func aLevelThatEarnsAFixedPartHasAFormula(_ rule: RowRules.LevelRule) throws {
    let scoring = try HandoutFixture.scheme("mof-2020").scoring
    var rules = RowRules()
    rules.levelScore = rule
    let formula = ScoreFormula(rules: scoring, rows: rules, actual: "A1", isPercent: false)
      .score(.level("达成"), points: "B1")
    guard rule != .typed else {
      #expect(formula == nil)
      return
    }
    let written = try #require(formula)
    let place = try #require(CellReference("C1"))
    for level in scoring.levels {
      let workbook = try TestWorkbook.read(
        TestSheet("表", "| \(level.choice) | 7.3 | =\(written) |"))
      let scored = try scoring.scored(
        .level(level), against: .level("达成"), points: Figure(significand: 73, scale: 1),
        claimed: nil, year: nil, by: rules)
      let value = Calculator(workbook).answer(to: place, on: "表")?.value
      #expect(value == scored?.score.map { .number($0.description) })
    }
    let blank = try TestWorkbook.read(TestSheet("表", "| | 7.3 | =\(written) |"))
    #expect(Calculator(blank).answer(to: place, on: "表")?.value == .text(""))
  }

  @Test func whatTheExecutionRateEarnsIsWhatTheScorerSays() throws {
    let scheme = try HandoutFixture.scheme("mof-2020")
    var numbers = DrawnNumbers(seed: 61)
    var rows: [(budget: Figure, executed: Figure, points: Figure, rules: RowRules)] = []
    for _ in 0..<1500 {
      var rules = RowRules()
      switch numbers.below(4) {
      case 0:
        rules.scale = Self.scale(&numbers)
        rules.scale?.measure = .completion
      case 1: rules.passGate = Figure(numbers.below(101))
      case 2: rules.rateRoundedTo = numbers.below(3)
      default: break
      }
      let budget = Figure(significand: Int128(1 + numbers.below(99_999)), scale: 2) ?? .one
      let share = Figure(significand: Int128(numbers.below(130) - 5), scale: 2) ?? .one
      let exact = (try? budget * share) ?? .one
      let other = Figure(significand: Int128(numbers.below(130_000)), scale: 2) ?? .one
      let executed = numbers.below(2) == 0 ? exact : other
      rows.append((budget, executed, Figure(1 + numbers.below(20)), rules))
    }
    let table = rows.enumerated().map { index, row in
      let formula = ScoreFormula(
        rules: scheme.scoring, rows: row.rules, actual: "A\(index + 1)", isPercent: false
      ).execution(over: "B\(index + 1)", points: "C\(index + 1)")
      return "| \(row.executed) | \(row.budget) | \(row.points) | =ROUND(\(formula),2) |"
    }
    let workbook = try TestWorkbook.read(TestSheet("表", table.joined(separator: "\n")))
    let calculator = Calculator(workbook, mostWork: .max)
    for (index, row) in rows.enumerated() {
      let scored = try #require(
        try scheme.scoring.scored(row.executed, over: row.budget, row.points, by: row.rules))
      let place = try #require(CellReference(row: index + 1, column: 4))
      let value = calculator.answer(to: place, on: "表")?.value
      #expect(value == scored.score.map { .number($0.description) }, "\(row)")
    }
  }

  // MARK: Drawing

  private static func row(_ numbers: inout DrawnNumbers) -> Row {
    func figure(_ numbers: inout DrawnNumbers) -> Figure {
      let size = [10, 1000, 100_000][numbers.below(3)]
      let digits = Int128(numbers.below(size) - size / 10)
      return numbers.below(12) == 0
        ? .zero : Figure(significand: digits, scale: numbers.below(3)) ?? .one
    }
    let first = figure(&numbers)
    let near = numbers.below(2) == 0
    let factor = Figure(significand: Int128(numbers.below(300)), scale: 2) ?? .one
    let scaled = (try? first * factor) ?? .one
    let actual = numbers.below(8) == 0 ? first : near ? scaled : figure(&numbers)
    let other = figure(&numbers)
    let target: Target =
      switch numbers.below(4) {
      case 0: .atLeast(first)
      case 1: .atMost(first)
      case 2: .equal(first)
      default: .between(min(first, other), max(first, other))
      }
    return Row(
      target: target, actual: actual, isPercent: numbers.below(3) == 0,
      points: Figure(significand: Int128(1 + numbers.below(200)), scale: numbers.below(2)) ?? .one,
      rules: rules(&numbers))
  }

  private static func rules(_ numbers: inout DrawnNumbers) -> RowRules {
    var rules = RowRules()
    rules.atLeast = [.ratio, .none][numbers.below(4) / 3]
    rules.atMost = [.ratio, .linear, .none][numbers.below(3)]
    rules.equal = RowRules.EqualRule.allCases[numbers.below(3)]
    rules.between = RowRules.RangeRule.allCases[numbers.below(2)]
    rules.zeroTarget = RowRules.ZeroTargetRule.allCases[numbers.below(2)]
    if numbers.below(4) == 0 { rules.mostPoints = Figure(1 + numbers.below(20)) }
    if numbers.below(3) == 0 {
      rules.scale = scale(&numbers)
      return rules
    }
    if numbers.below(3) == 0 { rules.passGate = Figure(numbers.below(100)) }
    if numbers.below(3) == 0 { rules.rateRoundedTo = numbers.below(3) }
    switch numbers.below(3) {
    case 0:
      rules.over = .steps([
        .init(above: Figure(110), takes: portion(&numbers)),
        .init(above: Figure(150), takes: portion(&numbers)),
      ])
    case 1: rules.over = .deviation(above: Figure(120), takes: Figure(numbers.below(4)))
    default: break
    }
    return rules
  }

  private static func portion(_ numbers: inout DrawnNumbers) -> Portion {
    numbers.below(2) == 0
      ? .percent(Figure(numbers.below(101))) : .points(Figure(numbers.below(12)))
  }

  private static func scale(_ numbers: inout DrawnNumbers) -> Scale {
    let isFrom = numbers.below(2) == 0
    func bound(_ figure: Figure) -> Scale.Bound { isFrom ? .from(figure) : .to(figure) }
    let edges = [Figure(90), Figure(60), Figure(20)]
    let measure = Scale.Measured.allCases[numbers.below(3)]
    if numbers.below(2) == 0 {
      let steps = Scale.Steps(
        start: bound(edges[numbers.below(3)]), every: Figure(1 + numbers.below(20)),
        takes: portion(&numbers), countsBegun: numbers.below(2) == 0)
      return Scale(measure: measure, kind: .steps(steps))
    }
    var bands = (isFrom ? edges : edges.reversed()).map {
      Scale.Band(bound: bound($0), earns: portion(&numbers))
    }
    bands.append(Scale.Band(bound: nil, earns: portion(&numbers)))
    return Scale(measure: measure, kind: .bands(bands))
  }
}
