internal import Evaluation
internal import Figures
internal import Workbooks

/// Draws 填报说明: when it is due and whom to ask, how each kind of cell is filled in, how it is
/// scored, and what comes after. It is the same for every project of a programme.
struct HandoutGuide {
  let scheme: Scheme
  let programme: Programme?

  /// Pixels: number, subject, how, example; A4 upright at full size.
  private static let widths = [44, 140, 324, 190]

  init(_ scheme: Scheme, programme: Programme?) {
    self.scheme = scheme
    self.programme = programme
  }

  private var form: FormWording { scheme.form }
  private var rules: ScoringRules { scheme.scoring }

  func drawn() -> SheetDraft {
    var sheet = SheetDraft(widths: Self.widths)
    sheet.add(52, [.init(1...4, "填报说明", Self.title)])
    if let subtitle { sheet.add(26, [.init(1...4, subtitle, Self.subtitle)]) }
    drawRound(on: &sheet)
    var number = 0
    func section(_ title: String) {
      let ordinals = ["一", "二", "三", "四"]
      sheet.add(36, [.init(1...4, "\(ordinals[number % 4])、\(title)", Self.section)])
      number += 1
    }
    section("填报步骤")
    drawSentences(steps, on: &sheet)
    section("各栏怎么填")
    drawTable(["序号", "栏目", "填法", "例"], fillingIn, on: &sheet)
    section(rules.totalPoints == nil ? "怎么计算" : "怎么计分")
    drawTable(["序号", "项目", "办法", "例"], HandoutScoring(scheme).rows, on: &sheet)
    section("报回以后")
    drawSentences(afterwards, on: &sheet)
    return sheet
  }
}

// MARK: - What it says

extension HandoutGuide {
  private var subtitle: String? {
    let year = programme?.year.map { $0.hasSuffix("年") || $0.hasSuffix("年度") ? $0 : $0 + "年度" }
    let parts = [programme?.title, year].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "　")
  }

  /// What the programme says of the round; what it leaves out is left out here.
  private var round: [(String, String)] {
    let details = programme?.details ?? [:]
    let contact = [details["联系人"], details["联系电话"]].compactMap(\.self)
    return [
      ("发放单位", details["发放单位"]), ("截止日期", details["回收截止日期"]),
      ("联系人", contact.isEmpty ? nil : contact.joined(separator: "　")),
    ].compactMap { pair in pair.1.map { (pair.0, $0) } }
  }

  private var steps: [String] {
    let sheet = form.sheetNames.first ?? scheme.title
    let due = programme?.details["回收截止日期"].map { "，\($0)前报回" } ?? ""
    let signatures = form.blank.signatures.isEmpty ? "" : "打印一份签字盖章；"
    return [
      "1.打开“\(sheet)”，只填浅黄底的格。灰底是下达内容或自动计算，填不进去，也不用填。",
      "2.看表上方“自检”一行：还缺几处、哪里对不上，点一下跳到那一格；变成绿色“已填完”再报送。",
      "3.\(signatures)电子表原样报回，不改文件名、不增删行列、不另存为其他格式\(due)。",
    ]
  }

  private struct Entry {
    let subject: String
    let how: String
    let example: String
  }

  private var fillingIn: [[String]] {
    var rows: [[String]] = []
    func add(_ subject: String, _ how: String, _ example: String) {
      rows.append([subject, how, example])
    }
    addFunds(add)
    if let goal = form.blank.goal {
      add(goal.actual, "对照\(goal.expected)逐条写，有数写数，不写“全部完成”“较好”。", "城镇新增就业5590人，完成目标的109.6%……")
    }
    let actual = form.label(.actual)
    add("\(actual)：数量、金额", "填全年实际数，只填数字，不带单位、“约”“≥”；单位同本行指标。", "5590")
    add("\(actual)：百分数", "连百分号一起填。", "95.09%")
    add("\(actual)：是否", "从下拉中选\(words([rules.yes.first, rules.no.first]))。", rules.yes.first ?? "")
    if !rules.levels.isEmpty {
      let choices = rules.levels.map(\.choice)
      add("\(actual)：定性", "从下拉中选\(words(choices))。", choices.first ?? "")
    }
    add("\(actual)：期限", "填实际完成的日期。", "2024-11-18")
    if has(.score) {
      add(
        form.label(IndicatorColumn.score), "数量和是否指标自动计算；定性、期限指标由单位填，不超过分值。",
        "\(Figure(significand: 48, scale: 1)?.text(places: rules.scorePlaces) ?? "")")
    }
    if has(.reason) {
      add(form.label(IndicatorColumn.reason), reasonRule, "外出务工人员未按期缴费；2025年6月底前上门补办")
    }
    return rows
  }

  private func addFunds(_ add: (String, String, String) -> Void) {
    guard let funds = form.funds else { return }
    let printed = Set(funds.columns.filter(\.isPrinted).map(\.meaning))
    let hows: [(FundColumn, String, String)] = [
      (.received, "填实际到账数，按来源分开填。", "1200.00"),
      (.executed, "填实际支付数，按来源分开填；没有支出的填0，合计自动计算。", "1198.36"),
      (.pending, "填已列支、尚未付出的数；没有的填0。", "0"),
    ]
    for (column, how, example) in hows where printed.contains(column) {
      add(form.label(column), "单位\(funds.moneyUnit)，最多两位小数。\(how)", example)
    }
  }

  private var reasonRule: String {
    var due: [String] = []
    if rules.shortfallNeedsReason { due.append("未完成的") }
    if rules.overNeedsReason, let limit = rules.overLimit { due.append("完成率超过\(limit)%的") }
    if due.isEmpty { return "有需要说明的，写原因和措施。" }
    return "\(due.joined(separator: "、"))必须填：写原因、改进措施、完成时限。"
  }

  private func words(_ words: [String?]) -> String {
    words.compactMap(\.self).map { "“\($0)”" }.joined(separator: "、")
  }

  private func has(_ column: IndicatorColumn) -> Bool {
    form.indicators.columns.contains { $0.meaning == column && $0.isPrinted }
  }

  private var afterwards: [String] {
    let ground = has(.score) ? "对账、计分" : "对账、核算"
    return [
      "1.收表单位逐格\(ground)，意见写在表的右侧和第一张“审核结果”里，单位填的内容一格不改。",
      "2.结论为“退回修改”的，在退回的表上改“须改”各处，改后连同批注原样报回。",
      "3.\(form.label(.target))、预算数等下达内容不得改动；确需调整的，先报主管部门批复。",
    ]
  }
}

