internal import Evaluation

extension Rejection {
  /// F002: encrypted with a password.
  static var encrypted: Rejection {
    Rejection(
      code: .f002, found: "有打开密码", message: "文件设有打开密码，无法读取。",
      advice: "用Excel或WPS打开，在“文件—信息—保护工作簿”（WPS为“文件—文档加密”）取消打开密码，保存后再报。")
  }
}
