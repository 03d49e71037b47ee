extension FindingGuide {
  /// T.
  static let targets = [
    FindingGuide(
      .t001, .targets, needs: .indicators,
      zh: Page(
        "指标值与下达的不一致", "表内的年度指标值与下达的不同；说明里写明两个数，以及按下达的算是多少。空表下发以后下达值才改的，不是单位的错，为须核实。",
        why: "按下达的计分。自报的完成率、得分按表内自己的指标值核对，所以改了指标值只报这一条。",
        then: "把单元格改回说明里下达的指标值；确需调整的，先按程序报批，批复后由下达单位改下达工作簿。"),
      en: Page(
        "Target changed",
        "The target differs from the one issued; the message has both, and what the issued one makes of the row. Where it was changed after the blank was handed out, it is a warning.",
        why:
          "The issued one is scored. Claims are held against the unit's own target, so that a claim that fits it is not reported again.",
        then:
          "Restore the issued target; a change needs approval first, and then belongs into the programme workbook."
      )),
    FindingGuide(
      .t002, .targets, needs: .indicators,
      zh: Page(
        "分值与下达的不一致", "指标的分值与下达的不同；说明里写明两个数。空表下发以后下达值才改的，为须核实。",
        why: "按下达的分值计分：把分值挪到完成得好的指标上，会抬高总分。",
        then: "把单元格改回下达的分值；需要调整分值的，先报批。"),
      en: Page(
        "Points changed",
        "The points differ from those issued; the message has both. Where they were changed after the blank was handed out, it is a warning.",
        why: "The issued ones are scored: moving points to what went well would raise the total.",
        then: "Restore the issued points; a change needs approval first.")),
    FindingGuide(
      .t003, .weights, needs: .points,
      zh: Page(
        "分值合计不符",
        "各项分值合计不等于规定的总分，或一级指标的分值合计（或括号里所写分值）不等于其份额；说明里写明差在哪一块。有下达清单的，由T002、S003、S004逐项指出。",
        why: "总分的基数不对，得分和等级都不可比。",
        then: "照批复的绩效目标逐行核对分值，改正错的一行，使合计为规定的总分。"),
      en: Page(
        "Points do not add up",
        "The points do not add up to the scheme's total, or a block's to its share, or a judged block's name states others; the message says in which block. With issued indicators T002, S003 and S004 say what changed instead.",
        why: "On a wrong base neither scores nor grades can be compared.",
        then:
          "Hold each row's points against the approved targets and correct the one that is wrong.")),
    FindingGuide(
      .t004, .targets, needs: .budgets,
      zh: Page(
        "预算数与下达的不一致", "年初预算数或全年预算数与下达的不同；说明里写明两个数。各来源已说明的，总额不再重复。空表下发以后预算才调整的，为须核实。",
        why: "执行率以下达的预算数为分母，把预算改小会抬高执行率。",
        then: "改回下达的预算数；年中已批准调整的，附上批复，请下达单位更新下达工作簿后再审一次。"),
      en: Page(
        "Budget changed",
        "An initial or current budget differs from the one issued; the message has both. Said of sources, it is not said again of the total they explain. Where it was adjusted after the blank was handed out, it is a warning.",
        why:
          "The issued one is the denominator of the execution rate, which a smaller one would raise.",
        then:
          "Restore it; where an adjustment was approved, attach the approval, have the programme workbook updated, and run the review again."
      )),
    FindingGuide(
      .t005, .own,
      zh: Page(
        "指标方向与成本相反", "二级指标是成本指标，指标值却写成“不低于”（≥）。只写一个数、没有符号的不算。",
        why: "按≥算，花得越多完成率越高，与成本控制相反；计分仍按所写的方向。",
        then: "核对批复的绩效目标：多半应为≤。表内抄错的改表，下达时就错的报主管部门更正。"),
      en: Page(
        "Direction contradicts cost",
        "The second tier is a cost, and its target is written as “at least” (≥). A bare number is no contradiction: it only lacks its sign.",
        why: "Read so, spending more would look better; it is scored in the direction as written.",
        then:
          "Check the approved target: most often it should be ≤. Correct a slip in the form; where it was issued so, tell the department."
      )),
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
