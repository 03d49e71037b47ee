internal import Evaluation

extension Rejection {
  /// F004: an empty file.
  static var empty: Rejection {
    Rejection(
      code: .f004, found: "0字节", message: "文件是空的，没有内容。",
      advice: "请填报单位重新发送；打不开的，从下发的空表重新填报。")
  }
}
