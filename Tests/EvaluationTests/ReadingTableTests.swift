import Evaluation
import Figures
import Testing

/// What people type as a target, with the unit beside it, and what is understood: a table.
///
/// `⏎` is a line break, `␣` a zero-width space, `⍽` a no-break space.
@Suite struct TargetTableTests {
  private static let understood = """
    | typed               | unit   | direction | value      | unit read |
    | ≥50个               |        | atLeast   | 50         | 个        |
    | ≧50个               |        | atLeast   | 50         | 个        |
    | ≥ 50 个             |        | atLeast   | 50         | 个        |
    | >=50                | 个     | atLeast   | 50         | 个        |
    | ＞＝５０            | 个     | atLeast   | 50         | 个        |
    | =>50                | 个     | atLeast   | 50         | 个        |
    | ≦90万元             |        | atMost    | 90         | 万元      |
    | ≤90万元             | 元     | atMost    | 900000     | 元        |
    | ﹦5                 |        | equal     | 5          |           |
    | ＝100%              |        | equal     | 100        | %         |
    | <=5                 | 天     | atMost    | 5          | 天        |
    | 不低于95%           |        | atLeast   | 95         | %         |
    | 不得低于95%         |        | atLeast   | 95         | %         |
    | 不少于50人          |        | atLeast   | 50         | 人        |
    | 不小于50            | 人     | atLeast   | 50         | 人        |
    | 不超过90万元        |        | atMost    | 90         | 万元      |
    | 不得超过5%          |        | atMost    | 5          | %         |
    | 不高于3‰            |        | atMost    | 3          | ‰         |
    | ≤3‰                 | %      | atMost    | 0.3        | %         |
    | 高于80%             |        | atLeast   | 80         | %         |
    | 大于等于50          | 个     | atLeast   | 50         | 个        |
    | 95%以上             |        | atLeast   | 95         | %         |
    | 95%（含）以上       |        | atLeast   | 95         | %         |
    | 95％及以上          |        | atLeast   | 95         | %         |
    | 50个以上            |        | atLeast   | 50         | 个        |
    | 达到95%以上         |        | atLeast   | 95         | %         |
    | 5%以内              |        | atMost    | 5          | %         |
    | 控制在5%以内        |        | atMost    | 5          | %         |
    | 5个工作日内         |        | atMost    | 5          | 个工作日  |
    | 5%以下              |        | atMost    | 5          | %         |
    | 95                  | %      | atLeast   | 95         | %         |
    | 0.95                | %      | atLeast   | 95         | %         |
    | 95 %                |        | atLeast   | 95         | %         |
    | 100.00%             |        | atLeast   | 100        | %         |
    | ≥100百分比          |        | atLeast   | 100        | %         |
    | 百分之九十五        |        | atLeast   | 95         | %         |
    | 百分之95以上        |        | atLeast   | 95         | %         |
    | 百分之百            |        | atLeast   | 100        | %         |
    | 千分之三            |        | atLeast   | 3          | ‰         |
    | "1"                 |        | atLeast   | 1          |           |
    | "0"                 |        | atMost    | 0          |           |
    | 0起                 |        | atMost    | 0          | 起        |
    | 3万4000             |        | atLeast   | 34000      |           |
    | ≥1.5万              |        | atLeast   | 15000      |           |
    | 1.5万               | 万人   | atLeast   | 1.5        | 万人      |
    | 10万-20万           |        | between   | 100000~200000 |        |
    | ≥3万4000人          |        | atLeast   | 34000      | 人        |
    | 3万4千人            |        | atLeast   | 34000      | 人        |
    | 1亿2000万元         | 万元   | atLeast   | 12000      | 万元      |
    | 4.5亿元             | 万元   | atLeast   | 45000      | 万元      |
    | 4.5亿元             |        | atLeast   | 4.5        | 亿元      |
    | 1,234.5             | 元     | atLeast   | 1234.5     | 元        |
    | １，２３４．５      | 元     | atLeast   | 1234.5     | 元        |
    | ￥1,234.5           | 元     | atLeast   | 1234.5     | 元        |
    | 三万四千人          |        | atLeast   | 34000      | 人        |
    | 十五个              |        | atLeast   | 15         | 个        |
    | 不少于一百二十人次  |        | atLeast   | 120        | 人次      |
    | 一次                |        | atLeast   | 1          | 次        |
    | ≥50（个）           |        | atLeast   | 50         | 个        |
    | ≥2.5㎡              | 平方米 | atLeast   | 2.5        | 平方米    |
    | 500元/人            |        | atLeast   | 500        | 元/人     |
    | 100人。             |        | atLeast   | 100        | 人        |
    | 9␣5%                |        | atLeast   | 95         | %         |
    | ⏎≥95%⏎              |        | atLeast   | 95         | %         |
    | ≥⍽95⍽%              |        | atLeast   | 95         | %         |
    | 合格率≥95%          |        | atLeast   | 95         | %         |
    | 完成100人           |        | atLeast   | 100        | 人        |
    | 95                  | /      | atLeast   | 95         |           |
    | 95%                 | ——     | atLeast   | 95         | %         |
    | 10-20               |        | between   | 10~20      |           |
    | 10～20              | 个     | between   | 10~20      | 个        |
    | 10—20               | 个     | between   | 10~20      | 个        |
    | 10——20              | 个     | between   | 10~20      | 个        |
    | 10〜20              | 个     | between   | 10~20      | 个        |
    | 10至20              | 个     | between   | 10~20      | 个        |
    | 10%-20%             |        | between   | 10~20      | %         |
    | 10-20万元           |        | between   | 10~20      | 万元      |
    | 10万-20万元         | 元     | between   | 100000~200000 | 元     |
    | 在10%至20%之间      |        | between   | 10~20      | %         |
    | 控制在10-20之间     |        | between   | 10~20      |           |
    | ±10%                |        | between   | -10~10     | %         |
    | 100±5               | 分     | between   | 95~105     | 分        |
    | ≥10且≤20            | 个     | between   | 10~20      | 个        |
    | 10以上20以下        | 个     | between   | 10~20      | 个        |
    | 大于10%，小于20%    |        | between   | 10~20      | %         |
    | 是                  |        | yesNo     | 是         |           |
    |                     | 是/否  | yesNo     | 是         | 是/否     |
    | 达成预期指标        |        | level     | 达成预期指标 |         |
    | 严格执行相关制度规定 |       | level     | 严格执行相关制度规定 |  |
    | 十分满意            |        | level     | 十分满意   |           |
    | 一般                |        | level     | 一般       |           |
    | 完成十四五规划任务  |        | level     | 完成十四五规划任务 |    |
    | 9月底前             |        | by        | 09         |           |
    | 九月底前            |        | by        | 09         |           |
    | 2024年9月30日       |        | by        | 2024-09-30 |           |
    | 2024年9月30日前     |        | by        | 2024-09-30 |           |
    | 2024.9.30           |        | by        | 2024-09-30 |           |
    | 2024/9/30           |        | by        | 2024-09-30 |           |
    | 2024-9-30           |        | by        | 2024-09-30 |           |
    | ２０２４年９月３０日 |       | by        | 2024-09-30 |           |
    | 二〇二四年九月三十日 |       | by        | 2024-09-30 |           |
    | 24年9月底           |        | by        | 2024-09    |           |
    | 2024年 9 月底前完成 |        | by        | 2024-09    |           |
    | 2024年9月底前完成主体工程 |  | by        | 2024-09    |           |
    | 2024-09-30          |        | by        | 2024-09-30 |           |
    | 2024年三季度        |        | by        | 2024-09    |           |
    | 2024年第3季度末前   |        | by        | 2024-09    |           |
    | 上半年              |        | by        | 06         |           |
    | 年底前              |        | by        | 12-31      |           |
    | 2024年年底前        |        | by        | 2024-12-31 |           |
    | 9月前 | | by | 09 | |
    | 2024年三季度前 | | by | 2024-09 | |
    | 9月中旬             |        | by        | 09-20      |           |
    | 每月1次             |        | atLeast   | 12         | 次        |
    | 1次/月              | 次     | atLeast   | 12         | 次        |
    | 不晚于9月30日       |        | by        | 09-30      |           |
    """

