import Figures
import Testing

@testable import Evaluation

/// What is read in few steps because it looks as nearly all of its kind do is read as the long way
/// round reads it.
@Suite struct ShortReadingTests {
  private static let bounds = [
    "", "", "≥", "≤", ">", "<", "=", ">=", "<=", "=>", "=<", "≥=", "不低于", "约", "-", "+", "¥", "至少",
  ]
  private static let digits = [
    "0", "1", "50", "95.5", "99.999", "007", "2024", "2024.9", "24.5", "12", "9.30", "5.", ".5",
    "1,234", "1.2.3", "123456789012345678", "1234567890123456789", "00.50", "3 000",
  ]
  private static let ends = [
    "", "", "", "%", "‰", "以上", "以内", "内", "(含)", "~20", "-20", "前", "底", "。", "/月", "左右", "万",
    "5", "\u{301}", "\u{FE0F}", " ",
  ]
  private static let units =
    UnitWords.writings.sorted() + [
      "", "", "万人", "万元", "百分点", "个百分点", "千", "亿", "十万人次", "百米", "千克粮", "元/人", "次/月", "年度",
      "M2", "ＫＧ", "里", "里", "万\u{301}元", "人\u{FE0F}", "元 ", "（元）", "是/否",
    ]

  private static func texts(_ count: Int, seed: UInt64) -> [String] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { _ in
      numbers.one(of: bounds) + numbers.one(of: digits) + numbers.one(of: units)
        + numbers.one(of: ends)
    }
  }

  private static func parts(_ number: NumberText) -> String { "\(number)" }

  @Test func aShortNumberIsWhatItIsInFull() {
    let texts = Self.texts(6000, seed: 11)
    let short = texts.compactMap { text in NumberText(short: text).map { (text, $0) } }
    #expect(short.count > 200)
    for (text, number) in short {
      #expect(NumberText(inFull: text).map(Self.parts) == Self.parts(number), "\(text)")
    }
  }

  @Test func noUnitThatIsKnownIsReadOtherwiseInShort() throws {
    let parser = TargetParser(try ShippedScheme.mof.scheme.scoring)
    var count = 0
    for unit in UnitWords.writingsWithMagnitude {
      for digits in ["1", "≥12", "2.5", "2024.9", "9.30"] {
        guard let short = NumberText(short: digits + unit) else { continue }
        count += 1
        let text = digits + unit
        #expect(NumberText(inFull: text).map(Self.parts) == Self.parts(short), "\(text)")
        let typed = Typed(.text(text), at: Place(sheet: "", cell: nil))
        for due in ["", unit] {
          #expect(
            parser.short(typed, kind: nil, unit: due)
              == parser.inFull(typed, kind: nil, unit: due), "\(text)")
        }
      }
    }
    #expect(count > 2000)
  }

  @Test func aShortTargetIsWhatItIsInFull() throws {
    let scheme = try ShippedScheme.mof.scheme
    var numbers = SeededNumbers(seed: 12)
    var count = 0
    for parser in [
      TargetParser(scheme.scoring), TargetParser(scheme.scoring, readsFractions: false),
    ] {
      for text in Self.texts(3000, seed: 13) {
        let typed = Typed(.text(text), at: Place(sheet: "", cell: nil))
        let unit = numbers.one(of: Self.units)
        let kind: Target.Direction? = numbers.one(of: [
          nil, nil, .atLeast, .atMost, .equal, .between,
        ])
        guard let short = parser.short(typed, kind: kind, unit: unit) else { continue }
        count += 1
        #expect(short == parser.inFull(typed, kind: kind, unit: unit), "\(text) \(unit)")
      }
    }
    #expect(count > 300)
  }

  @Test func aUnitIsTakenApartByItsBytesAsByItsCharacters() {
    let magnitudes = ["", "", "万", "千", "百", "十万", "亿", "万亿", "千万"]
    for magnitude in magnitudes {
      for unit in Self.units {
        let text = magnitude + unit
        let (one, other) = (UnitText(text), UnitText(anyWriting: text))
        #expect(one == other, "\(text)")
        #expect(
          [one.isKnown, one.counts, one.isMoney, one.isYuan]
            == [other.isKnown, other.counts, other.isMoney, other.isYuan], "\(text)")
      }
    }
  }

  @Test func whetherOneUnitMeansAnotherIsTheSameInAnyWriting() {
    for one in Self.units {
      for other in ["个", "人", "万元", "千米", "千克", "次/月", "里", "", "元"] {
        #expect(
          UnitText(one).canMean(UnitText(other))
            == UnitText(anyWriting: one).canMean(UnitText(anyWriting: other)), "\(one) \(other)")
      }
    }
  }

  // MARK: Wordings, held against what they are by their characters

  private static func junk(_ count: Int) -> [String] {
    var junk = Junk(numbers: SeededNumbers(seed: 14))
    return ["", " ", "\u{3000}", "（", "a（b", "：", "Ａ：(甲)【乙", "ﾞ", "𠮷（万人） "]
      + (0..<count).map { _ in junk.text() }
  }

  private static func key(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !Wording.isSpace($0) }.map { scalar in
          let plain = Wording.plain(scalar)
          return plain.isASCII ? Unicode.Scalar(String(plain).lowercased()) ?? plain : plain
        }))
  }

  private static func label(_ text: String) -> String {
    var depth = 0
    return String(
      String.UnicodeScalarView(
        key(text).unicodeScalars.filter { scalar in
          if "([【〔".unicodeScalars.contains(scalar) { depth += 1 }
          let isInside = depth > 0
          if ")]】〕".unicodeScalars.contains(scalar) {
            depth = max(0, depth - 1)
            return false
          }
          return !isInside && scalar != ":"
        }))
  }

  @Test func keysAndLabelsAreThoseOfTheCharacters() {
    for text in Self.junk(4000) where text.utf8.count < 2000 {
      #expect(Array(Wording.key(text).utf8) == Array(Self.key(text).utf8))
      #expect(Array(Wording.label(text).utf8) == Array(Self.label(text).utf8))
      #expect(Self.key(text).utf8.starts(with: Wording.key(text, atLeast: 7).utf8))
    }
  }

  @Test func aWordIsFoundWhereTheWholeKeySaysSo() {
    let words = ["无", "n/a", "(空)", "请填写", "√", "\u{301}"]
    let list = WordList(words)
    for text in Self.junk(4000) + words.map({ "　" + $0 + " 甲" }) + words {
      let key = Self.key(text)
      #expect(list.holds(text) == words.contains { Wording.same(key, $0) })
      #expect(
        list.index(beginningKeyOf: text)
          == words.firstIndex { key.utf8.starts(with: $0.utf8) }, "\(text.prefix(40))")
    }
  }
}
