/// What one code says of a form's structure; reading finds out what became of it (Forms/Return).
protocol StructureRule: SendableMetatype {
  /// What is wrong, and what to do about it.
  typealias Words = (message: String, advice: String)

  /// The code it is about.
  static var code: FindingCode { get }

  static func words(_ remark: StructureRemark) -> Words
}

/// Every rule about structure.
enum StructureRules {
  private static let all: [any StructureRule.Type] = [
    IgnoredEntries.self, EmptyExtents.self, RenamedSheets.self, ReorderedColumns.self,
    RewordedLabels.self, BrokenTiers.self, RemovedLocks.self, HiddenParts.self,
    MergedIndicators.self, SwappedFormulas.self, NamelessRows.self,
  ]

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The words of a remark on structure.
  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    byCode[remark.code]?.words(remark) ?? (remark.found, "")
  }
}
