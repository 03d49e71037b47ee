extension FindingGuide {
  /// F.
  static let file = [
    FindingGuide(
      .f001, .transfer,
      zh: Page(
        "文件无法读取", "文件不是完好的工作簿：可能是下载、拷贝时中断，可能是别的文件改了扩展名，也可能是磁盘不让读；说明里写明是哪一种。",
        why: "里面的内容一项也读不到，不计分，项目按未报处理。",
        then:
          "先在本机用Excel或WPS打开：能打开的，点“文件—另存为”，类型选“Excel工作簿（*.xlsx）”，再报；提示修复的，修复后核对内容再另存；打不开的，请填报单位重新发送。"
      ),
      en: Page(
        "The file cannot be read",
        "It is no sound workbook: a download or copy that stopped half way, another file under a changed name, or one that the disk does not hand over; the message says which.",
        why: "Nothing in it can be read, so it is not scored and its project counts as missing.",
        then:
          "Open it in Excel or WPS. If it opens, choose File, Save As, “Excel Workbook (*.xlsx)” and return that; if a repair is offered, repair it and look it over first; if it does not open, have it sent again."
      )),
    FindingGuide(
      .f002, .transfer,
      zh: Page(
        "文件有打开密码", "工作簿设了“打开文件时需要的密码”，内容是加密的。只保护工作表、不设打开密码的，不会有这一条。",
        why: "没有密码读不到内容，不计分。",
        then: "打开文件，Excel点“文件—信息—保护工作簿—用密码进行加密”，WPS点“文件—文档加密—密码加密”，把密码清空，保存后再报。"),
      en: Page(
        "The file has a password",
        "The workbook is encrypted with a password to open it. Protection of a sheet alone does not give this.",
        why: "Without the password nothing can be read, so it is not scored.",
        then:
          "Open it, choose File, Info, Protect Workbook, Encrypt with Password (in WPS File, Document Encryption), clear the password, save, and return it."
      )),
    FindingGuide(
      .f003, .transfer,
      zh: Page(
        "文件格式不是xlsx", "文件其实是旧版表格（.xls、.et）、文本（.csv）、PDF等，不管扩展名写的是什么；说明里写明认出的格式。",
        why: "这些格式不读取，不计分；只把扩展名改成.xlsx，里面的内容不会变。",
        then: "用Excel或WPS打开，点“文件—另存为”，类型选“Excel工作簿（*.xlsx）”，用另存出来的文件再报。PDF和扫描件要在空表里重新填。"),
      en: Page(
        "The file is not .xlsx",
        "It is in truth an old workbook (.xls, .et), a text (.csv), a PDF or the like, whatever its name says; the message names the format.",
        why:
          "These formats are not read, so it is not scored; another name does not change what is inside.",
        then:
          "Open it in Excel or WPS, choose File, Save As, “Excel Workbook (*.xlsx)”, and return the new file. What came as a PDF or scan has to be filled in anew."
      )),
    FindingGuide(
      .f004, .transfer,
      zh: Page(
        "空文件", "文件里一个字节也没有，多半是上传、拷贝没有完成。",
        why: "没有内容可审，不计分。",
        then: "请填报单位重新发送，收到后看一眼文件大小，不是0再放进来。"),
      en: Page(
        "Empty file",
        "The file has not a single byte; most often an upload or copy was not completed.",
        why: "There is nothing to review, so it is not scored.",
        then: "Have it sent again, and see that its size is not 0.")),
    FindingGuide(
      .f005, .safety,
      zh: Page(
        "文件超出安全限度", "解压后的大小、部件数、行数、单元格数或嵌套层数超出上限；说明里写明是哪一项、多少、上限多少。",
        why: "正常的自评表远到不了上限；超出的可能是恶意文件，也会拖垮整批审核，所以不读取，不计分。",
        then: "新建一个工作簿，只把自评表的内容复制进去（可用“选择性粘贴—值和数字格式”），另存后再报。"),
      en: Page(
        "Beyond the safety limits",
        "Its inflated size, parts, rows, cells or nesting are beyond the limits; the message says which, how many, and how many are allowed.",
        why:
          "No form comes near them; such a file may be an attack and would stall the round, so it is neither read nor scored.",
        then:
          "Make a new workbook, copy the form alone into it (Paste Special, values and number formats), save, and return that."
      )),
    FindingGuide(
      .f006, .safety,
      zh: Page(
        "文件含不安全的XML", "工作簿的某个部件声明了DOCTYPE或外部实体。Excel和WPS都不会这样写，多半是别的程序生成的，或有人改过。",
        why: "外部实体可以用来读取别的文件，为安全起见不读取，不计分。",
        then: "用Excel或WPS打开，点“文件—另存为”，存成新的.xlsx再报；打不开的，从下发的空表重新填。"),
      en: Page(
        "Unsafe XML",
        "A part declares a DOCTYPE or an external entity. Neither Excel nor WPS writes one: another program made it, or somebody changed it.",
        why:
          "External entities can be made to read other files, so the workbook is neither read nor scored.",
        then:
          "Open it in Excel or WPS, save it as a new .xlsx, and return that; if it does not open, fill in the blank anew."
      )),
    FindingGuide(
      .f007, .safety,
      zh: Page(
        "压缩包条目不安全或重名", "xlsx文件是一个压缩包；里面有名称不安全（会解到包外）或重名的部件，说明里列出名称。重名的只读第一个。",
        why: "这些部件没有读取，也没有带入批注件；其余内容照常审核。",
        then: "用Excel或WPS打开，点“文件—另存为”存一份，核对内容、图片是否齐全，用新的一份再报。"),
      en: Page(
        "Unsafe or duplicate entries",
        "An .xlsx file is a zip archive; in this one parts have unsafe names, which point out of it, or two have one name. They are listed; of two, the first counts.",
        why: "They were not read, and are left out of the annotated copy; all else is reviewed.",
        then:
          "Open it in Excel or WPS, save it under a new name, see that cells and pictures are all there, and return that."
      )),
    FindingGuide(
      .f008, .form,
      zh: Page(
        "找不到自评表",
        "没有一张工作表有本方案必需的表头（如三级指标、年度指标值、实际完成值）：交错了文件、删改了表头、选错了方案，都会这样；说明里写明最接近的一行缺什么。未指明方案时，也可能是与两种表同样相符，或与哪一种都不像。",
        why: "不知道哪一栏是什么，无法审核，不计分。",
        then:
          "核对交的是不是自评表；改过表头的，把说明里列出的栏名照下发的表改回来。许多单位都这样的，看--scheme用的方案对不对（scorebook schemes）；没有指明方案的，用--scheme指明。"
      ),
      en: Page(
        "No form found",
        "No sheet has the headers that the scheme's form needs, such as 三级指标, 年度指标值, 实际完成值. The wrong file was sent, headers were changed or deleted, or the scheme is another; the message says what the nearest row lacks. Without a scheme: two forms fit equally well, or none does.",
        why: "What its columns mean is unknown, so it cannot be reviewed and is not scored.",
        then:
          "See whether it is the form; where headers were changed, restore those that the message names. Where many returns have this, check the scheme (scorebook schemes), or name it with --scheme where none was named."
      )),
    FindingGuide(
      .f009, .own,
      zh: Page(
        "同一项目有更新的表", "同一项目报了不止一份。以工作簿里记的最后保存时间为准，其次看文件名里的序次（第二次、终稿、v3），再次看收件次序；说明里写明以哪一份为准。",
        why: "这一份同样审核、批注，但不计入汇总。两份一字不差的，只作提示。",
        then: "看说明里的那一份是不是最终稿：是，不必处理；不是，把它移出文件夹再审核一次。"),
      en: Page(
        "A newer return counts",
        "The project returned more than one. The last saved counts, by what the workbook says; then the higher ordinal in its name (第二次, 终稿, v3); then the later in the order of input. The message names the one that counts.",
        why:
          "This one is reviewed and annotated all the same, and stays out of the totals. For two of the same bytes it is only a note.",
        then:
          "See whether the one named is the final one. If so, nothing need be done; if not, take it out of the folder and run the review again."
      )),
    FindingGuide(
      .f010, .own,
      zh: Page(
        "表外有大量空行空列", "表格以外还有200行以上或50列以上只有格式、没有内容的单元格，常因整列刷过格式或拖过填充柄。",
        why: "不影响审核，只是文件变大、打开变慢、打印多出空白页。",
        then: "可以选中表外的行（列），点右键“删除”，保存。"),
      en: Page(
        "Many empty rows or columns",
        "More than 200 rows or 50 columns beyond the form carry formats and nothing else, as after formatting whole columns.",
        why: "The review is not affected; the file is large, opens slowly and prints empty pages.",
        then: "Select the rows or columns beyond the form, delete them, and save.")),
    FindingGuide(
      .f011, .handout, needs: .manifest,
      zh: Page(
        "不是本次下发的空表", "填报所用的空表里记着方案、年度和批次，与本次的不同；常见的是在上年的表上改。",
        why: "指标、预算与本次下达的不同，审了也对不上，不计分。",
        then: "找出本次下发的空表（文件名以项目编码开头），把内容抄进去再报；没有收到的，向下发单位要。"),
      en: Page(
        "A blank of another round",
        "The blank it was made from carries its scheme, year and campaign, and they are not those of this round; often last year's form was filled in again.",
        why: "What it was issued with is not what is reviewed now, so it is not scored.",
        then:
          "Take the blank of this round (its name begins with the project's code), type the contents in, and return that; ask for it where it did not arrive."
      )),
    FindingGuide(
      .f012, .handout, needs: .programme,
      zh: Page(
        "项目不在下达清单内", "下达工作簿的“项目”表里没有这个项目名称和实施单位（比较时不计空格和全角半角）；说明里写明最接近的一个。多半是简称、错字或更了名。",
        why: "按表内自己的数计分，但不计入汇总；真正的项目会显示为未报。",
        then: "把项目名称、实施单位两格改成与下达的一字不差；确是清单遗漏的，由下达单位在“项目”表补一行。"),
      en: Page(
        "Not in the programme",
        "The sheet 项目 of the programme has no project of this name and unit, spaces and full width aside; the nearest is named. Most often a name was shortened, mistyped or changed.",
        why:
          "It is scored on its own figures and stays out of the totals; the project itself shows as missing.",
        then:
          "Write the cells 项目名称 and 实施单位 exactly as issued; where the programme lacks the project, add a row to its sheet 项目."
      )),
  ]
}
