internal import Evaluation

/// The words of a scheme's form, made ready for asking about many cells.
///
/// A cell's text is compared by ``Evaluation/Wording/label(_:)``; texts that need no such
/// reduction, which most labels do not, are looked up by their bytes as they stand.
struct FormLexicon: Sendable {
  /// A label, with what it can stand for: 得分 heads a column of both blocks. Handed on by
  /// reference, with every cell that holds it.
  final class Word: Sendable {
    /// The label in its compared form.
    let label: String
    let indicator: IndicatorColumn?
    /// What it heads in further tables, by their place in the scheme.
    let tables: [Int: IndicatorColumn]
    let fund: FundColumn?
    let fundRow: FundLine.Role?
    let identity: Identity?
    /// How far down its list the label stands: 主管部门 says more than 部门.
    let rank: Int
    let isText: Bool
    /// Whether it names the text of reasons for all rows.
    let isReasons: Bool
    let endsIndicators: Bool
    /// The further tables, by their place in the scheme, whose total row it names.
    let endsTables: Set<Int>
    /// Whether it heads the goal as issued, or its block.
    let isGoal: Bool
    /// Whether a blank shows last year's values under it, which are nobody's answer.
    let isCarried: Bool
    fileprivate let meaning: Meaning

    fileprivate init(_ label: String, _ meaning: Meaning) {
      self.label = label
      self.meaning = meaning
      (indicator, tables, fund) = (meaning.indicator, meaning.tables, meaning.fund)
      (fundRow, identity, rank) = (meaning.fundRow, meaning.identity, meaning.rank)
      (isText, isReasons, isGoal) = (meaning.isText, meaning.isReasons, meaning.isGoal)
      (endsIndicators, endsTables) = (meaning.endsIndicators, meaning.endsTables)
      isCarried = meaning.isCarried
    }
  }

  /// What a label stands for, while the words are gathered.
  fileprivate struct Meaning: Sendable {
    var indicator: IndicatorColumn?
    var tables: [Int: IndicatorColumn] = [:]
    var fund: FundColumn?
    var fundRow: FundLine.Role?
    var identity: Identity?
    var rank = 0
    var isText = false
    var isReasons = false
    var endsIndicators = false
    var endsTables: Set<Int> = []
    var isGoal = false
    var isCarried = false
  }

  /// The labels that say which project a form is about.
  enum Identity: Hashable, Sendable {
    case projectName, unit, department, projectCode
  }

  private(set) var words: [Word] = []
  private var places = LabelPlaces()
  private var needsIdeograph = true
  /// The first characters of the labels that begin with an ideograph, and 其 of 其中.
  private var beginnings = Beginnings("其")
  /// The most characters of a label.
  private var mostIdeographs = 0
  /// No label is longer, with white space and brackets around it.
  private static let longestText = 240

  init(_ form: FormWording) {
    let identities: [(Identity, [String])] = [
      (.projectName, form.projectName), (.unit, form.unit), (.department, form.department),
      (.projectCode, form.projectCode),
    ]
    for (identity, labels) in identities {
      for (rank, label) in labels.enumerated() {
        edit(label) { word in
          guard word.identity == nil else { return }
          word.identity = identity
          word.rank = rank
        }
      }
    }
    for label in form.texts { edit(label) { $0.isText = true } }
    for label in form.reasons {
      edit(label) { word in
        word.isText = true
        word.isReasons = true
      }
    }
    for column in form.indicators.columns {
      for label in column.labels { edit(label) { $0.indicator = $0.indicator ?? column.meaning } }
    }
    for label in form.indicators.total { edit(label) { $0.endsIndicators = true } }
    for (index, table) in form.tables.enumerated() { add(table.layout, at: index) }
    if let funds = form.funds { add(funds) }
    let goal = form.blank.goal.map { [$0.title, $0.expected] } ?? []
    for label in goal { editKnown(label) { $0.isGoal = true } }
    for label in CarriedValue.headers where !isKnown(label) { edit(label) { $0.isCarried = true } }
  }

  /// The words of several forms together, which stand for nothing yet: one look at a cell tells
  /// whether it is a label of any of them.
  init(of lexicons: [FormLexicon], and labels: [String]) {
    for word in lexicons.flatMap(\.words) {
      edit(word.label) { $0.isCarried = $0.isCarried || word.isCarried }
    }
    for label in labels { edit(label) { _ in } }
  }

  private mutating func add(_ table: IndicatorLayout, at index: Int) {
    for column in table.columns {
      for label in column.labels { edit(label) { $0.tables[index] = column.meaning } }
    }
    for label in table.total { edit(label) { $0.endsTables.insert(index) } }
  }

