extension FindingGuide {
  /// F.
  static let file = [
    FindingGuide(
      .f001, "文件无法读取",
      "The file is no readable workbook: no zip archive, truncated or damaged. Open it in Excel or WPS, save it as .xlsx and return that."
    ),
    FindingGuide(
      .f002, "文件有打开密码",
      "The workbook is encrypted with a password and cannot be read. Remove the password and return it."
    ),
    FindingGuide(
      .f003, "文件格式不是xlsx",
      "A legacy or other format (.xls, .et, .csv, …), whatever its name says. Save it as .xlsx."),
    FindingGuide(.f004, "空文件", "The file holds nothing: the transfer failed. Return it again."),
    FindingGuide(
      .f005, "文件超出安全限度",
      "The file is beyond the safety limits on inflated size, parts, rows, cells or nesting. No form of this kind comes near them; copy the form into a new workbook."
    ),
    FindingGuide(
      .f006, "文件含不安全的XML",
      "A part declares a DOCTYPE or an external entity, which no spreadsheet program writes. Save the form anew."
    ),
    FindingGuide(
      .f007, "压缩包条目不安全或重名",
      "Entries of the archive have unsafe or duplicate names; they are ignored and left out of the annotated copy."
    ),
    FindingGuide(
      .f008, "找不到自评表",
      "No sheet holds the scheme's form: its headers were not found. Fill in the form that was handed out."
    ),
    FindingGuide(
      .f009, "同一项目有更新的表",
      "Another return of the same project counts instead: the newest by the time it was saved, then by an ordinal in its name, then by the order of input."
    ),
    FindingGuide(
      .f010, "表外有大量空行空列",
      "Many empty rows or columns beyond the form carry formats only; they are ignored."),
    FindingGuide(
      .f011, "不是本次下发的空表",
      "The blank it was made from belongs to another scheme, year or campaign. Fill in the one that was handed out this time.",
      needs: "a blank with its manifest"),
    FindingGuide(
      .f012, "项目不在下达清单内",
      "The programme has no such project and unit; the nearest is named. It is scored on its own figures and not counted.",
      needs: "a programme"),
  ]

  /// S.
  static let structure = [
    FindingGuide(.s001, "工作表改名", "The form's sheet was renamed; it was found by its content."),
    FindingGuide(
      .s002, "栏次变动或移位",
      "Columns stand in another order than the scheme's, or the table was shifted; it was read by its headers."
    ),
    FindingGuide(
      .s003, "多出未下达的指标",
      "An indicator that was not issued: listed, not scored, not in totals. New indicators need an approved change of the targets.",
      needs: "issued indicators"),
    FindingGuide(
      .s004, "缺少下达的指标",
      "An issued indicator is missing, or a row or block that a judged form has for every project: it counts 0 points. Restore the row and fill it in.",
      needs: "issued indicators, or items in the scheme"),
    FindingGuide(
      .s005, "固定栏目文字被改", "A fixed label of the form was changed; its column was found all the same."
    ),
    FindingGuide(
      .s006, "合并的层级被拆开", "Merged tier cells were broken up; empty ones take the tier above them."),
    FindingGuide(
      .s007, "锁定或下拉被取消", "Locks or drop-down lists of the blank were removed.",
      needs: "a blank with its manifest"),
    FindingGuide(
      .s008, "有隐藏的行列或工作表",
      "Rows, columns or sheets inside the form are hidden; what they hold is read and counts."),
    FindingGuide(
      .s009, "不同指标的单元格被合并",
      "Cells of different indicators were merged: the swallowed values are lost, and their rows cannot be scored."
    ),
    FindingGuide(
      .s010, "部分批注改放他处",
      "A part of the annotation could not be added without harm to what stands there (a threaded comment, …); it says where it stands instead."
    ),
    FindingGuide(
      .s011, "公式与数值互换", "A formula of the blank was overwritten by a constant, or the reverse.",
      needs: "a blank with its manifest"),
  ]

  /// V.
  static let values = [
    FindingGuide(
      .v001, "必填项未填",
      "A required cell is blank, or holds only a mark for nothing (—, /, 无). A row of a further table without a target is listed and not rated, where the scheme says so."
    ),
    FindingGuide(
      .v002, "不是数字或超出范围",
      "Not one clear number where a number is due, below 0 where points are due, or outside ±10^15 or finer than 10^-12. Ranges, sums and vague numbers (100余人) are never guessed."
    ),
    FindingGuide(
      .v003, "全角等字符，已识别", "Full-width or other unusual characters were read as the plain ones."),
    FindingGuide(
      .v004, "单元格内带单位，已换算",
      "A unit was typed into the cell (5.59万, 217人); the number was converted to the row's own unit."
    ),
    FindingGuide(
      .v005, "数字存为文本，已识别",
      "The number is stored as text, with separators or spaces; it was read as a number."),
    FindingGuide(
      .v006, "百分数存为文本，已识别", "A percentage was typed as text (95.09%); it was read as one."),
    FindingGuide(
      .v007, "百分数量级存疑",
      "A percentage at least 20 times its target whose hundredth lies within 0.2–5 times the target: the hundredth counts, and both are named."
    ),
    FindingGuide(
      .v008, "金额量级存疑",
      "An amount at least 2,000 times what it is held against, and within 0.2–5 times once divided by 10,000: it was typed in 元 where 万元 is due. The divided amount counts, both are named; findings about money that follow from it are left out."
    ),
    FindingGuide(
      .v009, "公式没有计算结果",
      "A formula without a stored value. Where it uses only common arithmetic it is evaluated; otherwise the cell is unresolved."
    ),
    FindingGuide(.v010, "单元格是错误值", "The cell holds an error value (#DIV/0!, #REF!, …)."),
    FindingGuide(
      .v011, "应填数字而填日期",
      "A date where a number is due; often a number in a cell formatted as a date."),
    FindingGuide(.v012, "是否未选或无法识别", "Yes or no was not chosen, or the text is neither."),
    FindingGuide(.v013, "应填数字而填文字", "A yes, a no or a level where a number is due."),
    FindingGuide(
      .v014, "填表提示未替换",
      "A placeholder or prompt of the blank was left in; where a value is due, the row is unresolved."
    ),
    FindingGuide(
      .v015, "实际值写成范围，已识别", "The actual was given as a bound (≥266米); its number counts."),
    FindingGuide(
      .v016, "不是规定的等次",
      "A word that is no level of the scheme. Choose one of the levels the message names."),
  ]
}
