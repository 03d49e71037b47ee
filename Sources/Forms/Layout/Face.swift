/// Typefaces by what is set in them.
enum Face {
  static let heading = "黑体"
  static let table = "宋体"
  static let lengthy = "仿宋_GB2312"
  static let auditor = "楷体_GB2312"
  static let figures = "Times New Roman"
}
