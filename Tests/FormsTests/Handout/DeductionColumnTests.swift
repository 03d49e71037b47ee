@testable import Evaluation
import Figures
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// A blank of a form on which units take points off their own rows.
@Suite struct DeductionColumnTests {
  private static func drawing() throws -> FormDrawing {
    var scheme = try HandoutFixture.scheme("mof-2020")
    let reason = try #require(
      scheme.form.indicators.columns.firstIndex { $0.meaning == .reason })
    scheme.form.indicators.columns.insert(
      Column(.deduction, labels: ["扣减分数"]), at: reason)
    return HandoutWriter(scheme, programme: nil)
      .drawing(HandoutFixture.issued(HandoutFixture.project(), scheme))
  }

  @Test func everyRowHasAPlaceForIt() throws {
    let fields = try Self.drawing().fields.filter { $0.name.hasSuffix("_deduction") }
    #expect(fields.count == HandoutFixture.project().indicators.count)
    for field in fields {
      guard case .deduction = field.entry else {
        Issue.record("\(field.name) is no deduction")
        continue
      }
    }
  }

  @Test func aTotalThatIsNoSumOfTheRowsIsTheUnitsToType() throws {
    var scheme = try HandoutFixture.scheme("mof-2020")
    scheme.scoring.totalFrom = .exactScores
    let drawing = HandoutWriter(scheme, programme: nil)
      .drawing(HandoutFixture.issued(HandoutFixture.project(), scheme))
    let field = try #require(drawing.fields.first { $0.name == "sb_total_score" })
    guard case .score = field.entry else {
      Issue.record("the total is a formula")
      return
    }
  }

  @Test func theTotalIsTheSumOfWhatIsLeftOfEveryRow() throws {
    let drawing = try Self.drawing()
    let field = try #require(drawing.fields.first { $0.name == "sb_total_score" })
    let formula = drawing.cells.compactMap { cell -> String? in
      guard cell.range.first == field.place, case .formula(let formula) = cell.content else {
        return nil
      }
      return formula
    }.first
    let total = try #require(formula)
    #expect(total.contains("MAX(0,SUM("))
    // The same formula over a table of two rows: 6.39 less 2, 5 less 6, and 9.5 of execution.
    let table = """
      | 9.5 | | =IF(COUNT(A1,A2:A3)=0,"",ROUND(MAX(0,SUM(A2)-SUM(B2))+MAX(0,SUM(A3)-SUM(B3))+SUM(A1),2)) |
      | 6.39 | 2 | |
      | 5 | 6 | |
      """
    let workbook = try TestWorkbook.read(TestSheet("表", table))
    let answer = Calculator(workbook).answer(to: try #require(CellReference("C1")), on: "表")
    #expect(answer?.value == .number("13.89"))
  }
}

/// A blank of a form on which indicators may not apply.
@Suite struct InapplicableBlankTests {
  private static func scheme(_ policy: ScoringRules.NotApplicable.Policy) throws -> Scheme {
    var scheme = try HandoutFixture.scheme("mof-2020")
    scheme.scoring.notApplicable = .init(words: ["不适用", "不涉及"], points: policy)
    return scheme
  }

  @Test func everyValueMayGiveWayToTheWord() throws {
    let drawing = HandoutWriter(try Self.scheme(.zero), programme: nil)
      .drawing(HandoutFixture.issued(HandoutFixture.project(), try Self.scheme(.zero)))
    let actuals = drawing.fields.filter { $0.name.hasSuffix("_actual") }
    #expect(actuals.count == HandoutFixture.project().indicators.count)
    for field in actuals {
      switch field.entry {
      case .valueOr(let word, let valid):
        #expect(word == "不适用" && valid.contains("=\"不适用\""))
      case .answer, .level: continue
      default: Issue.record("\(field.name) has no place for the word")
      }
    }
    let blank = try HandoutFixture.blank(HandoutFixture.project(), try Self.scheme(.zero))
    let texts = blank.sheets.filter { $0.state != .visible }.flatMap { sheet in
      sheet.rows.flatMap { sheet.cells(inRow: $0) }
    }.compactMap { cell -> String? in
      if case .text(let text) = cell.value { text } else { nil }
    }
    #expect(texts.count { $0 == "不适用" } == 2, "once in each list")
  }

  @Test(arguments: [
    (ScoringRules.NotApplicable.Policy.zero, CellValue.number("0")),
    (.full, .number("7")), (.redistribute, .text("")), (.rescale, .text("")),
  ])
  func aScoreFollowsTheWord(
    _ policy: ScoringRules.NotApplicable.Policy, _ expected: CellValue
  ) throws {
    let rules = try Self.scheme(policy).scoring
    for target in [Target.atLeast(.one), .atMost(.one), .yesNo(true)] {
      let formula = try #require(
        ScoreFormula(rules: rules, actual: "A1", isPercent: false).score(target, points: "B1"))
      let workbook = try TestWorkbook.read(TestSheet("表", "| 不适用 | 7 | =\(formula) |"))
      let place = try #require(CellReference("C1"))
      #expect(Calculator(workbook).answer(to: place, on: "表")?.value == expected)
    }
  }
}
