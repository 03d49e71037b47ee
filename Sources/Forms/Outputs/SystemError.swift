internal import Evaluation
internal import Glibc
internal import Workbooks

/// What the system's error numbers mean to the person at the keyboard.
enum SystemError {
  static func text(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }

  /// The same in both languages.
  static func reason(_ code: Int32) -> Bilingual {
    Bilingual(ReasonsInChinese.text(of: text(code)), text(code))
  }

  static func nextStep(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "free some space, or choose an output folder on another disk"
    case EACCES, EPERM, EROFS: "choose an output folder that you may write to"
    case ENAMETOOLONG: "choose an output folder with a shorter path"
    case EISDIR, ENOTDIR, EEXIST, ENOTEMPTY: "a file and a folder have the same name: move one away"
    case ELOOP: "a link leads out of the output folder: remove it"
    case EMFILE, ENFILE: "allow more open files (ulimit -n), or lower --jobs"
    case ENOMEM: "close other programs, or lower --jobs"
    default: "choose another output folder"
    }
  }

  /// The number of an error that says nothing of the file it came with: the process has no more
  /// descriptors or memory.
  static func shortage(_ error: WorkbookError) -> Int32? {
    guard case .unreadable(_, let detail) = error else { return nil }
    return [EMFILE, ENFILE, ENOMEM].first { text($0) == detail }
  }
}
