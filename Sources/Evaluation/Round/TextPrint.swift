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
    let parts = ClauseBytes(text)
    guard Self.sayEnough(parts) else { return nil }
    whole = parts.digest
    clauses = parts.clauses.prefix(Self.mostClauses).map {
      Clause(digest: FindingID.digest([parts.bytes[$0.bytes]]), length: $0.length)
    }
    length = clauses.reduce(0) { $0 + $1.length }
  }

  /// Whether a text has a print: it says enough to be told from others.
  static func saysEnough(_ text: String) -> Bool {
    text.utf8.count >= least
      && (sayEnough(ClauseBytes(text, within: beginning)) || sayEnough(ClauseBytes(text)))
  }

  private static func sayEnough(_ parts: ClauseBytes) -> Bool {
    var said = 0
    for clause in parts.clauses {
      if clause.length >= 4, !isStock(parts.bytes.span, clause.bytes) { said += clause.length }
      if said >= least { return true }
    }
    return false
  }

  /// The characters that a text needs beside short and stock clauses.
  private static let least = 12
  /// Fewer than 64: of two texts the clauses in common are noted in the bits of a word.
  private static let mostClauses = 60
  /// The characters among which most texts have said enough.
  private static let beginning = 48

  /// Clauses that everybody writes: made of these words alone.
  private static func isStock(_ bytes: Span<UInt8>, _ clause: Range<Int>) -> Bool {
    var at = clause.lowerBound
    while at < clause.upperBound, let index = stock.index(at: at, in: bytes) {
      at += stock.length(of: index)
    }
    return at >= clause.upperBound
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

/// A text without spaces, wide letters made plain, and where its clauses stand in it.
private struct ClauseBytes {
  let bytes: [UInt8]
  let clauses: [(bytes: Range<Int>, length: Int)]

  /// - Parameter most: how many characters are read: a clause that they do not finish is left out.
  init(_ text: String, within most: Int) {
    let (key, isAll) = Self.key(of: text.utf8.span, most)
    self.init(key, isWhole: isAll)
  }

  /// As many characters as are kept of a text.
  init(_ text: String) {
    self.init(Self.key(of: text.utf8.span, OwnText.longest).bytes, isWhole: true)
  }

  private init(_ bytes: [UInt8], isWhole: Bool) {
    let span = bytes.span
    var clauses: [(bytes: Range<Int>, length: Int)] = []
    var (start, length, at) = (0, 0, 0)
    while at < span.count {
      // Most are ideographs of U+5000 and more.
      if 0xE5...0xE9 ~= span[at] {
        length += 1
        at += 3
        continue
      }
      let (scalar, count) = TextBytes.scalar(span, at: at)
      if Self.isTold(scalar) {
        length += 1
      } else {
        if length > 0 { clauses.append((start..<at, length)) }
        (start, length) = (at + count, 0)
      }
      at += count
    }
    if length > 0, isWhole { clauses.append((start..<at, length)) }
    (self.bytes, self.clauses) = (bytes, clauses)
  }

  /// The digest of all clauses.
  var digest: UInt64 { FindingID.digest(clauses.map { bytes[$0.bytes] }) }

  /// The key of so many characters of a text, and whether it has no more.
  private static func key(of text: Span<UInt8>, _ most: Int) -> (bytes: [UInt8], isAll: Bool) {
    var at = 0
    // No character grows in a key.
    let bytes = [UInt8](capacity: min(text.count, most * 4)) { key in
      var kept = 0
      while at < text.count, kept < most {
        kept += 1
        if TextBytes.leadsIdeograph(text[at]) {
          for index in at..<at + 3 { key.append(text[index]) }
          at += 3
          continue
        }
        let (scalar, count) = TextBytes.scalar(text, at: at)
        if Wording.keyed(scalar) == scalar {
          for index in at..<at + count { key.append(text[index]) }
        } else if let plain = Wording.keyed(scalar) {
          TextBytes.append(plain, to: &key)
        }
        at += count
      }
    }
    return (bytes, at >= text.count)
  }

  /// Letters, ideographs and digits; all else parts clauses.
  private static func isTold(_ scalar: UInt32) -> Bool {
    // Most are ideographs, and asking Unicode for properties is dear.
    switch scalar {
    case 0x4E00...0x9FFF, 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x25: return true
    case 0...0x7F, 0x2000...0x203E, 0x3001...0x3003, 0x3008...0x3011: return false
    default: return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }
  }
}
