internal import Figures

/// The indicators of a form by the words of their names, to be looked for in texts.
struct NamedFigures {
  /// A clause that says another figure of an indicator than the table does.
  struct Contradiction {
    var row: AssessedIndicator
    /// The clause as typed, without what stands around it.
    var clause: String
    /// The table's figure with its unit.
    var expected: String
  }

  /// An indicator with a name and a unit that can be told in a text.
  private struct Entry {
    let row: AssessedIndicator
    let actual: Figure
    let core: String
    let unit: UnitText
    let isPercent: Bool
  }

  private let entries: [Entry]
  /// The entries by the character their names begin with.
  private let beginnings: [Unicode.Scalar: [Entry]]

  /// The most rows that are looked for; a form has a few dozen.
  private static let mostRows = 500

  init(_ rows: [AssessedIndicator]) {
    guard rows.count <= Self.mostRows else {
      (entries, beginnings) = ([], [:])
      return
    }
    let entries: [Entry] = rows.compactMap { row in
      guard case .number(let actual) = row.actual, !row.isUnissued else { return nil }
      let core = Self.core(of: row.name)
      let isPercent = Measure.isPercent(unit: row.unit)
      let unit = UnitText(row.unit)
      guard core.unicodeScalars.count >= 4, isPercent || unit.isKnown && !unit.base.isEmpty else {
        return nil
      }
      return Entry(row: row, actual: actual, core: core, unit: unit, isPercent: isPercent)
    }
    self.entries = entries
    beginnings = Dictionary(grouping: entries) { $0.core.unicodeScalars.first ?? " " }
  }

  /// The name without brackets and without the word at its end that only says it is a count.
  private static func core(of name: String) -> String {
    let label = Wording.label(name)
    for word in counts where label.hasSuffix(word) {
      let core = String(label.dropLast(word.count))
      return core.unicodeScalars.count >= 4 ? core : label
    }
    return label
  }

  private static let counts = ["数量", "人数", "个数", "规模", "总数", "总量", "人次数", "人次"]
  private static let countWords = WordList(counts)
  private static let links = WordList(["达到", "达", "为", "共计", "共", "实际完成", "完成", "是"])
  /// The most words before a name: people write three or four.
  private static let mostLeads = 8
  /// Words before a name that leave it what it is.
  private static let leads = WordList([
    "全年", "本年度", "本年", "年度", "全市", "全县", "全区", "全省", "共计", "累计", "实际", "已", "共", "并", "还",
    "扶持建设", "扶持", "打造", "建成", "完成", "开展", "举办", "组织", "实现", "建设", "建立", "培育", "创建", "新建",
    "购置", "发放", "带动", "提供", "认定",
  ])

  /// The clauses of a text that contradict the table.
  ///
  /// - Parameter year: the programme's year; clauses about another one are passed over.
  func contradictions(in text: String, year: String?) -> [Contradiction] {
    guard !entries.isEmpty else { return [] }
    return TextClauses(text, year: year).whole.compactMap { clause in
      var cursor = TextCursor(clause)
      for _ in 0...Self.mostLeads {
        if let claim = claim(at: cursor), !entries.contains(where: { claim.agrees(with: $0) }) {
          return contradiction(claim, clause)
        }
        guard cursor.take(firstOf: Self.leads) != nil else { return nil }
      }
      return nil
    }
  }

  private func contradiction(_ claim: Claim, _ clause: String) -> Contradiction? {
    guard let entry = entries.first(where: { $0.core == claim.core && claim.fits($0) }) else {
      return nil
    }
    return Contradiction(
      row: entry.row, clause: clause,
      expected: "\(entry.actual)\(entry.isPercent ? "%" : entry.row.unit)")
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || (0xFF10...0xFF19).contains(scalar.value)
  }
}

extension NamedFigures {
  /// A figure with a unit that a clause states of a name, and nothing else.
  private struct Claim {
    let core: String
    let number: NumberText

    func fits(_ entry: Entry) -> Bool {
      guard entry.core == core else { return false }
      if entry.isPercent { return number.isPercent && number.unit.isEmpty }
      return number.part == .none && UnitText(number.unit).base == entry.unit.base
    }

    /// Whether a row is not meant, or has this figure as its actual or one of its targets.
    func agrees(with entry: Entry) -> Bool {
      guard fits(entry) else { return false }
      let power = UnitText(number.unit).power - entry.unit.power
      let targets = [entry.row.target, entry.row.ownTarget.target].flatMap { $0?.figures ?? [] }
      return ([entry.actual] + targets).contains { isSame($0, power) }
    }

    /// Whether one of the two may be the other, rounded or cut off.
    private func isSame(_ figure: Figure, _ power: Int) -> Bool {
      guard let scaled = try? figure.shifted(right: power),
        let back = try? number.figure.shifted(right: -power),
        let unit = Figure(significand: 1, scale: number.decimals),
        let next = try? number.figure + unit
      else { return true }
      return scaled.rounded(to: number.decimals) == number.figure
        || scaled >= number.figure && scaled < next
        || back.rounded(to: figure.scale) == figure
    }
  }

