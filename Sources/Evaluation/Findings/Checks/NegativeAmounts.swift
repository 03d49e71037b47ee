internal import Figures

/// B006: an amount below zero.
enum NegativeAmounts: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.funds.rows.flatMap { row in
      FundColumn.amounts.compactMap { column in
        guard let amount = row.amount(column), amount.isNegative else { return nil }
        return Draft(
          .b006, at: assessment.place(row, column), assessment.subject(row, column),
          found: amount.description, expected: "≥0",
          "\(row.name)的\(assessment.scheme.form.label(column))为负数（\(amount)）。",
          advice: "改为实际金额；没有的填0，退回的资金另行说明。")
      }
    }
  }
}
