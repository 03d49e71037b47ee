internal import Figures

/// Units as people write them, taken apart into magnitude and base: 万人次 is 10 000 × 人次.
struct UnitText: Hashable {
  /// Ten to this power.
  let power: Int
  /// The unit without its magnitude; "" where only a magnitude stands.
  let base: String

  init(_ text: String) {
    let key = Wording.key(text)
    for (word, power) in Self.magnitudes where key.hasPrefix(word) {
      let rest = String(key.dropFirst(word.count))
      if word == "千" || word == "百", !Self.isMoney(rest) { continue }
      self.power = power
      base = rest
      return
    }
    power = 0
    base = key
  }

  private static let magnitudes: [(String, Int)] = [
    ("万亿", 12), ("千万", 7), ("百万", 6), ("十万", 5), ("亿", 8), ("万", 4), ("千", 3), ("百", 2),
  ]

  private static func isMoney(_ base: String) -> Bool { base.hasPrefix("元") }

  /// Units that measure: two of them are never the same thing under two names.
  private static let measuring: Set<String> = [
    "元", "米", "公里", "千米", "里", "厘米", "毫米", "平方米", "平方公里", "亩", "公顷", "立方米",
    "吨", "公斤", "千克", "克", "斤", "天", "日", "周", "月", "个月", "年", "小时", "分钟", "度",
    "kwh", "km", "m", "m2", "kg", "t",
  ]

  /// Whether a number typed in this unit can be meant in the other: counting words (个, 家, 名)
  /// are used for one another, measures are not.
  func canMean(_ other: UnitText) -> Bool {
    if base.isEmpty || other.base.isEmpty || base == other.base { return true }
    if other.base.hasSuffix(base) || other.base.hasPrefix(base) || base.hasPrefix(other.base) {
      return !(Self.measuring.contains(base) && Self.measuring.contains(other.base))
    }
    return !Self.measuring.contains(base) && !Self.measuring.contains(other.base)
  }
}
