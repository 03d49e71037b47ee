internal import Evaluation

/// Tells the lines that a blank has of its own from indicators.
struct TemplateLine: Sendable {
  private let lines: Set<String>
  private let beginnings: Set<Unicode.Scalar>
  private static let fillers = "…. 。·*×xX_-—–－/、,，:：()（）?？".unicodeScalars

  init(_ layout: IndicatorLayout) {
    lines = Set(layout.templateLines.map { Self.reduced(Wording.label($0)) })
    beginnings = Set(lines.compactMap(\.unicodeScalars.first)).union(["指"])
  }

  private func isName(_ name: String, _ first: Unicode.Scalar, of tier: String) -> Bool {
    tier.utf8.first == name.utf8.first && tier.unicodeScalars.first == first
      && Wording.label(name) == Wording.label(tier)
  }

  /// Whether a third-level text names no indicator: it is blank, a line of the blank (指标2：,
  /// ……), or the name of its second tier alone.
  func matches(_ name: String, tier1: String, tier2: String) -> Bool {
    if let first = name.unicodeScalars.first, Self.isIdeographic(first),
      !beginnings.contains(first)
    {
      return isName(name, first, of: tier2) || isName(name, first, of: tier1)
    }
    let label = Wording.label(name)
    if label.isEmpty { return Self.reduced(Wording.key(name)).isEmpty }
    return isLine(label) || label == Wording.label(tier2) || label == Wording.label(tier1)
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    0x4E00...0x9FFF ~= scalar.value || scalar.properties.isIdeographic
  }

  /// Whether a label is a line of the blank, or filling alone.
  func isLine(_ label: String) -> Bool {
    let reduced = Self.reduced(label)
    return reduced.isEmpty || lines.contains(reduced) || Self.isNumbered(label)
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
