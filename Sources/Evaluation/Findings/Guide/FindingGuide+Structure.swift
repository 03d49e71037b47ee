extension FindingGuide {
  /// S.
  static let structure = [
    FindingGuide(
      .s001, .own,
      zh: Page(
        "工作表改名", "自评表所在的工作表改了名；已按内容找到。", why: "不影响计分。",
        then: "下次保留下发时的工作表名。"),
      en: Page(
        "Sheet renamed", "The form's sheet has another name; it was found by its content.",
        why: "Scores are not affected.", then: "Keep the name the sheet was handed out with.")),
    FindingGuide(
      .s002, .own,
      zh: Page(
        "栏次变动或移位", "栏的次序与方案不同，或整张表挪了位置；已按表头读取。", why: "不影响计分。",
        then: "下次保持下发时的版式。"),
      en: Page(
        "Columns moved",
        "Columns stand in another order than the scheme's, or the table was shifted; it was read by its headers.",
        why: "Scores are not affected.", then: "Keep the layout the form was handed out with.")),
    FindingGuide(
      .s003, .targets, needs: .indicators,
      zh: Page(
        "多出未下达的指标", "表内有一个没有下达过的指标；评分表则是一级指标不在规定之内的一项。",
        why: "列出但不计分，也不进合计：绩效目标批复后不得自行调整。",
        then: "删去此行；确需增加的，先按程序报批调整绩效目标。"),
      en: Page(
        "Indicator not issued",
        "The form has an indicator that was not issued, or in a judged form a row under a first tier that the scheme has not.",
        why:
          "It is listed, not scored and not in totals: approved targets are not changed by the unit.",
        then: "Delete the row; a new indicator needs an approved change of the targets.")),
    FindingGuide(
      .s004, .targets, needs: .indicators,
      zh: Page(
        "缺少下达的指标", "下达的一个指标在表内找不到；评分表则是规定的一项或一个一级指标。", why: "按0分计，否则删去没完成的指标反而得分更高。",
        then: "恢复此行，填写实际完成值；指标名称与下达的写成一样。"),
      en: Page(
        "Issued indicator missing",
        "An indicator that was issued is not in the form; in a judged form, a row or block that every project has.",
        why: "It counts 0 points; otherwise deleting what was missed would raise the score.",
        then: "Restore the row under its issued name and fill in the actual.")),
    FindingGuide(
      .s005, .form,
      zh: Page(
        "固定栏目文字被改", "表头或行名等固定文字改动过；仍能认出是哪一栏。",
        why: "改动可能带来误读，请核实读到的就是要填的那一栏。", then: "恢复下发时的文字。"),
      en: Page(
        "Fixed label changed",
        "A fixed text of the form was changed; its column was found all the same.",
        why: "A changed label can be read for another: check that the right column was read.",
        then: "Restore the text as it was handed out.")),
    FindingGuide(
      .s006, .own,
      zh: Page(
        "合并的层级被拆开", "一级、二级指标的合并单元格被拆开；空的取上面一格的。",
        why: "不影响计分。", then: "下次不要拆开合并单元格。"),
      en: Page(
        "Merged tiers broken up",
        "Merged cells of the first two tiers were broken up; empty ones take the tier above them.",
        why: "Scores are not affected.", then: "Leave the merged cells as they are.")),
    FindingGuide(
      .s007, .handout, needs: .manifest,
      zh: Page(
        "锁定或下拉被取消", "空表的单元格锁定或下拉选项被取消。", why: "下达的数因此可能被改动；改了的另有提示。",
        then: "下次直接在下发的空表里填，不要复制到新表。"),
      en: Page(
        "Locks or lists removed", "Locks or drop-down lists of the blank were removed.",
        why: "What was issued could then be changed; what was is reported by itself.",
        then: "Fill in the blank itself rather than a copy of its cells.")),
    FindingGuide(
      .s008, .own,
      zh: Page(
        "有隐藏的行列或工作表", "表内有隐藏的行、列或工作表；其中的内容照样读取、计算。",
        why: "看表的人看不到，容易漏审。", then: "取消隐藏；不需要的删去。"),
      en: Page(
        "Hidden rows, columns or sheets",
        "Rows, columns or sheets of the form are hidden; what they hold is read and counts.",
        why: "Whoever looks at the form does not see them.", then: "Show them, or delete them.")),
    FindingGuide(
      .s009, .own,
      zh: Page(
        "不同指标的单元格被合并", "不同指标的填报格被合并成一格。",
        why: "合并时只保留左上角一格的值，其余的已经丢失，所在的行无法计分。",
        then: "取消合并，逐行补填。"),
      en: Page(
        "Different indicators merged", "Cells of different indicators were merged into one.",
        why:
          "A merge keeps the top left value alone; the others are lost and their rows cannot be scored.",
        then: "Take the merge apart and fill in each row.")),
    FindingGuide(
      .s010, .own,
      zh: Page(
        "部分批注改放他处", "表内原有的内容（如线程批注）不便改动，这部分审核意见放在了别处，已写明位置。",
        why: "不影响计分；原有内容保持不动。", then: "按写明的位置查看。"),
      en: Page(
        "Part of the annotation elsewhere",
        "What stands there (a threaded comment, …) could not be touched without harm; the opinion stands elsewhere, and it says where.",
        why: "Scores are not affected; what was there stays.", then: "Look where it says.")),
    FindingGuide(
      .s011, .handout, needs: .manifest,
      zh: Page(
        "公式与数值互换", "空表带的公式被改成了数，或应填数的格子写成了公式。",
        why: "自报的数不再随填报内容变动；审核按实际值重算。", then: "恢复公式，或改填数值。"),
      en: Page(
        "Formula and constant swapped",
        "A formula of the blank was overwritten by a constant, or the reverse.",
        why:
          "The unit's own figure no longer follows what is filled in; the review computes its own.",
        then: "Restore the formula, or fill in the value.")),
  ]
}
