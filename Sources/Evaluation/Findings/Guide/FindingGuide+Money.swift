extension FindingGuide {
  /// B.
  static let money = [
    FindingGuide(
      .b001, .form,
      zh: Page(
        "总额与各来源之和不符", "年度资金总额一行的数不等于下面各来源之和；说明里有算式和差额。总额未填或全为零而各来源有数的，按各来源之和计。差额可由各来源四舍五入解释的，只作提示。",
        why: "资金对不上账，执行率也就不可信；执行率按总额行的数计。",
        then: "对照账簿，看是总额加错还是某个来源填错，改正那一格；总额行最好写成求和公式。"),
      en: Page(
        "Total is not the sum of its sources",
        "The row of the total differs from the sum of its sources; the message has the sum and the difference. Where it is blank or all zero and the sources are not, their sum counts. A difference that rounding explains is a note.",
        why:
          "Money that does not add up makes the execution rate doubtful; it goes by the stated total.",
        then:
          "Look into the books whether total or source is wrong and correct that cell; a formula in the total is best."
      )),
    FindingGuide(
      .b002, .form,
      zh: Page(
        "执行数超出预算", "执行数大于预算数；说明里有两个数和差额。已由某一来源说明的，总额不再重复。",
        why: "执行率得分不超过分值；超出部分要有资金来源和批准依据。",
        then: "先看预算数是不是漏了追加；没有填错的，在原因栏说明多支的钱从哪里来、谁批准的。"),
      en: Page(
        "Executed beyond the budget",
        "More was executed than budgeted; the message has both and the difference. Said of a source, it is not said again of the total it explains.",
        why: "The score stops at the points; the excess needs a source and an approval.",
        then:
          "See whether the budget lacks an addition; else say where the money came from and who approved it."
      )),
    FindingGuide(
      .b003, .own, needs: .received,
      zh: Page(
        "使用数超出到位数", "执行（使用）的钱比到位的多；说明里有两个数和差额。已由某一来源说明的，总额不再重复；到位数与预算数不同（B004）也不再说。",
        why: "没有到位的钱不可能已经使用，必有一处填错。",
        then: "对照拨款文件和支付凭证，改正到位数或执行数；垫付的，按实际到位的数填，另行说明。"),
      en: Page(
        "Executed beyond what was received",
        "More was executed than was received; the message has both and the difference. Said of a source, it is not said again of the total it explains, nor B004 of the same row.",
        why: "That cannot be: one of the two is wrong.",
        then:
          "Hold both against the transfers and payments and correct the wrong one; what was advanced is to be explained."
      )),
    FindingGuide(
      .b004, .own, needs: .received,
      zh: Page(
        "到位数与预算数不同", "到位数与预算数不相等；说明里有两个数和差额。已由某一来源说明的，总额不再重复。",
        why: "不影响计分；到位不足会拖累执行，到位超出要有依据。",
        then: "没有填错的不必改；可以在说明里写明差额何时到位。"),
      en: Page(
        "Received differs from the budget",
        "The money received differs from the budget; the message has both and the difference. Said of a source, it is not said again of the total it explains.",
        why: "Scores are not affected; money that did not come holds the work up.",
        then: "Nothing need be done where it is right; say when the rest will come.")),
    FindingGuide(
      .b005, .executionRate, needs: .executionRates,
      zh: Page(
        "执行率计算有误", "自报的执行率不等于表内的执行数÷预算数（按自报的小数位四舍五入一次）；说明里有算式。",
        why: "执行率是计分的依据；审核按重算的计。",
        then: "把单元格改成说明里算出的执行率，或写成公式：＝执行数÷预算数，格式设为百分比。"),
      en: Page(
        "Execution rate miscalculated",
        "The claimed rate is not executed ÷ budget of the return's own figures, rounded once at the claim's own decimals; the message has the sum.",
        why: "Points rest on the rate; the review uses the one it computed.",
        then:
          "Type the rate from the message, or a formula, executed ÷ budget, in a percent format.")),
    FindingGuide(
      .b006, .own,
      zh: Page(
        "金额为负数", "预算、到位、执行等金额小于零。多半是把结余、退回的钱写成了负的支出。",
        why: "这些金额都不会是负数；负数会使合计和执行率失真。",
        then: "改成实际金额，没有发生的填0；退回、核减的钱在说明里写，不在金额格里减。"),
      en: Page(
        "Negative amount",
        "A budget, receipt or payment is below zero; most often money returned was entered as a negative payment.",
        why: "None of them can be negative, and sums and rates are distorted.",
        then: "Type the amount as it was, 0 where there was none; say in words what was returned.")),
    FindingGuide(
      .b007, .paid, needs: .pending,
      zh: Page(
        "执行数含待支付", "“待支付”栏有金额，而执行数把它算了进去；说明里写明扣除后的执行率。",
        why: "执行数应是实际支付的数，算进待支付会抬高执行率；计分仍按所填的执行数，由审核人决定。",
        then: "把执行数改成已支付的数，待支付的留在“待支付”栏，说明何时支付。"),
      en: Page(
        "Unpaid amounts executed",
        "The column of amounts not yet paid has one, and executed includes it; the message has the rate without it.",
        why:
          "Executed is what was paid; the rest raises the rate. It is scored as stated, and the reviewer decides.",
        then:
          "Type what was paid as executed, leave the rest in its own column, and say when it will be paid."
      )),
    FindingGuide(
      .b008, .limit, needs: .limit,
      zh: Page(
        "执行率偏低未说明", "执行率低于方案规定的界限，又没有在资金的原因栏说明。",
        why: "执行偏低的，方案要求说明原因和改进措施。",
        then: "在说明所指的位置写明为什么没有支出、何时支出完；表上没有原因栏的，写到偏差原因或总体情况里。"),
      en: Page(
        "Low execution unexplained",
        "The execution rate is under the scheme's limit and the fund block gives no reason.",
        why: "Low execution has to be explained, with what will be done about it.",
        then:
          "Say why it was not spent and when it will be; where the form has no column for it, in the text on the whole."
      )),
    FindingGuide(
      .b009, .own,
      zh: Page(
        "资金来源无法单独对账", "几个来源合并成一笔填报，或有预算的来源没有填执行数。",
        why: "这个来源对不了账；合并填报的，合在一起对，说明里有结果。",
        then: "分来源填列预算数、到位数和执行数；没有支出的填0，不要空着。"),
      en: Page(
        "Source cannot be reconciled",
        "Several sources were given as one amount, or a source with a budget lacks its executed amount.",
        why:
          "The source cannot be reconciled by itself; combined ones are reconciled together, as the message says.",
        then: "Fill in budget, receipt and payment of each source; 0 where nothing was spent.")),
  ]
}
