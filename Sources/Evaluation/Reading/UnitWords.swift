/// The units that are known here, looked up byte by byte.
enum UnitWords {
  /// A word used here for a unit.
  struct Word: Sendable {
    /// Its place among the words.
    let number: Int
    let text: String
    /// Whether it is one that counts.
    let counts: Bool
    /// Whether it is one that measures.
    let measures: Bool
    /// Whether it is 元.
    let isMoney: Bool
  }

  /// Words for units that have another here.
  static let synonyms: [String: String] = [
    "㎡": "平方米", "m2": "平方米", "m²": "平方米", "平米": "平方米", "平方": "平方米",
    "km2": "平方公里", "km²": "平方公里", "㎢": "平方公里", "平方千米": "平方公里",
    "m3": "立方米", "m³": "立方米", "立方": "立方米", "方": "立方米",
    "千米": "公里", "km": "公里", "㎞": "公里", "m": "米", "cm": "厘米", "mm": "毫米",
    "公斤": "千克", "kg": "千克", "㎏": "千克", "t": "吨", "g": "克",
    "ha": "公顷", "hm2": "公顷", "kwh": "千瓦时", "千瓦·时": "千瓦时",
    "个工作日": "工作日", "自然日": "天", "日": "天", "个月": "月", "个小时": "小时", "h": "小时",
    "人民币": "元", "元人民币": "元", "人民币元": "元", "元整": "元", "块": "元",
  ]

  /// Units that measure: two of them are never the same thing under two names.
  private static let measuring: Set<String> = [
    "元", "米", "公里", "里", "厘米", "毫米", "平方米", "平方公里", "亩", "公顷", "立方米", "吨",
    "千克", "克", "斤", "天", "工作日", "周", "月", "年", "小时", "分钟", "度", "千瓦时", "分",
    "%", "‰",
  ]

  /// Words that count.
  static let counting: Set<String> = [
    "个", "人", "人次", "名", "位", "家", "户", "户次", "场", "场次", "次", "件", "起", "台", "套", "项", "处",
    "所", "座", "条", "份", "期", "批", "批次", "例", "宗", "辆", "株", "棵", "头", "只", "羽", "册", "本",
    "篇", "部", "幅", "张", "台次", "车次", "班", "班次", "课时", "学时", "村", "镇", "县", "岗", "点", "站", "间",
    "栋", "幢", "盏", "口", "眼", "亩次", "床", "支", "组", "对", "笔", "单", "款", "门", "节",
  ]

  /// All words, by themselves.
  static let known: [String: Word] = {
    var known: [String: Word] = [:]
    for text in measuring.union(counting).sorted() {
      known[text] = Word(
        number: known.count, text: text, counts: counting.contains(text),
        measures: measuring.contains(text), isMoney: text == "元")
    }
    return known
  }()

  /// All ways to write them.
  static let writings: [String] = Array(known.keys) + Array(synonyms.keys)

  /// The same, and money and words that count with a magnitude before them.
  static let writingsWithMagnitude: [String] =
    writings
    + UnitText.magnitudes.flatMap { magnitude, _ in
      (counting.sorted() + ["元"]).map { magnitude + $0 }
    }

  private static let table = WordTable(
    writings.compactMap { writing in
      known[synonyms[writing] ?? writing].map { (writing, $0) }
    })

  /// Magnitudes, longer ones first.
  private static let magnitudes: [(word: [UInt8], power: Int)] = UnitText.magnitudes.map {
    (Array($0.0.utf8), $0.1)
  }

  /// The magnitudes that a text may begin with; none where its first character begins none.
  static func magnitudes(of bytes: Span<UInt8>) -> [(word: [UInt8], power: Int)] {
    guard bytes.count > 2 else { return [] }
    switch TextBytes.scalar(bytes, at: 0).value {
    // 万 亿 千 百 十
    case 0x4E07, 0x4EBF, 0x5343, 0x767E, 0x5341: return magnitudes
    default: return []
    }
  }

  private static let yuan = Array("元".utf8)

  /// The word that stands from a byte on to the end; `nil` where it is none of them.
  static func word(at start: Int, in bytes: Span<UInt8>) -> Word? {
    table.value(from: start, in: bytes)
  }

  static func begins(_ bytes: Span<UInt8>, with word: [UInt8]) -> Bool {
    TextBytes.holds(bytes, at: 0, word.span)
  }

  /// Whether what stands from a byte on begins with 元.
  static func startsAsMoney(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    TextBytes.holds(bytes, at: start, yuan.span)
  }

  /// Whether a text is made of characters that are their own key, stand for themselves in Unicode,
  /// and never join with others: ASCII without capitals and white space, ideographs, and the signs
  /// among the words above.
  static func isPlain(_ bytes: Span<UInt8>, upTo most: Int = 60) -> Bool {
    guard bytes.count <= most else { return false }
    var at = 0
    while at < bytes.count {
      if TextBytes.leadsIdeograph(bytes[at]) {
        at += 3
        continue
      }
      let (scalar, count) = TextBytes.scalar(bytes, at: at)
      switch scalar {
      case 0x21...0x40, 0x5B...0x7E, 0xB2, 0xB3, 0xB7, 0x2030, 0x3380...0x33BF: at += count
      default: return false
      }
    }
    return true
  }
}

/// Values by words, looked up byte by byte.
struct WordTable<Value: Sendable>: Sendable {
  private let words: WordBytes
  private let values: [Value]
  /// The places of words by their digests; -1 where none is.
  private let slots: [Int]

  /// A table of words that differ from each other.
  init(_ entries: [(String, Value)]) {
    words = WordBytes(entries.map(\.0))
    values = entries.map(\.1)
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    var slots = [Int](repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      var slot = Self.digest(entry.0.utf8.span, from: 0) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = index
    }
    self.slots = slots
  }

  /// The value of the word that stands from a byte on to the end; `nil` where it is none of them.
  func value(from start: Int, in bytes: Span<UInt8>) -> Value? {
    guard start < bytes.count else { return nil }
    var slot = Self.digest(bytes, from: start) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if words.length(of: index) == bytes.count - start, words.holds(index, at: start, in: bytes) {
        return values[index]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a.
  private static func digest(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var digest: UInt32 = 0x811C_9DC5
    for at in start..<bytes.count { digest = (digest ^ UInt32(bytes[at])) &* 0x100_0193 }
    return Int(digest ^ digest >> 15)
  }
}
