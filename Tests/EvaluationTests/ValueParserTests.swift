import Figures
import Testing

@testable import Evaluation

/// The rules of a scheme that knows a few words, for tests of reading.
let readingRules = ScoringRules(
  totalPoints: Figure(100), execution: nil, blocks: [], rows: RowRules(),
  levels: [
    .init(name: "达成", words: ["达成"], upper: Figure(100), lower: Figure(80)),
    .init(name: "部分达成", words: ["部分达成"], upper: Figure(80), lower: Figure(60)),
    .init(name: "未达成", words: ["未达成"], upper: Figure(60), lower: Figure(0)),
  ],
  yes: ["是", "√"], no: ["否", "×"], overLimit: Figure(130), shortfallNeedsReason: true,
  overNeedsReason: true, executionReasonBelow: nil, ratePlaces: 2, scorePlaces: 2,
  grades: [.init(name: "优", from: Figure(90)), .init(name: "差", from: nil)],
  placeholders: ["请填写", "**", "XX"], costWords: ["成本"])

private func typed(_ text: String) -> Typed {
  Typed(.text(text), at: Place(sheet: "表", cell: "F1"))
}

private func cell(_ digits: String, percent: Bool = false) -> Typed {
  Typed(
    .number(digits, isPercent: percent, shownDecimals: nil), at: Place(sheet: "表", cell: "F1"))
}

@Suite struct ValueParserTests {
  let parser = ValueParser(vocabulary: Vocabulary(readingRules))

  @Test(arguments: [
    ("217人", "人", "217", [FindingCode.v004]),
    ("5.59万", "万人", "5.59", [.v004]),
    ("5.59万人", "人", "55900", [.v004]),
    ("3万", "", "30000", [.v004]),
    ("55900人", "万人", "5.59", [.v004]),
    ("1,234.5", "元", "1234.5", [.v005]),
    ("１２３", "个", "123", [.v003]),
    ("１，２３４．５", "个", "1234.5", [.v003, .v005]),
    ("≥266米", "米", "266", [.v015, .v004]),
    ("7.29万元", "元", "72900", [.v004]),
    ("12 345", "", "12345", [.v005]),
  ])
  func aNumberTypedWithAUnitIsThatNumber(
    text: String, unit: String, value: String, codes: [FindingCode]
  ) {
    let reading = parser.number(typed(text), as: .quantity(unit: unit))
    #expect(reading.figure?.description == value)
    #expect(Set(reading.remarks.map(\.code)) == Set(codes))
  }

  @Test(arguments: [
    ("达成预期指标", FindingCode.v013), ("是", .v013), ("", .v001), ("——", .v001), ("/", .v001),
    ("请填写数字", .v014), ("12，15，18", .v002), ("大约很多", .v002), ("1,23", .v002),
    ("9999999999999999", .v002), ("0.0000000000001", .v002), ("3公里", .v002), ("95%", .v002),
    ("10~20", .v002),
  ])
  func whatIsNoClearNumberIsNeverGuessed(text: String, code: FindingCode) {
    let reading = parser.number(typed(text), as: .quantity(unit: "米"))
    #expect(reading.figure == nil)
    #expect(reading.remarks.map(\.code) == [code])
  }

  @Test(arguments: [
    ("0.9509", "95.09"), ("95.09", "95.09"), ("1", "100"), ("1.5", "150"), ("1.51", "1.51"),
  ])
  func aPlainNumberInPercentIsAFractionUpToOneAndAHalf(digits: String, value: String) {
    #expect(parser.number(cell(digits), as: .percent).figure?.description == value)
  }

  @Test func aPercentCellIsAsShown() {
    let reading = parser.number(cell("0.9509", percent: true), as: .percent)
    #expect(reading.figure?.description == "95.09")
    #expect(reading.decimals == 2)
    #expect(parser.number(typed("95.09%"), as: .percent).remarks.map(\.code) == [.v006])
  }

  @Test func theDecimalsTypedAreKept() {
    #expect(parser.number(typed("100.00%"), as: .percent).decimals == 2)
    #expect(parser.number(typed("104%"), as: .percent).decimals == 0)
  }
}

@Suite struct TargetParserTests {
  let parser = TargetParser(readingRules)

  @Test(arguments: [
    ("≥50个", Target.Direction.atLeast, "50", "个"),
    ("≤90万元", .atMost, "90", "万元"),
    ("95%", .atLeast, "95", "%"),
    ("10-20", .between, "10~20", ""),
    ("10～20%", .between, "10~20", "%"),
    ("±10%", .between, "-10~10", "%"),
    ("不低于95%", .atLeast, "95", "%"),
    ("90%以上", .atLeast, "90", "%"),
    ("0", .atMost, "0", ""),
    ("=5", .equal, "5", ""),
    ("≥100百分比", .atLeast, "100", "%"),
    ("是", .yesNo, "是", ""),
    ("效果明显", .level, "效果明显", ""),
    ("2024年11月30日前", .by, "2024-11-30", ""),
    ("9月底前", .by, "09", ""),
    ("1.5-2.5万元", .between, "1.5~2.5", "万元"),
  ])
  func targetsAreUnderstood(
    text: String, direction: Target.Direction, value: String, unit: String
  ) {
    let result = parser.read(typed(text), unit: "")
    #expect(result.target?.direction == direction)
    #expect(result.target?.text == value)
    #expect(result.unit == unit)
  }

  @Test(arguments: ["每周1次", "2X", "100-50", ""])
  func anUnreadableTargetIsSaid(text: String) {
    let result = parser.read(typed(text), unit: "")
    #expect(result.target == nil)
    #expect(result.remarks.count == 1)
  }

  @Test func theSignColumnDecidesABareNumber() {
    let result = parser.read(cell("90"), sign: typed("≤"), unit: "万元")
    #expect(result.target == .atMost(Figure(90)))
    #expect(parser.read(typed("≥90"), sign: typed("≤"), unit: "").target == nil)
  }

  @Test func aYesNoUnitNeedsNoTarget() {
    #expect(parser.read(nil, unit: "是、否").target == .yesNo(true))
  }
}

@Suite struct FineFigureTests {
  let parser = ValueParser(vocabulary: Vocabulary(readingRules))

  @Test func aRateThatAFormulaComputedIsAFigure() {
    let reading = parser.number(cell("0.9562712996992984", percent: true), as: .percent)
    #expect(reading.figure?.description == "95.6271299699298")
    #expect(reading.remarks.isEmpty)
  }

  @Test(arguments: ["1E-13", "-1E-13", "1000000000000010"])
  func aFigureOutsideTheRangeIsRefused(digits: String) {
    let reading = parser.number(cell(digits), as: .quantity(unit: ""))
    #expect(reading.remarks.map(\.code) == [.v002])
  }
}
