import Figures
import Testing

@testable import Evaluation

/// Indicators that do not apply, worked out once more in whole numbers.
@Suite struct InapplicableTests {
  private static func scheme(
    _ policy: ScoringRules.NotApplicable.Policy, _ source: ScoringRules.TotalSource
  ) throws -> Scheme {
    var scheme = try ShippedScheme.mof.scheme
    scheme.scoring.notApplicable = .init(words: ["不适用"], points: policy)
    scheme.scoring.totalFrom = source
    // The fund block is under test elsewhere.
    scheme.scoring.execution = nil
    return scheme
  }

  private struct Row {
    var block: Int
    var actual: Int
    var target: Int
    var points: Int
    var applies: Bool

    /// In hundredths, rounded.
    var score: Int { Fraction(100 * points * min(actual, target), target).rounded }
  }

  private static func rows(_ numbers: inout SeededNumbers) -> [Row] {
    (0..<(2 + numbers.below(8))).map { _ in
      let target = 1 + numbers.below(97)
      return Row(
        block: numbers.below(3), actual: numbers.below(target + 20), target: target,
        points: 1 + numbers.below(20), applies: numbers.below(4) > 0)
    }
  }

  private static let blocks = ["产出指标", "效益指标", "满意度指标"]

  private static func report(_ rows: [Row]) -> Report {
    Rows.report(
      rows.enumerated().map { index, row in
        let actual = row.applies ? "\(row.actual)" : "不适用"
        return Rows.indicator(
          "指标\(index)甲", tier1: blocks[row.block], row: index + 2,
          ["≥\(row.target)", actual, "\(row.points)", "", ""].map { CellText($0).content })
      })
  }

  private static func figure(_ hundredths: Int) -> Figure {
    Figure(significand: Int128(hundredths), scale: 2) ?? .zero
  }

  @Test func pointsAreSharedWithinTheBlockAndRoundedOnce() throws {
    var numbers = SeededNumbers(seed: 27)
    let evaluator = Evaluator(
      scheme: try Self.scheme(.redistribute, .roundedScores), programme: nil)
    for _ in 0..<400 {
      let rows = Self.rows(&numbers)
      let card = evaluator.evaluate(Self.report(rows)).scorecard
      var total = 0
      var points = (placed: 0, left: 0)
      for block in 0..<3 {
        let own = rows.filter { $0.block == block }
        let whole = own.reduce(0) { $0 + $1.points }
        let applicable = own.filter(\.applies)
        let open = applicable.reduce(0) { $0 + $1.points }
        guard open > 0 else {
          points.left += whole
          continue
        }
        points.placed += whole
        total += Fraction(applicable.reduce(0) { $0 + $1.score } * whole, open).rounded
      }
      guard points.placed > 0 else { continue }
      let expected = Fraction(total * (points.placed + points.left), points.placed).rounded
      #expect(card.total == Self.figure(expected), "\(rows)")
      #expect(card.totalPoints == Figure(points.placed + points.left))
      let excluded = card.indicators.filter { $0.status == .excluded }
      #expect(excluded.count == rows.count { !$0.applies })
    }
  }

  @Test func aTotalIsScaledFromThePointsThatApply() throws {
    var numbers = SeededNumbers(seed: 28)
    let evaluator = Evaluator(scheme: try Self.scheme(.rescale, .roundedScores), programme: nil)
    for _ in 0..<400 {
      let rows = Self.rows(&numbers)
      let applicable = rows.filter(\.applies)
      let open = applicable.reduce(0) { $0 + $1.points }
      guard open > 0 else { continue }
      let whole = rows.reduce(0) { $0 + $1.points }
      let expected = Fraction(applicable.reduce(0) { $0 + $1.score } * whole, open).rounded
      let card = evaluator.evaluate(Self.report(rows)).scorecard
      #expect(card.total == Self.figure(expected), "\(rows)")
    }
  }

