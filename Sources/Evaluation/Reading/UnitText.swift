internal import Figures

/// Units as people write them, taken apart into magnitude and base: 万人次 is 10 000 × 人次.
struct UnitText: Hashable {
  /// Ten to this power.
  let power: Int
  /// The unit without its magnitude, in the word used for it here (㎡ is 平方米); "" where only a
  /// magnitude stands.
  let base: String

  init(_ text: String) {
    let key = Wording.key(text)
    for (word, power) in Self.magnitudes where key.hasPrefix(word) {
      let rest = Self.plainWord(String(key.dropFirst(word.count)))
      // 千克, 千瓦时, 百分点 are units of their own.
      if word == "千" || word == "百", !rest.isEmpty, !Self.isMoney(rest),
        !Self.counting.contains(rest)
      {
        continue
      }
      self.power = power
      base = rest
      return
    }
    power = 0
    base = Self.plainWord(key)
  }

  private static let magnitudes: [(String, Int)] = [
    ("万亿", 12), ("千万", 7), ("百万", 6), ("十万", 5), ("亿", 8), ("万", 4), ("千", 3), ("百", 2),
  ]

  private static func isMoney(_ base: String) -> Bool { base.hasPrefix("元") }

  /// The one word used here for a unit that has several.
  private static func plainWord(_ key: String) -> String { synonyms[key] ?? key }

  private static let synonyms: [String: String] = [
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
  private static let counting: Set<String> = [
    "个", "人", "人次", "名", "位", "家", "户", "户次", "场", "场次", "次", "件", "起", "台", "套", "项", "处",
    "所", "座", "条", "份", "期", "批", "批次", "例", "宗", "辆", "株", "棵", "头", "只", "羽", "册", "本",
    "篇", "部", "幅", "张", "台次", "车次", "班", "班次", "课时", "学时", "村", "镇", "县", "岗", "点", "站", "间",
    "栋", "幢", "盏", "口", "眼", "亩次", "床", "支", "组", "对", "笔", "单", "款", "门", "节",
  ]

  /// Whether it is a unit that is known here, alone or with a magnitude.
  var isKnown: Bool {
    base.isEmpty ? power > 0 : Self.measuring.contains(base) || Self.counting.contains(base)
  }

  /// Whether it is a word that counts, such as 人次.
  var counts: Bool { Self.counting.contains(base) }

  var isMoney: Bool { Self.isMoney(base) }

  /// Whether a number typed in this unit can be meant in the other: counting words (个, 家, 名)
  /// are used for one another, measures are not, and a count for each month is none for the year.
  func canMean(_ other: UnitText) -> Bool {
    if base.isEmpty || other.base.isEmpty || base == other.base { return true }
    if !isMoney, isPeriodic || other.isPeriodic { return false }
    if isPeriodic, !other.isPeriodic { return false }
    if Self.hasMagnitude(base) || Self.hasMagnitude(other.base) { return false }
    if other.base.hasSuffix(base) || other.base.hasPrefix(base) || base.hasPrefix(other.base) {
      return !(Self.measuring.contains(base) && Self.measuring.contains(other.base))
    }
    return !Self.measuring.contains(base) && !Self.measuring.contains(other.base)
  }

  /// Whether it counts for each of some stretch of time (次/月).
  private var isPeriodic: Bool {
    ["/月", "/年", "/季", "/季度", "/周", "/日", "/天", "/人·月"].contains { base.hasSuffix($0) }
  }

  private static func hasMagnitude(_ base: String) -> Bool {
    ["千", "百", "十", "万", "亿"].contains { base.hasPrefix($0) && base != "千克" && base != "千瓦时" }
  }

  /// A unit typed behind a number; "" where it is a magnitude alone, which belongs to the number
  /// (1.5万 is 15 000).
  static func whole(_ typed: String) -> String { UnitText(typed).base.isEmpty ? "" : typed }

  /// A unit as a form states it; "" for a mark that stands for none (/, ——).
  static func stated(_ text: String) -> String {
    BlankMarks.isBlank(text) ? "" : text
  }
}
