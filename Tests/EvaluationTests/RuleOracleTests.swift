import Figures
import Testing

@testable import Evaluation

/// A fraction of whole numbers, for rules worked out once more beside the code under test.
struct Fraction: Comparable {
  var top: Int
  var bottom: Int

  init(_ top: Int, _ bottom: Int = 1) {
    self.top = bottom < 0 ? -top : top
    self.bottom = abs(bottom)
  }

  static func < (left: Self, right: Self) -> Bool {
    left.top * right.bottom < right.top * left.bottom
  }

  static func == (left: Self, right: Self) -> Bool {
    left.top * right.bottom == right.top * left.bottom
  }

  /// Half up, in hundredths; not below 0.
  var hundredths: Int { (200 * top + bottom) / (2 * bottom) }
}

/// The rules of chosen rows, gates and reductions once more, in whole numbers: values are
/// hundredths, percentages whole, points tenths.
@Suite struct RuleOracleTests {
  private struct Row {
    var target: Int
    var actual: Int
    var points: Int
    var isUpper: Bool

    var isMet: Bool { isUpper ? actual <= target : actual >= target }
    /// The share before gate and rounding.
    var share: Fraction {
      if isMet { return Fraction(1) }
      return isUpper ? Fraction(target, actual) : Fraction(max(0, actual), target)
    }
    /// The completion rate.
    var rate: Fraction {
      if isUpper { return actual <= 0 ? Fraction(1) : Fraction(target, actual) }
      return Fraction(max(0, actual), target)
    }
    /// A share of its points in hundredths.
    func score(_ share: Fraction) -> Int {
      Fraction(points * share.top, 10 * share.bottom).hundredths
    }
  }

  private static func row(_ numbers: inout SeededNumbers) -> Row {
    let span = numbers.one(of: [20, 1000, 40_000])
    return Row(
      target: 1 + numbers.below(span), actual: numbers.below(4 * span) - span / 4,
      points: 1 + numbers.below(300), isUpper: numbers.below(2) == 0)
  }

  private static func figure(_ value: Int, _ places: Int = 0) -> Figure {
    Figure(significand: Int128(value), scale: places) ?? .zero
  }