  @Test func aTotalOfExactScoresIsRoundedOnce() throws {
    var numbers = SeededNumbers(seed: 29)
    let evaluator = Evaluator(scheme: try Self.scheme(.zero, .exactScores), programme: nil)
    for _ in 0..<400 {
      let rows = Self.rows(&numbers)
      // The least common multiple of targets up to 12 is small enough for whole numbers.
      let few = rows.map { row in
        var row = row
        row.target = 1 + row.target % 12
        return row
      }
      let multiple = 27720
      let exact = few.filter(\.applies).reduce(0) { sum, row in
        sum + row.points * min(row.actual, row.target) * (multiple / row.target)
      }
      let card = evaluator.evaluate(Self.report(few)).scorecard
      #expect(card.total == Self.figure(Fraction(100 * exact, multiple).rounded), "\(few)")
    }
  }

  @Test func aSumTooFineForAFractionIsStillRoundedRight() throws {
    // A tie that only many different divisors together make, beside one that falls short of it.
    let primes = [999_983, 999_979, 999_961, 999_959, 999_953, 999_931, 999_917, 999_907]
    var sum = ExactSum()
    for prime in primes {
      try sum.add(#require(try Ratio(Figure(1), over: Figure(prime))))
      try sum.add(#require(try Ratio(Figure(prime - 1), over: Figure(prime))))
    }
    let half = try #require(Figure("0.005"))
    try sum.add(Ratio(half))
    #expect(try sum.rounded(to: 2) == Figure("8.01"))
    var short = sum
    try short.add(Ratio(#require(Figure("-0.0000000000000000001"))))
    #expect(try short.rounded(to: 2) == Figure("8"))
  }

  @Test(arguments: [("94", true), ("91", true), ("100", true), ("96.67", true), ("92", false)])
  func aTotalMayBeStatedBeforeOrAfterDeductionsAndScaling(_ total: String, _ agrees: Bool) throws {
    var scheme = try Self.scheme(.redistribute, .roundedScores)
    scheme.form.funds = nil
    scheme.form.indicators.columns.append(Column(.deduction, labels: ["扣减分数"]))
    for index in scheme.scoring.blocks.indices { scheme.scoring.blocks[index].points = nil }
    let drawn = DrawnReport(
      """
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | 扣减分数 |
      | 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 54 | 54 | 有 | 3 |
      | 产出指标 | 数量指标 | 乙（人） | 100 | 不适用 | 6 | | | |
      | 效益指标 | 社会效益指标 | 丙（人） | 100 | 100 | 40 | 40 | | |
      | 总分 | | | | | 100 | \(total) | | |
      """, scheme: scheme)
    let evaluated = Evaluator(scheme: scheme, programme: nil).evaluate(drawn.report)
    // The block earns (54 − 3) ÷ 54 × 60 = 56.67.
    #expect(evaluated.scorecard.total == Figure("96.67"))
    let isWrong = evaluated.findings.contains { $0.code == .r003 }
    #expect(isWrong == !agrees)
  }

  @Test func claimsOfRowsThatDoNotApplyAreNotAskedFor() throws {
    var scheme = try Self.scheme(.redistribute, .roundedScores)
    scheme.form.funds = nil
    for index in scheme.scoring.blocks.indices { scheme.scoring.blocks[index].points = nil }
    let drawn = DrawnReport(
      """
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
      | 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 45 | 45 | |
      | 产出指标 | 数量指标 | 乙（人） | 100 | 不适用‹V001 warning› | 15 | | |
      | 效益指标 | 社会效益指标 | 丙（人） | 100 | 100 | 30 | 30 | |
      | 满意度指标 | 服务对象满意度指标 | 丁（%） | ≥90% | 90% | 10 | 9‹R002 note› | |
      | 总分 | | | | | 100 | 99 | |
      """, scheme: scheme)
    let evaluated = Evaluator(scheme: scheme, programme: nil).evaluate(drawn.report)
    #expect(evaluated.scorecard.total == Figure(100))
    #expect(evaluated.verdict == .accept)
    let codes = evaluated.findings.map(\.code)
    #expect(codes.contains(.v001) && codes.contains(.r002))
    #expect(!codes.contains(.r003) && !codes.contains(.r012))
  }
}

extension Fraction {
  /// Half up, to a whole number.
  fileprivate var rounded: Int { (2 * top + bottom) / (2 * bottom) }
}
