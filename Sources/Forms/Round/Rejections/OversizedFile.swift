internal import Evaluation
internal import Workbooks

extension Rejection {
  /// F005: beyond the safety limits (inflated size, parts, rows, cells, nesting).
  init(beyond limit: Limit, found: Int, allowed: Int, part: String) {
    self.init(
      code: .f005, found: "\(found)",
      message:
        "超出安全限度，未读取：\(ReasonsInChinese.part(part))的\(Self.name(of: limit))为\(found)，上限\(allowed)。",
      advice: "新建工作簿，只把自评表复制进去，另存后再报。")
  }

  private static func name(of limit: Limit) -> String {
    switch limit {
    case .fileBytes: "文件大小（字节）"
    case .inflatedBytes: "解压后总大小（字节）"
    case .partBytes: "解压后大小（字节）"
    case .ratio: "压缩比"
    case .ratioFrom: "计压缩比的大小（字节）"
    case .parts: "条目数"
    case .sheets: "工作表数"
    case .cells: "单元格数"
    case .rows: "行数"
    case .columnDefinitions: "列定义数"
    case .merges: "合并区域数"
    case .validations: "数据验证数"
    case .strings: "文本数"
    case .textBytes: "一段文字的长度（字节）"
    case .styles: "格式数"
    case .definedNames: "名称数"
    case .relationships: "关系数"
    case .elements: "元素数"
    case .nesting: "嵌套层数"
    case .attributeBytes: "属性长度（字节）"
    case .attributes: "属性数"
    case .namespaces: "命名空间声明数"
    case .forms: "自评表份数"
    case .indicators: "指标数"
    case .bundleBytes: "压缩包大小（字节）"
    case .bundleInflatedBytes: "压缩包解压后总大小（字节）"
    case .bundleEntries: "压缩包条目数"
    case .bundleDepth: "压缩包层数"
    case .nestedBundleBytes: "内层压缩包大小（字节）"
    }
  }
}