// MARK: - How it looks

extension HandoutGuide {
  private static let title = CellStyle(font: .init(Face.heading, size: 18), horizontal: .center)
  private static let subtitle = CellStyle(
    font: .init(Face.table, colour: Colour.secondary), horizontal: .center, wraps: true)
  private static let section = CellStyle(
    font: .init(Face.heading, size: 12), horizontal: .left, vertical: .bottom)
  private static let sentence = CellStyle(
    font: .init(Face.lengthy), horizontal: .left, wraps: true, indent: 1)
  private static let words = CellStyle(
    font: .init(Face.table), border: .box(FormLook.rule), horizontal: .left, wraps: true,
    indent: 1)
  private static let subject = CellStyle(
    font: .init(Face.heading), border: .box(FormLook.rule), horizontal: .left, wraps: true,
    indent: 1)
  private static let figure = CellStyle(
    font: .init(Face.figures), border: .box(FormLook.rule), horizontal: .center)

  private func drawRound(on sheet: inout SheetDraft) {
    for (label, value) in round {
      sheet.add(
        28, [.init(1...2, label, FormLook.heads), .init(3...4, value, FormLook.words)])
    }
  }

  private func drawSentences(_ sentences: [String], on sheet: inout SheetDraft) {
    for sentence in sentences { sheet.add(28, [.init(1...4, sentence, Self.sentence)]) }
  }

  private func drawTable(_ header: [String], _ rows: [[String]], on sheet: inout SheetDraft) {
    sheet.add(28, header.enumerated().map { .init(($0 + 1)...($0 + 1), $1, FormLook.heads) })
    for (index, row) in rows.enumerated() {
      var spans = [SheetDraft.Span(1...1, .number(String(index + 1)), Self.figure)]
      for (column, text) in row.enumerated() {
        spans.append(
          .init((column + 2)...(column + 2), text, column == 0 ? Self.subject : Self.words))
      }
      sheet.add(30, spans)
    }
  }
}
