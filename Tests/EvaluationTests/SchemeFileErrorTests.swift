import Evaluation
import Testing

/// A line of the sample, what to write instead, and what reading then says.
struct Mistake: Sendable, CustomTestStringConvertible {
  var line: String
  var after = "id"
  var instead: String
  var says: String

  init(_ line: String, after: String = "id", _ instead: String, _ says: String) {
    self.line = line
    self.after = after
    self.instead = instead
    self.says = says
  }

  var testDescription: String { "\(after) … \(instead)" }
}

@Suite struct SchemeFileErrorTests {
  @Test func theSampleItselfIsRead() {
    #expect(SampleScheme.error(of: SampleScheme.yaml) == nil)
  }

  static let keys = [
    Mistake(
      "points: 10", "point: 10",
      "36:5: scoring.execution: the key “point” is not known here; expected “points”"),
    Mistake(
      "overLimit", "overlimit: 130",
      "56:3: scoring: the key “overlimit” is not known here; expected “overLimit”"),
    Mistake(
      "title", "colour: red",
      "3:1: the key “colour” is not known here; "
        + "expected one of id, version, title, summary, sources, form, scoring"),
    Mistake("title", "# gone", "1:1: the key “title” is missing; expected it here"),
    Mistake(
      "lower: 60", "# gone", "46:7: scoring.levels[1]: the key “lower” is missing; expected it here"
    ),
    Mistake(
      "title", "title: 自评表\ntitle: 自评表",
      "4:1: “title” already stands in line 3; expected every key once"),
    Mistake(
      "- name: 优", "- {name: 优, from: 90, from: 95}\n- name: 良好",
      "62:17: “from” stands here twice; expected every key once"),
  ]

  static let columns = [
    Mistake(
      "required: [name", "otherColumns:\n  name: [名称]\nrequired: [name]",
      "32:13: form.indicators.otherColumns.name: “name” already stands under columns; "
        + "expected every column once"),
    Mistake(
      "target: [", "cost: [成本]",
      "29:7: form.indicators.columns: the key “cost” is not known here; expected one of tier1, "
        + "tier2, name, explanation, sign, target, adjustedTarget, unit, baseline, actual, "
        + "completionRate, points, score, deduction, "
        + "reason, summary, forecast, causeFunding, causeRules, causeStaff, causeEquipment, "
        + "causeOther, likelihood, certain, possible, impossible, selfActual, selfScore, deviation, "
        + "remark"
    ),
    Mistake(
      "required: [name", "required: [name, name]",
      "31:22: form.indicators.required[2]: “name” stands here twice; expected every column once"),
    Mistake(
      "required: [name", "required: [三级指标]",
      "31:16: form.indicators.required[1]: “三级指标” is not known here; expected one of tier1, "
        + "tier2, name, explanation, sign, target, adjustedTarget, unit, baseline, actual, "
        + "completionRate, points, score, deduction, "
        + "reason, summary, forecast, causeFunding, causeRules, causeStaff, causeEquipment, "
        + "causeOther, likelihood, certain, possible, impossible, selfActual, selfScore, deviation, "
        + "remark"
    ),
    Mistake(
      "- labels: [效益指标]", "- labels: [产出指标（50分）]",
      "41:16: scoring.blocks[2].labels[1]: “产出指标（50分）” already stands for block 1 (line 39); "
        + "expected a word that stands for block 2 alone"),
  ]

  static let types = [
    Mistake(
      "sheetNames", "sheetNames: 自评表",
      "7:15: form.sheetNames: “自评表” stands here; expected a list"),
    Mistake("title", "title: [a]", "3:8: title: a list stands here; expected a text"),
    Mistake("title", "title:", "3:7: title: nothing stands here; expected a text"),
    Mistake("title", "title: null", "3:8: title: nothing stands here; expected a text"),
    Mistake(
      "- name: 差", "- 差",
      "66:7: scoring.grades[3]: “差” stands here; expected keys such as name, from"),
    Mistake(
      "overNeedsReason", "overNeedsReason: 是",
      "58:20: scoring.overNeedsReason: “是” stands here; expected true or false"),
    Mistake(
      "atMost", "atMost: half",
      "44:11: scoring.atMost: “half” is not known here; expected one of ratio, linear, none"),
    Mistake(
      "moneyUnit", "moneyUnit: 美元",
      "11:16: form.funds.moneyUnit: “美元” is not known here; expected one of 元, 千元, 万元, 亿元"),
    Mistake(
      "yesWords", "yesWords: []",
      "54:13: scoring.yesWords: an empty list; "
        + "expected at least one entry; leave out a key that has none"),
    Mistake(
      "id: sample", "id: 我的",
      "1:5: id: “我的” is no id; "
        + "expected at most 40 small letters, digits and hyphens, such as mof-2020"),
    Mistake(
      "title", "title: |\n  自评\n  表",
      "3:8: title: “自评\n表” stands on several lines; expected a text on one line"),
    Mistake(
      "sheetNames", "sheetNames: [自评表, [表]]",
      "7:21: form.sheetNames[2]: a list stands here; expected a text"),
  ]

