/// One cause, one finding: which of several findings stand.
///
/// Per cell only the gravest stands, among equals the first in the order F, S, V, T, B, R, C;
/// notes on how a value was read stay beside it, and S011 beside other notes. R008 stands only where no S or V finding stands
/// on that indicator. The rest of the order is in the checks themselves.
enum Precedence {
  static func settle(_ drafts: [Draft]) -> [Draft] {
    // A finding that is alone has nothing to yield to.
    guard drafts.count > 1 else { return drafts }
    let explained = withoutExplainedUnresolved(drafts)
    var gravest: [Place: Int] = [:]
    for (index, draft) in explained.enumerated() {
      guard let place = draft.place, place.cell != nil, !isReadingNote(draft) else { continue }
      guard let standing = gravest[place] else {
        gravest[place] = index
        continue
      }
      if outranks(draft, explained[standing]) { gravest[place] = index }
    }
    let stays = explained.indices.filter { index in
      let draft = explained[index]
      guard let place = draft.place, place.cell != nil, !isReadingNote(draft),
        !isAboutHeader(draft)
      else { return true }
      guard let standing = gravest[place], standing != index else { return true }
      return draft.code == .s011 && explained[standing].severity == .note
    }
    return stays.count == explained.count ? explained : stays.map { explained[$0] }
  }

  private static func withoutExplainedUnresolved(_ drafts: [Draft]) -> [Draft] {
    guard drafts.contains(where: { $0.code == .r008 }) else { return drafts }
    var explained: Set<String> = []
    for draft in drafts where !isReadingNote(draft) {
      let letter = draft.code.rawValue.utf8.first
      if letter == UInt8(ascii: "S") || letter == UInt8(ascii: "V") {
        explained.insert(draft.subject.key)
      }
    }
    return drafts.filter { $0.code != .r008 || !explained.contains($0.subject.key) }
  }

  /// Notes on how a value was read stay beside any other finding.
  private static func isReadingNote(_ draft: Draft) -> Bool {
    switch draft.code {
    case .v003, .v004, .v005, .v006, .v015: true
    case .v009: draft.severity == .note
    default: false
    }
  }

  /// Several indicators can be missing at one header cell; each stands.
  private static func isAboutHeader(_ draft: Draft) -> Bool { draft.code == .s004 }

  private static func outranks(_ one: Draft, _ other: Draft) -> Bool {
    if one.severity != other.severity { return one.severity > other.severity }
    return rank(one.code) < rank(other.code)
  }

  /// S011 comes behind all others: it says how a cell came by the figure that they are about.
  private static func rank(_ code: FindingCode) -> Int {
    if code == .s011 { return .max }
    let letters = Array("FSVTBRC".utf8)
    let letter = code.rawValue.utf8.first ?? 0
    return (letters.firstIndex(of: letter) ?? letters.count) * 1000
      + (Int(code.rawValue.dropFirst()) ?? 0)
  }
}
