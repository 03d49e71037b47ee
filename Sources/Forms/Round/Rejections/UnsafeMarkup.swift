internal import Evaluation

extension Rejection {
  /// F006: XML with a DOCTYPE or external entity.
  init(documentTypeIn part: String) {
    self.init(
      code: .f006, found: part, message: "\(part)含有外部实体声明，为安全起见不读取。",
      advice: Self.saveAgain)
  }
}
