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
  static let saveAgain = "用Excel或WPS打开，另存为“Excel工作簿（*.xlsx）”后再报。"

  /// What the file was refused for, each reason in its own file.
  init(_ error: WorkbookError) {
    switch error {
    case .empty: self = .empty
    case .encrypted: self = .encrypted
    case .legacyFormat(let format): self.init(legacy: format)
    case .beyondLimit(let limit, let found, let allowed, let part):
      self.init(beyond: limit, found: found, allowed: allowed, part: part)
    case .documentType(let part): self.init(documentTypeIn: part)
    case .unreadable, .notAWorkbook, .damaged, .cannotPatch, .cannotWrite, .cannotSetAside:
      self.init(unreadable: error)
    }
  }
}
