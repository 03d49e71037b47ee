internal import Evaluation

extension Rejection {
  /// F008: no form of the scheme was found.
  init(noForm nearest: FormFinder.NearMiss?, title: String) {
    guard let nearest, !nearest.found.isEmpty, let sheet = nearest.sheet else {
      self.init(
        code: .f008, found: "没有\(title)的表头", message: "没有找到“\(title)”：各工作表都没有所需的表头。",
        advice: "用下发的空表填报；改过表头的，恢复原来的栏名。")
      return
    }
    let found = nearest.found.joined(separator: "、")
    let missing = nearest.missing.joined(separator: "、")
    let row = nearest.row.map { "第\($0)行" } ?? ""
    self.init(
      code: .f008, found: "“\(sheet)”\(row)有：\(found)",
      message: "没有找到完整的“\(title)”：工作表“\(sheet)”\(row)有\(found)，缺\(missing)。",
      advice: "恢复缺少的栏：\(missing)。")
  }
}
