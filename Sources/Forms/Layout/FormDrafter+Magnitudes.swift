internal import Evaluation

// What the self-check says of amounts beside what they are held against.
extension FormDrafter {
  /// The group of checks that are told before other conflicts: they are the cause of those.
  static let magnitudes = "金额单位"

  /// An amount in 元 where 万元 is due, by the rule of V008: 2 000 times its budget, and within
  /// 0.2–5 times once divided by 10 000. A sum says nothing that its parts do not.
  mutating func drawMagnitudeCheck(
    _ plan: FundRowPlan, _ executed: ClosedRange<Int>, _ budget: ClosedRange<Int>
  ) {
    guard form.funds?.moneyUnit == "万元",
      plan.role != .total || form.funds?.plan(project?.funds ?? []).isEmpty == true
    else { return }
    check(
      Self.magnitudes, executed,
      compared("§\(cell(executed))", "§\(cell(budget))", near: "FALSE", isYuan: "TRUE"),
      conflict: "\(plan.label)的\(form.label(.executed))疑按元填写，应以万元为单位")
  }

  /// Holds where an amount is more than what it is held against, and not for its unit.
  func isBeyond(_ amount: String, _ base: String) -> String {
    guard form.funds?.moneyUnit == "万元" else {
      return "IF(COUNT(\(amount),\(base))<2,FALSE,\(amount)>\(base))"
    }
    return compared(amount, base, near: "\(amount)>\(base)", isYuan: "FALSE")
  }

  /// What holds of two amounts that are near each other, and of one that seems to be in 元.
  private func compared(
    _ amount: String, _ base: String, near: String, isYuan: String
  ) -> String {
    let far = isYuan == "TRUE" ? "FALSE" : "TRUE"
    return "IF(COUNT(\(amount),\(base))<2,FALSE,IF(\(base)<=0,\(near),"
      + "IF(\(amount)<2000*\(base),\(near),IF(\(amount)<=50000*\(base),\(isYuan),\(far)))))"
  }
}
