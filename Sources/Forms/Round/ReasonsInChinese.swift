internal import Evaluation
internal import Workbooks

/// Why a file cannot be read or written, in Chinese: the details of `WorkbookError`, and what the
/// system and libzip say. What is not known here stays in English.
public enum ReasonsInChinese {
  /// A reason in Chinese.
  public static func text(of reason: String) -> String { book.text(of: reason) ?? reason }

  /// A part of a package, as people know it.
  static func part(_ part: String) -> String {
    switch part {
    case WorkbookError.archive: "压缩包"
    case "the file": "文件"
    default: part
    }
  }

  static let book = PhraseBook(workbook.merging(package) { $1 }.merging(system) { $1 })

  /// What is wrong within a workbook.
  private static let workbook = [
    "it is a text document": "是文字文档",
    "it is a presentation": "是演示文稿",
    "it is of the type {}": "类型是{}",
    "it is an iWork document": "是iWork文档",
    "it is a zip archive without a workbook in its {} entries": "是压缩包，{}个条目里没有工作簿",
    "it is a zip archive without a workbook in its {} entries and {} of unsafe names":
      "是压缩包，{}个条目里没有工作簿，另有{}个名称不安全",
    "it starts with bytes of no known format": "开头的字节不属于任何已知格式",
    "the part is missing": "缺少这个部件",
    "it is missing": "缺少这个部件",
    "sheet “{}” refers to no part ({})": "工作表“{}”没有对应的部件（{}）",
    "the part of sheet “{}” is missing": "缺少工作表“{}”的部件",
    "two sheets refer to it, “{}” the second": "两个工作表共用这个部件，第二个是“{}”",
    "its root is <{}>, where <{}> is due": "根元素是<{}>，应为<{}>",
    "{} refers to shared string {} of {}": "{}引用第{}个共享文本，共有{}个",
    "its bytes are not UTF-8 text": "不是UTF-8文本",
    "its bytes are not UTF-16 text": "不是UTF-16文本",
    "its encoding is declared as {}, where UTF-8 is due": "声明的编码是{}，应为UTF-8",
    "row {}, of {} at byte {}": "第{}行超出{}行（第{}字节）",
    "a row {}, which is no number at byte {}": "行号{}不是数字（第{}字节）",
    "a cell beyond the last column at byte {}": "单元格超出最后一列（第{}字节）",
    "a cell at {}, which is no place at byte {}": "单元格位置{}无效（第{}字节）",
    "the XML ends too early at byte {}": "XML没有结束就断了（第{}字节）",
    "a stray / at byte {}": "多余的/（第{}字节）",
    "no blank before an attribute at byte {}": "属性前缺少空格（第{}字节）",
    "a second root element at byte {}": "有第二个根元素（第{}字节）",
    "an end tag too many at byte {}": "多了一个结束标记（第{}字节）",
    "an end tag of another name than its start tag's at byte {}": "结束标记与开始标记不同名（第{}字节）",
    "a misplaced colon at byte {}": "冒号位置不对（第{}字节）",
    "a name was expected at byte {}": "此处应有名称（第{}字节）",
    "an attribute without a value at byte {}": "属性没有值（第{}字节）",
    "a value without quotes at byte {}": "属性值没有引号（第{}字节）",
    "a < within an attribute at byte {}": "属性值里有<（第{}字节）",
    "a control character at byte {}": "有控制字符（第{}字节）",
    "the same attribute twice at byte {}": "同一属性出现两次（第{}字节）",
    "an unknown entity at byte {}": "有不认识的实体（第{}字节）",
    "text outside the root element at byte {}": "根元素之外有文字（第{}字节）",
    "-- within a comment at byte {}": "注释里有--（第{}字节）",
    "a declaration that no part may have at byte {}": "有部件里不该有的声明（第{}字节）",
    "an XML declaration behind the start at byte {}": "XML声明不在开头（第{}字节）",
    "it has no end tag": "缺少结束标记",
    "it lists no sheets": "没有列出工作表",
    "it has no list of notes or of authors": "没有批注或作者的清单",
    "the sheet has no place for cells (sheetData)": "工作表没有放单元格的地方（sheetData）",
    "the package names no workbook": "包里没有指明工作簿",
  ]

  /// What is wrong with the archive around it.
  private static let package = [
    "{} bytes, all of them zero": "{}字节，全是零",
    "entry {} of its directory is unreadable": "目录第{}个条目读不出来",
    "{} bytes where its directory entry says {}": "有{}字节，目录里写的是{}",
    "more than the {} bytes its directory entry says": "多于目录里写的{}字节",
    "fewer than the {} bytes its directory entry says": "少于目录里写的{}字节",
    "its bytes have another checksum than its directory entry says": "校验和与目录里写的不符",
    "its compressed bytes are damaged": "压缩数据已损坏",
    "it is said to be larger than the file": "声明的大小超过整个文件",
    "no memory to inflate it in": "内存不足，无法解压",
    "its directory is missing, so its end was cut off": "目录缺失，末尾被截断",
    "unknown failure": "原因不明",
    "a second entry of one name": "有同名的条目",
    "an unsafe name": "条目名称不安全",
    "it is no longer in the bundle": "已不在压缩包里",
    "an entry of this name cannot be added": "不能添加这个名称的条目",
    "the archive has no such entry": "压缩包里没有这个条目",
    // libzip's own.
    "CRC error": "校验和不符",
    "Zip archive inconsistent": "压缩包前后不一致",
    "Zip archive inconsistent: {}": "压缩包前后不一致：{}",
    "Not a zip archive": "不是压缩包",
    "Truncated zip archive": "压缩包被截断",
    "Premature end of file": "文件没有结束就断了",
    "Compression method not supported": "不支持的压缩方法",
    "Encryption method not supported": "不支持的加密方法",
    "Multi-disk zip archives not supported": "不支持分卷压缩包",
    "Zlib error: {}": "解压出错：{}",
    "Zlib error: data error": "解压出错：数据损坏",
    "Invalid argument": "参数无效",
    "Malloc failure": "内存不足",
  ]

  /// What the system says.
  private static let system = [
    "another file of that name is there, maybe a return": "那里已有同名而内容不同的文件，可能是报回的表",
    "another file of that name is there, maybe completed by hand":
      "那里已有同名而内容不同的文件，可能已补填过",
    "it is one of the results to be read": "它就是要读取的结果文件",
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "Operation not permitted": "不允许这样做",
    "No space left on device": "磁盘已满",
    "Disk quota exceeded": "超出磁盘配额",
    "File too large": "文件过大",
    "Read-only file system": "文件系统只读",
    "Is a directory": "是文件夹",
    "Not a directory": "不是文件夹",
    "File exists": "已有同名文件",
    "Directory not empty": "文件夹不是空的",
    "File name too long": "文件名过长",
    "Too many levels of symbolic links": "链接层数过多",
    "Too many open files": "打开的文件过多",
    "Input/output error": "读写出错",
    "Cannot allocate memory": "内存不足",
    "it is no regular file any more": "已不是普通文件",
    "it changes while it is read": "读取时文件正在变动",
    "Too many open files in system": "系统打开的文件太多",
    "the folder cannot be opened; check its permissions": "打不开文件夹，请检查权限",
  ]
}
