extension FindingGuide {
  /// V.
  static let values = [
    FindingGuide(
      .v001, .form,
      zh: Page(
        "必填项未填",
        "必填的单元格（项目名称、实施单位、预算数、执行数、指标值、实际完成值、分值）是空的，或只写了表示没有的记号（—、/、无）。说明不适用的，指标名称里写有目标值的，方案允许不列目标值的，为须核实。",
        why: "缺了它，所在的行无法计算，按0分计。",
        then: "在所指的单元格补填；没有发生的填0，确无数据的，报主管部门说明。"),
      en: Page(
        "Required cell blank",
        "A required cell (project, unit, budget, executed, target, actual, points) is blank, or holds only a mark for nothing (—, /, 无). It is a warning where the row says that it does not apply, where the indicator's name states its target, and where the scheme lets a row stand without one.",
        why: "Without it the row cannot be computed and counts 0 points.",
        then:
          "Fill in the cell; 0 where nothing happened. Where there are no data, tell the department."
      )),
    FindingGuide(
      .v002, .own,
      zh: Page(
        "不是数字或超出范围", "该填数的地方不是一个明确的数：一段话、范围（10～20）、算式、“500余人”，分值为负，单位与指标的对不上，或超出±10^15、小数超过12位。",
        why: "含糊的数不作猜测，所在的行按0分计。",
        then: "在所指的单元格只填一个数，不带“余、约、左右”和文字说明；说明写到偏差原因栏。"),
      en: Page(
        "Not one clear number",
        "Where a number is due stands a sentence, a range (10～20), a sum, a vague number (500余人), points below 0, a unit that is not the indicator's, or a number outside ±10^15 or finer than 10^-12.",
        why: "Nothing is guessed; the row counts 0 points.",
        then: "Type one number and nothing else; explanations go into the column of reasons.")),
    FindingGuide(
      .v003, .own,
      zh: Page(
        "全角等字符，已识别", "用了全角数字（５４０）或其他不常用的字符，已按普通字符读取。",
        why: "不影响计分；但表内公式和别的软件会把它当成文字。",
        then: "核对读到的数；下次切换到半角（输入法Shift＋空格）输入数字。"),
      en: Page(
        "Unusual characters read",
        "Full-width digits (５４０) or other unusual characters were read as the plain ones.",
        why: "Scores are not affected; formulas of the form and other programs take them for text.",
        then: "Check the number that was read; type plain digits next time.")),
    FindingGuide(
      .v004, .own,
      zh: Page(
        "单元格内带单位，已换算", "单元格里连单位一起写了（5.59万、217人），已去掉单位，或换算成本行的单位。",
        why: "不影响计分；请核对换算后的数。",
        then: "核对说明里读到的数；下次只填数字，单位见指标名称或单位栏。"),
      en: Page(
        "Unit in the cell, converted",
        "A unit was typed into the cell (5.59万, 217人); it was left out, or the number converted to the row's own unit.",
        why: "Scores are not affected; check the converted number.",
        then: "Check the number in the message; next time type the number alone.")),
    FindingGuide(
      .v005, .own,
      zh: Page(
        "数字存为文本，已识别", "数存成了文本（单元格左上角常有绿三角），或带千分位逗号、空格，已按数读取。",
        why: "不影响计分；但表内的求和公式会把它当作0。",
        then: "核对读到的数；点绿三角选“转换为数字”，或把格式设为“数值”重新输入。"),
      en: Page(
        "Number stored as text, read",
        "The number is stored as text (often with a green corner), with separators or spaces; it was read as a number.",
        why: "Scores are not affected; sums of the form take it for 0.",
        then:
          "Check the number; choose “Convert to Number” at the green corner, or set the format to Number and type it again."
      )),
    FindingGuide(
      .v006, .own,
      zh: Page(
        "百分数存为文本，已识别", "百分数存成了文本（95.09%），已按百分数读取。",
        why: "不影响计分；但表内公式会把它当作0。",
        then: "核对读到的数；把单元格格式设为“百分比”，重新输入95.09%。"),
      en: Page(
        "Percentage stored as text, read",
        "A percentage was typed as text (95.09%); it was read as one.",
        why: "Scores are not affected; formulas of the form take it for 0.",
        then: "Check the number; set the format to Percentage and type 95.09% again.")),
    FindingGuide(
      .v007, .own,
      zh: Page(
        "百分数量级存疑", "百分数是指标值的20倍以上，而它的百分之一在指标值的0.2～5倍之间（指标值95%，填成9509%）。多半是在百分比格式的格里又填了95.09。",
        why: "按百分之一计，两个数都写明；不核实，完成率会错一百倍。",
        then: "把单元格改成说明里“应为”的数；原数确实无误的，在偏差原因栏说明依据。"),
      en: Page(
        "Scale of a percentage doubtful",
        "A percentage is at least 20 times its target, and its hundredth lies within 0.2–5 times the target (9509% for a target of 95%). Most often 95.09 was typed into a percent cell.",
        why:
          "The hundredth counts, and both are named; otherwise the rate would be a hundred times wrong.",
        then:
          "Type the expected number; where the first one is right, say why in the column of reasons."
      )),
    FindingGuide(
      .v008, .own,
      zh: Page(
        "金额量级存疑", "金额是所比较的数（执行数比预算，预算比下达数或年初数）的2000倍以上，除以10000后在其0.2～5倍之间。多半是该填万元而填了元。",
        why: "按除以10000计，两个数都写明；由此引起的其他金额问题不再列出。",
        then: "核对账上的数，把单元格改成以万元为单位的数（2912000元填291.2）。"),
      en: Page(
        "Magnitude of an amount doubtful",
        "An amount is at least 2,000 times what it is held against (executed: the budget; budget: the issued or initial one), and within 0.2–5 times once divided by 10,000: 元 were typed where 万元 is due.",
        why:
          "The divided amount counts, both are named; findings about money that follow from it are left out.",
        then: "Check the books and type the amount in 万元 (291.2 for 2912000 元).")),
    FindingGuide(
      .v009, .own,
      zh: Page(
        "公式没有计算结果",
        "单元格里是公式，文件里却没有存计算结果，常见于别的程序生成、没有用Excel打开保存过的表。只用四则运算、比较和SUM、ROUND、AVERAGE、MIN、MAX、IF、SUMPRODUCT的，这里算得出，只作提示。",
        why: "算得出的按算出的数计；算不出的按0分计。",
        then: "用Excel或WPS打开，按F9重算，核对结果，保存后再报；引用了别的文件的，复制后“选择性粘贴—数值”。"),
      en: Page(
        "Formula without a result",
        "A cell has a formula and the file no stored result of it, as when another program made it. Plain arithmetic, comparisons and SUM, ROUND, AVERAGE, MIN, MAX, IF, SUMPRODUCT are worked out here, which is a note.",
        why: "What was worked out counts; otherwise the row counts 0 points.",
        then:
          "Open it in Excel or WPS, press F9, check the result, save, and return it; where it refers to another file, paste the value over it."
      )),
    FindingGuide(
      .v010, .own,
      zh: Page(
        "单元格是错误值", "单元格里是错误值：#DIV/0!（除数为0或空）、#REF!（引用的行列被删）、#N/A、#VALUE!等。",
        why: "没有可用的数，所在的行按0分计。",
        then: "点该单元格，看公式引用的是哪几格，把它们补上或改对；改不好的，删去公式直接填数。"),
      en: Page(
        "Error value",
        "The cell holds an error value: #DIV/0! (a divisor is 0 or empty), #REF! (what it refers to was deleted), #N/A, #VALUE! and the like.",
        why: "There is no number in it; the row counts 0 points.",
        then:
          "Look at the cells its formula refers to and correct them, or delete the formula and type the number."
      )),
    FindingGuide(
      .v011, .own,
      zh: Page(
        "应填数字而填日期", "该填数的地方是日期。常见的是输入“3-5”“2/3”被自动变成日期，或格子原来就是日期格式。",
        why: "不知道要填的是什么数，所在的行按0分计。",
        then: "右键“设置单元格格式”选“数值”，再重新输入这个数。"),
      en: Page(
        "Date instead of a number",
        "A date stands where a number is due: 3-5 or 2/3 was turned into one, or the cell was formatted as a date before.",
        why: "Which number was meant is unknown; the row counts 0 points.",
        then: "Set the format of the cell to Number, then type the number again.")),
    FindingGuide(
      .v012, .own,
      zh: Page(
        "是否未选或无法识别", "是否类指标的实际完成值没有选“是”或“否”，或写的两者都不是（正在验收、基本完成）。",
        why: "这类指标完成的记满分，未完成的不得分，必须明确；不明确的按0分计。",
        then: "在所指的单元格改填“是”或“否”，情况写到偏差原因栏。"),
      en: Page(
        "Yes or no unclear",
        "The actual of a yes/no indicator was not chosen, or the text is neither (正在验收, 基本完成).",
        why: "Such an indicator earns all or nothing; an unclear one counts 0 points.",
        then: "Type 是 (yes) or 否 (no); what else there is to say goes into the column of reasons.")),
    FindingGuide(
      .v013, .own,
      zh: Page(
        "应填数字而填文字", "指标值是数，实际完成值却写了是、否、已完成或等次。",
        why: "没有数，算不出完成率，所在的行按0分计。",
        then: "在所指的单元格填实际完成的数（指标值500人，就填实际服务的人数）。"),
      en: Page(
        "Word instead of a number",
        "The target is a number and the actual a yes, a no, a “done” or a level.",
        why: "Without a number there is no completion rate; the row counts 0 points.",
        then: "Type the number that was reached (for a target of 500 persons, how many there were)."
      )),
    FindingGuide(
      .v014, .own,
      zh: Page(
        "填表提示未替换", "单元格里还是空表的提示文字（请填写……、XX、示例）。",
        why: "在该填数的格里，所在的行按0分计；在原因栏里，不算填了原因。",
        then: "选中单元格，按Delete清空，改填实际内容；没有内容的留空。"),
      en: Page(
        "Prompt left in", "The cell still holds a prompt of the blank (请填写…, XX, 示例).",
        why:
          "Where a value is due the row counts 0 points; in the column of reasons it is no reason.",
        then: "Clear the cell and type what is meant; leave it empty where there is nothing to say."
      )),
    FindingGuide(
      .v015, .own,
      zh: Page(
        "实际值写成范围，已识别", "实际完成值写成了界限（≥266米、不低于95%），多半是照抄了指标值；按其中的数读取。",
        why: "实际值应是一个确数；读到的数可能不是实际完成的数。",
        then: "核对台账，把单元格改成实际完成的数，不加≥、≤和“不低于”。"),
      en: Page(
        "Actual given as a bound",
        "The actual was given as a bound (≥266米, 不低于95%), most often copied from the target; its number counts.",
        why: "What was reached is one number, and it may be another.",
        then: "Check the records and type the number that was reached, without ≥, ≤ or words.")),
    FindingGuide(
      .v016, .levels,
      zh: Page(
        "不是规定的等次", "定性指标的实际完成值写的词不属于方案规定的等次（如“基本健全”“基本达成”）。",
        why: "每一等次有自己的得分区间，词不明确就无法计分，按0分计。",
        then: "从说明列出的等次中选一个填上（如达成、部分达成、未达成），具体情况写到偏差原因栏。"),
      en: Page(
        "Not one of the levels",
        "The actual of a judged indicator is a word that is no level of the scheme (such as 基本健全, 基本达成).",
        why: "Each level has its own band of points; without one the row counts 0 points.",
        then:
          "Type one of the levels that the message names (达成, 部分达成, 未达成); the rest goes into the column of reasons."
      )),
  ]
}
