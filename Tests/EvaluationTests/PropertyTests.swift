import Evaluation
import Figures
import Testing

/// What holds for every report, whatever stands in it.
@Suite struct PropertyTests {
  /// Twenty thousand cells and more of junk, in reports of 12 rows.
  private static let junkReports = 150

  private static let issued = """
    | I01 | 产出指标 | 数量指标 | 甲 | ≥ | 200 | 人 | 50 |
    | I02 | 效益指标 | 社会效益指标 | 乙 | ≥ | 90% | % | 30 |
    | I03 | 满意度指标 | 服务对象满意度指标 | 丙 | 定性 | 达成 | | 10 |
    | 资金 | 当年财政拨款 | 100 | 100 |
    """

  /// Rows with unique names and a finding of most kinds.
  private static func mixedRows(_ seed: UInt64) -> [IndicatorLine] {
    var numbers = SeededNumbers(seed: seed)
    let targets = ["100", "≥95%", "≤10", "=5", "10~20", "是", "达成", "9月底前", "每月1次", ""]
    let actuals = ["80", "96%", "12", "8", "否", "部分达成", "2024年10月1日", "217人", "", "≥50", "很多"]
    return (0..<30).map { index in
      Rows.indicator(
        "指标\(index)甲", tier1: numbers.one(of: ["产出指标", "效益指标", "满意度指标"]), row: index + 2,
        [
          CellText(numbers.one(of: targets)).content, CellText(numbers.one(of: actuals)).content,
          CellText("5").content, CellText(numbers.one(of: ["5", "4", "6", ""])).content,
          CellText(numbers.one(of: ["原因", ""])).content,
        ])
    }
  }

  private static func evaluator(issued: String? = nil) throws -> Evaluator {
    let scheme = try ShippedScheme.mof.scheme
    return Evaluator(
      scheme: scheme, programme: issued.map { Programme(drawn: $0, rules: scheme.scoring) })
  }

  private static func ids(_ evaluated: Evaluated) -> Set<String> {
    Set(evaluated.findings.map(\.id))
  }

