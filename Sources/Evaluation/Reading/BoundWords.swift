/// The words and signs of comparison that stand before and after a number.
enum BoundWords {
  /// Before the number, longer ones first.
  static let before: [(String, NumberText.Bound)] =
    [
      (">=", .atLeast), ("=>", .atLeast), ("<=", .atMost), ("=<", .atMost),
      ("大于等于", .atLeast), ("大于或等于", .atLeast), ("小于等于", .atMost), ("小于或等于", .atMost),
      ("≥=", .atLeast), ("≤=", .atMost),
    ]
    + denied(["低于", "少于", "小于", "不足"], .atLeast)
    + denied(["超过", "超出", "高于", "大于", "多于"], .atMost)
    + [
      ("至少", .atLeast), ("最少", .atLeast), ("达到", .atLeast), ("大于", .atLeast),
      ("高于", .atLeast), ("多于", .atLeast), ("超过", .atLeast), ("至多", .atMost),
      ("最多", .atMost), ("控制在", .atMost), ("低于", .atMost), ("小于", .atMost),
      ("少于", .atMost), ("等于", .equal), ("≥", .atLeast), ("≤", .atMost), (">", .atLeast),
      ("<", .atMost), ("=", .equal),
    ]

  private static func denied(_ words: [String], _ bound: NumberText.Bound)
    -> [(String, NumberText.Bound)]
  {
    words.flatMap { word in ["不", "不得", "不能", "不应"].map { ($0 + word, bound) } }
  }

  static let beforeWords = WordList(before.map(\.0))

  /// Words before a number that say no more than that it was reached.
  static let neutral = WordList([
    "累计完成", "实际完成", "全年完成", "已完成", "共完成", "完成", "共计", "总计", "合计", "累计", "共",
    "已达到", "已达", "实现", "为", "全年度", "全年", "本年度", "本年", "当年", "年度", "年内", "总共", "新增", "新建", "建成",
    "开展", "举办", "组织", "培训", "人民币",
  ])

  /// After the number and its unit, longer ones first.
  static let after: [(String, NumberText.Bound)] = [
    ("及以上", .atLeast), ("或以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost),
    ("或以下", .atMost), ("及以内", .atMost), ("以内", .atMost), ("以下", .atMost), ("之内", .atMost),
  ]

  /// Units of time: 内 after one of them is a bound (5个工作日内).
  static let spans = ["天", "日", "小时", "分钟", "个月", "周", "星期", "年"]

  /// Remarks in brackets that change nothing: a bound includes its number anyway.
  static let inclusions = ["(含本数)", "(含)", "(包含)"]
}
