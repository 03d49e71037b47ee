extension IssuedForm {
  /// In what a blank differs from the round it came back to: why it is not scored (F011).
  public struct Mismatch: Hashable, Sendable {
    /// What differs, in the words of the form: 评价方案, 年度, 工作名称.
    public var label: String
    /// What the blank says.
    public var found: String
    /// What the round says.
    public var expected: String
  }

  /// The first thing in which a blank belongs elsewhere; `nil` where it belongs to this round.
  ///
  /// What either side leaves empty does not differ, and neither does the version of one scheme.
  /// Without a programme only the scheme can be compared.
  public func mismatch(scheme: Scheme, programme: Programme?) -> Mismatch? {
    if self.scheme != scheme.id {
      return Mismatch(label: "评价方案", found: self.scheme, expected: scheme.id)
    }
    guard let programme else { return nil }
    if let due = programme.year, Self.differ(Self.year(year), Self.year(due)) {
      return Mismatch(label: "年度", found: year, expected: due)
    }
    if let due = programme.title, Self.differ(Wording.key(campaign), Wording.key(due)) {
      return Mismatch(label: "工作名称", found: campaign, expected: due)
    }
    return nil
  }

  private static func differ(_ one: String, _ other: String) -> Bool {
    !one.isEmpty && !other.isEmpty && one != other
  }

  /// 2024年 and 2024年度 are 2024.
  private static func year(_ text: String) -> String {
    let key = Wording.key(text)
    let digits = key.unicodeScalars.prefix { ("0"..."9").contains($0) }
    return digits.count == 4 ? String(digits) : key
  }
}