  private static let refused = """
    | typed               | unit   | code |
    | 每周1次             |        | V002 |
    | 1次/周              | 次     | V002 |
    | 2X                  |        | V002 |
    | 100-50              |        | V002 |
    | 3万4                |        | V002 |
    | 3万400              |        | V002 |
    | 三万四              |        | V002 |
    | 一百二              |        | V002 |
    | 约100               | 人     | V002 |
    | 近100人             |        | V002 |
    | 100余人             |        | V002 |
    | 约三百人            |        | V002 |
    | 几百人              | 人     | V002 |
    | 2/3                 |        | V002 |
    | 三分之二            |        | V002 |
    | 100±5%              | 分     | V002 |
    | 合格率≥95%，覆盖率≥90% |     | V002 |
    | ≥20且≤10            |        | V002 |
    | 1-12月              |        | V002 |
    | 9月初               |        | V002 |
    | 每月10日前          |        | V002 |
    | "2024.9"            |        | V002 |
    | 2024年13月          |        | V002 |
    | 2024-10-20          | 个     | V011 |
    | =DISPIMG("ID_AB",1) |        | V002 |
    | =DISPIMG("ID_4F",1) |        | V002 |
    | ≥**人次             |        | V014 |
    | ≥XX%                |        | V014 |
    | ≥  %                |        | V014 |
    | %                   |        | V014 |
    | ￥12,345            | 万元   | V002 |
    | 3公里               | 米     | V002 |
    | 95%                 | 个     | V002 |
    |                     |        | V001 |
    | ——                  |        | V001 |
    | ————————            |        | V001 |
    | /                   |        | V001 |
    | / /                 |        | V001 |
    | 无                  |        | V001 |
    """

