internal import Evaluation
internal import Workbooks

/// Why a file is not scored, in the words of the people who sent it.
struct Rejection: Error {
  var code: FindingCode
  var found: String
  var message: String
  var advice: String

  /// The finding that stands for the whole file.
  func finding(file: String) -> Finding {
    RoundFindings.rejected(code, file: file, found: found, message: message, advice: advice)
  }
}

extension Rejection {
  private static let saveAgain = "用Excel或WPS打开，另存为“Excel工作簿（*.xlsx）”后再报。"
  private static let askAgain = "请填报单位重新发送；打不开的，从下发的空表重新填报。"

  init(_ error: WorkbookError) {
    switch error {
    case .empty:
      self.init(
        code: .f004, found: "0字节", message: "文件是空的，没有内容。", advice: Self.askAgain)
    case .unreadable(_, let detail): self.init(unreadable: detail)
    case .notAWorkbook(let detail):
      self.init(
        code: .f001, found: ReasonsInChinese.text(of: detail), message: "不是Excel工作簿，无法读取。",
        advice: Self.saveAgain)
    case .damaged(let part, let detail):
      self.init(
        code: .f001, found: Self.place(part, detail),
        message: "文件已损坏，无法读取（\(ReasonsInChinese.part(part))）。",
        advice: "用Excel或WPS打开修复并另存；修复不了的，请填报单位重新发送。")
    case .encrypted:
      self.init(
        code: .f002, found: "有打开密码", message: "文件设有打开密码，无法读取。",
        advice: "取消打开密码后另存，再报。")
    case .legacyFormat(let format):
      self.init(
        code: .f003, found: Self.name(of: format),
        message: "文件实际是\(Self.name(of: format))，不是.xlsx，改扩展名无效。", advice: Self.saveAgain)
    case .beyondLimit(let limit, let found, let allowed, let part):
      self.init(
        code: .f005, found: "\(found)",
        message:
          "超出安全限度，未读取：\(ReasonsInChinese.part(part))的\(Self.name(of: limit))为\(found)，上限\(allowed)。",
        advice: "只把自评表复制到新工作簿，另存后再报。")
    case .documentType(let part):
      self.init(
        code: .f006, found: part, message: "\(part)含有外部实体声明，为安全起见不读取。",
        advice: Self.saveAgain)
    case .cannotPatch(let part, let detail):
      self.init(
        code: .f001, found: Self.place(part, detail),
        message: "工作簿结构异常，无法批注（\(ReasonsInChinese.part(part))）。",
        advice: Self.saveAgain)
    case .cannotWrite(let detail):
      self.init(
        code: .f001, found: detail, message: "批注件无法生成：\(detail)。", advice: Self.saveAgain)
    }
  }

  /// The file could not be read from the disk.
  init(unreadable reason: String) {
    let reason = ReasonsInChinese.text(of: reason)
    self.init(
      code: .f001, found: reason, message: "文件无法从磁盘读取：\(reason)。",
      advice: "检查文件权限和磁盘，或请填报单位重新发送。")
  }

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

  /// F011: the blank belongs to another scheme, year or campaign.
  init(_ mismatch: IssuedForm.Mismatch) {
    self.init(
      code: .f011, found: "\(mismatch.label)：\(mismatch.found)，本次为\(mismatch.expected)",
      message:
        "所用空表不是本次下发的：空表的\(mismatch.label)为“\(mismatch.found)”，本次为“\(mismatch.expected)”。未计分。",
      advice: "用本次下发的空表重新填报。")
  }

  private static func place(_ part: String, _ detail: String) -> String {
    "\(ReasonsInChinese.part(part))：\(ReasonsInChinese.text(of: detail))"
  }

  private static func name(of format: LegacyFormat) -> String {
    switch format {
    case .excel97: "旧版表格（.xls或.et）"
    case .binaryWorkbook: "二进制工作簿（.xlsb）"
    case .spreadsheetXML: "XML表格（.xml）"
    case .html: "网页（.html）"
    case .delimitedText: "文本表格（.csv）"
    case .text: "文本文件（.txt）"
    case .richText: "RTF文档"
    case .pdf: "PDF文档"
    case .compoundFile: "旧版Office文档（.doc、.wps等）"
    }
  }

  private static func name(of limit: Limit) -> String {
    switch limit {
    case .fileBytes: "文件大小（字节）"
    case .inflatedBytes: "解压后总大小（字节）"
    case .partBytes: "解压后大小（字节）"
    case .ratio: "压缩比"
    case .parts: "条目数"
    case .sheets: "工作表数"
    case .cells: "单元格数"
    case .rows: "行数"
    case .columnDefinitions: "列定义数"
    case .merges: "合并区域数"
    case .validations: "数据验证数"
    case .strings: "文本数"
    case .styles: "格式数"
    case .definedNames: "名称数"
    case .nesting: "嵌套层数"
    case .attributeBytes: "属性长度（字节）"
    case .attributes: "属性数"
    case .namespaces: "命名空间声明数"
    }
  }
}
