/// V008: an amount in 元 where 万元 is due: the evident reading counts, both are named.
enum DoubtfulMagnitudes: ValueRule {
  static let code = FindingCode.v008

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("\(remark.found)疑按元填写，已按\(remark.expected)万元计。", "核对单位；确按元填的，改为\(remark.expected)。")
  }
}
