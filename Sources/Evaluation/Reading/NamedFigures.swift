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
    /// The bytes of ``core``.
    let bytes: [UInt8]
    /// Whether its characters are what their bytes say.
    let isPlain: Bool
    let unit: UnitText
    let isPercent: Bool
  }

  private let entries: [Entry]
  private static let shortest = 4

  /// The most rows that are looked for; a form has a few dozen.
  private static let mostRows = 500

  /// The rows that clauses may speak of.
  init(_ rows: [AssessedIndicator], in clauses: [[UInt8]]) {
    guard rows.count <= Self.mostRows else {
      entries = []
      return
    }
    let arePlain = clauses.allSatisfy { UnitWords.isPlain($0.span, upTo: Self.longestPlain) }
    entries = rows.compactMap { row in
      guard case .number(let actual) = row.actual, !row.isUnissued,
        !arePlain || Self.mayBeNamed(row.name.utf8.span, in: clauses)
      else { return nil }
      let core = Self.core(of: row.name)
      let isPercent = Measure.isPercent(unit: row.unit)
      let unit = UnitText(row.unit)
      guard core.unicodeScalars.count >= Self.shortest,
        isPercent || unit.isKnown && !unit.base.isEmpty
      else {
        return nil
      }
      return Entry(
        row: row, actual: actual, core: core, bytes: Array(core.utf8),
        isPlain: UnitWords.isPlain(core.utf8.span), unit: unit, isPercent: isPercent)
    }
  }

  /// Whether a clause holds the first two ideographs of a name, with which its core begins.
  private static func mayBeNamed(_ name: Span<UInt8>, in clauses: [[UInt8]]) -> Bool {
    guard name.count >= 6, TextBytes.leadsIdeograph(name[0]), TextBytes.leadsIdeograph(name[3])
    else { return true }
    return clauses.contains { clause in
      let bytes = clause.span
      for at in bytes.indices where bytes[at] == name[0] {
        if TextBytes.holds(bytes, at: at, name, 0..<6) { return true }
      }
      return false
    }
  }

  /// The name without brackets and without the word at its end that only says it is a count.
  private static func core(of name: String) -> String {
    let label = Wording.label(name)
    if let plain = plainCore(of: label) { return plain }
    for word in counts where label.hasSuffix(word) {
      let core = String(label.dropLast(word.count))
      return core.unicodeScalars.count >= shortest ? core : label
    }
    return label
  }

  /// The same of a label in which a character is what its bytes say; `nil` of any other.
  private static func plainCore(of label: String) -> String? {
    let bytes = label.utf8.span
    guard UnitWords.isPlain(bytes) else { return nil }
    for word in 0..<countBytes.count {
      let length = countBytes.length(of: word)
      guard countBytes.holds(word, at: bytes.count - length, in: bytes) else { continue }
      let core = String(decoding: label.utf8.prefix(bytes.count - length), as: UTF8.self)
      return core.unicodeScalars.count >= shortest ? core : label
    }
    return label
  }

  private static let countBytes = WordBytes(counts)

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

  /// The clauses that contradict the table.
  func contradictions(in clauses: [[UInt8]]) -> [Contradiction] {
    guard !entries.isEmpty else { return [] }
    return clauses.compactMap { clause in
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

  private func contradiction(_ claim: Claim, _ clause: [UInt8]) -> Contradiction? {
    guard let entry = entries.first(where: { $0.core == claim.core && claim.fits($0) }) else {
      return nil
    }
    return Contradiction(
      row: entry.row, clause: String(decoding: clause, as: UTF8.self),
      expected: "\(entry.actual)\(entry.isPercent ? "%" : entry.row.unit)")
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
      return number.part == .none && UnitText(number.unit).hasBase(of: entry.unit)
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
    let isPlain = cursor.isAtDigit && cursor.isPlain(upTo: Self.longestPlain)
    for entry in entries where cursor.isAtDigit || cursor.stands(entry.bytes) {
      var ahead = cursor
      if ahead.take(entry.bytes) {
        _ = ahead.take(firstOf: Self.countWords)
        _ = ahead.take(firstOf: Self.links)
        if let claim = claim(entry, ahead.rest) { return claim }
      } else if cursor.isAtDigit, !isPlain || !entry.isPlain || cursor.holds(entry.bytes),
        let claim = figureFirst(entry, cursor.rest)
      {
        return claim
      }
    }
    return nil
  }

  /// The most bytes of a clause whose characters are looked at to spare looking for names.
  private static let longestPlain = 300

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
