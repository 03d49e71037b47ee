internal import Evaluation
internal import Forms

/// Says in words what a programme was built of, and what was not read.
struct ProgrammePrinter {
  let language: Language
  let palette: Palette

  /// A line for each thing to look at: file, sheet, cell, what it is.
  func remarks(_ built: BuiltProgramme) -> String {
    var text = ""
    for remark in built.remarks {
      let place = [remark.file, remark.sheet, remark.cell].compactMap { $0 }
        .map(Terminal.printable).joined(separator: " ")
      let level = palette(
        language(remark.severity.word, remark.severity.rawValue), remark.severity)
      let words = Terminal.printable(remark.text[language])
      text += "\(level)  \(place)\(language("：", ": "))\(words)\n"
    }
    guard let mistakes = built.mistakes else { return text }
    let heading = language(
      "写出的下达工作簿还有\(mistakes.count)处须补正：",
      "The programme has \(mistakes.count) places to be completed:")
    return text + heading + "\n" + lines(mistakes)
  }

  private func lines(_ mistakes: ProgrammeErrors) -> String {
    mistakes.wording(in: language).split(separator: "\n")
      .map { "  " + Terminal.printable(String($0)) + "\n" }.joined()
  }

  /// How many projects and indicators there are, and where.
  func closing(_ built: BuiltProgramme, out: String) -> String {
    guard built.bytes != nil else {
      return language("没有读出项目，未写下达工作簿。", "No project was read; no programme was written.") + "\n"
    }
    let indicators = built.projects.reduce(0) { $0 + $1.draft.indicators.count }
    let made = built.projects.count(where: \.isCodeMade)
    let place = Terminal.printable(out)
    let codes = made == 0 ? "" : language("，其中\(made)个项目编码是暂编的", ", \(made) codes made up")
    return language(
      "下达工作簿在 \(place)：\(built.projects.count)个项目，\(indicators)个指标\(codes)。",
      "Programme in \(place): \(built.projects.count) projects, \(indicators) indicators\(codes).")
      + "\n"
  }

  /// The same for programs, as one JSON object.
  func json(_ built: BuiltProgramme, out: String) -> [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.member("schema", "scorebook-programme/1")
    json.member("programme", orNull: built.bytes == nil ? nil : out)
    json.key("projects")
    json.list(built.projects, Self.project)
    json.key("remarks")
    json.list(built.remarks) { remark, json in
      json.openObject()
      json.member("severity", remark.severity.rawValue)
      json.member("file", remark.file)
      json.member("sheet", orNull: remark.sheet)
      json.member("cell", orNull: remark.cell)
      json.member("message", remark.text[language])
      json.closeObject()
    }
    json.key("mistakes")
    json.list(built.mistakes?.errors ?? [], Self.mistake)
    json.closeObject()
    json.breakLine()
    return json.bytes
  }

  private static func project(_ project: BuiltProgramme.Project, _ json: inout JSONBytes) {
    json.breakLine()
    json.openObject()
    json.member("id", project.draft.id)
    json.member("name", orNull: project.draft.name)
    json.member("unit", orNull: project.draft.unit)
    json.member("department", orNull: project.draft.department)
    json.member("file", project.file)
    json.member("form", project.form)
    json.member("scheme", project.scheme)
    json.member("codeMade", project.isCodeMade)
    json.member("indicators", project.draft.indicators.count)
    json.closeObject()
  }

  private static func mistake(_ error: ProgrammeError, _ json: inout JSONBytes) {
    json.openObject()
    json.member("sheet", error.sheet)
    json.member("cell", orNull: error.cell)
    json.member("found", error.found)
    json.member("expected", error.expected)
    json.closeObject()
  }
}