  private let parser = TargetParser(readingRules)

  private static func rows(_ table: String) -> [[SheetText.Cell]] {
    Array(SheetText(table).rows.dropFirst())
  }

  @Test func everyFormOfATargetIsUnderstood() {
    for row in Self.rows(Self.understood) {
      let words = row.map(\.text.plain)
      let read = parser.read(row[0].spelled, unit: words[1])
      let got = "\(read.target?.direction.rawValue ?? "–") \(read.target?.text ?? "–") \(read.unit)"
      #expect(got == "\(words[2]) \(words[3]) \(words[4])", "\(words[0]) | \(words[1])")
    }
  }

  @Test func whatIsNoClearTargetIsSaidAndNotGuessed() {
    for row in Self.rows(Self.refused) {
      let words = row.map(\.text.plain)
      let read = parser.read(row[0].spelled, unit: words[1])
      #expect(read.target == nil, "\(words[0])")
      #expect(read.remarks.map(\.code.rawValue) == [words[2]], "\(words[0])")
    }
  }
}

/// What people type as an actual, with its unit and its target, and what is understood.
@Suite struct ActualTableTests {
  private static let understood = """
    | typed              | unit   | target | value      | remarks   |
    | "5123"             | 人     | 6410   | 5123       | V005      |
    | 5123人             | 人     | 6410   | 5123       | V004      |
    | 5 123              | 人     | 6410   | 5123       | V005      |
    | 5，123人           | 人     | 6410   | 5123       | V003 V004 |
    | 3万4000            | 人     | 30000  | 34000      | V004      |
    | 3万4000人          | 万人   | 3      | 3.4        | V004      |
    | 三万四千人         | 万人   | 3      | 3.4        | V003 V004 |
    | 3千                | 人     | 3000   | 3000       | V004      |
    | 3千人              | 人     | 3000   | 3000       | V004      |
    | 一百               | 人     | 100    | 100        | V003      |
    | 5.59万             | 万人   | 5.1    | 5.59       | V004      |
    | 4.5亿元            | 万元   | 40000  | 45000      | V004      |
    | ￥1,234.5          | 元     | 1000   | 1234.5     | V003 V004 |
    | 95.09%             | 个     | ≥95%   |            | V002      |
    | "95.09%"           | %      | 95     | 95.09      | V006      |
    | 95.09 ％           | %      | 95     | 95.09      | V003 V006 |
    | 百分之九十五       | %      | 95     | 95         | V003 V006 |
    | 95个百分点         | %      | 95     | 95         | V006      |
    | 3‰                 | ‰      | ≤4     | 3          | V006      |
    | 0.3%               | ‰      | ≤4     | 3          |           |
    | 3‰                 | %      | ≤1     | 0.3        | V006      |
    | 完成100人          | 人     | 100    | 100        | V004      |
    | 已完成100          | 人     | 100    | 100        | V005      |
    | 100人。            | 人     | 100    | 100        | V003 V004 |
    | 1␣00               | 人     | 100    | 100        | V003      |
    | ⏎100⏎              | 人     | 100    | 100        | V005      |
    | ⍽100人             | 人     | 100    | 100        | V004      |
    | ≥266米             | 米     | ≥266   | 266        | V004 V015 |
    | 100平米            | 平方米 | 100    | 100        | V004      |
    | 100㎡              | 平方米 | 100    | 100        | V004      |
    | 5工作日            | 个工作日 | ≤5   | 5          | V004      |
    | 500元              | 元/人·月 | 500  | 500        | V004      |
    | 95                 | ——     | 95     | 95         |           |
    | 9月25日            |        | 2024年9月底前 | 2024-09-25 |    |
    | 2024年9月25日完成  |        | 2024年9月底前 | 2024-09-25 |    |
    | 已于2024年9月25日完成验收 | | 2024年9月底前 | 2024-09-25 |    |
    | 2024.9.25          |        | 2024年9月底前 | 2024-09-25 |    |
    | 2024/9/25          |        | 2024年9月底前 | 2024-09-25 |    |
    | 20240925           |        | 2024年9月底前 | 2024-09-25 |    |
    | 2024-09-25         |        | 2024年9月底前 | 2024-09-25 |    |
    | 2024年三季度       |        | 2024年9月底前 | 2024-09-30 |    |
    | 9月初              |        | 2024年9月底前 | 2024-09-15 |    |
    | 7月 | | 9月前 | 2024-07-31 | |
    | 2024-09-30         |        | 2024-09-30前 | 2024-09-30 |    |
    | 2024年9月30日      |        | 2024/9/30之前 | 2024-09-30 |   |
    | 2024-08-31 | | 9月前 | 2024-08-31 | |
    | 10月 | | 9月前 | 2024-10-31 | |
    | 2024年10月         |        | 2024年9月底前 | 2024-10-31 |    |
    | 9月底前            |        | 9月底前       | 2024-09-30 |    |
    | 达成预期指标       |        | 达成预期指标  | 达成       |    |
    | 严格执行           |        | 严格执行      | 达成       |    |
    """

