/// How grave a finding is.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Worth knowing (提示).
  case note
  /// Must be explained (须核实).
  case warning
  /// Must go back (须改).
  case error

  /// The word of the workbooks: 须改, 须核实, 提示.
  public var word: String {
    switch self {
    case .note: "提示"
    case .warning: "须核实"
    case .error: "须改"
    }
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// The graver is the larger.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
