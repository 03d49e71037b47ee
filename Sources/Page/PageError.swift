public import Evaluation
internal import Forms
internal import Glibc

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
    self.kind = kind
    text =
      switch error {
      case let error as OutputError: Self.text(error)
      case let error as any BilingualError:
        Bilingual(error.wording(in: .zh), error.wording(in: .en))
      default: Self.data
      }
  }

  /// Who uses the page knows files by name; where its data lie is not theirs to know.
  private static func text(_ error: OutputError) -> Bilingual {
    switch error.code {
    case ENOSPC, EDQUOT: return full
    default:
      let name = error.path.split(separator: "/").last.map(String.init) ?? error.path
      let named = OutputError(error.step, name, code: error.code, reason: error.reason)
      return Bilingual(named.wording(in: .zh), named.wording(in: .en))
    }
  }

  private static let full = Bilingual(
    "磁盘空间不足，没有保存；请在网页数据所在的磁盘上腾出空间，再试一次",
    "the disk is full and nothing was saved; free some space where the page's data lie, then try again"
  )
  private static let data = Bilingual(
    "网页的数据不能读写；请看看磁盘是否已满、数据文件夹是否可写，再试一次",
    "the page's data cannot be read or written; see whether the disk is full and the data folder "
      + "writable, then try again")
}

extension PageError {
  static let noRound = PageError(
    .missing, "没有这个批次；它可能已删除", "no such round; it may have been deleted")
  static let noRun = PageError(
    .tooEarly, "还没有审核结果；请先审核", "there are no results yet; review the returns first")
}
