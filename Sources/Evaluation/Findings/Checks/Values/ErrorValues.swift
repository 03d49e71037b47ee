/// V010: the cell holds an error value (#DIV/0!, #REF!, …).
enum ErrorValues: ValueRule {
  static let code = FindingCode.v010

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("单元格是错误值\(remark.found)，未计。", "改正公式引用的单元格，或删去公式直接填数。")
  }
}
