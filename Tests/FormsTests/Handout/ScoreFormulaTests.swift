@testable import Evaluation
import Figures
@testable import Forms
import TestSupport
import Testing
import Workbooks

/// What the formulas of a blank come to, held against the scorer: thousands of drawn rows.
@Suite struct ScoreFormulaTests {
  private struct Row: CustomStringConvertible {
    var target: Target
    var actual: Actual
    var isPercent: Bool
    var points: Figure

    var description: String { "\(target) \(actual) of \(points), percent \(isPercent)" }

    /// The actual as the cell holds it.
    var typed: String {
      switch actual {
      case .number(let figure):
        isPercent ? ((try? figure.shifted(right: 2))?.description ?? "") : figure.description
      case .answer(let answer): answer ? "是" : "否"
      case .level(let level): level.choice
      case .day, .reached: ""
      }
    }
  }

  @Test(arguments: ["mof-2020", "programme-rates"])
  func everyFormulaComesToTheScorersOwnScore(_ id: String) throws {
    let rules = try HandoutFixture.scheme(id).scoring
    var numbers = DrawnNumbers(seed: 20)
    let rows = (0..<3000).map { _ in Self.row(&numbers) }
    try Self.compare(rows, rules)
  }

  @Test(arguments: ScoringRules.ShortfallRule.allCases, ScoringRules.ShortfallRule.allCases)
  func everyRuleForAMissIsSaid(
    _ least: ScoringRules.ShortfallRule, _ most: ScoringRules.ShortfallRule
  ) throws {
    var rules = try HandoutFixture.scheme("mof-2020").scoring
    rules.atLeast = least
    rules.atMost = most
    rules.scorePlaces = 1
    rules.ratePlaces = 3
    var numbers = DrawnNumbers(seed: 21)
    try Self.compare((0..<300).map { _ in Self.row(&numbers) }, rules)
  }

  @Test func theEdgesOfEveryRuleAreThoseOfTheScorer() throws {
    let rules = try HandoutFixture.scheme("mof-2020").scoring
    let figures = ["-5", "-1", "0", "0.005", "1", "3", "4.999", "5", "5.001", "10", "1000000"]
      .compactMap { Figure($0) }
    var rows: [Row] = []
    for target in figures {
      for actual in figures {
        let kinds: [Target] = [.atLeast(target), .atMost(target), .equal(target)]
        let ranges = figures.filter { $0 >= target }.map { Target.between(target, $0) }
        rows += (kinds + ranges).map {
          Row(target: $0, actual: .number(actual), isPercent: false, points: Figure(7))
        }
      }
    }
    try Self.compare(rows, rules)
  }

  @Test func nothingShowsWhileTheActualIsBlankOrAText() throws {
    let rules = try HandoutFixture.scheme("mof-2020").scoring
    for target in [Target.atLeast(.one), .atMost(.zero), .between(.one, .hundred), .yesNo(true)] {
      let formula = try #require(
        ScoreFormula(rules: rules, actual: "A1", isPercent: false).score(target, points: "B1"))
      for typed in ["", "约五百"] {
        #expect(try Self.values([("\(typed)", "5", [formula])]) == [[.text("")]], "\(target)")
      }
    }
  }

  @Test func aDeadlineIsTheUnitsOwnToScore() throws {
    let rules = try HandoutFixture.scheme("mof-2020").scoring
    let deadline = try #require(Deadline(year: 2024, month: 11, day: 30))
    let formula = ScoreFormula(rules: rules, actual: "A1", isPercent: false)
    #expect(formula.score(.by(deadline), points: "B1") == nil)
    #expect(formula.score(.level("达成"), points: "B1") == nil)
    #expect(formula.rate(.by(deadline), score: "C1", points: "B1") == nil)
  }

  @Test(arguments: [
    ("达成", "4.79", true), ("达成", "4.8", false), ("达成", "6", false), ("达成", "6.01", true),
    ("部分达成", "3.6", false), ("部分达成", "3.59", true), ("未达成", "0", false),
    ("未达成", "3.61", true), ("", "99", false),
  ])
  func aJudgedScoreOutsideItsBandIsSeen(_ level: String, _ score: String, _ isOutside: Bool) throws
  {
    let rules = try HandoutFixture.scheme("mof-2020").scoring
    let formula = try #require(
      ScoreFormula.isOutside(rules, level: "A1", score: "C1", points: "B1"))
    let table = "| \(level) | 6 | \(score) | =\(formula) |"
    let workbook = try TestWorkbook.read(TestSheet("表", table))
    let answer = Calculator(workbook).answer(to: try #require(CellReference("D1")), on: "表")
    #expect(answer?.value == .boolean(isOutside))
  }

  // MARK: Drawing and comparing

  private static func row(_ numbers: inout DrawnNumbers) -> Row {
    let isPercent = numbers.below(3) == 0
    func figure(_ numbers: inout DrawnNumbers) -> Figure {
      let size = [10, 1000, 1_000_000][numbers.below(3)]
      let digits = Int128(numbers.below(size) - size / 10)
      let figure = Figure(significand: digits, scale: numbers.below(4)) ?? .one
      return numbers.below(12) == 0 ? .zero : figure
    }
    let first = figure(&numbers)
    let actual = numbers.below(6) == 0 ? first : figure(&numbers)
    let digits = Int128(1 + numbers.below(200))
    let points = Figure(significand: digits, scale: numbers.below(2)) ?? .one
    let other = figure(&numbers)
    let target: Target
    switch numbers.below(5) {
    case 0: target = .atLeast(first)
    case 1: target = .atMost(first)
    case 2: target = .equal(first)
    case 3: target = .between(min(first, other), max(first, other))
    default:
      return Row(
        target: .yesNo(numbers.below(2) == 0), actual: .answer(numbers.below(2) == 0),
        isPercent: false, points: points)
    }
    return Row(target: target, actual: .number(actual), isPercent: isPercent, points: points)
  }

  private static func compare(_ rows: [Row], _ rules: ScoringRules) throws {
    let drawn = try rows.enumerated().map { index, row in
      let formula = ScoreFormula(
        rules: rules, actual: "A\(index + 1)", isPercent: row.isPercent)
      let points = "B\(index + 1)"
      let score = try #require(formula.score(row.target, points: points))
      let rate = try #require(formula.rate(row.target, score: nil, points: points))
      return (row.typed, row.points.description, [score, rate])
    }
    for (row, values) in zip(rows, try Self.values(drawn)) {
      let scored = try #require(
        try rules.scored(
          row.actual, against: row.target, points: row.points, claimed: nil, year: nil))
      #expect(values[0] == scored.score.map { .number($0.description) }, "\(row)")
      let rate = try scored.rate.map { try $0.shifted(right: 2).description }
      #expect(values[1] == rate.map { .number($0) }, "\(row)")
    }
  }

  /// What the formulas behind a typed value and points come to, row by row.
  private static func values(
    _ rows: [(typed: String, points: String, formulas: [String])]
  ) throws -> [[CellValue?]] {
    let lines = rows.map { row in
      "| \(row.typed) | \(row.points) | " + row.formulas.map { "=\($0) |" }.joined(separator: " ")
    }
    let workbook = try TestWorkbook.read(TestSheet("表", lines.joined(separator: "\n")))
    let calculator = Calculator(workbook, mostWork: .max)
    return rows.enumerated().map { index, row in
      row.formulas.indices.map { column in
        CellReference(row: index + 1, column: column + 3).flatMap {
          calculator.answer(to: $0, on: "表")?.value
        }
      }
    }
  }
}
