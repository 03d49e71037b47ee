internal import Evaluation
internal import Glibc

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
    default: "choose another output folder"
    }
  }
}
