public import Evaluation
public import Workbooks

extension WorkbookError: BilingualError {
  /// One sentence naming the part, both values and the next step.
  public func wording(in language: Language) -> String {
    guard language == .zh else { return description }
    if case .cannotWrite(let detail) = self {
      return "工作簿无法写出：\(ReasonsInChinese.text(of: detail))"
    }
    if case .cannotSetAside(let folder, _, let reason) = self {
      return "\(folder) 放不下中间文件：\(ReasonsInChinese.text(of: reason))"
    }
    let rejection = Rejection(self)
    let message = rejection.message.dropLast()
    let found = message.contains(rejection.found) ? "" : "（\(rejection.found)）"
    return message + found + "；" + rejection.advice.dropLast()
  }
}
