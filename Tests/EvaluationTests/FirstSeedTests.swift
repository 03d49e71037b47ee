import Evaluation
import Figures
import Testing

/// The published report of a programme with four sources of money and thirty indicators.
@Suite struct FirstSeedTests {
  private static let funds = """
    | 资金来源     | 预算数 | 到位数   | 使用数   | 待支付 |
    | 合计         | 36620  | 36982.43 | 36948.11 |        |
    | 中央财政补助 | 10000  | 10000    | 9965.68  | 1436.8 |
    | 省级财政补助 | 5000   |          |          |        |
    | 地市财政补助 | 15920  |          |          |        |
    | 地方财政配套 |        | 21106.24 | 21106.24 |        |
    | 其他资金     | 5700   | 5876.19  | 5876.19  |        |
    """

  /// The fields of a line of comma-separated values, quotation marks taken off.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  private static func report(asText: Bool) throws -> DrawnReport {
    let csv = try Repository.text("Tests/acceptance/seed_indicators.csv")
    let rows = csv.split(whereSeparator: \.isNewline).enumerated().map { index, line in
      let cells = fields(line).map { asText && index > 0 && $0.hasSuffix("%") ? "\"\($0)\"" : $0 }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let table = funds + "\n" + rows.joined(separator: "\n")
    return DrawnReport(table, scheme: try ShippedScheme.rates.scheme)
  }

  private static func evaluated(asText: Bool = false) throws -> Evaluated {
    let drawn = try report(asText: asText)
    return Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report)
  }

  private static func only(_ code: FindingCode, in evaluated: Evaluated) -> [Finding] {
    evaluated.findings.filter { $0.code == code }
  }

  @Test func theMoneyAddsUpAndIsReconciled() throws {
    let total = try #require(try Self.evaluated().scorecard.funds.first)
    #expect(total.amounts[.budget]?.description == "36620")
    #expect(total.amounts[.received]?.description == "36982.43")
    #expect(total.amounts[.executed]?.description == "36948.11")
    #expect(total.executionRate?.text(places: 2) == "100.90")
    #expect(total.arrivalRate?.text(places: 2) == "100.99")
    #expect(total.working == "超预算328.11")
    #expect(Self.only(.b001, in: try Self.evaluated()).isEmpty)
  }

  @Test func whatIsNotYetPaidIsNamedWithTheRateWithoutIt() throws {
    let pending = Self.only(.b007, in: try Self.evaluated())
    #expect(pending.count == 1)
    #expect(pending.first?.found == "1436.8")
    #expect(pending.first?.message.contains("35511.31÷36620＝96.97%") == true)
  }

  @Test func theExcessOverTheBudgetIsNamed() throws {
    let beyond = Self.only(.b002, in: try Self.evaluated())
    #expect(beyond.contains { $0.message.contains("328.11") })
    #expect(beyond.contains { $0.message.contains("176.19") })
    #expect(beyond.count == 2)
  }

  @Test func theLocalMoneyCanOnlyBeReconciledTogether() throws {
    let combined = Self.only(.b009, in: try Self.evaluated())
    #expect(combined.count == 1)
    #expect(combined.first?.found == "21106.24")
    #expect(combined.first?.expected == "20920")
    #expect(combined.first?.message.contains("多186.24") == true)
  }

  @Test(arguments: [false, true]) func allTwentySevenRatesAgreeWithTheClaims(_ asText: Bool) throws
  {
    let evaluated = try Self.evaluated(asText: asText)
    let rates = evaluated.scorecard.indicators.compactMap { row in
      row.direction == .yesNo || row.name.contains("群体性")
        ? nil : row.completionRate?.text(places: 2)
    }
    #expect(
      rates == [
        "109.61", "160.00", "106.57", "137.80", "406.67", "138.33", "107.65", "100.00", "130.48",
        "145.83", "115.33", "130.50", "100.90", "102.31", "100.00", "100.09", "106.25", "103.75",
        "121.53", "100.72", "113.18", "100.00", "100.00", "100.00", "101.02", "100.00", "102.04",
      ])
    #expect(Self.only(.r001, in: evaluated).isEmpty)
    #expect(evaluated.scorecard.indicators.compactMap(\.claimedRate).count == 30)
  }

  @Test func sevenRowsAreFarBeyondTheirTargets() throws {
    let evaluated = try Self.evaluated()
    let names = Self.only(.r006, in: evaluated).compactMap(\.indicator)
    #expect(names == ["I02", "I04", "I05", "I06", "I09", "I10", "I12"])
    #expect(evaluated.scorecard.indicators.filter { $0.status == .over }.map(\.id) == names)
  }

  @Test func theTwoYesNoRowsWithoutAnAnswerAreUnresolved() throws {
    let evaluated = try Self.evaluated()
    #expect(Self.only(.v012, in: evaluated).compactMap(\.indicator) == ["I19", "I20"])
    let unresolved = evaluated.scorecard.indicators.filter { $0.status == .unresolved }
    #expect(unresolved.map(\.id) == ["I19", "I20"])
    #expect(unresolved.allSatisfy { $0.completionRate == nil && $0.target == .yesNo(true) })
    #expect(Self.only(.r008, in: evaluated).isEmpty)
    #expect(evaluated.verdict == .sendBack)
  }

  @Test func nothingAgainstNothingIsMet() throws {
    let row = try #require(try Self.evaluated().scorecard.indicators.first { $0.id == "I27" })
    #expect(row.target == .atMost(.zero) && row.status == .met)
    #expect(row.completionRate?.text(places: 2) == "100.00")
  }

  @Test func thereAreNoPointsAndNoTotal() throws {
    let card = try Self.evaluated().scorecard
    #expect(card.total == nil && card.grade == nil && card.execution?.score == nil)
    #expect(card.execution?.rate?.text(places: 2) == "100.90")
  }

  @Test func nothingElseIsSaid() throws {
    let codes = Set(try Self.evaluated().findings.map(\.code))
    #expect(codes == [.b002, .b004, .b007, .b009, .c003, .r006, .v012])
  }

  @Test func moreWereFoundWorkThanWereServed() throws {
    let finding = try #require(try Self.evaluated().findings.first { $0.code == .c003 })
    #expect(finding.found == "0.836万人" && finding.expected == "不大于0.83万")
  }
}

extension IndicatorResult {
  /// The kind of its target.
  fileprivate var direction: Target.Direction? { target?.direction }
}
