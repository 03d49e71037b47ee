import Figures
import Testing

@testable import Evaluation

/// What is spared where texts or figures are plain is held against the way all others go.
@Suite struct ShortWayTests {
  @Test(arguments: 1...40) func `a distance below a bound is the distance`(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    func name() -> String {
      let letters = Array("青禾县教育局Ａa（ ")
      let count = Int(numbers.next() % 70)
      return String((0..<count).map { _ in letters[Int(numbers.next() % UInt64(letters.count))] })
    }
    let (one, rest, other) = (name(), name(), name())
    let distance = Self.distance(one + rest, other)
    for bound in [0, 1, distance, distance + 1, .max] {
      let found = Nearness(to: other).distance(one, rest, below: bound)
      #expect(found == (distance < bound ? distance : nil))
      #expect(Nearness(to: one, rest).distance(other, below: bound) == found)
    }
  }

  /// The number of changes, row by row of a full table.
  private static func distance(_ one: String, _ other: String) -> Int {
    let left = Array(Wording.key(one).unicodeScalars.prefix(64))
    let right = Array(Wording.key(other).unicodeScalars.prefix(64))
    var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in left.indices {
      for column in right.indices {
        table[row + 1][column + 1] = min(
          table[row][column + 1] + 1, table[row + 1][column] + 1,
          table[row][column] + (left[row] == right[column] ? 0 : 1))
      }
    }
    return table[left.count][right.count]
  }

  @Test(arguments: [
    "", " ", "\u{3000}", "培训人次", " 培训人次\n", "ａ ｂ", "a", "　（一）", "一\u{A0}", "é", "\u{200B}一\u{200B}",
  ])
  func `white space at the ends is told from all else`(_ text: String) {
    let isSpace = text.unicodeScalars.map { Wording.isSpace($0) }
    let start = isSpace.firstIndex(of: false) ?? isSpace.count
    let end = (isSpace.lastIndex(of: false) ?? start - 1) + 1
    let kept = Array(text.unicodeScalars)[start..<end]
    #expect(Wording.trimmed(text) == String(String.UnicodeScalarView(kept)))
    #expect(Wording.isWhite(text) == kept.isEmpty)
  }

  @Test(arguments: [
    "全年预算数（Ａ）", "（一）产出指标：", "项目 资金［万元］", "质量[%]）", "合计：", "【说明】甲", "Ａ：b", "((甲)乙)丙",
    "一个很长的名称，长得一百个字节放不下，所以要另走一条路来读（万元），读出来的和短的没有两样：标签",
  ])
  func `a label is what its key leaves`(_ text: String) {
    var (label, depth) = ("", 0)
    for scalar in Wording.key(text).unicodeScalars {
      switch scalar {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      case ":" where depth == 0: break
      default: if depth == 0 { label.unicodeScalars.append(scalar) }
      }
    }
    #expect(Wording.label(text) == label)
  }

  @Test func `texts compare as Swift has it`() {
    let texts = ["豈有", "\u{F900}有", "e\u{301}", "é", "有", "有\u{301}", "", "在10-20", "在\u{301}10"]
    for one in texts {
      for other in texts { #expect(Wording.equal(one, other) == (one == other)) }
      for word in ["在", "有"] {
        #expect(Wording.begins(one, with: word) == one.hasPrefix(word))
        #expect(Wording.ends(one, with: word) == one.hasSuffix(word))
      }
    }
  }

  @Test(arguments: [
    ("按计划完成，全部按计划完成。", false), ("因雨季延误，第二批设备改在明年验收。", true),
    (String(repeating: "按计划完成，", count: 12) + "因雨季延误第二批设备改在明年验收", true),
    (String(repeating: "按计划完成", count: 12) + "因雨季延误", true),
    (String(repeating: "按计划完成", count: 12), false), ("已按计划完成全年各项任务", false),
  ])
  func `a text says enough wherever it says it`(_ text: String, _ says: Bool) {
    #expect(TextPrint.saysEnough(text) == says)
    #expect((TextPrint(text) != nil) == says)
  }

  @Test(arguments: ["1000000000000000", "1000000000000000.1", "1000000000000001", "0.000000000001"])
  func `a figure is in range up to the limit`(_ digits: String) throws {
    let values = ValueParser(vocabulary: Vocabulary(readingRules))
    let limit = try #require(Figure("1000000000000000"))
    let figure = try #require(Figure(digits))
    let typed = Typed(.text(digits), at: Place(sheet: "", cell: nil))
    #expect((values.number(typed, as: .quantity(unit: "")).figure != nil) == (figure <= limit))
  }
}
