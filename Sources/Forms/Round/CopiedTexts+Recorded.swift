internal import Evaluation

extension CopiedTexts {
  /// So many texts beside the first are named in a finding.
  private static let mostNamed = 4

  /// C005, with the words of the returns that results.json records.
  func findings(in returns: RecordedReturns) throws -> [Finding] {
    try groups.compactMap { group in
      guard let first = try Self.quotation(group.first, in: returns) else { return nil }
      let others = try group.others.prefix(Self.mostNamed).compactMap {
        try Self.quotation($0, in: returns)
      }
      return RoundFindings.copied(
        first, others, of: group.others.count, isExact: group.isExact, digest: group.digest)
    }
  }

  private static func quotation(
    _ location: Location, in returns: RecordedReturns
  ) throws -> RoundFindings.Quotation? {
    let read = try returns.read(location.entry, .init([.shown, .texts]))
    guard read.texts.indices.contains(location.text) else { return nil }
    return RoundFindings.Quotation(
      project: read.project, file: read.form > 1 ? "\(read.file)#\(read.form)" : read.file,
      text: read.texts[location.text])
  }
}
