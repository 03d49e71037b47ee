extension FindingGuide {
  /// V.
  static let values = [
    FindingGuide(
      .v001, .form,
      zh: Page(
        "必填项未填", "必填的单元格是空的，或只写了表示没有的记号（—、/、无）。任务表里没有目标值的，只列出，不算完成率。",
        why: "缺了它，所在的行无法审核，多半得0分。", then: "补填；确无数据的，报主管部门说明。"),
      en: Page(
        "Required cell blank",
        "A required cell is blank, or holds only a mark for nothing (—, /, 无). A row of a further table without a target is listed and not rated.",
        why: "Without it the row cannot be reviewed and most often earns 0 points.",
        then: "Fill it in; where there are no data, tell the department.")),
    FindingGuide(
      .v002, .own,
      zh: Page(
        "不是数字或超出范围", "该填数的地方不是一个明确的数（范围、算式、“100余人”），分值为负，或超出±10^15、小数超过12位。",
        why: "含糊的数不作猜测，所在的行无法计分。", then: "只填一个数，不带文字说明。"),
      en: Page(
        "Not one clear number",
        "Where a number is due stands a range, a sum or a vague number (100余人), points below 0, or a number outside ±10^15 or finer than 10^-12.",
        why: "Nothing is guessed, so the row cannot be scored.",
        then: "Fill in one number and nothing else.")),
    FindingGuide(
      .v003, .own,
      zh: Page(
        "全角等字符，已识别", "用了全角数字或其他不常用的字符，已按普通字符读取。",
        why: "不影响计分；别的软件可能读不出来。", then: "下次用半角数字填写。"),
      en: Page(
        "Unusual characters read",
        "Full-width or other unusual characters were read as the plain ones.",
        why: "Scores are not affected; other programs may not read them.",
        then: "Type plain digits.")),
    FindingGuide(
      .v004, .own,
      zh: Page(
        "单元格内带单位，已换算", "单元格里连单位一起写了（5.59万、217人），已换算成本行的单位。",
        why: "不影响计分；请核对换算后的数。", then: "下次只填数，单位见指标名称或单位栏。"),
      en: Page(
        "Unit in the cell, converted",
        "A unit was typed into the cell (5.59万, 217人); the number was converted to the row's own unit.",
        why: "Scores are not affected; check the converted number.", then: "Type the number alone.")
    ),
    FindingGuide(
      .v005, .own,
      zh: Page(
        "数字存为文本，已识别", "数存成了文本，或带千分位、空格，已按数读取。",
        why: "不影响计分；表内公式会把它当作0。", then: "把单元格改为数值格式重新输入。"),
      en: Page(
        "Number stored as text, read",
        "The number is stored as text, with separators or spaces; it was read as a number.",
        why: "Scores are not affected; formulas of the form take it for 0.",
        then: "Format the cell as a number and type it again.")),
    FindingGuide(
      .v006, .own,
      zh: Page(
        "百分数存为文本，已识别", "百分数存成了文本（95.09%），已按百分数读取。",
        why: "不影响计分；表内公式会把它当作0。", then: "把单元格改为百分比格式重新输入。"),
      en: Page(
        "Percentage stored as text, read",
        "A percentage was typed as text (95.09%); it was read as one.",
        why: "Scores are not affected; formulas of the form take it for 0.",
        then: "Format the cell as a percentage and type it again.")),
    FindingGuide(
      .v007, .own,
      zh: Page(
        "百分数量级存疑", "百分数比指标值大20倍以上，而它的百分之一在指标值的0.2～5倍之间。",
        why: "多半是在百分比格式的单元格里又填了百分数；按百分之一计，两个数都写明。",
        then: "核对；填错的改正，没填错的说明。"),
      en: Page(
        "Scale of a percentage doubtful",
        "A percentage is at least 20 times its target, and its hundredth lies within 0.2–5 times the target.",
        why:
          "Most often a percentage was typed into a percent cell; the hundredth counts, and both are named.",
        then: "Correct it, or explain it.")),
    FindingGuide(
      .v008, .own,
      zh: Page(
        "金额量级存疑", "金额是所比较的数的2000倍以上，除以10000后在其0.2～5倍之间。",
        why: "多半是该填万元而填了元；按除以10000计，两个数都写明，由此引起的其他金额问题不再列出。",
        then: "核对单位，按万元填报。"),
      en: Page(
        "Magnitude of an amount doubtful",
        "An amount is at least 2,000 times what it is held against, and within 0.2–5 times once divided by 10,000.",
        why:
          "It was typed in 元 where 万元 is due. The divided amount counts, both are named; findings about money that follow from it are left out.",
        then: "Check the unit and fill in 万元.")),
    FindingGuide(
      .v009, .own,
      zh: Page(
        "公式没有计算结果", "公式没有保存计算结果。",
        why: "只用常见运算的，按公式算出后计分；其余的无法计分。", then: "用Excel或WPS打开，核对结果，保存后再报。"),
      en: Page(
        "Formula without a result", "A formula came without its stored value.",
        why:
          "Where it uses common arithmetic only it is worked out here; otherwise the row cannot be scored.",
        then: "Open it in Excel or WPS, check the result, save, and return it.")),
    FindingGuide(
      .v010, .own,
      zh: Page(
        "单元格是错误值", "单元格里是错误值（#DIV/0!、#REF!等）。", why: "没有可用的数，所在的行无法计分。",
        then: "改正公式，或直接填数。"),
      en: Page(
        "Error value", "The cell holds an error value (#DIV/0!, #REF!, …).",
        why: "There is no number in it, so the row cannot be scored.",
        then: "Correct the formula, or type the number.")),
    FindingGuide(
      .v011, .own,
      zh: Page(
        "应填数字而填日期", "该填数的地方是日期，常见的是数填在了日期格式的单元格里。",
        why: "不知道要填的是什么数，所在的行无法计分。", then: "把单元格改为数值格式，重新输入。"),
      en: Page(
        "Date instead of a number",
        "A date stands where a number is due; often a number in a cell formatted as a date.",
        why: "Which number was meant is unknown, so the row cannot be scored.",
        then: "Format the cell as a number and type it again.")),
    FindingGuide(
      .v012, .own,
      zh: Page(
        "是否未选或无法识别", "没有选“是”或“否”，或写的两者都不是。", why: "是否类指标完成的记满分，未完成的不得分，必须明确。",
        then: "改填“是”或“否”。"),
      en: Page(
        "Yes or no unclear", "Yes or no was not chosen, or the text is neither.",
        why: "Such an indicator earns all or nothing, so it has to be clear.",
        then: "Fill in 是 (yes) or 否 (no).")),
    FindingGuide(
      .v013, .own,
      zh: Page(
        "应填数字而填文字", "该填数的地方写了是、否或等次。", why: "没有数，算不出完成率，所在的行无法计分。",
        then: "填写实际完成的数。"),
      en: Page(
        "Word instead of a number", "A yes, a no or a level stands where a number is due.",
        why: "Without a number there is no completion rate, so the row cannot be scored.",
        then: "Fill in the number that was reached.")),
    FindingGuide(
      .v014, .own,
      zh: Page(
        "填表提示未替换", "空表里的提示文字没有换成实际内容。", why: "该填数的地方留着提示的，所在的行无法计分。",
        then: "改填实际内容，没有的留空。"),
      en: Page(
        "Prompt left in", "A placeholder or prompt of the blank was left in.",
        why: "Where a value is due, the row cannot be scored.",
        then: "Replace it by what is meant, or leave the cell empty.")),
    FindingGuide(
      .v015, .own,
      zh: Page(
        "实际值写成范围，已识别", "实际完成值写成了界限（≥266米），按其中的数读取。",
        why: "实际值应是一个确数；请核对读到的数。", then: "下次填写实际完成的数。"),
      en: Page(
        "Actual given as a bound", "The actual was given as a bound (≥266米); its number counts.",
        why: "What was reached is one number; check the one that was read.",
        then: "Fill in the number that was reached.")),
    FindingGuide(
      .v016, .levels,
      zh: Page(
        "不是规定的等次", "定性指标写的词不属于方案规定的等次（如“基本达成”）。",
        why: "每一等次有自己的得分区间，词不明确就无法计分。", then: "从提示列出的等次中选一个。"),
      en: Page(
        "Not one of the levels", "A word that is no level of the scheme (such as 基本达成).",
        why: "Each level has its own band of points; without one the row cannot be scored.",
        then: "Choose one of the levels that the message names.")),
  ]
}
