extension FindingGuide {
  /// F.
  static let file = [
    FindingGuide(
      .f001, .transfer,
      zh: Page(
        "文件无法读取", "不是完好的工作簿：不是xlsx格式的压缩包，或传输中被截断、损坏。",
        why: "里面的内容一项也读不到，不计分。",
        then: "用Excel或WPS打开，另存为“Excel工作簿（*.xlsx）”再报；打不开的，重新填报。"),
      en: Page(
        "The file cannot be read",
        "It is no sound workbook: no zip archive, cut short on its way, or damaged.",
        why: "Nothing in it can be read, so it is not scored.",
        then:
          "Open it in Excel or WPS and save it as .xlsx; if it does not open, fill in the form anew."
      )),
    FindingGuide(
      .f002, .transfer,
      zh: Page(
        "文件有打开密码", "工作簿设了打开密码，内容是加密的。", why: "没有密码读不到内容，不计分。",
        then: "取消打开密码后另存，再报。"),
      en: Page(
        "The file has a password", "The workbook is encrypted with a password to open it.",
        why: "Without the password nothing can be read, so it is not scored.",
        then: "Remove the password, save, and return it.")),
    FindingGuide(
      .f003, .transfer,
      zh: Page(
        "文件格式不是xlsx", "是旧版或其他格式（.xls、.et、.csv、.pdf等），不管扩展名写的是什么。",
        why: "这些格式不读取；把扩展名改成.xlsx不会改变内容。",
        then: "用Excel或WPS打开，另存为“Excel工作簿（*.xlsx）”。"),
      en: Page(
        "The file is not .xlsx",
        "It is a legacy or other format (.xls, .et, .csv, .pdf, …), whatever its name says.",
        why: "These formats are not read; another name does not change what is inside.",
        then: "Open it in Excel or WPS and save it as an Excel workbook (*.xlsx).")),
    FindingGuide(
      .f004, .transfer,
      zh: Page(
        "空文件", "文件里一个字节也没有，多半是传输没有完成。", why: "没有内容可审，不计分。",
        then: "请填报单位重新发送。"),
      en: Page(
        "Empty file", "The file has not a single byte; most often its transfer failed.",
        why: "There is nothing to review, so it is not scored.", then: "Have it sent again.")),
    FindingGuide(
      .f005, .safety,
      zh: Page(
        "文件超出安全限度", "解压后的大小、条目数、行数、单元格数或嵌套层数超出上限。",
        why: "正常的自评表远到不了上限；超出的可能是恶意文件，也会拖垮整批审核，所以不读取。",
        then: "只把自评表复制到新工作簿，另存后再报。"),
      en: Page(
        "Beyond the safety limits",
        "Its inflated size, parts, rows, cells or nesting are beyond the limits.",
        why:
          "No form comes near them; such a file may be an attack and would stall the round, so it is not read.",
        then: "Copy the form alone into a new workbook and return that.")),
    FindingGuide(
      .f006, .safety,
      zh: Page(
        "文件含不安全的XML", "某个部件声明了DOCTYPE或外部实体，表格软件不会这样写。",
        why: "外部实体可以用来读取别的文件，为安全起见不读取。",
        then: "用Excel或WPS打开，另存为新的.xlsx再报。"),
      en: Page(
        "Unsafe XML",
        "A part declares a DOCTYPE or an external entity, which no spreadsheet program writes.",
        why: "External entities can be made to read other files, so the workbook is refused.",
        then: "Open it in Excel or WPS and save it as a new .xlsx.")),
    FindingGuide(
      .f007, .safety,
      zh: Page(
        "压缩包条目不安全或重名", "工作簿的压缩包里有名称不安全或重名的条目。",
        why: "这些条目没有读取，也没有带入批注件。", then: "用Excel或WPS另存一份，核对内容后再报。"),
      en: Page(
        "Unsafe or duplicate entries",
        "The package holds entries with unsafe names, or two of one name.",
        why: "They were not read, and are left out of the annotated copy.",
        then: "Save it anew in Excel or WPS, look it over, and return that.")),
    FindingGuide(
      .f008, .form,
      zh: Page(
        "找不到自评表", "没有一张工作表有本方案所需的表头；未指明方案时，也可能是与两种表同样相符，或与哪一种都不像。",
        why: "不知道哪一栏是什么，无法审核，不计分。",
        then: "用下发的空表填报；改过栏名的，恢复原来的栏名。也请核对所用的方案是否正确，或用 --scheme 指明方案。"),
      en: Page(
        "No form found",
        "No sheet has the headers that the scheme's form needs. Without a scheme: two forms fit equally well, or none does.",
        why: "What its columns mean is unknown, so it cannot be reviewed and is not scored.",
        then:
          "Fill in the form that was handed out, or restore its headers. Check also that the scheme is the right one, or name it with --scheme."
      )),
    FindingGuide(
      .f009, .own,
      zh: Page(
        "同一项目有更新的表", "同一项目报了不止一份。以最后保存的为准，其次看文件名里的序次，再次看收件次序。",
        why: "这一份不计入汇总，但同样审核、批注。",
        then: "确认以哪一份为准；不该以那一份为准的，撤下它后重新审核。"),
      en: Page(
        "A newer return counts",
        "The project returned more than one. The last saved counts, then the higher ordinal in its name, then the later in the order of input.",
        why: "This one is reviewed and annotated all the same, and stays out of the totals.",
        then: "Confirm which one is meant; take the other away and run the review again.")),
    FindingGuide(
      .f010, .own,
      zh: Page(
        "表外有大量空行空列", "表格以外还有很多只有格式、没有内容的行或列。",
        why: "不影响审核，只是文件变大、打开变慢。", then: "可以删去多余的行列。"),
      en: Page(
        "Many empty rows or columns",
        "Many rows or columns beyond the form carry formats and nothing else.",
        why: "The review is not affected; the file is large and opens slowly.",
        then: "They may be deleted.")),
    FindingGuide(
      .f011, .handout, needs: .manifest,
      zh: Page(
        "不是本次下发的空表", "填报所用的空表属于别的方案、年度或批次。",
        why: "指标、预算与本次下达的不同，审了也对不上，不计分。", then: "用本次下发的空表填报。"),
      en: Page(
        "A blank of another round",
        "The blank it was made from belongs to another scheme, year or campaign.",
        why: "What it was issued with is not what is reviewed now, so it is not scored.",
        then: "Fill in the blank that was handed out this time.")),
    FindingGuide(
      .f012, .handout, needs: .programme,
      zh: Page(
        "项目不在下达清单内", "下达工作簿里没有这个项目名称和实施单位；会指出最接近的一个。",
        why: "按表内自己的数计分，但不计入汇总。",
        then: "核对项目名称和实施单位，与下达的写成一样；确属遗漏的，补入下达工作簿。"),
      en: Page(
        "Not in the programme",
        "The programme has no project of this name and unit; the nearest is named.",
        why: "It is scored on its own figures and stays out of the totals.",
        then:
          "Write name and unit as they were issued, or add the project to the programme workbook."
      )),
  ]
}
