internal import Evaluation
internal import Workbooks

extension Rejection {
  /// F001: not a readable workbook: no zip, truncated, damaged.
  init(unreadable error: WorkbookError) {
    switch error {
    case .damaged(let part, let detail):
      self.init(
        code: .f001, found: Self.place(part, detail),
        message: "文件已损坏，无法读取（\(ReasonsInChinese.part(part))）。",
        advice: "用Excel或WPS打开，按提示修复后另存；修复不了的，请填报单位重新发送。")
    case .notAWorkbook(let detail):
      self.init(
        code: .f001, found: ReasonsInChinese.text(of: detail), message: "不是Excel工作簿，无法读取。",
        advice: Self.saveAgain)
    case .unreadable(_, let detail): self.init(unreadable: detail)
    case .cannotPatch(let part, let detail):
      self.init(
        code: .f001, found: Self.place(part, detail),
        message: "工作簿结构异常，无法批注（\(ReasonsInChinese.part(part))）。",
        advice: Self.saveAgain)
    default:
      self.init(
        code: .f001, found: "\(error)", message: "批注件无法生成：\(error)。", advice: Self.saveAgain)
    }
  }

  /// The file could not be read from the disk.
  init(unreadable reason: String) {
    let reason = ReasonsInChinese.text(of: reason)
    self.init(
      code: .f001, found: reason, message: "文件无法从磁盘读取：\(reason)。",
      advice: "检查文件权限和磁盘，或请填报单位重新发送。")
  }

  private static func place(_ part: String, _ detail: String) -> String {
    "\(ReasonsInChinese.part(part))：\(ReasonsInChinese.text(of: detail))"
  }
}
