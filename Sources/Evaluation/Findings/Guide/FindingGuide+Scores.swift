extension FindingGuide {
  /// R.
  static let rates = [
    FindingGuide(
      .r001, .completion, needs: .completionRates,
      zh: Page(
        "完成率计算有误", "自报的完成率不等于按表内指标值和实际值算出的完成率（按自报的小数位四舍五入一次，至多4位；与显示值相符也算对）。",
        why: "完成率是计分的依据；审核按重算的计。",
        then: "把单元格改成说明里的完成率，或写成公式：≥的指标＝实际完成值÷指标值，≤的反过来。"),
      en: Page(
        "Completion rate miscalculated",
        "The claimed rate is not the exact one of the return's own target and actual, rounded half up, once, to the claim's own decimals (at most 4) or to those the cell shows.",
        why: "Points rest on the rate; the review uses the one it computed.",
        then:
          "Type the rate from the message, or a formula: actual ÷ target for ≥, the reverse for ≤.")
    ),
    FindingGuide(
      .r002, .completion, needs: .scores,
      zh: Page(
        "自评得分与计算不符", "自评得分不等于按规则算出的得分；说明里有差额，审核意见栏有算式。低于应得的只作提示。",
        why: "自评偏高即多得了分；审核按计算的得分计。",
        then: "改成说明里算出的得分；认为算得不对的，在偏差原因栏写明依据。"),
      en: Page(
        "Score differs",
        "The claimed score is not the computed one at the scheme's decimals; the message has the difference, the column 审核意见 the sum. Below what was earned it is a note.",
        why: "Claimed too high, points were not earned; the review counts the computed score.",
        then:
          "Type the score from the message; where it seems wrong, say in the column of reasons what yours rests on."
      )),
    FindingGuide(
      .r003, .form, needs: .total,
      zh: Page(
        "自评总分与各项之和不符", "自评总分不等于各项自评得分（含预算执行率得分）之和。",
        why: "总分决定等级；审核按各项核定得分之和计。",
        then: "把总分改成各项之和，或写成求和公式，注意把预算执行率的得分加进去。"),
      en: Page(
        "Total is not the sum of the scores",
        "The claimed total is not the sum of the claimed rows, execution included.",
        why: "The total decides the grade; the review adds up the scores it computed.",
        then:
          "Make the total the sum of its rows, by a formula at best, with the score of execution in it."
      )),
    FindingGuide(
      .r004, .form, needs: .scores,
      zh: Page(
        "自评得分超出分值", "自评得分大于该项分值，或小于0；评分表还包括一级指标各项之和超过其分值。分值是均分得来的（T006），超出只提请核实。",
        why: "一项得分最低0分，最高为其分值；审核按计算的得分计。",
        then: "把得分改到0与分值之间；超额完成也不超过分值。"),
      en: Page(
        "Score out of range",
        "The claimed score is above the points of its row, or below 0; in a judged form also a block's sum above its points. Where the points were shared out (T006), it is a warning.",
        why: "A row earns from 0 up to its points; the review counts the computed score.",
        then: "Type a score from 0 to the points; going beyond the target earns no more.")),
    FindingGuide(
      .r005, .completion,
      zh: Page(
        "未达标", "没有完成年度指标值；原因已填，或表上没有填原因的栏。说明里的算式写明差多少。单位自己填了扣分的也算。评分表是失了分；三级指标未列分值的，只能说到一级指标。",
        why: "按完成值与指标值的比例计分；原因和改进措施是否成立，由人核实。",
        then: "单位核对实际完成值有没有少报；审核人看原因、改进措施和完成时限是否具体。"),
      en: Page(
        "Shortfall",
        "The target was missed; the reason is given, or the form has no place for one. The working shows by how much. Points that the unit itself took off count too. In a judged form points were lost, in an item or, where items state no points, in a block.",
        why: "It is scored in proportion; whether the reason holds a person decides.",
        then:
          "The unit checks that nothing was left out of the actual; the reviewer looks at the reason, the measures and when they will be done."
      )),
    FindingGuide(
      .r006, .over,
      zh: Page(
        "大幅超额", "完成值超过方案规定的界限（如指标值的130%）；原因已填，或表上没有填原因的栏。",
        why: "不扣分，但指标值可能定低了，或口径、单位填错。",
        then: "先核对实际完成值的单位和口径；确实超额的，下年度适当提高指标值。"),
      en: Page(
        "Far beyond the target",
        "Completion is beyond the scheme's limit (such as 130 % of the target); the reason is given, or the form has no place for one.",
        why: "Nothing is deducted, but the target may have been too low, or a unit is wrong.",
        then:
          "Check unit and scope of the actual; where it holds, raise the next target accordingly.")),
    FindingGuide(
      .r007, .form, needs: .reasons,
      zh: Page(
        "偏差原因未填",
        "未达标或大幅超额，而“偏差原因分析及改进措施”栏是空的，或只写了“无”、提示文字；此条代替R005或R006。方案要求说明年中调整的，指标值或预算调整了而没有说明的也是。",
        why: "表上设了这一栏，没有原因无法判断偏差是否合理，须退回补填。",
        then: "在所指的单元格写三句话：为什么没完成（或超出这么多），怎么补，什么时候完成。"),
      en: Page(
        "Reason missing",
        "A shortfall or an over-achievement, and the column of reasons is empty or holds only 无 or a prompt; it replaces R005 or R006. Where the scheme asks why targets and budgets were changed during the year, a change without a reason too.",
        why:
          "The form has a column for it; without a reason nobody can judge the deviation, so it goes back.",
        then:
          "Write three sentences into the cell: why it was missed (or exceeded so far), what will be done, and by when."
      )),
    FindingGuide(
      .r008, .own,
      zh: Page(
        "无法计分", "算不出得分，而结构、读数方面的问题又没有说明为什么。常见的是全年预算数为0，执行率没有分母。",
        why: "按0分计，必须有人看。",
        then: "核对预算数（没有预算的项目，报主管部门说明）；指标行核对指标值和实际完成值，改成可以相比的内容。"),
      en: Page(
        "Cannot be scored",
        "No score can be computed and no finding about structure or reading says why; most often the budget is 0, so that the execution rate has no denominator.",
        why: "It counts 0 points, and somebody has to look.",
        then:
          "Check the budget, and tell the department of a project without one; in a row, make target and actual comparable."
      )),
    FindingGuide(
      .r009, .levels,
      zh: Page(
        "定性得分超出档次", "自评得分不在所选等次的得分区间内（如15分的指标选“达成”，应在12～15分，自评11分）。",
        why: "得分和等次说的不是一回事；按区间上限计。",
        then: "在说明写明的区间内填得分，或把等次改成与得分相符的一档。"),
      en: Page(
        "Judged score outside its band",
        "The claimed score lies outside the band of the level that was chosen (for 15 points and 达成 12–15, and 11 was claimed).",
        why: "Score and level contradict each other; the band's upper bound counts.",
        then: "Type a score within the band that is named, or choose the level that fits the score."
      )),
    FindingGuide(
      .r010, .own, needs: .scores,
      zh: Page(
        "各项均自评满分", "每一项（含预算执行率）都自评满分。",
        why: "不影响计分；常见于没有认真自评的表。",
        then: "单位不必改；审核人抽查几项的佐证材料。"),
      en: Page(
        "Full marks everywhere", "Every row claims full marks, execution included.",
        why: "Scores are not affected; it is often seen where nobody looked closely.",
        then: "The unit need do nothing; the reviewer looks at the evidence of some rows.")),
    FindingGuide(
      .r011, .own,
      zh: Page(
        "缺数据而自评得分", "没有计算所需的数，却填了得分：预算执行率缺预算数或执行数；评分表则是缺方案列明的资金数（如成本节约率缺计划成本、实际成本）。",
        why: "没有依据的得分站不住；预算执行率不计，评分表由审核人核定。",
        then: "补填说明里列出的数；确实没有的，把得分改为0，或写明评分依据。"),
      en: Page(
        "Scored without figures",
        "A score was claimed without the figures it rests on: execution without budget or payments; a judged item without the amounts that the scheme names (a cost saving without planned and actual cost).",
        why:
          "A score that rests on nothing does not hold; that of execution does not count, a judged one the reviewer decides.",
        then:
          "Fill in the figures that are named; where there are none, make the score 0 or say what it rests on."
      )),
    FindingGuide(
      .r012, .form, needs: .scores,
      zh: Page(
        "自评得分未填", "单位没有填自己的得分；全部未填的只报一条。",
        why: "不影响核定得分，只是无法比较自评与核定的差异。",
        then: "在得分栏补填；不填也可以审核。"),
      en: Page(
        "Own score blank",
        "The unit left its own score blank: one finding a cell, or one at the header where all are blank.",
        why: "The computed score stands; there is nothing to compare it with.",
        then: "Fill in the score; the review does without it.")),
  ]
}
