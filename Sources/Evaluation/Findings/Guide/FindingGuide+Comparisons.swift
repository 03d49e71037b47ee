extension FindingGuide {
  /// C.
  static let comparisons = [
    FindingGuide(
      .c001, .own, needs: .parents,
      zh: Page(
        "子项目合计与上级不符", "各子项目的全年预算数（执行数）合计不等于上级项目自己填的；按计入汇总的各份比较，单位万元。缺一份就不比。差额可由四舍五入解释的，只作提示。",
        why: "上下级对不上，汇总数不可信。",
        then: "请上级项目的单位列出各子项目的数，找出填错的一份，改正后重报。"),
      en: Page(
        "Parts do not add up to their parent",
        "The budgets (or payments) of the sub-projects do not add up to what the project above them states, in 万元, by the returns that count. Where one is missing nothing is compared. A difference that rounding explains is a note.",
        why: "Totals that differ between the two levels cannot be relied on.",
        then:
          "Have the unit above list what its sub-projects state, find the return that is wrong, and have it sent again."
      )),
    FindingGuide(
      .c002, .handout, needs: .programme,
      zh: Page(
        "项目未报", "下达清单里的这个项目没有收到可以计入的自评表：没有报，报来的无法读取，或项目名称写得对不上（F012）。",
        why: "单位自评要覆盖全部项目；汇总里缺这一项。",
        then: "先看有没有无法读取或F012的表其实是它；没有的，向说明里的单位催报。"),
      en: Page(
        "No return",
        "No return that counts came from this project of the programme: nothing was sent, what came cannot be read, or its names do not fit (F012).",
        why: "Self-evaluation covers every project; the totals lack this one.",
        then:
          "See whether a return that was refused, or has F012, is in truth this one; else ask the unit for it."
      )),
    FindingGuide(
      .c003, .own, needs: .relation,
      zh: Page(
        "部分大于整体", "方案的parts或下达工作簿的“关系”表声明一个指标是另一个的一部分（如就业人数与服务人次），而部分的实际值大于整体的；说明里有两个数和位置。",
        why: "必有一处填错，或两项口径不同。",
        then: "核对两项的口径和台账，改正填错的一格。"),
      en: Page(
        "Part exceeds whole",
        "The scheme (scoring.parts) or the programme's sheet 关系 declares that one indicator is part of another, such as people placed and people served, and the part's actual is larger; the message has both and where.",
        why: "One of the two is wrong, or they count different things.",
        then: "Check what each counts and the records, and correct the cell that is wrong.")),
    FindingGuide(
      .c004, .own, needs: .texts,
      zh: Page(
        "文字与表格数据不符",
        "总体目标、完成情况或偏差原因里，一句话用指标自己的名称和单位报了一个数（“打造特色劳务品牌6个”），既不是表内的实际值也不是指标值，四舍五入也对不上。说“其中”“上半年”“计划”的不算。",
        why: "同一件事有两个数，必有一个不对。",
        then: "看说明里引的那句话和所指的单元格，对照台账，把错的一处改过来。"),
      en: Page(
        "Text contradicts the table",
        "In the goal, its result or a reason, a clause gives a figure in an indicator's own words and unit (打造特色劳务品牌6个) that is neither its actual nor its target, rounded or not. Clauses with 其中, 上半年, 计划 are passed over.",
        why: "One thing has two figures; one of them is wrong.",
        then:
          "Look at the clause and the cell that the message names, check the records, and correct the wrong one."
      )),
    FindingGuide(
      .c005, .own,
      zh: Page(
        "不同项目文字雷同", "两个以上项目的偏差原因、完成情况等文字一字不差，或大半相同；说明里写明各在哪一份、哪一格。只比单位自己写的文字，短句和下达的文字不比。",
        why: "不影响计分；可能是套用的，原因和措施未必属实。",
        then: "审核人向有关单位核实；套用的，各单位按本项目的情况重写。"),
      en: Page(
        "Texts copied between projects",
        "Reasons or results of two or more projects are the same word for word, or nearly; the message says in which returns and cells. Only what the unit itself wrote is compared, and no short phrases.",
        why: "Scores are not affected; they may have been copied, and be true of none.",
        then: "The reviewer asks the units; what was copied is written anew for each project.")),
    FindingGuide(
      .c006, .own,
      zh: Page(
        "效益指标值完全相同", "两项以上效益指标，指标值和单位全都一样（如都是≥90%）；是否类和等次的除外。",
        why: "不影响计分；这样的指标往往是随手填的，没有考核意义。",
        then: "本年度不必改；下年度申报绩效目标时逐项测算指标值。"),
      en: Page(
        "Benefit targets identical",
        "Two or more benefit indicators all have the same target and unit (such as ≥90%); yes/no and levels aside.",
        why: "Scores are not affected; such targets seldom measure anything.",
        then: "Nothing need be done this year; set each of them by itself next year.")),
    FindingGuide(
      .c007, .own,
      zh: Page(
        "实际值全部等于指标值", "每一项定量指标的实际完成值都恰好等于指标值（100%、0这类本来就只能是这个数的不算）。",
        why: "不影响计分；可能是照抄指标值，没有统计。",
        then: "单位对照台账填实际完成的数；审核人抽查佐证材料。"),
      en: Page(
        "Every actual equals its target",
        "Every actual is exactly its target; 100 % and 0, which can hardly be others, are no evidence.",
        why: "Scores are not affected; the targets may have been copied and nothing counted.",
        then: "The unit types what its records say; the reviewer looks at a sample of the evidence."
      )),
  ]
}
