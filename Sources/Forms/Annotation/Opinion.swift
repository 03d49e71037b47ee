internal import Evaluation
internal import Figures

/// The line of 审核意见 beside a row: what is the matter, gravest first, then the sum.
struct Opinion: Sendable {
  /// The line.
  let text: String
  /// The gravest level it speaks of; `nil` where nothing is wrong.
  let severity: Severity?

  /// The room of two lines of the column in em: its width less indent and padding.
  static let room = 2 * ((Double(AuditLook.opinionWidth) - 16) / (size * 4 / 3) - 0.5)
  /// The size of its letters in points.
  static let size = 10.0
  /// The sizes it may have, for rows that have less room.
  static let sizes: [Double] = [size, 9, 8, 7.5]

  /// The sum of a row that cannot be scored.
  static let nothing = "暂记0分"

  /// The opinion on a row.
  ///
  /// - Parameters:
  ///   - findings: what was found in the row, gravest first.
  ///   - working: the sum, as the score was computed; "" where there is none.
  ///   - isShort: whether the sum itself says what was missed.
  init(findings: [Finding], working: String, isShort: Bool = false) {
    guard !findings.isEmpty else {
      (severity, text) = (nil, working)
      return
    }
    let serious = findings.filter { $0.severity > .note }
    severity = serious.first?.severity
    text = Self.composed(
      of: serious.filter { !Self.isSaid($0, bySum: isShort && !working.isEmpty) },
      working: working)
  }

  /// Whether the figures beside it say it already: a shortfall its sum, a score claimed too
  /// high the difference.
  private static func isSaid(_ finding: Finding, bySum: Bool) -> Bool {
    bySum && finding.severity == .warning && (finding.code == .r005 || finding.code == .r002)
  }

  private static func composed(of findings: [Finding], working: String) -> String {
    guard let gravest = findings.first else { return working }
    let mark = AuditLook.mark(gravest.severity == .error) + " "
    let isRepeated =
      !working.isEmpty && Wording.holds(phrase(for: gravest, beside: working), working)
    let sum = isRepeated ? "" : working
    let budget = max(room - TextExtent.em(mark) - TextExtent.em(sum), room / 3)
    return mark + joined(findings, within: budget, before: sum)
  }

  /// As many phrases as there is room for; the first always, cut if it must be.
  private static func joined(
    _ findings: [Finding], within budget: Double, before sum: String
  ) -> String {
    var words = ""
    var left = budget
    for finding in findings {
      let phrase = phrase(for: finding, beside: sum)
      let width = TextExtent.em(phrase)
      guard !phrase.isEmpty, words.isEmpty || width <= left else { continue }
      words += words.isEmpty ? TextExtent.fitted(phrase, em: left) : phrase
      left -= width
    }
    if words.isEmpty && sum.isEmpty { words = findings.first?.message ?? "" }
    if sum == Self.nothing, !words.contains("0分") {
      return words.droppingStop.replacingSuffix("，未计", with: "") + "，" + sum
    }
    if sum == Self.nothing { return words.droppingStop }
    return sum.isEmpty ? words.droppingStop : words + sum
  }

  /// What a finding is in few words. The row gives the figures; the note gives the rest.
  ///
  /// - Parameter sum: the working beside it, which it need not repeat.
  static func phrase(for finding: Finding, beside sum: String = "") -> String {
    switch finding.code {
    case .v001: finding.severity == .error || sum.isEmpty ? "未填。" : ""
    case .v016 where !finding.found.isEmpty:
      "“\(TextExtent.clipped(finding.found, to: 12))”非规定等次。"
    case .s009: "与别的指标合并成一格，须拆开。"
    case .b001: difference(finding) ?? firstSentence(finding.message)
    case .b002 where sum.hasPrefix("超预算"): ""
    case .r006 where !sum.isEmpty, .r009 where !sum.isEmpty: ""
    case .r007: "未说明原因。"
    case .r008 where sum.hasPrefix("未计分"): ""
    case .c004 where !finding.found.isEmpty:
      "文字写“\(TextExtent.clipped(finding.found, to: 16))”。"
    default: due(finding) ?? firstSentence(finding.message)
    }
  }

  /// Of a finding with one figure that is due, what is due.
  private static func due(_ finding: Finding) -> String? {
    let expected = finding.expected
    guard !expected.isEmpty else { return nil }
    return switch finding.code {
    case .t001: "指标值应为下达的\(expected)。"
    case .t002: "分值应为下达的\(expected)。"
    case .t004: "预算应为下达的\(expected)。"
    case .t005: "成本指标写成≥，方向相反。"
    case .b005: "执行率应为\(expected)。"
    case .r001: "完成率应为\(expected)。"
    case .r002: "自评偏高，应得\(expected)。"
    case .r003: "自评总分应为\(expected)。"
    case .c003: "应\(expected)。"
    default: nil
    }
  }

  /// 全年执行数比来源之和多18。
  private static func difference(_ finding: Finding) -> String? {
    guard let found = Figure(finding.found), let expected = Figure(finding.expected),
      let gap = try? found - expected, let size = try? gap.magnitude()
    else { return nil }
    let column = finding.label.split(separator: "·").last ?? "总额"
    return "\(column)比来源之和\(gap.isNegative ? "少" : "多")\(size)。"
  }

  private static func firstSentence(_ text: String) -> String {
    let sentence = text.unicodeScalars.prefix { $0 != "。" && $0 != "\n" }
    return sentence.isEmpty ? "" : TextExtent.clipped(String(sentence), to: 100) + "。"
  }

  /// The size of letters, in points, at which the opinion can be read in a row of this height.
  func size(inRowOf points: Double?) -> Double {
    guard let points else { return Self.size }
    let pixels = points * 4 / 3
    var last = Self.size
    for size in Self.sizes {
      last = size
      let lines = TextExtent.lines(text, pixels: AuditLook.opinionWidth - 16, size: size)
      if Double(lines) * size * 4 / 3 * 1.3 <= pixels + 1 { break }
    }
    return last
  }
}

extension String {
  /// Without a full stop at its end.
  fileprivate var droppingStop: String { hasSuffix("。") ? String(dropLast()) : self }
}
