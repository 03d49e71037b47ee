import Evaluation

/// What people, importers and enemies leave in cells: fragments thrown together at random.
struct Junk {
  var numbers: SeededNumbers

  private static let fragments = [
    "0", "1", "5", "9", "10", "95", "100", "1000", "12345678901234567", "0.1", "0.0000001", ".",
    ",", "，", "、", "；", "。", " ", "　", "\u{200B}", "\n", "\t", "\u{0}", "\u{FEFF}", "-", "－", "—",
    "~",
    "～", "至", "到", "±", "+", "*", "×", "/", "÷", "=", "≥", "≤", ">", "<", ">=", "＞", "％", "%", "‰",
    "百分之", "个百分点", "万", "亿", "千", "元", "万元", "人", "人次", "个", "米", "平方公里", "年", "月", "日",
    "底", "前", "2024", "13月", "32日", "年底", "是", "否", "√", "有", "无", "达成", "部分达成", "未达成",
    "基本", "请填写", "××", "（", "）", "(", ")", "【", "以上", "以内", "不低于", "不超过", "控制在", "约",
    "左右", "E", "e5", "E-400", "1E+308", "NaN", "inf", "0x", "#REF!", "=A1", "😀", "é", "e\u{301}",
    "\u{202E}", "①", "Ⅷ", "٣", "９", "½",
  ]

  mutating func text() -> String {
    if numbers.below(400) == 0 {
      return String(repeating: numbers.one(of: Self.fragments), count: 3000)
    }
    return (0..<numbers.below(7)).map { _ in numbers.one(of: Self.fragments) }.joined()
  }

  private mutating func digits() -> String {
    let whole = (0..<numbers.below(20)).map { _ in String(numbers.below(10)) }.joined()
    let part = (0..<numbers.below(18)).map { _ in String(numbers.below(10)) }.joined()
    let sign = numbers.below(5) == 0 ? "-" : ""
    let power = numbers.below(6) == 0 ? "E\(numbers.below(700) - 350)" : ""
    return sign + whole + (part.isEmpty ? "" : "." + part) + power
  }

  mutating func content() -> Typed.Content {
    switch numbers.below(12) {
    case 0: .blank
    case 1: .boolean(numbers.below(2) == 0)
    case 2: .error("#DIV/0!")
    case 3:
      CalendarDay(
        year: numbers.below(9999), month: numbers.below(13), day: numbers.below(32)
      ).map { .date($0) } ?? .blank
    case 4: .unevaluatedFormula(text())
    case 5, 6, 7:
      .number(
        numbers.below(9) == 0 ? text() : digits(), isPercent: numbers.below(3) == 0,
        shownDecimals: numbers.below(2) == 0 ? nil : numbers.below(300))
    default: .text(text())
    }
  }

  mutating func typed(_ cell: String) -> Typed {
    Typed(content(), at: Place(sheet: "表", cell: cell), isSwallowed: numbers.below(30) == 0)
  }

  mutating func indicator(_ row: Int) -> IndicatorLine {
    var cells: [IndicatorColumn: Typed] = [:]
    for (index, column) in IndicatorColumn.allCases.enumerated() where numbers.below(12) > 0 {
      cells[column] = typed("\(index)R\(row)")
    }
    return IndicatorLine(
      tier1: numbers.one(of: ["产出指标", "效益指标", "满意度指标", "", text()]),
      tier2: numbers.one(of: ["数量指标", "成本指标", text()]), name: text(), cells: cells,
      table: numbers.below(4) == 0 ? "tasks" : nil)
  }

  mutating func fund(_ row: Int) -> FundLine {
    var cells: [FundColumn: Typed] = [:]
    for (index, column) in FundColumn.allCases.enumerated() where numbers.below(8) > 0 {
      cells[column] = typed("\(index)F\(row)")
    }
    let roles: [FundLine.Role] = [
      .total, .source("current"), .source("other"), .source("local"), .group("local"), .part,
    ]
    return FundLine(
      role: numbers.one(of: roles), label: text(), place: Place(sheet: "表", cell: "F\(row)"),
      cells: cells)
  }

  /// A report of `rows` rows of junk.
  mutating func report(rows: Int) -> Report {
    var report = Rows.report((0..<rows).map { indicator($0) }, funds: (0..<5).map { fund($0) })
    for column in IndicatorColumn.allCases where numbers.below(10) > 0 {
      report.indicatorColumns[column] = Place(sheet: "表", cell: "H" + column.rawValue)
    }
    for column in FundColumn.allCases where numbers.below(10) > 0 {
      report.fundColumns[column] = Place(sheet: "表", cell: "J" + column.rawValue)
    }
    report.projectName = typed("A1")
    report.unit = typed("A2")
    report.totalPoints = typed("A3")
    report.claimedTotal = typed("A4")
    report.texts = [typed("A5"), typed("A6")]
    return report
  }
}
