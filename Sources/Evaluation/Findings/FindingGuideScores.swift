extension FindingGuide {
  /// T.
  static let targets = [
    FindingGuide(
      .t001, "指标值与下达的不一致",
      "The target differs from the one issued, which is scored. The unit's claims are held against its own target, so a claim that fits it is not reported again.",
      needs: "issued indicators"),
    FindingGuide(
      .t002, "分值与下达的不一致", "The points differ from those issued, which are scored.",
      needs: "issued indicators"),
    FindingGuide(
      .t003, "分值合计不符",
      "The points do not add up to the scheme's total, or a block's to its share, or the name of a judged block states others. With issued indicators T002, S003 and S004 say what changed instead.",
      needs: "a column of points, or judged blocks"),
    FindingGuide(
      .t004, "预算数与下达的不一致",
      "An issued budget was changed; the issued one is the denominator of the execution rate.",
      needs: "issued budgets"),
    FindingGuide(
      .t005, "指标方向与成本相反",
      "A cost indicator whose target is written as “at least”. A bare number is no contradiction: it only lacks its sign."
    ),
  ]

  /// B.
  static let money = [
    FindingGuide(
      .b001, "总额与各来源之和不符",
      "The stated total differs from the sum of its sources. Where the total row is blank or all zero and the sources are not, their sum counts and this says so."
    ),
    FindingGuide(
      .b002, "执行数超出预算",
      "More was executed than budgeted. On a source it replaces the one on the total that it explains."
    ),
    FindingGuide(
      .b003, "使用数超出到位数", "More was executed than was received, which cannot be.",
      needs: "a column of money received"),
    FindingGuide(
      .b004, "到位数与预算数不同",
      "The money received differs from the budget. On a source it replaces the one on the total that it explains.",
      needs: "a column of money received"),
    FindingGuide(
      .b005, "执行率计算有误",
      "The claimed execution rate is not executed ÷ budget of the return's own figures, at the claim's own decimals.",
      needs: "a column of execution rates"),
    FindingGuide(
      .b006, "金额为负数",
      "An amount is below zero. Money returned is explained, not entered as a negative amount."),
    FindingGuide(
      .b007, "执行数含待支付",
      "Amounts not yet paid were counted as executed; the rate without them is named. Executed is what was paid.",
      needs: "a column of amounts not yet paid"),
    FindingGuide(
      .b008, "执行率偏低未说明",
      "The execution rate is under the scheme's limit and no reason is given.",
      needs: "a limit in the scheme"),
    FindingGuide(
      .b009, "资金来源无法单独对账",
      "A source cannot be reconciled by itself: it was given combined with others, which are then reconciled together, or its amount is missing."
    ),
  ]

  /// R.
  static let rates = [
    FindingGuide(
      .r001, "完成率计算有误",
      "The claimed completion rate is not the exact one rounded half up, once, to the claim's own decimals (at most 4) or to those the cell shows.",
      needs: "a column of completion rates"),
    FindingGuide(
      .r002, "自评得分与计算不符", "The claimed score is not the computed one at the scheme's decimals.",
      needs: "a column of scores"),
    FindingGuide(
      .r003, "自评总分与各项之和不符", "The claimed total is not the sum of the claimed rows.",
      needs: "a claimed total"),
    FindingGuide(
      .r004, "自评得分超出分值",
      "The claimed score is above the points, or below 0; where scores are judged, also a block's above the block's points. The nearest bound counts then.",
      needs: "a column of scores"),
    FindingGuide(
      .r005, "未达标",
      "The target was missed; the reason is given, or the form has no place for one. The working shows by how much. Where scores are judged: points were lost, in an item, or in a block whose items state no points, so that nothing tells where."
    ),
    FindingGuide(
      .r006, "大幅超额",
      "Met beyond the scheme's limit (130 %): no deduction, but the target may have been too low. The reason is given, or the form has no place for one."
    ),
    FindingGuide(
      .r007, "偏差原因未填",
      "A shortfall, an over-achievement or points lost without the reason required; it replaces R005 or R006.",
      needs: "a column of reasons"),
    FindingGuide(
      .r008, "无法计分",
      "No score can be computed and no finding about structure or reading says why: 0 points."),
    FindingGuide(
      .r009, "定性得分超出档次",
      "The claimed score of a judged level lies outside the level's band; the band's upper bound counts."
    ),
    FindingGuide(
      .r010, "各项均自评满分", "Every row claims full marks: worth a look at the evidence.",
      needs: "a column of scores"),
    FindingGuide(
      .r011, "缺数据而自评得分",
      "A score was claimed without the figures it rests on: the execution rate without budget or execution, or a judged item without the amounts that the scheme names for it."
    ),
    FindingGuide(
      .r012, "自评得分未填",
      "The unit left its own score blank: one finding a cell, or one at the header where all are blank.",
      needs: "a column of scores"),
  ]

  /// C.
  static let comparisons = [
    FindingGuide(
      .c001, "子项目合计与上级不符", "The sub-projects do not add up to their parent.",
      needs: "parents in the programme"),
    FindingGuide(.c002, "项目未报", "No return came from this project.", needs: "a programme"),
    FindingGuide(
      .c003, "部分大于整体", "A part exceeds its whole.",
      needs: "a relation that the scheme or programme declares"),
    FindingGuide(
      .c004, "文字与表格数据不符", "A figure in the text contradicts the table.",
      needs: "a relation that the scheme or programme declares"),
    FindingGuide(.c005, "不同项目文字雷同", "Reasons or texts were copied between projects."),
    FindingGuide(.c006, "效益指标值完全相同", "All benefit targets are identical."),
    FindingGuide(.c007, "实际值全部等于指标值", "Every actual equals its target."),
  ]
}
