extension FindingGuide {
  /// S.
  static let structure = [
    FindingGuide(
      .s001, .own,
      zh: Page(
        "工作表改名", "自评表所在的工作表改了名，或复制到了新表；已按内容找到。",
        why: "不影响计分。",
        then: "不必改；下次保留下发时的工作表名。"),
      en: Page(
        "Sheet renamed",
        "The form's sheet has another name, or was copied to a new one; it was found by its content.",
        why: "Scores are not affected.",
        then: "Nothing need be done; keep the name next time.")),
    FindingGuide(
      .s002, .own,
      zh: Page(
        "栏次变动或移位", "栏的次序与方案不同，整张表不从A列开始，或空表的指标行挪动、排序过；已按栏名逐栏、逐行读取。",
        why: "不影响计分；但人工汇总、复制粘贴时容易错位。",
        then: "核对说明里列出的次序；不必改，下次照下发的样式填。"),
      en: Page(
        "Columns moved",
        "Columns stand in another order than the scheme's, the table does not begin in column A, or rows of a blank were moved or sorted; it was read by its headers and names.",
        why: "Scores are not affected; whoever copies from it may take the wrong column.",
        then: "Look at the order that is named; nothing need be done, keep the layout next time.")),
    FindingGuide(
      .s003, .targets, needs: .indicators,
      zh: Page(
        "多出未下达的指标", "表内有一行三级指标，在下达的指标里没有。评分表则是一行的一级指标不在方案规定之内。",
        why: "列出但不计分，也不进合计：绩效目标批复后不得自行增加。",
        then: "是自己加的，右键删去整行；其实是下达的指标改了名，把名称改回下达的写法；确需增加的，先报批调整绩效目标。"),
      en: Page(
        "Indicator not issued",
        "A row has an indicator that was not issued; in a judged form, a row under a first tier that the scheme has not.",
        why:
          "It is listed, not scored and not in totals: approved targets are not added to by the unit.",
        then:
          "Delete a row that was added; where an issued indicator was renamed, restore its name; a new indicator needs an approved change of the targets."
      )),
    FindingGuide(
      .s004, .targets, needs: .indicators,
      zh: Page(
        "缺少下达的指标", "下达的一个指标在表内找不到：行被删去，或名称改得认不出来。评分表则是缺了规定的一项或一个一级指标。",
        why: "按0分计，否则删去没完成的指标反而得分更高。",
        then: "在原来的位置插入一行，三级指标写成说明里引号中的名称，照下达内容填指标值和分值，再填实际完成值。"),
      en: Page(
        "Issued indicator missing",
        "An indicator that was issued is not in the form: its row was deleted, or its name changed beyond recognition. In a judged form, a row or block that every project has.",
        why: "It counts 0 points; otherwise deleting what was missed would raise the score.",
        then:
          "Insert a row, write the name as the message quotes it, target and points as issued, and the actual."
      )),
    FindingGuide(
      .s005, .form,
      zh: Page(
        "固定栏目文字被改", "表头、资金来源等固定文字与方案的写法不同，或空表里下发的项目名称、指标名称改动过；仍能认出是哪一栏、哪一行。",
        why: "改动可能带来误读，请核实读到的就是要填的那一栏。",
        then: "把该单元格改回说明里“应为”的文字；确需更名的，报主管部门更正后另发空表。"),
      en: Page(
        "Fixed label changed",
        "A header, a source of money or another fixed text is not worded as in the scheme, or a name that the blank was handed out with was changed; its column or row was found all the same.",
        why: "A changed label can be read for another: check that the right column was read.",
        then:
          "Put the expected text back into the cell; where a name has really changed, have a new blank handed out."
      )),
    FindingGuide(
      .s006, .own,
      zh: Page(
        "合并的层级被拆开", "一级、二级指标的合并单元格被取消合并，下面的格空着；空的取上面一格的文字。",
        why: "不影响计分。",
        then: "不必改；也可以选中同一层级的格，点“合并后居中”恢复。"),
      en: Page(
        "Merged tiers broken up",
        "Merged cells of the first two tiers were taken apart and those below left empty; empty ones take the text above them.",
        why: "Scores are not affected.",
        then: "Nothing need be done; the cells may be merged again.")),
    FindingGuide(
      .s007, .handout, needs: .manifest,
      zh: Page(
        "锁定或下拉被取消", "下发的空表撤销了工作表保护，丢了下拉选项、输入限制，或删了隐藏的下发信息。复制到新工作簿、用别的程序另存也会这样。",
        why: "下达的数因此可能被改动；真的改了的，另有T001、T002、T004、S005指出。",
        then: "不必改；下次直接在下发的文件里填，不要撤销保护，也不要复制到新表。"),
      en: Page(
        "Locks or lists removed",
        "The blank lost its sheet protection, its drop-down lists and rules, or the hidden sheet with what was issued, as when it is copied to a new workbook or saved by another program.",
        why:
          "What was issued could then be changed; what was is reported by T001, T002, T004 or S005.",
        then:
          "Nothing need be done; fill in the file that was handed out, and neither unprotect nor copy it."
      )),
    FindingGuide(
      .s008, .own,
      zh: Page(
        "有隐藏的行列或工作表", "表内有隐藏的行、列，或整张自评表是隐藏的；其中的内容照样读取、计算。",
        why: "看表、打印的人看不到，容易漏审。",
        then: "选中隐藏处上下的行（左右的列），点右键“取消隐藏”；工作表在标签上点右键“取消隐藏”。不需要的内容删去。"),
      en: Page(
        "Hidden rows, columns or sheets",
        "Rows or columns of the form, or its whole sheet, are hidden; what they hold is read and counts.",
        why: "Whoever looks at the form or prints it does not see them.",
        then:
          "Select the rows above and below (the columns beside), right-click, Unhide; for a sheet, right-click a tab. Delete what is not needed."
      )),
    FindingGuide(
      .s009, .own,
      zh: Page(
        "不同指标的单元格被合并", "两个以上指标（或资金来源）的填报格合并成了一格。",
        why: "合并时只保留左上角一格的值，其余的已经丢失，所在的行无法计分。",
        then: "选中这一格，点“合并后居中”取消合并，把每一行自己的数补上。"),
      en: Page(
        "Different indicators merged",
        "Cells of two or more indicators, or sources of money, were merged into one.",
        why:
          "A merge keeps the top left value alone; the others are lost and their rows cannot be scored.",
        then: "Select the cell, click Merge & Center to take it apart, and fill in each row.")),
    FindingGuide(
      .s010, .own,
      zh: Page(
        "部分批注改放他处", "表内原有的内容（会话批注、审核列位置上的内容、数字签名等）不便改动，或上次的批注被改过；这部分审核意见放在了别处，已写明位置。",
        why: "不影响计分；原有内容保持不动。",
        then: "填报单位不必处理；审核人按说明写明的位置查看。"),
      en: Page(
        "Part of the annotation elsewhere",
        "What stands there (a threaded comment, something in the place of the columns, a digital signature) could not be touched without harm, or an earlier annotation was changed; the opinion stands elsewhere, and it says where.",
        why: "Scores are not affected; what was there stays.",
        then: "The unit need do nothing; the reviewer looks where it says.")),
    FindingGuide(
      .s011, .handout, needs: .manifest,
      zh: Page(
        "公式与数值互换", "下发的空表里，带公式的格（合计、执行率、得分）被填成了数，或下达的固定值被改成了公式。",
        why: "自报的数不再随填报内容变动；审核按实际值重算，不采用它。",
        then: "打开下发的空表，复制同一格，粘贴回来；固定值用“选择性粘贴—数值”。"),
      en: Page(
        "Formula and constant swapped",
        "In a blank, a cell with a formula (sum, rate, score) was typed over, or a value that was issued was made a formula.",
        why:
          "The unit's own figure no longer follows what is filled in; the review computes its own.",
        then:
          "Open the blank as handed out, copy the same cell, and paste it back; paste an issued value as a value."
      )),
  ]
}
