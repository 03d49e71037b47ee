public import Evaluation
internal import Glibc

extension OutputError: BilingualError {
  /// One sentence that names path and reason, and what to do.
  public func wording(in language: Language) -> String {
    guard language == .zh else { return description }
    return
      "无法\(step.chinese) \(path)：\(ReasonsInChinese.text(of: reason))；\(SystemError.chineseStep(code))"
  }
}

extension OutputError.Step {
  fileprivate var chinese: String {
    switch self {
    case .makeFolder: "建立文件夹"
    case .create: "建立"
    case .write: "写入"
    case .replace: "放到位"
    case .open: "打开"
    case .read: "读回"
    }
  }
}

extension SystemError {
  /// What to do, in Chinese.
  fileprivate static func chineseStep(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "请腾出空间，或把输出文件夹放到别的磁盘"
    case EACCES, EPERM, EROFS: "请另选有权写入的输出文件夹"
    case ENAMETOOLONG: "请选路径较短的输出文件夹"
    case EISDIR, ENOTDIR, EEXIST, ENOTEMPTY: "有同名的文件和文件夹，请移走其中一个"
    case ELOOP: "有链接指到输出文件夹之外，请删去"
    case EMFILE, ENFILE: "请放宽可打开的文件数（ulimit -n），或减小--jobs"
    case ENOMEM: "请关掉别的程序，或减小--jobs"
    default: "请另选输出文件夹"
    }
  }
}