  private static let refused = """
    | typed              | unit   | target | code |
    | 大约100            | 人     | 100    | V002 |
    | 近100              | 人     | 100    | V002 |
    | 100余人            | 人     | 100    | V002 |
    | 一百余人           | 人     | 100    | V002 |
    | 一百二             | 人     | 100    | V002 |
    | 3万4               | 人     | 100    | V002 |
    | 12次               | 次/月  | 1      | V002 |
    | 1次/周             | 次     | 12     | V002 |
    | 每周1次            | 次     | 12     | V002 |
    | 10-20              | 个     | 15     | V002 |
    | 2/3                | 个     | 2      | V002 |
    | 100人（含线上20人） | 人    | 100    | V002 |
    | 100人(预计)        | 人     | 100    | V002 |
    | 未完成100          | 人     | 100    | V002 |
    | ￥12,345           | 万元   | 1      | V002 |
    | =DISPIMG("ID_4F",1) | 人    | 100    | V002 |
    | 12⏎34              | 人     | 100    | V002 |
    | 2024年9月          |        | 2024年9月15日前 | V002 |
    | 9月10日 | | 9月前 | V002 |
    | 2024-09-01 | | 9月前 | V002 |
    | 2024年9月25日未完成 |       | 2024年9月底前 | V002 |
    | 2024年9月25日开工  |        | 2024年9月底前 | V002 |
    | 按时完成           |        | 2024年9月底前 | V002 |
    | 45560              |        | 2024年9月底前 | V002 |
    | ————               | 人     | 100    | V001 |
    | 暂无               | 人     | 100    | V001 |
    """

  private func evaluated(_ row: [SheetText.Cell]) throws -> Evaluated {
    let words = row.map(\.text.plain)
    let report = Rows.report([
      IndicatorLine(
        tier1: "产出指标", tier2: "数量指标", name: "指标",
        cells: [
          .name: Rows.typed(.text("指标"), "C2"), .actual: row[0].spelled,
          .unit: Rows.typed(words[1].isEmpty ? .blank : .text(words[1]), "U2"),
          .target: row[2].typed,
          .points: Rows.typed(.number("50", isPercent: false, shownDecimals: nil), "F2"),
        ])
    ])
    let programme = Programme(year: "2024", projects: [])
    return Evaluator(scheme: try ShippedScheme.mof.scheme, programme: programme).evaluate(report)
  }

  private func check(_ table: String, _ expectation: (Evaluated, [String]) -> Void) throws {
    for row in SheetText(table).rows.dropFirst() {
      expectation(try evaluated(row), row.map(\.text.plain))
    }
  }

  private func codes(_ evaluated: Evaluated) -> [String] {
    evaluated.findings.filter { $0.indicator != nil && $0.code.rawValue.hasPrefix("V") }
      .map(\.code.rawValue).sorted()
  }

  @Test func everyFormOfAnActualIsUnderstood() throws {
    try check(Self.understood) { evaluated, words in
      let row = evaluated.scorecard.indicators.first
      #expect(row?.actual ?? "" == words[3], "\(words[0]) | \(words[1])")
      #expect(codes(evaluated).joined(separator: " ") == words[4], "\(words[0]) | \(words[1])")
    }
  }

  @Test func whatIsNoClearActualIsUnresolvedAndSaid() throws {
    try check(Self.refused) { evaluated, words in
      let row = evaluated.scorecard.indicators.first
      #expect(row?.status == .unresolved && row?.actual == nil, "\(words[0]) | \(words[1])")
      #expect(codes(evaluated) == [words[3]], "\(words[0]) | \(words[1])")
    }
  }
}

extension SheetText.Cell {
  /// The cell with the marks for characters that cannot be seen put right.
  var spelled: Typed {
    guard case .text(let text) = typed.content else { return typed }
    let marks: [Unicode.Scalar: Unicode.Scalar] = ["⏎": "\n", "␣": "\u{200B}", "⍽": "\u{A0}"]
    let scalars = text.unicodeScalars.map { marks[$0] ?? $0 }
    return Typed(.text(String(String.UnicodeScalarView(scalars))), at: place)
  }
}
