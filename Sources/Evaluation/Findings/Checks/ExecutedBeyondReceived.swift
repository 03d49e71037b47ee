internal import Figures

/// B003: executed more than was received.
enum ExecutedBeyondReceived: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard assessment.has(.received) else { return [] }
    return try assessment.funds.rows.compactMap { row in
      guard let received = row.amount(.received), let executed = row.amount(.executed),
        executed > received
      else { return nil }
      let excess = try executed - received
      return Draft(
        .b003, at: assessment.place(row, .executed), assessment.subject(row, .executed),
        found: executed.description, expected: "≤\(received)", "\(row.name)使用数超出到位数\(excess)。",
        advice: "核对到位数和使用数，改正填错的一处。")
    }
  }
}
