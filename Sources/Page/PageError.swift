public import Evaluation

/// Why the page cannot do what it was asked, in the words of the person who asked.
public struct PageError: Error, Hashable, Sendable {
  /// What kind of refusal it is.
  public enum Kind: Hashable, Sendable {
    /// What was asked makes no sense.
    case unusable
    /// There is nothing of that name.
    case missing
    /// It cannot be done now; later it can.
    case tooEarly
    /// It is beyond a limit of the page.
    case tooLarge
    /// The disk is full or a file cannot be written.
    case disk
  }

  /// What kind of refusal it is.
  public let kind: Kind
  /// What is wrong and what to do.
  public let text: Bilingual

  /// A refusal.
  public init(_ kind: Kind, _ chinese: String, _ english: String) {
    self.kind = kind
    text = Bilingual(chinese, english)
  }

  /// An error of the library.
  public init(_ kind: Kind = .disk, _ error: any Error) {
    let spoken = error as? any BilingualError
    self.kind = kind
    text = Bilingual(
      spoken?.wording(in: .zh) ?? "\(error)", spoken?.wording(in: .en) ?? "\(error)")
  }
}

extension PageError {
  static let noRound = PageError(
    .missing, "没有这个批次；它可能已删除", "no such round; it may have been deleted")
  static let noRun = PageError(
    .tooEarly, "还没有审核结果；请先审核", "there are no results yet; review the returns first")
}
