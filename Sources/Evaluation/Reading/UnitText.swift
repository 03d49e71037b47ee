internal import Figures

/// Units as people write them, taken apart into magnitude and base: 万人次 is 10 000 × 人次.
struct UnitText {
  /// Ten to this power.
  let power: Int
  /// The unit without its magnitude, in the word used for it here (㎡ is 平方米); "" where only a
  /// magnitude stands.
  let base: String
  /// Which of the known words ``base`` is; `nil` for any other.
  private let word: UnitWords.Word?

  init(_ text: String) {
    if let known = UnitText(plain: text) {
      self = known
    } else {
      self.init(anyWriting: text)
    }
  }

  private init(_ power: Int, _ base: String, _ word: UnitWords.Word?) {
    (self.power, self.base, self.word) = (power, base, word)
  }

  /// A unit in characters that have one spelling each: there the bytes tell what Unicode would.
  /// `nil` where it has others.
  private init?(plain text: String) {
    let bytes = text.utf8.span
    guard UnitWords.isPlain(bytes) else { return nil }
    for (magnitude, power) in UnitWords.magnitudes(of: bytes)
    where UnitWords.begins(bytes, with: magnitude) {
      let rest = UnitWords.word(at: magnitude.count, in: bytes)
      let isAlone = bytes.count == magnitude.count
      let begun = rest == nil && !isAlone
      let isMoney = rest?.isMoney ?? UnitWords.startsAsMoney(bytes, at: magnitude.count)
      // 千克, 千瓦时, 百分点 are units of their own.
      if power == 3 || power == 2, !isAlone, !isMoney, rest?.counts != true { continue }
      let base = begun ? String(decoding: text.utf8.dropFirst(magnitude.count), as: UTF8.self) : ""
      self.init(power, rest?.text ?? base, rest)
      return
    }
    let word = UnitWords.word(at: 0, in: bytes)
    self.init(0, word?.text ?? text, word)
  }

  /// A unit in whatever characters, compared as Unicode does.
  init(anyWriting text: String) {
    let key = Wording.key(text)
    for (word, power) in Self.magnitudes where key.hasPrefix(word) {
      let rest = Self.plainWord(String(key.dropFirst(word.count)))
      // 千克, 千瓦时, 百分点 are units of their own.
      if word == "千" || word == "百", !rest.isEmpty, !Self.isMoney(rest),
        !UnitWords.counting.contains(rest)
      {
        continue
      }
      self.init(power, rest, UnitWords.known[rest])
      return
    }
    let base = Self.plainWord(key)
    self.init(0, base, UnitWords.known[base])
  }

  static let magnitudes: [(String, Int)] = [
    ("万亿", 12), ("千万", 7), ("百万", 6), ("十万", 5), ("亿", 8), ("万", 4), ("千", 3), ("百", 2),
  ]

  private static func isMoney(_ base: String) -> Bool { base.hasPrefix("元") }

  /// The one word used here for a unit that has several.
  private static func plainWord(_ key: String) -> String { UnitWords.synonyms[key] ?? key }

  /// Whether it is a unit that is known here, alone or with a magnitude.
  var isKnown: Bool { base.isEmpty ? power > 0 : word != nil }

  /// Whether it is a word that counts, such as 人次.
  var counts: Bool { word?.counts ?? false }

  var isMoney: Bool { word?.isMoney ?? Self.isMoney(base) }

  /// Whether it is money in whatever magnitude, and nothing else.
  var isYuan: Bool { word?.isMoney ?? false }

  /// Whether it is the same unit but for its magnitude.
  func hasBase(of other: UnitText) -> Bool {
    if let word, let same = other.word { return word.number == same.number }
    return word == nil && other.word == nil && base == other.base
  }

  private var measures: Bool { word?.measures ?? false }

  /// Whether a number typed in this unit can be meant in the other: counting words (个, 家, 名)
  /// are used for one another, measures are not, and a count for each month is none for the year.
  func canMean(_ other: UnitText) -> Bool {
    if base.isEmpty || other.base.isEmpty || hasBase(of: other) { return true }
    if !isMoney, isPeriodic || other.isPeriodic { return false }
    if isPeriodic, !other.isPeriodic { return false }
    if Self.hasMagnitude(base) || Self.hasMagnitude(other.base) { return false }
    if other.base.hasSuffix(base) || other.base.hasPrefix(base) || base.hasPrefix(other.base) {
      return !(measures && other.measures)
    }
    return !measures && !other.measures
  }

  /// Whether it counts for each of some stretch of time (次/月).
  private var isPeriodic: Bool {
    word == nil
      && ["/月", "/年", "/季", "/季度", "/周", "/日", "/天", "/人·月"].contains { base.hasSuffix($0) }
  }

  private static func hasMagnitude(_ base: String) -> Bool {
    ["千", "百", "十", "万", "亿"].contains { base.hasPrefix($0) && base != "千克" && base != "千瓦时" }
  }

  /// A unit typed behind a number; "" where it is a magnitude alone, which belongs to the number
  /// (1.5万 is 15 000).
  static func whole(_ typed: String) -> String {
    typed.isEmpty || UnitText(typed).base.isEmpty ? "" : typed
  }

  /// A unit as a form states it; "" for a mark that stands for none (/, ——).
  static func stated(_ text: String) -> String {
    BlankMarks.isBlank(text) ? "" : text
  }
}

extension UnitText: Hashable {
  /// Units are the same by magnitude and base.
  static func == (left: UnitText, right: UnitText) -> Bool {
    left.power == right.power && left.base == right.base
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(power)
    hasher.combine(base)
  }
}
