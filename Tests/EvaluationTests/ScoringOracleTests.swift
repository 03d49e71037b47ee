import Evaluation
import Figures
import Testing

/// The rules of scoring once more, in whole numbers: values are thousandths, nothing is shared
/// with the code under test.
private struct Oracle {
  enum Rule: CaseIterable { case atLeast, atMost, equal, between, yesNo, level }

  var rule: Rule
  var target = 0
  var upper = 0
  var actual = 0
  /// In tenths.
  var points = 0
  /// The unit's own score of a level, in hundredths.
  var claimed = 0
  var level = 0

  /// A share as numerator and denominator, the denominator positive.
  typealias Share = (top: Int, bottom: Int)

  static let full: Share = (1, 1)
  static let none: Share = (0, 1)

  private var counted: Int { max(actual, 0) }

  private func quotient(_ top: Int, _ bottom: Int) -> Share {
    bottom > 0 ? (top, bottom) : Self.none
  }

  var isMet: Bool {
    switch rule {
    case .atLeast: actual >= target
    case .atMost: actual <= target
    case .equal: actual == target
    case .between: target <= actual && actual <= upper
    case .yesNo: actual == 1
    case .level: level == 0
    }
  }

  /// The part of the points that is earned.
  private var share: Share {
    if isMet { return Self.full }
    switch rule {
    case .atLeast: return target == 0 ? Self.none : quotient(counted, target)
    case .atMost: return quotient(target, actual)
    case .equal:
      return counted < target ? quotient(counted, target) : quotient(target, counted)
    case .between: return counted < target ? quotient(counted, target) : quotient(upper, counted)
    case .yesNo, .level: return Self.none
    }
  }

  /// The completion rate as a share.
  private var completion: Share {
    switch rule {
    case .between, .yesNo, .level: return share
    case .atLeast, .equal:
      if target == 0 { return isMet ? Self.full : Self.none }
      return quotient(counted, target)
    case .atMost:
      if target == 0 { return isMet ? Self.full : Self.none }
      return actual <= 0 ? Self.full : quotient(target, actual)
    }
  }

  /// Half up, in hundredths.
  private func hundredths(_ top: Int, _ bottom: Int) -> Int { (200 * top + bottom) / (2 * bottom) }

  /// The bounds of a level in hundredths: the points are tenths, the bounds fifths.
  private var band: (lower: Int, upper: Int) {
    let fifths = [(4, 5), (3, 4), (0, 3)][level]
    return (points * 2 * fifths.0, points * 2 * fifths.1)
  }

  private var judged: Int { claimed >= band.lower && claimed <= band.upper ? claimed : band.upper }

  var score: Int {
    rule == .level ? judged : hundredths(points * share.top, 10 * share.bottom)
  }

  var rate: Int {
    if rule == .level { return hundredths(100 * judged, points * 10) }
    return hundredths(100 * completion.top, completion.bottom)
  }

  var status: RowStatus {
    guard isMet else { return .shortfall }
    let isOver = rule == .atLeast && 10 * completion.top > 13 * completion.bottom
    return isOver ? .over : .met
  }
}

@Suite struct ScoringOracleTests {
  private static let cases = 5000
  private static let levels = ["达成", "部分达成", "未达成"]

  private static func draw(_ numbers: inout SeededNumbers) -> Oracle {
    var drawn = Oracle(rule: numbers.one(of: Oracle.Rule.allCases))
    drawn.points = 1 + numbers.below(500)
    let span = numbers.one(of: [5, 100, 5000, 200_000, 9_000_000])
    drawn.target = numbers.below(8) == 0 ? 0 : numbers.below(span)
    drawn.actual =
      numbers.below(6) == 0
      ? drawn.target : numbers.below(2 * span + 1) - (numbers.below(8) == 0 ? span : 0)
    drawn.upper = drawn.target + numbers.below(span)
    drawn.level = numbers.below(3)
    drawn.claimed = numbers.below(drawn.points * 10 + 1)
    if drawn.rule == .yesNo { drawn.actual = numbers.below(2) }
    if drawn.rule == .between { drawn.target += 1; drawn.upper += 1 }
    return drawn
  }

  private static func decimal(_ value: Int, _ scale: Int) -> String {
    Figure(significand: Int128(value), scale: scale)?.description ?? ""
  }

  /// The row as it would be typed.
  private static func line(_ drawn: Oracle, _ index: Int) -> IndicatorLine {
    let target = decimal(drawn.target, 3)
    let typed: (Typed.Content, Typed.Content) =
      switch drawn.rule {
      case .atLeast: (.text("≥" + target), number(drawn.actual))
      case .atMost: (.text("≤" + target), number(drawn.actual))
      case .equal: (.text("=" + target), number(drawn.actual))
      case .between: (.text(target + "~" + decimal(drawn.upper, 3)), number(drawn.actual))
      case .yesNo: (.text("是"), .text(drawn.actual == 1 ? "是" : "否"))
      case .level: (.text("制度健全"), .text(levels[drawn.level]))
      }
    let points = Typed.Content.number(
      decimal(drawn.points, 1), isPercent: false, shownDecimals: nil)
    let score = Typed.Content.number(
      decimal(drawn.claimed, 2), isPercent: false, shownDecimals: nil)
    return Rows.indicator("指标\(index)甲", row: index + 2, [typed.0, typed.1, points, score, .blank])
  }

  private static func number(_ thousandths: Int) -> Typed.Content {
    .number(decimal(thousandths, 3), isPercent: false, shownDecimals: nil)
  }

  @Test func fiveThousandRandomIndicatorsAreScoredAsTheOracleSays() throws {
    var numbers = SeededNumbers(seed: 2020)
    let drawn = (0..<Self.cases).map { _ in Self.draw(&numbers) }
    let evaluator = Evaluator(scheme: try ShippedScheme.mof.scheme, programme: nil)
    let report = Rows.report(drawn.enumerated().map { Self.line($1, $0) })
    let card = evaluator.evaluate(report).scorecard
    try #require(card.indicators.count == Self.cases)
    var differences: [String] = []
    var sum = 0
    for (row, oracle) in zip(card.indicators, drawn) {
      let computed =
        "\(row.completionRate?.text(places: 2) ?? "—") \(row.score?.text(places: 2) ?? "—")"
      let rate = Figure(significand: Int128(oracle.rate), scale: 2)?.text(places: 2) ?? ""
      let score = Figure(significand: Int128(oracle.score), scale: 2)?.text(places: 2) ?? ""
      sum += oracle.score
      guard computed != "\(rate) \(score)" || row.status != oracle.status else { continue }
      differences.append("\(oracle): \(computed) \(row.status), not \(rate) \(score)")
    }
    #expect(differences.isEmpty, "\(differences.prefix(5))")
    #expect(card.blocks.last?.score.description == Self.decimal(sum, 2))
    let statuses = Set(card.indicators.map(\.status))
    #expect(statuses == [.met, .shortfall, .over])
  }
}