  /// What the code makes of a row by some rules, in hundredths.
  private static func score(_ row: Row, _ rules: RowRules) throws -> Int {
    let target = figure(row.target, 2)
    let scored = try readingRules.scored(
      .number(figure(row.actual, 2)), against: row.isUpper ? .atMost(target) : .atLeast(target),
      points: figure(row.points, 1), claimed: nil, year: nil, by: rules)
    return try Int(#require(scored?.score).shifted(right: -2).significand)
  }

  private static func compare(
    _ seed: UInt64, _ rules: (inout SeededNumbers) -> (RowRules, (Row) -> Int)
  ) throws {
    var numbers = SeededNumbers(seed: seed)
    var differences: [String] = []
    for _ in 0..<3000 {
      let (rules, oracle) = rules(&numbers)
      let row = Self.row(&numbers)
      let score = try Self.score(row, rules)
      if score != oracle(row) {
        differences.append("\(row) \(rules): \(score), not \(oracle(row))")
      }
    }
    #expect(differences.isEmpty, "\(differences.prefix(3))")
  }

  @Test func aGateLetsNothingUnderItThrough() throws {
    try Self.compare(1) { numbers in
      let gate = numbers.below(100)
      var rules = RowRules()
      rules.passGate = Self.figure(gate)
      return (rules, { row in row.share < Fraction(gate, 100) ? 0 : row.score(row.share) })
    }
  }

  @Test func aRoundedShareIsRoundedOnceMore() throws {
    try Self.compare(2) { _ in
      var rules = RowRules()
      rules.rateRoundedTo = 0
      return (rules, { row in row.score(Fraction(row.share.hundredths, 100)) })
    }
  }

  @Test func bandsOfCompletionGiveTheirPart() throws {
    try Self.compare(3) { numbers in
      let bounds = [100 + numbers.below(30), 60 + numbers.below(40), numbers.below(60)]
      let parts = [100, 60 + numbers.below(41), numbers.below(60), numbers.below(20)]
      var rules = RowRules()
      let bands = zip(bounds, parts).map {
        Scale.Band(bound: .from(Self.figure($0)), earns: .percent(Self.figure($1)))
      }
      rules.scale = Scale(
        measure: .completion,
        kind: .bands(bands + [.init(bound: nil, earns: .percent(Self.figure(parts[3])))]))
      return (
        rules,
        { row in
          let place = bounds.firstIndex { row.rate >= Fraction($0, 100) } ?? 3
          return row.score(Fraction(parts[place], 100))
        }
      )
    }
  }

  @Test func bandsOfDeviationGiveTheirPoints() throws {
    try Self.compare(4) { numbers in
      let bounds = [numbers.below(20), 20 + numbers.below(20), 41 + numbers.below(60)]
      let points = [50, 30, 10, 0]
      var rules = RowRules()
      let bands = zip(bounds, points).map {
        Scale.Band(bound: .to(Self.figure($0)), earns: .points(Self.figure($1, 1)))
      }
      rules.scale = Scale(
        measure: .deviation, kind: .bands(bands + [.init(bound: nil, earns: .points(.zero))]))
      return (
        rules,
        { row in
          let apart = Fraction(abs(row.actual - row.target), row.target)
          let place = bounds.firstIndex { apart <= Fraction($0, 100) } ?? 3
          return min(points[place], row.points) * 10
        }
      )
    }
  }

  @Test func stepsTakeTheirPointsDownToNothing() throws {
    try Self.compare(5) { numbers in
      let (start, every, takes) = (numbers.below(400), 1 + numbers.below(30), numbers.below(40))
      let isBegun = numbers.below(2) == 0
      let isFrom = numbers.below(2) == 0
      var rules = RowRules()
      let bound = Self.figure(start)
      rules.scale = Scale(
        measure: .actual,
        kind: .steps(
          .init(
            start: isFrom ? .from(bound) : .to(bound), every: Self.figure(every),
            takes: .points(Self.figure(takes, 1)), countsBegun: isBegun)))
      return (
        rules,
        { row in
          // In hundredths, as the actual is.
          let miss = max(0, isFrom ? start * 100 - row.actual : row.actual - start * 100)
          let steps = isBegun ? (miss + every * 100 - 1) / (every * 100) : miss / (every * 100)
          return max(0, row.points - steps * takes) * 10
        }
      )
    }
  }

  @Test func passingByFarTakesByTheHighestStepPassed() throws {
    try Self.compare(6) { numbers in
      let bounds = [110 + numbers.below(20), 130 + numbers.below(50), 180 + numbers.below(200)]
      let takes = [numbers.below(20), numbers.below(60), 100]
      var rules = RowRules()
      rules.over = .steps(
        zip(bounds, takes).map {
          .init(above: Self.figure($0), takes: .percent(Self.figure($1)))
        })
      return (
        rules,
        { row in
          guard row.isMet, !row.isUpper else { return row.score(row.share) }
          let place = bounds.lastIndex { row.rate > Fraction($0, 100) }
          return row.score(Fraction(100 - (place.map { takes[$0] } ?? 0), 100))
        }
      )
    }
  }

  @Test func passingByFarTakesByEveryPercentagePoint() throws {
    try Self.compare(7) { numbers in
      let (above, takes) = (100 + numbers.below(60), numbers.below(12))
      var rules = RowRules()
      rules.over = .deviation(above: Self.figure(above), takes: Self.figure(takes, 1))
      return (
        rules,
        { row in
          guard row.isMet, !row.isUpper, row.rate > Fraction(above, 100) else {
            return row.score(row.share)
          }
          // 1 − takes/1000 × (100 × actual/target − above)
          let excess = 100 * row.actual - above * row.target
          let left = Fraction(1000 * row.target - takes * excess, 1000 * row.target)
          return row.score(max(left, Fraction(0)))
        }
      )
    }
  }

  @Test func mostPointsAreTheMost() throws {
    try Self.compare(8) { numbers in
      let most = 1 + numbers.below(100)
      var rules = RowRules()
      rules.mostPoints = Self.figure(most, 1)
      return (rules, { row in min(most * 10, row.score(row.share)) })
    }
  }

  @Test func increasesAreMeasuredFromTheirBaseline() throws {
    var numbers = SeededNumbers(seed: 10)
    var rules = RowRules()
    rules.fromBaseline = true
    for _ in 0..<3000 {
      let row = Self.row(&numbers)
      let from = numbers.below(3000) - 500
      let target = Self.figure(row.target, 2)
      let scored = try readingRules.scored(
        .number(Self.figure(row.actual, 2)),
        against: row.isUpper ? .atMost(target) : .atLeast(target),
        points: Self.figure(row.points, 1), claimed: nil, year: nil, by: rules,
        from: Self.figure(from, 2))
      // A target that does not lie beyond the baseline is an ordinary one.
      let way = row.isUpper ? from - row.target : row.target - from
      let gone = row.isUpper ? from - row.actual : row.actual - from
      let share =
        way <= 0 ? row.share : row.isMet ? Fraction(1) : max(Fraction(0), Fraction(gone, way))
      #expect(scored?.score == Self.figure(row.score(share), 2), "\(row) from \(from)")
      guard way > 0 else { continue }
      let rate = max(Fraction(0), Fraction(100 * gone, way)).hundredths
      #expect(scored?.rate == Self.figure(rate, 2), "\(row) from \(from)")
    }
  }

  @Test func daysLateTakeTheirSteps() throws {
    let due = try #require(Deadline(year: 2024, month: 2, day: 20))
    // Days of a leap year and the next, counted one by one.
    var days: [CalendarDay] = []
    for year in [2024, 2025] {
      for month in 1...12 {
        for day in 1...CalendarDay.days(inMonth: month, of: year) {
          days.append(try #require(CalendarDay(year: year, month: month, day: day)))
        }
      }
    }
    let last = try #require(days.firstIndex { $0.month == 2 && $0.day == 20 })
    for isBegun in [true, false] {
      var rules = RowRules()
      rules.late = .init(
        start: .to(.zero), every: Figure(30), takes: .percent(Figure(12)), countsBegun: isBegun)
      for (index, day) in days.enumerated() {
        let late = max(0, index - last)
        let steps = isBegun ? (late + 29) / 30 : late / 30
        let scored = try readingRules.scored(
          .day(day), against: .by(due), points: Figure(10), claimed: nil, year: 2024, by: rules)
        #expect(scored?.score == Self.figure(max(0, 100 - 12 * steps), 1), "\(day)")
        #expect(scored?.isMet == (late == 0))
      }
    }
  }

  @Test func aLevelEarnsItsPartOrThePercentTyped() throws {
    for (level, band) in zip(readingRules.levels, [(100, 80), (80, 60), (60, 0)]) {
      for points in 1...200 {
        let parts: [(RowRules.LevelRule, Int)] = [
          (.upper, 2 * band.0), (.middle, band.0 + band.1), (.lower, 2 * band.1),
        ]
        for (rule, twice) in parts {
          var rules = RowRules()
          rules.levelScore = rule
          let scored = try readingRules.scored(
            .level(level), against: .level(""), points: Self.figure(points, 1), claimed: .one,
            year: nil, by: rules)
          let due = Fraction(points * twice, 10 * 200).hundredths
          #expect(scored?.score == Self.figure(due, 2) && scored?.judged == nil)
        }
      }
    }
    for percent in 0...130 {
      let scored = try readingRules.scored(
        .reached(Figure(percent)), against: .level(""), points: Self.figure(75, 1), claimed: nil,
        year: nil)
      #expect(scored?.score == Self.figure(Fraction(75 * min(percent, 100), 1000).hundredths, 2))
      #expect(scored?.isMet == (percent >= 80))
    }
  }

  @Test func deductionsAreTakenOffTheRoundedScore() throws {
    var numbers = SeededNumbers(seed: 9)
    for _ in 0..<1000 {
      let row = Self.row(&numbers)
      let taken = numbers.below(3000)
      let target = Self.figure(row.target, 2)
      let scored = try readingRules.scored(
        .number(Self.figure(row.actual, 2)),
        against: row.isUpper ? .atMost(target) : .atLeast(target),
        points: Self.figure(row.points, 1), claimed: nil, year: nil)
      let left = try scored?.less(Self.figure(taken, 2), places: 2).score
      let expected = max(0, row.score(row.share) - taken)
      #expect(left == Self.figure(expected, 2))
    }
  }
}
