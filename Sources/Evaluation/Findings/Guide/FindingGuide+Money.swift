extension FindingGuide {
  /// B.
  static let money = [
    FindingGuide(
      .b001, .form,
      zh: Page(
        "总额与各来源之和不符", "资金总额不等于各来源之和。总额未填或全为零而各来源有数的，按各来源之和计。",
        why: "资金对不上账，执行率也就不可信。", then: "核对总额与各来源，改正填错的一处。"),
      en: Page(
        "Total is not the sum of its sources",
        "The stated total differs from the sum of its sources. Where it is blank or all zero and the sources are not, their sum counts.",
        why: "Money that does not add up makes the execution rate doubtful.",
        then: "Check total and sources, and correct the one that is wrong.")),
    FindingGuide(
      .b002, .form,
      zh: Page(
        "执行数超出预算", "执行数大于预算数。已由某一来源说明的，总额不再重复。",
        why: "执行率得分不超过分值；超出部分要有资金来源和批准依据。",
        then: "核对执行数；确属超支的，说明资金来源和批准依据。"),
      en: Page(
        "Executed beyond the budget",
        "More was executed than budgeted. Said of a source, it is not said again of the total it explains.",
        why: "The score stops at the points; the excess needs a source and an approval.",
        then: "Check the amount; explain where the money came from and who approved it.")),
    FindingGuide(
      .b003, .own, needs: .received,
      zh: Page(
        "使用数超出到位数", "使用的钱比到位的多。", why: "没有到位的钱不可能已经使用，必有一处填错。",
        then: "核对到位数和使用数，改正填错的一处。"),
      en: Page(
        "Executed beyond what was received", "More was executed than was received.",
        why: "That cannot be: one of the two is wrong.", then: "Correct the one that is wrong.")),
    FindingGuide(
      .b004, .own, needs: .received,
      zh: Page(
        "到位数与预算数不同", "到位数与预算数不相等。已由某一来源说明的，总额不再重复。",
        why: "不影响计分；到位不足会拖累执行。", then: "知悉即可；可以说明到位差异的原因。"),
      en: Page(
        "Received differs from the budget",
        "The money received differs from the budget. Said of a source, it is not said again of the total it explains.",
        why: "Scores are not affected; money that did not come holds the work up.",
        then: "Nothing need be done; the reason may be given.")),
    FindingGuide(
      .b005, .executionRate, needs: .executionRates,
      zh: Page(
        "执行率计算有误", "自报的执行率不等于表内的执行数÷预算数（按自报的小数位四舍五入）。",
        why: "执行率是计分的依据；审核按重算的计。", then: "改为正确的执行率，或恢复公式。"),
      en: Page(
        "Execution rate miscalculated",
        "The claimed rate is not executed ÷ budget of the return's own figures, at the claim's own decimals.",
        why: "Points rest on the rate; the review uses the one it computed.",
        then: "Correct the rate, or restore its formula.")),
    FindingGuide(
      .b006, .own,
      zh: Page(
        "金额为负数", "金额小于零。", why: "预算、到位、执行都不会是负数；退回的钱不是负的支出。",
        then: "改为实际金额；退回资金另行说明。"),
      en: Page(
        "Negative amount", "An amount is below zero.",
        why: "Neither budgets nor payments are negative; money returned is no negative payment.",
        then: "Fill in the amount as it was, and explain what was returned.")),
    FindingGuide(
      .b007, .paid, needs: .pending,
      zh: Page(
        "执行数含待支付", "执行数里算进了还没有支付的钱；不含待支付的执行率已写明。",
        why: "执行数是实际支付的数，算进待支付会抬高执行率。", then: "执行数只计已支付的；待支付的另行说明。"),
      en: Page(
        "Unpaid amounts executed",
        "Amounts not yet paid were counted as executed; the rate without them is named.",
        why: "Executed is what was paid; the rest raises the rate.",
        then: "Count what was paid, and explain the rest.")),
    FindingGuide(
      .b008, .limit, needs: .limit,
      zh: Page(
        "执行率偏低未说明", "执行率低于方案规定的界限，又没有说明原因。", why: "执行偏低的，要说明原因和改进措施。",
        then: "补充说明执行率低的原因和改进措施。"),
      en: Page(
        "Low execution unexplained",
        "The execution rate is under the scheme's limit and no reason is given.",
        why: "Low execution has to be explained, with what will be done about it.",
        then: "Give the reason and the measures.")),
    FindingGuide(
      .b009, .own,
      zh: Page(
        "资金来源无法单独对账", "几个来源合并成一笔填报，或有预算的来源没有填执行数。",
        why: "这个来源对不了账；合并填报的，合在一起对。", then: "分来源填列；没有支出的填0。"),
      en: Page(
        "Source cannot be reconciled",
        "Several sources were given as one amount, or a source with a budget lacks its executed amount.",
        why: "The source cannot be reconciled by itself; combined ones are reconciled together.",
        then: "Fill in each source; 0 where nothing was spent.")),
  ]
}
