internal import Evaluation
internal import Workbooks

/// What each kind of field accepts, what it says while it is filled in, and why it refuses.
struct EntryRules {
  /// Where the words to choose from stand.
  struct Lists {
    let answers: String
    let levels: String?
  }

  private let rules: [Entry: ValidationRule]

  init(_ scheme: Scheme, lists: Lists) {
    let form = scheme.form
    let levels = scheme.scoring.levels
    let unit = form.funds?.moneyUnit ?? "元"
    var rules: [Entry: ValidationRule] = [
      .money: Self.money(unit), .number: Self.number, .percent: Self.percent, .rate: Self.percent,
      .day: Self.day, .answer: Self.answer(scheme.scoring, lists.answers),
      .target: Self.target, .points: Self.points, .tick: Self.tick,
      .likelihood: Self.likelihood(scheme.scoring.likelihood),
      .reason: Self.reason(scheme.scoring, form.label(IndicatorColumn.reason)),
      .result: ValidationRule(
        .anything, promptTitle: "怎么填", prompt: "对照预期目标逐条写：完成了多少、做到什么程度，有数写数。"),
    ]
    if let list = lists.levels { rules[.level] = Self.level(levels, list) }
    self.rules = rules
  }

  /// The rule of a kind of field; `nil` where anything goes.
  func rule(of entry: Entry) -> ValidationRule? {
    switch entry {
    case .score(let valid):
      ValidationRule(
        .formula(valid), promptTitle: "自评得分", prompt: "填0到分值之间的数，最多两位小数。",
        errorTitle: "得分超出范围", error: "得分是0到本行分值之间的数字，不带“分”字。")
    case .judged(let valid):
      ValidationRule(
        .formula(valid), promptTitle: "自评得分", prompt: "先在左边选等次，再填该等次范围内的得分。范围见“填报说明”。",
        errorTitle: "得分不在所选等次内", error: "得分要落在所选等次的范围内，且不超过本行分值。范围见“填报说明”。")
    case .deduction(let valid):
      ValidationRule(
        .formula(valid), promptTitle: "扣减分数", prompt: "填要从本行得分里扣去的分数；没有的填0或不填。",
        errorTitle: "扣减分数超出范围", error: "扣减分数是0到本行分值之间的数字，不带“分”字。")
    default: rules[entry]
    }
  }

  private static func money(_ unit: String) -> ValidationRule {
    ValidationRule(
      .decimalAtLeast(0), promptTitle: "单位：\(unit)",
      prompt: "填数字，单位\(unit)，最多两位小数；没有发生的填0。例：1198.36",
      errorTitle: "这里只填数字", error: "填不小于0的数字，单位是\(unit)，不带单位和文字。例：1198.36")
  }

  private static let number = ValidationRule(
    .decimal(-1e15, 1e15), promptTitle: "填数字", prompt: "填全年实际数，只填数字，单位同本行指标。例：5590",
    errorTitle: "这里只填数字", error: "不能带单位、“约”“≥”或其他文字，只填数字。例：5590")

  private static let percent = ValidationRule(
    .decimal(-10, 10), promptTitle: "填百分数", prompt: "连百分号一起填。例：95.09%",
    errorTitle: "要填百分数", error: "连百分号一起填，例：95.09%。不带百分号的95.09会变成9509%，所以不接受。")

  private static let day = ValidationRule(
    .date(36_526, 73_415), promptTitle: "填日期", prompt: "填实际完成的日期。例：2024-11-18",
    errorTitle: "要填日期", error: "按“年-月-日”填完成日期，例：2024-11-18；不填“已完成”等文字。")

  private static func answer(_ rules: ScoringRules, _ list: String) -> ValidationRule {
    let words = [rules.yes.first, rules.no.first].compactMap(\.self).map { "“\($0)”" }
    return ValidationRule(
      .listRange(list), promptTitle: "点右边箭头选择", prompt: "选\(words.joined(separator: "或"))。",
      errorTitle: "要从下拉中选", error: "只能选\(words.joined(separator: "或"))，其他写法不能计分。")
  }

  private static func level(_ levels: [ScoringRules.Level], _ list: String) -> ValidationRule {
    let bands = levels.map { "\($0.choice)：得分为分值的\($0.upper)%～\($0.lower)%" }
    let words = levels.map { "“\($0.choice)”" }.joined(separator: "、")
    return ValidationRule(
      .listRange(list), promptTitle: "点右边箭头选择",
      prompt: TextExtent.clipped(bands.joined(separator: "；") + "。", to: 250),
      errorTitle: "要从下拉中选",
      error: TextExtent.clipped("只能选\(words)之一，“基本达成”等其他写法不能计分。", to: 250))
  }

  private static let target = ValidationRule(
    .anything, promptTitle: "怎么填",
    prompt: "数量带符号填，如≥50、≤0、＝100、10～20；比率带百分号，如≥95%；其余填是、否、达成或日期。")

  private static let tick = ValidationRule(
    .anything, promptTitle: "怎么填", prompt: "属于这一项的打√，不属于的不填。")

  private static func likelihood(_ words: ScoringRules.Likelihood) -> ValidationRule {
    let choices = [words.certain, words.possible, words.impossible].compactMap(\.first)
    return ValidationRule(
      .anything, promptTitle: "怎么填", prompt: "选填：\(choices.joined(separator: "、"))。")
  }

  private static let points = ValidationRule(
    .decimal(0, 1_000_000), promptTitle: "分值", prompt: "填数字。各行分值合计见表下“总分”。",
    errorTitle: "这里只填数字", error: "分值是不小于0的数字，不带“分”字。")

  private static func reason(_ rules: ScoringRules, _ label: String) -> ValidationRule {
    var due: [String] = []
    if rules.shortfallNeedsReason { due.append("未完成年度指标值") }
    if rules.overNeedsReason, let limit = rules.overLimit { due.append("完成率超过\(limit)%") }
    let prompt =
      due.isEmpty ? "有需要说明的，写在这里。" : "\(due.joined(separator: "，或"))的必须填：写明原因、改进措施和完成时限。"
    return ValidationRule(.anything, promptTitle: TextExtent.clipped(label, to: 30), prompt: prompt)
  }
}
