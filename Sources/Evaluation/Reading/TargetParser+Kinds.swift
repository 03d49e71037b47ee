extension TargetParser {
  static func deadline(_ typed: Typed, kind: Target.Direction?) -> Deadline? {
    guard kind == nil || kind == .by || kind == .atMost || kind == .equal else { return nil }
    switch typed.content {
    case .date(let day): return Deadline(year: day.year, month: day.month, day: day.day)
    case .text(let text): return DayText.deadline(text)
    default: return nil
    }
  }

  static func isPercentCell(_ typed: Typed) -> Bool {
    if case .number(_, let isPercent, _) = typed.content { return isPercent }
    return false
  }

  /// Whether a unit says that the answer is yes or no (是/否, 是、否).
  public static func isYesNo(unit: String) -> Bool {
    yesNoUnits.holds(unit)
  }

  private static let yesNoUnits = WordList(["是/否", "是、否", "是否", "是,否", "是或否", "是-否"])

  /// The kind of target that 指标性质 names; `nil` for none of the known ones.
  public static func kind(of sign: String) -> Target.Direction? {
    sign.isEmpty ? nil : kind(named: Wording.key(sign)) ?? kind(named: Wording.label(sign))
  }

  private static func kind(named word: String) -> Target.Direction? {
    kinds.value(from: 0, in: word.utf8.span)
  }

  private static let kinds: WordTable<Target.Direction> = {
    let words: [(Target.Direction, [String])] = [
      (
        .atLeast,
        [
          "≥", ">", ">=", "大于等于", "大于或等于", "大于", "高于", "多于", "不低于", "不少于", "不小于", "至少",
          "正向", "正向指标",
        ]
      ),
      (
        .atMost,
        [
          "≤", "<", "<=", "小于等于", "小于或等于", "小于", "低于", "少于", "不超过", "不高于", "不大于", "不多于",
          "至多", "反向", "反向指标", "逆向", "逆向指标", "负向", "负向指标",
        ]
      ),
      (.equal, ["=", "==", "等于"]),
      (.between, ["区间", "介于", "范围"]),
      (.yesNo, ["是否", "是/否"]),
      (.level, ["定性", "定性指标"]),
      (.by, ["期限", "时限", "日期"]),
    ]
    return WordTable(words.flatMap { kind, words in words.map { ($0, kind) } })
  }()
}
