public import Evaluation

/// How a round ended, in as much as a summary or a closing line needs.
public struct RoundResult: Sendable {
  /// One line a return, in the order given.
  public let lines: [SummaryLine]
  /// The projects from which nothing came, in the programme's order.
  public let missing: [Programme.Project]
  /// Findings about the round as a whole.
  public let findings: [Finding]
  /// Where forms were recognised: the programme's mistakes by schemes whose forms came back, which
  /// may be the points of other schemes.
  public internal(set) var reservations: [Reservation] = []

  /// The returns that changed while the round ran: what was read first stands, and their copies
  /// do not say what the round as a whole says of them.
  public internal(set) var changed: [String] = []

  /// The programme's mistakes by one scheme.
  public struct Reservation: Sendable {
    /// The scheme's id.
    public let scheme: String
    /// What it does not fit.
    public let errors: ProgrammeErrors
  }

  init(lines: [SummaryLine], missing: [Programme.Project], findings: [Finding]) {
    self.lines = lines
    self.missing = missing
    self.findings = findings
  }

  /// The returns that were scored.
  public var scored: Int { lines.count { $0.isRead } }
  /// Those of them that must go back; one that another replaces need not.
  public var sentBack: Int {
    lines.count { $0.isRead && !$0.isSuperseded && $0.verdict == .sendBack }
  }
  /// The returns that could not be read.
  public var rejected: Int { lines.count { !$0.isRead } }

  /// The gravest finding of all.
  public var worst: Severity? {
    (lines.compactMap(\.worst) + findings.map(\.severity)).max()
  }
}
