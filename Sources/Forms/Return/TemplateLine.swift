internal import Evaluation

/// Tells the lines that a blank has of its own from indicators.
struct TemplateLine: Sendable {
  private let lines: Set<String>
  private static let fillers = "…. 。·*×xX_-—–－/、,，:：()（）?？".unicodeScalars

  init(_ layout: IndicatorLayout) {
    lines = Set(layout.templateLines.map { Self.reduced(Wording.label($0)) })
  }

  /// Whether a third-level text names no indicator: it is blank, a line of the blank (指标2：,
  /// ……), or the name of its second tier alone.
  func matches(_ name: String, tier1: String, tier2: String) -> Bool {
    let label = Wording.label(name)
    let reduced = Self.reduced(label)
    if reduced.isEmpty { return label.isEmpty ? Self.reduced(Wording.key(name)).isEmpty : true }
    if lines.contains(reduced) || Self.isNumbered(label) { return true }
    return label == Wording.label(tier2) || label == Wording.label(tier1)
  }

  /// 指标 with a number and nothing else, as far as a blank may count.
  private static func isNumbered(_ label: String) -> Bool {
    guard label.hasPrefix("指标") else { return false }
    let rest = label.unicodeScalars.dropFirst(2)
    return rest.allSatisfy { 0x30...0x39 ~= $0.value || fillers.contains($0) }
  }

  /// A text without what merely fills a line.
  private static func reduced(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !fillers.contains($0) }))
  }
}