  private static func scores(_ evaluated: Evaluated) -> [String: String] {
    Dictionary(
      evaluated.scorecard.indicators.map { ($0.name, "\($0.status) \($0.working)") },
      uniquingKeysWith: { $0 + $1 })
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func theOrderOfRowsChangesNoScoreAndNoFinding(_ seed: UInt64) throws {
    for issued in [nil, Self.issued] {
      let evaluator = try Self.evaluator(issued: issued)
      let rows = Self.mixedRows(seed)
      let first = evaluator.evaluate(Rows.report(rows))
      var numbers = SeededNumbers(seed: seed)
      let shuffled = evaluator.evaluate(Rows.report(rows.shuffled(using: &numbers)))
      #expect(first.findings.count > 20)
      #expect(Self.ids(first) == Self.ids(shuffled))
      #expect(Self.ids(first).count == first.findings.count)
      #expect(Self.scores(first) == Self.scores(shuffled))
      #expect(first.scorecard.total == shuffled.scorecard.total)
      #expect(first.verdict == shuffled.verdict)
    }
  }

  @Test func theSameReportGivesTheSameResultEveryTime() throws {
    let report = Rows.report(Self.mixedRows(7))
    let (one, other) = (
      try Self.evaluator().evaluate(report), try Self.evaluator().evaluate(report)
    )
    #expect(one.findings == other.findings)
    #expect(Self.scores(one) == Self.scores(other))
  }

  @Test func findingsAreTheSameWhereverTheTableStands() throws {
    let scheme = try ShippedScheme.mof.scheme
    let evaluator = try Self.evaluator()
    func evaluated(_ lines: String) -> Evaluated {
      evaluator.evaluate(DrawnReport(lines, scheme: scheme).report)
    }
    let table = NationalForm.outputs("| 产出指标 | 数量指标 | 甲（人） | 100 | 80 | 50 | 50 | |")
    let (high, low) = (evaluated(table), evaluated("\n\n\n\n\n" + table))
    #expect(high.findings.map(\.place) != low.findings.map(\.place))
    #expect(high.findings.map(\.id) == low.findings.map(\.id))
    #expect(!high.findings.isEmpty)
  }

  @Test func aFindingsIdDoesNotDependOnOtherFindings() throws {
    let scheme = try ShippedScheme.mof.scheme
    let evaluator = try Self.evaluator()
    func ids(_ rows: String) -> [String: String] {
      let report = DrawnReport(NationalForm.outputs(rows), scheme: scheme).report
      let short = evaluator.evaluate(report).findings.filter { $0.code == .r005 }
      return Dictionary(short.map { ($0.label, $0.id) }, uniquingKeysWith: { $0 + $1 })
    }
    let first = "| 产出指标 | 数量指标 | 甲（人） | 100 | 80 | 25 | 20 | 原因 |\n"
    let second = "| 产出指标 | 数量指标 | 乙（人） | 100 | 70 | 25 | 17.5 | 原因 |"
    let (both, alone) = (ids(first + second), ids(second))
    #expect(both.count == 2)
    #expect(both["乙（人）"] == alone["乙（人）"])
  }

  @Test func aFindingsIdDoesNotDependOnTheOrderOfTexts() throws {
    let scheme = try ShippedScheme.mof.scheme
    let evaluator = try Self.evaluator()
    func ids(_ head: String) -> [String] {
      let table =
        head + NationalForm.outputs("| 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 50 | 50 | |")
      return evaluator.evaluate(DrawnReport(table, scheme: scheme).report).findings.map(\.id)
    }
    let prompt = "| 总体目标 | 请在此填写 |\n"
    #expect(ids(prompt).count == 1)
    #expect(ids(prompt) == ids("| 总体目标 | 培训百人 |\n" + prompt))
  }

  @Test func theTotalIsTheSumOfTheRoundedRows() throws {
    for seed in UInt64(10)..<30 {
      let card = try Self.evaluator().evaluate(Rows.report(Self.mixedRows(seed))).scorecard
      var sum = try #require(card.execution?.score)
      for row in card.indicators {
        let score = try #require(row.score)
        #expect(score == score.rounded(to: 2))
        sum = try sum + score
      }
      #expect(card.total == sum)
    }
  }

  @Test(arguments: ShippedScheme.allCases)
  func noJunkIsACrashAndNoScoreLeavesItsRange(_ shipped: ShippedScheme) throws {
    let scheme = try shipped.scheme
    let programme = Programme(drawn: Self.issued, rules: scheme.scoring)
    let evaluators = [
      Evaluator(scheme: scheme, programme: nil), Evaluator(scheme: scheme, programme: programme),
    ]
    var junk = Junk(numbers: SeededNumbers(seed: 77))
    for index in 0..<Self.junkReports / 2 {
      var report = junk.report(rows: 12)
      if index.isMultiple(of: 4) { nameIssued(&report) }
      let evaluated = evaluators[index % 2].evaluate(report)
      check(evaluated)
    }
  }

  /// Makes the report one of the programme's project, with its indicators.
  private func nameIssued(_ report: inout Report) {
    report.projectName = Rows.typed(.text("技能培训"), "A1")
    report.unit = Rows.typed(.text("民政局"), "A2")
    for (index, name) in ["甲", "乙", "丙"].enumerated() where index < report.indicators.count {
      let line = report.indicators[index]
      report.indicators[index] = IndicatorLine(
        tier1: line.tier1, tier2: line.tier2, name: name, cells: line.cells)
    }
  }

  private func check(_ evaluated: Evaluated) {
    let card = evaluated.scorecard
    for row in card.indicators {
      guard let score = row.score, let points = row.points else { continue }
      #expect(score >= .zero && score <= points.rounded(to: 2), "\(row.working)")
    }
    if let score = card.execution?.score, let points = card.execution?.points {
      #expect(score >= .zero && score <= points.rounded(to: 2))
    }
    let mustGoBack = evaluated.findings.contains { $0.severity == .error }
    #expect((evaluated.verdict == .sendBack) == mustGoBack)
    #expect(Set(evaluated.findings.map(\.id)).count == evaluated.findings.count)
    let scored = card.indicators.filter { $0.status == .unresolved && $0.score?.isZero == false }
    #expect(scored.isEmpty)
    #expect(evaluated.findings.allSatisfy { !$0.message.isEmpty })
  }

  @Test func tenThousandJunkTextsAreReadWithoutACrash() throws {
    let parser = TargetParser(try ShippedScheme.mof.scheme.scoring)
    var junk = Junk(numbers: SeededNumbers(seed: 99))
    for _ in 0..<10_000 {
      let result = parser.read(
        junk.typed("D1"), sign: junk.numbers.below(4) == 0 ? junk.typed("E1") : nil,
        unit: junk.numbers.below(2) == 0 ? "" : junk.text())
      #expect(result.target != nil || result.remarks.count == 1)
    }
  }
}
