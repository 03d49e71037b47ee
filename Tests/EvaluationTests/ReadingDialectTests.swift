import Figures
import Testing

@testable import Evaluation

/// A figure printed in any way that is read gives the figure back.
@Suite struct ReadingDialectTests {
  /// A way to write a whole or decimal figure; `nil` where it cannot be written so.
  private typealias Dialect = (name: String, unit: String, print: @Sendable (Figure) -> String?)

  private static let dialects: [Dialect] = [
    ("plain", "", { $0.description }),
    ("separators", "", { separated($0.description, ",") }),
    ("spaces", "", { separated($0.description, " ") }),
    ("full width", "", { wide($0.description) }),
    ("full-width separators", "", { wide(separated($0.description, ",")) }),
    ("unit", "人", { $0.description + "人" }),
    ("unit in brackets", "人", { $0.description + "（人）" }),
    ("bound", "人", { "≥ " + $0.description + " 人" }),
    ("bound in words", "人", { "不少于" + $0.description + "人" }),
    ("bound behind", "人", { $0.description + "人以上" }),
    ("verb", "人", { "完成" + $0.description + "人。" }),
    ("currency", "元", { "￥" + separated($0.description, ",") }),
    ("ten thousands", "人", { scaled($0, 4, "万人") }),
    ("ten thousands in ten thousands", "万人", { $0.description + "万" }),
    ("hundred millions", "元", { scaled($0, 8, "亿元") }),
    ("parts", "人", { parted($0) }),
    ("numerals", "人", { Numerals.spelled($0).map { $0 + "人" } }),
    ("invisible", "", { $0.description.map { "\($0)\u{200B}" }.joined() }),
    ("line breaks", "", { "\n" + $0.description + "\n" }),
    ("percent", "%", { $0.description + "%" }),
    ("percent apart", "%", { $0.description + " ％" }),
    ("percent in words", "%", { "百分之" + $0.description }),
    ("per mille", "%", { scaled($0, -1, "‰") }),
  ]

  private static func scaled(_ figure: Figure, _ power: Int, _ unit: String) -> String? {
    (try? figure.shifted(right: power)).map { $0.description + unit }
  }

  private static func separated(_ digits: String, _ mark: String) -> String {
    let parts = digits.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index).isMultiple(of: 3) { whole += mark }
      whole.append(digit)
    }
    return parts.count == 2 ? whole + "." + parts[1] : whole
  }

  private static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
  }

  /// 3万4000.
  private static func parted(_ figure: Figure) -> String? {
    guard let whole = Int(figure.description), whole >= 10_000 else { return nil }
    let lower = String(whole % 10_000)
    return "\(whole / 10_000)万" + String(repeating: "0", count: 4 - lower.count) + lower
  }

  @Test func aFigureInAnyDialectIsThatFigure() throws {
    let parser = ValueParser(vocabulary: Vocabulary(readingRules))
    let targets = TargetParser(readingRules)
    var numbers = SeededNumbers(seed: 2024)
    var read: [String: Int] = [:]
    for _ in 0..<600 {
      let figure = try #require(Self.figure(&numbers))
      for dialect in Self.dialects {
        // Up to 1.5 a plain number in percent is a fraction.
        guard let text = dialect.print(figure) else { continue }
        let typed = Rows.typed(.text(text), "F1")
        let got = parser.number(typed, as: .of(unit: dialect.unit)).figure
        #expect(got == figure, "\(dialect.name): \(text)")
        let target = targets.read(typed, unit: dialect.unit)
        #expect(target.target?.text == figure.description, "\(dialect.name): \(text)")
        read[dialect.name, default: 0] += 1
      }
    }
    #expect(Self.dialects.allSatisfy { read[$0.name] ?? 0 > 50 })
  }

  private static func figure(_ numbers: inout SeededNumbers) -> Figure? {
    let size = [1, 100, 10_000, 1_000_000, 100_000_000][numbers.below(5)]
    let places = [0, 0, 1, 2, 4][numbers.below(5)]
    return Figure(significand: Int128(1 + numbers.below(size * 10)), scale: places)
  }

  @Test func everyNumeralIsReadAsWritten() throws {
    for number in Array(1...1200) + [9999, 10_000, 10_001, 10_010, 34_000, 100_200, 99_999_999] {
      let text = try #require(Numerals.spelled(Figure(number)))
      let read = NumberText(text + "人")
      #expect(read?.figure == Figure(number), "\(text)")
    }
  }

  @Test(arguments: [
    "十四五", "一般", "十分", "千方百计", "万", "百", "一二三", "二十三十", "三百十五", "三万四", "一千二", "零", "十百",
    "三万万", "五亿亿", "",
  ])
  func whatIsNoNumeralOrTwoIsNone(_ text: String) {
    #expect(NumberText(text) == nil)
  }

  @Test func aTextOfAnyCharactersIsReadWithoutACrash() {
    let parser = ValueParser(vocabulary: Vocabulary(readingRules))
    let targets = TargetParser(readingRules)
    let alphabet = Array("0123456789.,，万亿千百十一二三零点%‰±~-—至年月日底前初季度≥≤>=<（）() \n/￥每次人元约".unicodeScalars)
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<20_000 {
      let scalars = (0..<numbers.below(12)).map { _ in alphabet[numbers.below(alphabet.count)] }
      let typed = Rows.typed(.text(String(String.UnicodeScalarView(scalars))), "F1")
      let unit = ["", "%", "万元", "人", "‰"][numbers.below(5)]
      let reading = parser.number(typed, as: .of(unit: unit))
      #expect(reading.figure != nil || !reading.remarks.isEmpty)
      let target = targets.read(typed, unit: unit)
      #expect(target.target != nil || target.remarks.count == 1)
      _ = DayText.period(typed.shown)
    }
  }
}

/// Prints whole figures in Chinese numerals.
private enum Numerals {
  private static let digits = Array("零一二三四五六七八九")

  static func spelled(_ figure: Figure) -> String? {
    guard let whole = Int(figure.description), whole > 0, whole < 100_000_000 else { return nil }
    let (upper, lower) = (whole / 10_000, whole % 10_000)
    guard upper > 0 else { return section(lower) }
    guard lower > 0 else { return section(upper) + "万" }
    return section(upper) + "万" + (lower < 1000 ? "零" : "") + section(lower, opening: false)
  }

  private static func section(_ number: Int, opening: Bool = true) -> String {
    var text = ""
    var hasGap = false
    for (power, place) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / power % 10
      guard digit > 0 else {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap { text += "零" }
      hasGap = false
      let isBareTen = power == 10 && digit == 1 && text.isEmpty && opening
      text += (isBareTen ? "" : String(digits[digit])) + place
    }
    return text
  }
}
