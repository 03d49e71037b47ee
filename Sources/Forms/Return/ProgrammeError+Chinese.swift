public import Evaluation

extension ProgrammeErrors: BilingualError {
  /// One line for each mistake.
  public func wording(in language: Language) -> String {
    guard language == .zh else { return description }
    let more = count - errors.count
    return (errors.map(\.chinese) + (more > 0 ? ["另有\(more)处"] : [])).joined(separator: "\n")
  }
}

extension ProgrammeError: BilingualError {
  /// One sentence: where, what was found, what was expected, what to do.
  public func wording(in language: Language) -> String {
    language == .zh ? chinese : description
  }

  fileprivate var chinese: String {
    func words(_ phrase: Phrase) -> String { phrase.text(in: .zh, by: Self.book) }
    let place = "工作表「\(sheet)」" + (cell.map { "单元格\($0)" } ?? "")
    return "\(place)：是\(words(what))，应为\(words(due))；\(words(step))"
  }

  /// What is found and expected, and what to do, in Chinese.
  static let book = PhraseBook([
    "「{}」": "「{}」",
    "sheets {}": "工作表{}",
    "add the sheet, or correct its name": "请添加此工作表，或改正表名",
    "headers {} in row {}": "第{2}行的栏名{1}",
    "add the column, or correct its header": "请添加此栏，或改正栏名",
    "no rows": "空表",
    "one row for each project": "每个项目一行",
    "fill the sheet in": "请填写此表",
    "an amount in 万元": "以万元计的金额",
    "correct the cell": "请改正",
    "a blank cell": "空的",
    "the formula 「={}」 without a value": "没有存值的公式「={}」",
    "the error 「{}」": "错误值「{}」",
    "a value": "数值或文字",
    "type the value in, or save the workbook in Excel or WPS": "请直接填写，或用Excel、WPS打开后另存",
    "fill the cell in, or delete row {}": "请补填，或删去第{}行",
    "a code of the sheet 「项目」": "工作表「项目」里的编码",
    "correct the code, or add the project": "请改正编码，或添加项目",
    "what row {} does not already have": "与第{}行不同的内容",
    "correct or delete one of the rows": "请改正或删去其中一行",
    "points above 0": "大于0的分值",
    "one of ≥ ≤ = 区间 是否 定性 期限": "≥ ≤ = 区间 是否 定性 期限之一",
    "choose one of the words": "请从中选一个",
    "a target that can be understood": "能读懂的指标值",
    "a target of the kind 「{}」": "「{}」类的指标值",
    "{} points for {}": "{2}共{1}分",
    "too large a sum": "过大的",
    "project 「{}」": "项目「{}」",
    "「{}」 of project 「{}」": "项目「{2}」的「{1}」",
    "correct the column 「分值」": "请改正「分值」栏",
    "a code of this sheet": "本表里的编码",
    "a code or name of the sheet 「指标」": "工作表「指标」里的指标编码或三级指标",
    "an indicator of a project that has 「{}」 too": "与「{}」同一项目的指标",
    "a code: several indicators of a project have this name": "指标编码（同一项目有几个指标叫这个名称）",
    "another indicator than its part": "部分指标以外的指标",
    "project 「{}」 above itself": "项目「{}」在自己之上",
    "a parent that is no part of it": "不属于它自己的上级项目",
    "correct the code": "请改正编码",
  ])
}