  private mutating func add(_ funds: FundLayout) {
    for column in funds.columns {
      for label in column.labels { edit(label) { $0.fund = $0.fund ?? column.meaning } }
    }
    let rows: [(FundLine.Role, [String])] =
      [(.total, funds.total)] + funds.sources.map { (.source($0.id), $0.labels) }
      + funds.groups.map { (.group($0.id), $0.labels) }
    for (role, labels) in rows {
      for label in labels { edit(label) { $0.fundRow = $0.fundRow ?? role } }
    }
  }

  private mutating func edit(_ text: String, _ change: (inout Meaning) -> Void) {
    let label = Wording.label(text)
    guard !label.isEmpty else { return }
    let scan = ByteScan(label.utf8.span)
    if !scan.hasIdeograph { needsIdeograph = false }
    beginnings.add(label)
    mostIdeographs = max(mostIdeographs, label.unicodeScalars.count)
    if let index = index(label, hash: scan.hash) {
      self.change(index, change)
      return
    }
    var meaning = Meaning()
    change(&meaning)
    places.add(words.count, hash: scan.hash)
    words.append(Word(label, meaning))
  }

  private mutating func change(_ index: Int, _ change: (inout Meaning) -> Void) {
    var meaning = words[index].meaning
    change(&meaning)
    words[index] = Word(words[index].label, meaning)
  }

  private func isKnown(_ text: String) -> Bool { word(labelled: Wording.label(text)) != nil }

  /// Changes what a label stands for, where it already stands for something.
  private mutating func editKnown(_ text: String, _ change: (inout Meaning) -> Void) {
    let label = Wording.label(text)
    guard let index = index(label, hash: ByteScan(label.utf8.span).hash) else { return }
    self.change(index, change)
  }

  /// The place in ``words`` of what a cell's text stands for; `nil` where it is no label.
  func index(of text: String) -> Int? {
    let bytes = text.utf8.span
    guard 1...Self.longestText ~= bytes.count, beginnings.mayBegin(bytes) else { return nil }
    if bytes.count > 3 * (mostIdeographs + 2), isTooLong(text) { return nil }
    let scan = ByteScan(bytes)
    if scan.isIdeographsOnly, !RowLabel.isOfWhich(bytes) { return index(text, hash: scan.hash) }
    guard scan.hasIdeograph || !needsIdeograph else { return nil }
    let label = RowLabel.withoutOfWhich(Wording.label(text))
    return index(label, hash: ByteScan(label.utf8.span).hash)
  }

  /// Whether a text begins with more ideographs than a label has, marks and digits among them left
  /// aside, before anything that could open a bracket. 其中 may stand before a label.
  private func isTooLong(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x4E00...0x9FFF: count += 1
      // Digits, white space and what ends clauses: ， 、 。 ；
      case 0x30...0x39, 0x20, 0x0A, 0xFF0C, 0x3001, 0x3002, 0xFF1B: continue
      default: return false
      }
      if count > mostIdeographs + 2 { return true }
    }
    return false
  }

  /// What a label in its compared form stands for; `nil` where it is none of these.
  func word(labelled label: String) -> Word? {
    index(label, hash: ByteScan(label.utf8.span).hash).map { words[$0] }
  }

  /// What a cell's text stands for; `nil` where it is no label.
  func word(of text: String) -> Word? { index(of: text).map { words[$0] } }

  private func index(_ label: String, hash: UInt64) -> Int? {
    places.first(hash) { Wording.same(words[$0].label, label) }
  }
}

/// The ideographs that labels begin with.
private struct Beginnings: Sendable {
  private static let range: ClosedRange<UInt32> = 0x4000...0x9FFF
  private var flags = [Bool](repeating: false, count: range.count)

  init(_ first: String) { add(first) }

  mutating func add(_ label: String) {
    if let index = Self.index(of: label.unicodeScalars.first) { flags[index] = true }
  }

  /// Whether a label may begin as a text does; any character other than an ideograph may stand
  /// before one.
  func mayBegin(_ text: Span<UInt8>) -> Bool {
    // The first bytes of just these ideographs.
    guard text.count >= 3, 0xE4...0xE9 ~= text[0] else { return true }
    let (high, middle, low) = (Int(text[0] & 0x0F), Int(text[1] & 0x3F), Int(text[2] & 0x3F))
    let index = (high << 12 | middle << 6 | low) - Int(Self.range.lowerBound)
    return !flags.indices.contains(index) || flags[index]
  }

  private static func index(of scalar: Unicode.Scalar?) -> Int? {
    guard let scalar, range.contains(scalar.value) else { return nil }
    return Int(scalar.value - range.lowerBound)
  }
}