  /// What stands at the front of a clause: `特色劳务品牌6个`, `6个特色劳务品牌`.
  private func claim(at cursor: TextCursor) -> Claim? {
    let candidates =
      cursor.isAtDigit ? entries : cursor.scalars.first.flatMap { beginnings[$0] } ?? []
    for entry in candidates {
      var ahead = cursor
      if ahead.take(entry.core) {
        _ = ahead.take(firstOf: Self.countWords)
        _ = ahead.take(firstOf: Self.links)
        if let claim = claim(entry, ahead.rest) { return claim }
      } else if cursor.isAtDigit, let claim = figureFirst(entry, cursor.rest) {
        return claim
      }
    }
    return nil
  }

  private func figureFirst(_ entry: Entry, _ clause: String) -> Claim? {
    var name = clause
    for word in Self.counts where name.hasSuffix(entry.core + word) {
      name.removeLast(word.count)
    }
    guard name.hasSuffix(entry.core) else { return nil }
    return claim(entry, String(name.dropLast(entry.core.count)))
  }

  private func claim(_ entry: Entry, _ figure: String) -> Claim? {
    guard TextCursor(figure).isAtDigit, let number = NumberText(figure), number.bound == .none,
      !number.isSpelled
    else { return nil }
    let claim = Claim(core: entry.core, number: number)
    return claim.fits(entry) ? claim : nil
  }
}

extension Target {
  /// Its figures; empty where it has none.
  fileprivate var figures: [Figure] {
    switch self {
    case .atLeast(let figure), .atMost(let figure), .equal(let figure): [figure]
    case .between(let low, let high): [low, high]
    case .yesNo, .level, .by: []
    }
  }
}

/// A text in clauses, without those that speak of a part, of a plan or of another year.
private struct TextClauses {
  /// The most bytes of a clause that states one figure, and the most clauses of a text.
  private static let longest = 300
  private static let most = 200

  /// The clauses that speak of the whole, white space taken out.
  private(set) var whole: [String] = []

  init(_ text: String, year: String?) {
    let plain = Array(FigureText.plain(text).unicodeScalars)
    let years = Self.years(in: plain)
    // Without a programme the one year of a text is that of the form.
    let due =
      year.flatMap { year in years.first { Wording.holds(year, $0) } }
      ?? (year == nil && years.count == 1 ? years.first : nil)
    var clause = String.UnicodeScalarView()
    var isPartial = false
    for (index, scalar) in plain.enumerated() {
      let isBreak = Self.isBreak(scalar, at: index, in: plain)
      if !isBreak, !Wording.isSpace(scalar) { clause.append(scalar) }
      guard isBreak || index == plain.count - 1 else { continue }
      let words = String(clause)
      clause = .init()
      if Self.isPart(words, year: due) { isPartial = true }
      if !isPartial, words.utf8.count <= Self.longest, whole.count < Self.most,
        words.unicodeScalars.contains(where: NamedFigures.isDigit)
      {
        whole.append(Self.withoutYear(words))
      }
      if "。；;\n".unicodeScalars.contains(scalar) { isPartial = false }
    }
  }

  /// Marks that end a clause; a comma within a number does not.
  private static func isBreak(_ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar])
    -> Bool
  {
    switch scalar {
    case ",", ".":
      let isBeforeDigit = text.indices.contains(index + 1) && NamedFigures.isDigit(text[index + 1])
      return !(isBeforeDigit && index > 0 && NamedFigures.isDigit(text[index - 1]))
    case "。", "；", ";", "，", "、", "：", ":", "！", "!", "？", "?", "(", ")", "“", "”", "\n":
      return true
    default: return false
    }
  }

  /// Words of a clause that speak of a part, of a plan or of another time.
  private static let partial = [
    "其中", "季度", "上半年", "下半年", "月", "上年", "去年", "同期", "同比", "计划", "预计", "力争", "每", "平均", "分别",
  ]

  private static func isPart(_ clause: String, year: String?) -> Bool {
    if partial.contains(where: { Wording.holds(clause, $0) }) { return true }
    return years(in: Array(clause.unicodeScalars)).contains { $0 != year }
  }

  /// 2024年培训… without its year.
  private static func withoutYear(_ clause: String) -> String {
    var cursor = TextCursor(clause)
    guard let year = cursor.takeWhole(), year.digits == 4, cursor.take("年") else { return clause }
    _ = cursor.take("度")
    return cursor.rest
  }

  private static func years(in text: [Unicode.Scalar]) -> Set<String> {
    var years: Set<String> = []
    for (index, scalar) in text.enumerated() where scalar == "年" && index >= 4 {
      let digits = text[(index - 4)..<index]
      if digits.allSatisfy(NamedFigures.isDigit) {
        years.insert(String(String.UnicodeScalarView(digits)))
      }
    }
    return years
  }
}
