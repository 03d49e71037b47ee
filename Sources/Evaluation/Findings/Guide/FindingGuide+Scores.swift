extension FindingGuide {
  /// R.
  static let rates = [
    FindingGuide(
      .r001, .completion, needs: .completionRates,
      zh: Page(
        "完成率计算有误", "自报的完成率不等于按表内数算出的完成率（按自报的小数位四舍五入一次，至多4位；与显示值相符也算对）。",
        why: "完成率是计分的依据；审核按重算的计。", then: "改为正确的完成率，或恢复公式。"),
      en: Page(
        "Completion rate miscalculated",
        "The claimed rate is not the exact one rounded half up, once, to the claim's own decimals (at most 4) or to those the cell shows.",
        why: "Points rest on the rate; the review uses the one it computed.",
        then: "Correct the rate, or restore its formula.")),
    FindingGuide(
      .r002, .completion, needs: .scores,
      zh: Page(
        "自评得分与计算不符", "自评得分不等于按规则算出的得分。", why: "自评偏高即多得了分；审核按计算的得分计。",
        then: "改为计算的得分，或说明依据。"),
      en: Page(
        "Score differs", "The claimed score is not the computed one at the scheme's decimals.",
        why: "Claimed too high, points were not earned; the review counts the computed score.",
        then: "Correct the score, or say what it rests on.")),
    FindingGuide(
      .r003, .form, needs: .total,
      zh: Page(
        "自评总分与各项之和不符", "自评总分不等于各项自评得分之和。", why: "总分决定等级；审核按各项核定得分之和计。",
        then: "核对各项得分，使总分等于其和。"),
      en: Page(
        "Total is not the sum of the scores",
        "The claimed total is not the sum of the claimed rows.",
        why: "The total decides the grade; the review adds up the scores it computed.",
        then: "Make the total the sum of its rows.")),
    FindingGuide(
      .r004, .form, needs: .scores,
      zh: Page(
        "自评得分超出分值", "自评得分大于分值，或小于0；评分表还包括一级指标各项之和超过其分值。", why: "一项得分最低0分，最高为其分值。",
        then: "改为0到分值之间的得分。"),
      en: Page(
        "Score out of range",
        "The claimed score is above the points, or below 0; in a judged form also a block's sum above its points.",
        why: "A row earns from 0 up to its points.", then: "Correct the score.")),
    FindingGuide(
      .r005, .completion,
      zh: Page(
        "未达标", "没有完成年度指标值；原因已填，或表上没有填原因的栏。算式写明差多少。评分表是失了分；三级指标未列分值的，只能说到一级指标。",
        why: "按完成值与指标值的比例计分；原因和改进措施是否成立，由人核实。",
        then: "核实原因、改进措施和完成时限。"),
      en: Page(
        "Shortfall",
        "The target was missed; the reason is given, or the form has no place for one. The working shows by how much. In a judged form points were lost, in an item or, where items state no points, in a block.",
        why: "It is scored in proportion; whether the reason holds a person decides.",
        then: "Check the reason, the measures and when they will be done.")),
    FindingGuide(
      .r006, .over,
      zh: Page(
        "大幅超额", "完成值超过方案规定的界限（如130%）；原因已填，或表上没有填原因的栏。",
        why: "不扣分，但指标值可能定低了。", then: "核实指标值是否偏低，下年度适当调整。"),
      en: Page(
        "Far beyond the target",
        "Completion is beyond the scheme's limit (such as 130 %); the reason is given, or the form has no place for one.",
        why: "Nothing is deducted, but the target may have been too low.",
        then: "Check the target, and set the next one accordingly.")),
    FindingGuide(
      .r007, .form, needs: .reasons,
      zh: Page(
        "偏差原因未填", "未达标或大幅超额而没有填写偏差原因；此条代替R005或R006。",
        why: "“偏差原因分析及改进措施”栏就是为此而设。", then: "补填偏差原因及改进措施。"),
      en: Page(
        "Reason missing",
        "A shortfall or an over-achievement without the reason it requires; it replaces R005 or R006.",
        why: "The form has a column for it.", then: "Fill in the reason and the measures.")),
    FindingGuide(
      .r008, .own,
      zh: Page(
        "无法计分", "算不出得分，而结构、读数方面的问题又没有说明为什么。", why: "按0分计，必须有人看。",
        then: "核对年度指标值和实际完成值，改为可以计算的内容。"),
      en: Page(
        "Cannot be scored",
        "No score can be computed and no finding about structure or reading says why.",
        why: "It counts 0 points, and somebody has to look.",
        then: "Check target and actual, and fill in what can be computed.")),
    FindingGuide(
      .r009, .levels,
      zh: Page(
        "定性得分超出档次", "自评得分不在所选等次的得分区间内。", why: "按区间上限计。",
        then: "在区间内填写得分，或改选等次。"),
      en: Page(
        "Judged score outside its band",
        "The claimed score lies outside the band of the level that was chosen.",
        why: "The band's upper bound counts.",
        then: "Give a score within the band, or choose another level.")),
    FindingGuide(
      .r010, .own, needs: .scores,
      zh: Page(
        "各项均自评满分", "每一项都自评满分。", why: "不影响计分；常见于没有认真自评的表。",
        then: "抽查佐证材料。"),
      en: Page(
        "Full marks everywhere", "Every row claims full marks.",
        why: "Scores are not affected; it is often seen where nobody looked closely.",
        then: "Look at a sample of the evidence.")),
    FindingGuide(
      .r011, .own,
      zh: Page(
        "缺数据而自评得分", "没有计算所需的数，却填了得分或完成率；评分表则是方案列明的资金数。", why: "没有依据的得分不计。",
        then: "补填计算所需的数。"),
      en: Page(
        "Scored without figures",
        "A score or rate was claimed without the figures it rests on; for a judged item, the amounts that the scheme names.",
        why: "A score that rests on nothing does not count.", then: "Fill in the figures.")),
    FindingGuide(
      .r012, .form, needs: .scores,
      zh: Page(
        "自评得分未填", "单位没有填自己的得分；全部未填的只报一条。", why: "不影响核定得分，只是无法比较。",
        then: "补填自评得分。"),
      en: Page(
        "Own score blank",
        "The unit left its own score blank: one finding a cell, or one at the header where all are blank.",
        why: "The computed score stands; there is nothing to compare it with.",
        then: "Fill in the score.")),
  ]

  /// C.
  static let comparisons = [
    FindingGuide(
      .c001, .own, needs: .parents,
      zh: Page(
        "子项目合计与上级不符", "各子项目的合计不等于上级项目。", why: "上下级对不上，汇总数不可信。",
        then: "核对子项目和上级项目，改正填错的一处。"),
      en: Page(
        "Parts do not add up to their parent",
        "The sub-projects do not add up to the project above them.",
        why: "Totals that differ between the two levels cannot be relied on.",
        then: "Correct the one that is wrong.")),
    FindingGuide(
      .c002, .handout, needs: .programme,
      zh: Page(
        "项目未报", "下达清单里的这个项目没有收到自评表。", why: "单位自评要覆盖全部项目。", then: "催报。"),
      en: Page(
        "No return", "No return came from this project of the programme.",
        why: "Self-evaluation covers every project.", then: "Ask for it.")),
    FindingGuide(
      .c003, .own, needs: .relation,
      zh: Page(
        "部分大于整体", "部分的数大于整体的数。", why: "必有一处填错。", then: "核对两处，改正填错的一处。"),
      en: Page(
        "Part exceeds whole", "A part is larger than its whole.", why: "One of the two is wrong.",
        then: "Correct the one that is wrong.")),
    FindingGuide(
      .c004, .own, needs: .relation,
      zh: Page(
        "文字与表格数据不符", "文字说明里的数与表格里的不同。", why: "同一件事有两个数，必有一个不对。",
        then: "核对后改成一致。"),
      en: Page(
        "Text contradicts the table", "A figure in the text is another than in the table.",
        why: "One of the two is wrong.", then: "Make them agree.")),
    FindingGuide(
      .c005, .own,
      zh: Page(
        "不同项目文字雷同", "不同项目的原因或说明相同，或大半相同。", why: "不影响计分；可能是套用的。",
        then: "核实是否如实填写。"),
      en: Page(
        "Texts copied between projects",
        "Reasons or texts of different projects are the same, or nearly.",
        why: "Scores are not affected; they may have been copied.",
        then: "Check whether they are true of this project.")),
    FindingGuide(
      .c006, .own,
      zh: Page(
        "效益指标值完全相同", "各项效益指标的指标值全都一样。", why: "不影响计分；这样的指标往往没有考核意义。",
        then: "下年度逐项核定指标值。"),
      en: Page(
        "Benefit targets identical", "All benefit targets are the same.",
        why: "Scores are not affected; such targets seldom measure anything.",
        then: "Set each of them by itself next year.")),
    FindingGuide(
      .c007, .own,
      zh: Page(
        "实际值全部等于指标值", "每一项实际完成值都恰好等于指标值。", why: "不影响计分；可能是照抄指标值。",
        then: "抽查佐证材料。"),
      en: Page(
        "Every actual equals its target", "Every actual is exactly its target.",
        why: "Scores are not affected; the targets may have been copied.",
        then: "Look at a sample of the evidence.")),
  ]
}
