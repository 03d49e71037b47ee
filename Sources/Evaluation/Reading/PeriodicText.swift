internal import Figures

/// How often something happens in a stretch of time: 每月1次, 1次/月, 每季度至少2场.
///
/// Only what is counted as it happens (次, 场, 期…): 500元/月 is a price, 3人/月 may be months of work.
struct PeriodicText {
  /// The number for one stretch of time, without it.
  let number: NumberText
  /// The unit of the number (次).
  let unit: String
  /// How many such stretches a year has.
  let perYear: Int

  /// Takes a text apart; `nil` where it is anything else, or where the years differ in how many
  /// such stretches they have (每周, 每天).
  init?(_ plain: String) {
    guard Self.marks.isFound(in: plain.utf8.span),
      let (rest, perYear) = Self.leading(plain) ?? Self.trailing(plain),
      let number = NumberText(rest), number.part == .none, !number.isCurrency
    else { return nil }
    let unit = Self.bare(number.unit) ?? number.unit
    guard Self.counted.contains(unit) else { return nil }
    self.number = number
    self.unit = unit
    self.perYear = perYear
  }

  /// The number for the whole year; `nil` where it is out of range.
  var annual: Figure? { try? number.figure * Figure(perYear) }

  /// Whether a text says that its number is that of the whole year: 全年12次, 共12次.
  static func saysWhole(_ plain: String) -> Bool {
    var cursor = TextCursor(plain)
    cursor.skipSpaces()
    return cursor.take(firstOf: wholes) != nil
  }

  private static let marks = WordList(["每", "/"])

  private static let wholes = WordList(["全年", "年度", "本年", "年内", "共", "累计", "合计", "总计", "总共"])

  private static let periods: [(String, Int)] = [
    ("个月", 12), ("月度", 12), ("月", 12), ("个季度", 4), ("季度", 4), ("季", 4), ("半年", 2), ("年度", 1),
    ("年", 1),
  ]

  private static let counted: Set<String> = [
    "次", "场", "场次", "期", "批", "批次", "篇", "份", "条", "件", "回", "轮", "趟", "个", "项",
  ]

  private static let actions = WordList([
    "各", "均", "开展", "举办", "组织", "召开", "进行", "更新", "发布", "完成", "检查", "巡查", "培训",
  ])

  /// 每月开展1次: the rest behind the stretch and what is done.
  private static func leading(_ plain: String) -> (String, Int)? {
    var cursor = TextCursor(plain)
    guard cursor.take("每") else { return nil }
    for (word, count) in periods where cursor.take(word) {
      cursor.skip(actions)
      return (cursor.rest, count)
    }
    return nil
  }

  /// 1次/月: the stretch stands behind the unit and stays there.
  private static func trailing(_ plain: String) -> (String, Int)? {
    guard plain.unicodeScalars.contains(where: { $0 == "/" || $0 == "每" }) else { return nil }
    for (word, count) in periods
    where plain.hasSuffix("/" + word) || plain.hasSuffix("每" + word) {
      return (plain, count)
    }
    return nil
  }

  /// The unit without the stretch behind it; `nil` where none is.
  private static func bare(_ unit: String) -> String? {
    for (word, _) in periods {
      for mark in ["/", "每"] where unit.hasSuffix(mark + word) {
        return String(unit.dropLast(word.count + 1))
      }
    }
    return nil
  }
}
