import Evaluation
import Testing

/// Mistakes in the keys of judged scores and of further tables.
@Suite struct SchemeFileJudgedErrorTests {
  private static let yaml = """
    id: rubric
    version: "1"
    title: 评价表
    summary: 一句话
    sources: [办法]
    form:
      sheetNames: [评价表]
      projectName: [项目名称]
      unit: [实施单位]
      funds:
        moneyUnit: 万元
        columns:
          budget: [预算数]
          received: [到位数]
        required: [budget]
        total: [合计]
      indicators:
        columns:
          name: [三级指标]
          score: [得分]
        required: [name, score]
      tables:
        - id: tasks
          title: 年度任务
          columns:
            name: [任务]
            target: [任务数]
            actual: [完成数]
          required: [name, target]
          withoutTarget: excluded
    scoring:
      mode: judged
      total: 100
      blocks:
        - labels: [决策]
          points: 40
          items:
            - tier2: 项目立项
              labels: [立项依据]
              points: 30
            - tier2: 资金管理
              labels: [资金到位率]
              points: 10
              restsOn: [budget, received]
        - labels: [效益]
          points: 60
      atLeast: ratio
      atMost: ratio
      yesWords: [是]
      noWords: [否]
      shortfallNeedsReason: true
      overNeedsReason: false
      ratePlaces: 2
      scorePlaces: 2
      grades:
        - name: 合格
          from: 60
        - name: 不合格
    """

  @Test func theFormAsItStandsIsRead() throws {
    let scheme = try SchemeFile.read(yaml: Self.yaml, file: "mine.yaml")
    #expect(scheme.scoring.blocks.map(\.items.count) == [2, 0])
    #expect(scheme.form.tables.map(\.withoutTarget) == [.excluded])
  }

  @Test func withoutItsKeyARowWithoutATargetIsUnresolved() throws {
    let yaml = Self.yaml.replacing("      withoutTarget: excluded\n", with: "")
    let scheme = try SchemeFile.read(yaml: yaml, file: "mine.yaml")
    #expect(scheme.form.tables.map(\.withoutTarget) == [.unresolved])
  }

  static let mistakes = [
    (
      "mode: judged", "mode: typed",
      "32:9: scoring.mode: “typed” is not known here; expected one of computed, judged, "
        + "filed, forecast, reviewed"
    ),
    (
      "mode: judged", "mode: computed",
      "38:9: scoring.blocks[1].items: items stand here, but scores are computed; "
        + "expected the key mode with judged"
    ),
    (
      "score: [得分]", "actual: [得分]",
      "21:22: form.indicators.required[2]: “score” is no column of this block; "
        + "expected a key of columns"
    ),
    (
      "      score: [得分]\n    required: [name, score]", "      actual: [得分]\n    required: [name]",
      "32:9: scoring.mode: scores are judged, but the indicator block has no column “score”; "
        + "expected the column among form.indicators.columns"
    ),
    (
      "- labels: [效益]\n      points: 60", "- labels: [效益]",
      "32:9: scoring.mode: scores are judged, but not every limit for them is given; "
        + "expected the key total, and blocks that all have points"
    ),
    (
      "points: 30", "points: 31",
      "38:9: scoring.blocks[1].items: the items add up to 41, the block has 40; expected the same"
    ),
    (
      "points: 30", "points: 31\n          example: true",
      "38:9: scoring.blocks[1].items: the items add up to 41, the block has 40; "
        + "expected a sum within the block's points"
    ),
    (
      "restsOn: [budget", "restsOn: [score",
      "44:21: scoring.blocks[1].items[2].restsOn[1]: “score” is no amount; "
        + "expected one of initialBudget, budget, received, executed, forecast, pending, "
        + "plannedCost, actualCost"
    ),
    (
      "restsOn: [budget", "restsOn: [executed",
      "44:21: scoring.blocks[1].items[2].restsOn[1]: the fund block has no column “executed”; "
        + "expected a column of form.funds"
    ),
    (
      "restsOn: [budget", "restsOn: [received",
      "44:31: scoring.blocks[1].items[2].restsOn[2]: “received” stands here twice; "
        + "expected every column once"
    ),
    (
      "restsOn: [budget", "restsOn: [money",
      "44:21: scoring.blocks[1].items[2].restsOn[1]: “money” is not known here; expected one of "
        + "initialBudget, budget, received, executed, pending, plannedCost, actualCost, points, "
        + "executionRate, arrivalRate, score, reason, forecast, explanation"
    ),
    (
      "labels: [资金到位率]", "labels: [立项依据（3分）]",
      "42:20: scoring.blocks[1].items[2].labels[1]: “立项依据（3分）” already stands for an item of "
        + "line 38 (line 39); expected a word that stands for an item of line 41 alone"
    ),
    (
      "points: 10", "points: 0",
      "43:19: scoring.blocks[1].items[2].points: 0 points; expected more than 0"
    ),
    (
      "restsOn: [budget, received]", "example: 是",
      "44:20: scoring.blocks[1].items[2].example: “是” stands here; expected true or false"
    ),
    (
      "- tier2: 资金管理", "- tier1: 资金管理",
      "41:11: scoring.blocks[1].items[2]: the key “tier1” is not known here; expected “tier2”"
    ),
    (
      "- id: tasks", "- id: 任务",
      "23:11: form.tables[1].id: “任务” is no id; "
        + "expected at most 40 small letters, digits and hyphens, such as mof-2020"
    ),
    (
      "title: 年度任务\n", "name: 年度任务\n",
      "24:7: form.tables[1]: the key “name” is not known here; expected one of id, title, columns, "
        + "required, otherColumns, total, end, templateLines, withoutTarget"
    ),
    (
      "actual: [完成数]", "score: [完成数]",
      "28:9: form.tables[1].columns: the key “score” is not known here; expected one of tier1, tier2, "
        + "name, explanation, sign, target, adjustedTarget, unit, baseline, actual, "
        + "completionRate, reason, summary, remark"
    ),
    (
      "actual: [完成数]", "actual: [任务数]",
      "28:18: form.tables[1].columns.actual[1]: “任务数” already stands for target (line 27); "
        + "expected a word that stands for actual alone"
    ),
    (
      "required: [name, target]", "required: [name, unit]",
      "29:24: form.tables[1].required[2]: “unit” is no column of this block; "
        + "expected a key of columns"
    ),
    (
      "withoutTarget: excluded", "withoutTarget: zero",
      "30:22: form.tables[1].withoutTarget: “zero” is not known here; "
        + "expected one of unresolved, excluded"
    ),
    (
      "scoring:\n", "    - id: other\nscoring:\n",
      "31:7: form.tables[2]: the key “title” is missing; expected it here"
    ),
  ]

  @Test(arguments: mistakes)
  func everyMistakeIsPlacedAndExplained(_ line: String, _ instead: String, _ says: String) throws {
    let yaml = Self.yaml.replacing(line, with: instead)
    try #require(yaml != Self.yaml, "the form has no such line")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.description == "mine.yaml:" + says)
  }

  @Test func anIdOfATableStandsOnce() throws {
    let second = """
          - id: tasks
            title: 其他
            columns:
              name: [其他任务]
            required: [name]
      scoring:

      """
    let yaml = Self.yaml.replacing("scoring:\n", with: second)
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .duplicateID && error.line == 31 && error.path == "form.tables[2].id")
  }
}