  static let numbers = [
    Mistake(
      "from: 80", "from: 八十",
      "65:13: scoring.grades[2].from: “八十” is not a number; expected a decimal such as 80"),
    Mistake(
      "from: 80", "from: \"80\"",
      "65:13: scoring.grades[2].from: “80” is a text; expected a decimal such as 80"),
    Mistake(
      "from: 80", "from: 80%",
      "65:13: scoring.grades[2].from: “80%” is not a number; expected a decimal such as 80"),
    Mistake(
      "from: 80", "from: .inf",
      "65:13: scoring.grades[2].from: “.inf” is not a number; expected a decimal such as 80"),
    Mistake(
      "from: 80", "from: 79.9999999",
      "65:13: scoring.grades[2].from: “79.9999999” is not a number; expected a decimal such as 80"),
    Mistake(
      "from: 80", "from: 100.5",
      "65:13: scoring.grades[2].from: 100.5 is out of range; expected a number from 0 to 100"),
    Mistake(
      "points: 10", "points: -10",
      "36:13: scoring.execution.points: -10 is out of range; expected a number from 0 to 1000000"),
    Mistake(
      "points: 10", "points: 0",
      "36:13: scoring.execution.points: 0 points; expected more than 0"),
    Mistake(
      "total: 100", "total: 1e400",
      "33:10: scoring.total: “1e400” is not a number; expected a decimal such as 80"),
    Mistake(
      "overLimit", "overLimit: 90",
      "56:14: scoring.overLimit: 90 is out of range; expected a number from 100 to 1000000"),
    Mistake(
      "ratePlaces", "ratePlaces: 7",
      "59:15: scoring.ratePlaces: 7 is out of range; expected a number of decimals from 0 to 6"),
    Mistake(
      "scorePlaces", "scorePlaces: -1",
      "60:16: scoring.scorePlaces: -1 is out of range; expected a number of decimals from 0 to 6"),
    Mistake(
      "scorePlaces", "scorePlaces: 2.5",
      "60:16: scoring.scorePlaces: “2.5” is no whole number; "
        + "expected a number of decimals from 0 to 6"),
  ]

  static let steps = [
    Mistake(
      "from: 80", "from: 90",
      "65:13: scoring.grades[2].from: 90 does not lie below 90; expected grades from the best down"),
    Mistake(
      "- name: 差", "- name: 差\n  from: 60",
      "67:13: scoring.grades[3].from: the last grade begins somewhere; "
        + "expected no key “from”: it takes what is left"),
    Mistake(
      "from: 80", "# gone",
      "64:7: scoring.grades[2]: the key “from” is missing; expected it in every grade but the last"),
    Mistake(
      "- name: 良", "- name: 优",
      "64:13: scoring.grades[2].name: “优” stands here twice; expected every name once"),
    Mistake(
      "upper: 60", "upper: 50",
      "52:14: scoring.levels[2].upper: the band begins at 50; "
        + "expected 60, where the band above it ends"),
    Mistake(
      "upper: 100", "upper: 99",
      "48:14: scoring.levels[1].upper: the band begins at 99; expected 100"),
    Mistake(
      "lower: 60", "lower: 100",
      "49:14: scoring.levels[1].lower: the band ends at 100; expected less than 100, where it begins"
    ),
    Mistake(
      "lower: 0", "lower: 10", "46:5: scoring.levels: the lowest band ends at 10; expected 0"),
    Mistake(
      "points: 60", "points: 50",
      "33:10: scoring.total: execution and blocks add up to 90 (10 + 50 + 30), "
        + "the total is 100; expected the same"),
    Mistake(
      "total: 100", "# gone",
      "34:3: scoring: points stand here, but no total of them; expected the key total"),
  ]

