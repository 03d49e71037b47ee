/// What a text is known by when it is held against those of other returns: digests of the whole
/// and of its clauses, without spaces and punctuation and with wide letters made plain.
public struct TextPrint: Sendable {
  /// A clause: its digest and its characters.
  struct Clause: Sendable {
    let digest: UInt64
    let length: Int
  }

  let whole: UInt64
  let clauses: [Clause]
  /// The characters of all its clauses.
  let length: Int

  /// A text's print; `nil` where it says too little to be told from others: 无, 已按计划完成.
  public init?(_ text: String) {
    let words = Self.clauses(of: text)
    guard Self.sayEnough(words) else { return nil }
    whole = FindingID.digest(words)
    clauses = words.prefix(Self.mostClauses).map {
      Clause(digest: FindingID.digest([$0]), length: $0.unicodeScalars.count)
    }
    length = clauses.reduce(0) { $0 + $1.length }
  }

  /// Whether a text has a print: it says enough to be told from others.
  static func saysEnough(_ text: String) -> Bool {
    text.utf8.count >= least && sayEnough(clauses(of: text))
  }

  private static func sayEnough(_ clauses: [String]) -> Bool {
    var said = 0
    for clause in clauses {
      let length = clause.unicodeScalars.count
      if length >= 4, !isStock(clause) { said += length }
      if said >= least { return true }
    }
    return false
  }

  /// The characters that a text needs beside short and stock clauses.
  private static let least = 12
  private static let mostClauses = 60

  private static func clauses(of text: String) -> [String] {
    let kept = text.unicodeScalars.prefix(OwnText.longest)
    let key = Wording.key(String(Substring(kept)))
    return key.unicodeScalars.split { !isTold($0) }.map { String(Substring($0)) }
  }

  /// Letters, ideographs and digits; all else parts clauses.
  private static func isTold(_ scalar: Unicode.Scalar) -> Bool {
    // Most are ideographs, and asking Unicode for properties is dear.
    if (0x4E00...0x9FFF).contains(scalar.value) { return true }
    return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "%"
  }

  /// Clauses that everybody writes: made of these words alone.
  private static func isStock(_ clause: String) -> Bool {
    var cursor = TextCursor(clause)
    cursor.skip(stock)
    return cursor.isAtEnd
  }

  /// Longer words first, where one begins with another.
  private static let stock = WordList([
    "总体", "年度", "年初", "全年", "本年度", "本年", "预期", "预定", "既定", "各项", "全部", "全面", "均已", "均", "已经",
    "已", "按照", "按计划", "按时", "按期", "按要求", "按", "计划", "如期", "顺利", "圆满", "基本", "完成情况", "完成",
    "达成", "达到", "实现", "绩效", "指标值", "指标", "目标值", "目标", "任务", "工作", "无偏差", "偏差", "无", "没有",
    "不存在", "不涉及", "原因", "情况", "问题", "见附件", "详见", "附件", "同上", "项目", "资金", "实施", "执行", "进行", "开展",
    "加强管理", "继续", "下一步", "进一步", "加强", "管理", "严格", "良好", "较好", "的", "了", "和",
  ])
}
