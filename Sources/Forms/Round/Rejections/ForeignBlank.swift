internal import Evaluation

extension Rejection {
  /// F011: the blank belongs to another scheme, year or campaign.
  init(_ mismatch: IssuedForm.Mismatch) {
    self.init(
      code: .f011, found: "\(mismatch.label)：\(mismatch.found)，本次为\(mismatch.expected)",
      message:
        "所用空表不是本次下发的：空表的\(mismatch.label)为“\(mismatch.found)”，本次为“\(mismatch.expected)”。未计分。",
      advice: "用本次下发的空表重新填报。")
  }
}
