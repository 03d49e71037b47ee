internal import Evaluation
internal import Workbooks

extension Rejection {
  /// F003: a legacy or other format (.xls, .et, .csv, …), whatever its name says.
  init(legacy format: LegacyFormat) {
    self.init(
      code: .f003, found: Self.name(of: format),
      message: "文件实际是\(Self.name(of: format))，不是.xlsx，改扩展名无效。", advice: Self.saveAgain)
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
}
