public import Evaluation

extension InboxError: BilingualError {
  /// One sentence with the next step.
  public func wording(in language: Language) -> String {
    guard language == .zh else { return description }
    return switch self {
    case .missing(let path): "没有文件或文件夹 \(path)；请检查路径"
    case .notAFile(let path): "\(path) 不是文件也不是文件夹；请给出文件或文件夹"
    case .unreadable(let path): "打不开文件夹 \(path)；请检查权限"
    case .mixed(let path): "\(path) 放在报表中间，名称与输出相同，却不是审核写出的；请移走，或另选输出文件夹"
    case .wouldReplace(let path): "输出 \(path) 会覆盖一份报表；请另选输出文件夹"
    }
  }
}
