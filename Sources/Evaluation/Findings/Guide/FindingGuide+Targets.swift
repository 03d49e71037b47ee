extension FindingGuide {
  /// T.
  static let targets = [
    FindingGuide(
      .t001, .targets, needs: .indicators,
      zh: Page(
        "指标值与下达的不一致", "年度指标值与下达的不同。",
        why: "按下达的计分；自报的完成率按表内的指标值核对，所以改了指标只报这一条。",
        then: "恢复为下达的指标值；确需调整的，先按程序报批。"),
      en: Page(
        "Target changed", "The target differs from the one issued.",
        why:
          "The issued one is scored. The unit's claims are held against its own target, so that a claim that fits it is not reported again.",
        then: "Restore the issued target; a change needs approval first.")),
    FindingGuide(
      .t002, .targets, needs: .indicators,
      zh: Page(
        "分值与下达的不一致", "指标的分值与下达的不同。", why: "按下达的分值计分：挪动分值会改变总分。",
        then: "恢复为下达的分值。"),
      en: Page(
        "Points changed", "The points differ from those issued.",
        why: "The issued ones are scored: moving points moves the total.",
        then: "Restore the issued points.")),
    FindingGuide(
      .t003, .weights, needs: .points,
      zh: Page(
        "分值合计不符", "各项分值合计不等于规定的总分，或一级指标的分值合计（或所写分值）不等于其份额。有下达清单的，由T002、S003、S004逐项指出。",
        why: "总分的基数不对，得分和等级都不可比。", then: "按规定的权重改正各项分值，使合计相符。"),
      en: Page(
        "Points do not add up",
        "The points do not add up to the scheme's total, or a block's to its share, or a judged block's name states others. With issued indicators T002, S003 and S004 say what changed instead.",
        why: "On a wrong base neither scores nor grades can be compared.",
        then: "Correct the points so that they add up.")),
    FindingGuide(
      .t004, .targets, needs: .budgets,
      zh: Page(
        "预算数与下达的不一致", "预算数与下达的不同。", why: "执行率以下达的预算数为分母，改小预算数会抬高执行率。",
        then: "恢复为下达的预算数；已批准调整的，附批复，并更新下达工作簿。"),
      en: Page(
        "Budget changed", "A budget differs from the one issued.",
        why:
          "The issued one is the denominator of the execution rate, which a smaller one would raise.",
        then:
          "Restore it; where the change was approved, attach the approval and update the programme workbook."
      )),
    FindingGuide(
      .t005, .own,
      zh: Page(
        "指标方向与成本相反", "成本指标的指标值写成了“不低于”。只写一个数、没有符号的不算。",
        why: "按“不低于”算，花得越多完成率越高，与成本控制相反。", then: "核对方向；成本指标一般为≤。"),
      en: Page(
        "Direction contradicts cost",
        "The target of a cost is written as “at least”. A bare number is no contradiction: it only lacks its sign.",
        why: "Read so, spending more would look better.",
        then: "Check the direction; costs are commonly at most (≤).")),
    FindingGuide(
      .t006, .shares,
      zh: Page(
        "分值由推算得出", "表内没有分值栏，也没有下达的分值：各项分值由目标（或一级指标）的分值按方案的规定均分；连目标的分值也没有的，无从得知。",
        why: "推算的分值不一定是单位自定的权重，所以自评得分高于它只提请核实；分值无从得知的不计分。",
        then: "知悉即可；单位另有权重的，在下达工作簿中列明各项分值。"),
      en: Page(
        "Points shared out",
        "The form has no column of points and none were issued: those of the goal or block are shared out as the scheme says. Where not even these are stated, nothing is known.",
        why:
          "The shares need not be the unit's own weights, so a claim above one is only to be explained. Rows whose points are unknown are not scored.",
        then: "Nothing; where a unit has weights of its own, issue them in the programme workbook.")
    ),
  ]
}
