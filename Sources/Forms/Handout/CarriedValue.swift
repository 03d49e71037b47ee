/// What an indicator had to reach and did reach the year before, as it is shown beside this year's
/// target. It is read by nobody when the blank comes back.
public struct CarriedValue: Hashable, Sendable {
  /// 上年指标值, with its sign.
  public var target: String
  /// 上年完成值.
  public var actual: String

  /// Values of the year before.
  public init(target: String, actual: String) {
    self.target = target
    self.actual = actual
  }

  /// The headers of the columns. A header of these words heads nothing of a return.
  static let headers = ["上年指标值", "上年完成值"]
  /// The pixels of each column.
  static let width = 92

  /// The values, by column.
  var texts: [String] { [target, actual] }
}
