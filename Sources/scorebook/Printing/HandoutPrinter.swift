internal import Evaluation
internal import Forms

/// Says in words which blanks were written, and which of last year's values they show.
struct HandoutPrinter {
  let language: Language

  /// What a person has to know beside the blanks: projects without indicators, and what of last
  /// year was not read or has no counterpart.
  ///
  /// - Parameter programme: `nil` where projects need no indicators.
  func remarks(
    _ programme: Programme?, _ last: LastYear?, _ carried: CarriedValues?
  ) -> String {
    var lines: [String] = []
    for project in programme?.projects ?? [] where project.indicators.isEmpty {
      lines.append(
        line(
          "\(project.id) \(project.name)", "没有下达指标，按空行发放",
          "no indicators were issued; its blank has empty lines"))
    }
    for remark in last?.remarks ?? [] {
      lines.append(
        line(remark.file, remark.text[.zh], remark.text[.en]))
    }
    if let carried { lines += unmatched(carried) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func unmatched(_ carried: CarriedValues) -> [String] {
    let projects = carried.newProjects.map {
      line("\($0.id) \($0.name)", "上年没有这个项目", "no such project last year")
    }
    let indicators = carried.newIndicators.map { project, names in
      let shown = names.joined(separator: language("、", ", "))
      return line(
        "\(project.id) \(project.name)", "上年没有这些指标：\(shown)",
        "no such indicators last year: \(shown)")
    }
    let former = carried.formerProjects.map { file, name in
      line(file, "上年的“\(name)”本年没有下达", "“\(name)” of last year is not in this programme")
    }
    return projects + indicators + former
  }

  private func line(_ about: String, _ chinese: String, _ english: String) -> String {
    "\(Terminal.printable(about))\(language("：", ": "))"
      + Terminal.printable(language(chinese, english))
  }

  /// How many blanks there are and where.
  func closing(_ count: Int, _ carried: CarriedValues?, out: String) -> String {
    let folder = Terminal.printable(out)
    let last = carried.map(\.counts).map { projects, indicators in
      language(
        "其中\(projects)份列有上年值（\(indicators)个指标）。",
        " \(projects) show last year's values (\(indicators) indicators).")
    }
    return language("已生成\(count)份空表，在 \(folder) 中。", "\(count) blanks written to \(folder).")
      + (last ?? "") + "\n"
  }

  /// The same for programs, as one JSON object.
  func json(_ programme: Programme, _ names: [String], _ carried: CarriedValues?) -> [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.member("schema", "scorebook-handout/1")
    json.key("blanks")
    json.list(Array(zip(programme.projects, names))) { blank, json in
      json.breakLine()
      json.openObject()
      json.member("project", blank.0.id)
      json.member("file", blank.1)
      json.closeObject()
    }
    json.key("carried")
    if let carried { Self.carried(carried, &json) } else { json.null() }
    json.closeObject()
    json.breakLine()
    return json.bytes
  }

  private static func carried(_ carried: CarriedValues, _ json: inout JSONBytes) {
    json.openObject()
    json.member("projects", carried.counts.projects)
    json.member("indicators", carried.counts.indicators)
    json.key("newProjects")
    json.list(carried.newProjects) { $1.append($0.id) }
    json.key("newIndicators")
    json.list(carried.newIndicators) { entry, json in
      json.openObject()
      json.member("project", entry.project.id)
      json.key("names")
      json.list(entry.names) { $1.append($0) }
      json.closeObject()
    }
    json.key("formerProjects")
    json.list(carried.formerProjects) { former, json in
      json.openObject()
      json.member("file", former.file)
      json.member("name", former.name)
      json.closeObject()
    }
    json.closeObject()
  }
}