  static let meanings = [
    Mistake(
      "executed: [", "executed: [全年执行数, 预算数（B）：]",
      "14:25: form.funds.columns.executed[2]: “预算数（B）：” already stands for budget (line 13); "
        + "expected a word that stands for executed alone"),
    Mistake(
      "budget: [", "budget: [全年预算数, 全年预算数（A）]",
      "13:23: form.funds.columns.budget[2]: “全年预算数（A）” is the same word as “全年预算数” in line 13; "
        + "expected every word once; spaces, width, brackets and colons make no difference"),
    Mistake(
      "labels: [地方资金]", "labels: [其中：中央资金]",
      "21:18: form.funds.sources[2].labels[1]: “其中：中央资金” already stands for central (line 19); "
        + "expected a word that stands for local alone"),
    Mistake(
      "unit", "unit: [（单位）]",
      "9:10: form.unit[1]: nothing of “（单位）” is left once brackets and colons fall away; "
        + "expected a word"),
    Mistake(
      "noWords", "noWords: [否, 是]",
      "55:16: scoring.noWords[2]: “是” already stands for yes (line 54); "
        + "expected a word that stands for no alone"),
    Mistake(
      "placeholders", "placeholders: [未]",
      "67:18: scoring.placeholders[1]: the answer “未达成” begins with “未”; "
        + "expected a prompt that no answer begins with"),
    Mistake(
      "- id: local", "- id: central",
      "20:13: form.funds.sources[2].id: the id “central” already stands in line 18; "
        + "expected every id once"),
    Mistake(
      "members", "members: [central, province]",
      "25:28: form.funds.groups[1].members[2]: “province” is no source; "
        + "expected an id of a source: central, local"),
    Mistake(
      "members", "members: [central, central]",
      "25:28: form.funds.groups[1].members[2]: “central” stands here twice; "
        + "expected every source once"),
    Mistake(
      "required: [budget", "required: [budget, score]",
      "15:24: form.funds.required[2]: “score” is no column of this block; "
        + "expected a key of columns"),
    Mistake(
      "denominator", "denominator: received",
      "37:18: scoring.execution.denominator: the fund block has no column “received”; "
        + "expected a column of form.funds.columns, and executed among them"),
    Mistake(
      "denominator", "denominator: executed",
      "37:18: scoring.execution.denominator: “executed” is nothing to divide by; "
        + "expected one of initialBudget, budget, received"),
    Mistake(
      "overLimit", "# gone",
      "58:20: scoring.overNeedsReason: a reason is needed beyond a limit that is not given; "
        + "expected the key overLimit, or false"),
  ]

  static let all: [Mistake] = [keys, columns, types, numbers, steps, meanings].flatMap(\.self)

  @Test(arguments: all)
  func aMistakeIsSaidInChineseToo(_ mistake: Mistake) throws {
    let yaml = SampleScheme.replacing(mistake.line, after: mistake.after, with: mistake.instead)
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.wording(in: .en) == error.description)
    let chinese = error.wording(in: .zh)
    #expect(chinese.contains("；应为："))
    for words in [" is ", " the ", " stands ", "expected", " here"] {
      #expect(!chinese.contains(words), "\(chinese)")
    }
  }

  @Test(arguments: all)
  func everyMistakeIsPlacedAndExplained(_ mistake: Mistake) throws {
    let yaml = SampleScheme.replacing(mistake.line, after: mistake.after, with: mistake.instead)
    try #require(!yaml.isEmpty, "the sample has no such line")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.description == "mine.yaml:" + mistake.says)
  }

  @Test func everyKindOfMistakeIsAmongThem() {
    let kinds = Self.all.compactMap { mistake in
      SampleScheme.error(
        of: SampleScheme.replacing(mistake.line, after: mistake.after, with: mistake.instead))?.kind
    }
    let elsewhere: Set<SchemeFileError.Kind> = [.tooLarge, .alias, .syntax]
    #expect(Set(kinds).union(elsewhere) == Set(SchemeFileError.Kind.allCases))
  }

  @Test func gradesWithoutATotalAreRefused() throws {
    let yaml = try ShippedScheme.rates.yaml + "\n  grades:\n    - name: 优\n"
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .contradiction)
    #expect(error.path == "scoring.grades")
  }

  @Test func aLimitForAnExecutionRateThatIsNotGivenIsRefused() throws {
    let outline = YAMLOutline(try ShippedScheme.rates.yaml)
    let execution = try #require(outline.keys.first { $0.path == "scoring.execution" })
    let yaml = outline.replacing(execution, with: "  executionReasonBelow: 90")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .contradiction)
    #expect(error.line == execution.line + 1)
  }

  @Test func freeSharesNeedOnlyFitTheTotal() {
    #expect(SampleScheme.error(of: SampleScheme.replacing("points: 60", with: "# free")) == nil)
    let tooMany = SampleScheme.replacing("points: 60", with: "# free")
      .replacing("points: 30", with: "points: 91")
    #expect(SampleScheme.error(of: tooMany)?.kind == .sum)
  }
}
