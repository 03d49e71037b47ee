internal import Evaluation
internal import Figures
internal import Forms

extension RoundPrinter {
  /// The table of returns: file, project, total, grade, verdict, counts of findings.
  func returns(_ result: RoundResult) -> String {
    var table = TextTable()
    for line in result.lines { table.add(row(line)) }
    return table.text
  }

  private func row(_ line: SummaryLine) -> [String] {
    let file = Terminal.printable(line.file)
    let name = line.form > 1 ? "\(file) #\(line.form)" : file
    guard let project = line.project else {
      let reason = line.findings.first.map { Terminal.printable("\($0.code) \($0.message)") } ?? ""
      let recognised = isRecognised ? [""] : []
      return [name] + recognised + [
        "", "", "", palette(language("无法读取", "unreadable"), .error), reason,
      ]
    }
    let total = line.total.map { $0.text(places: 2) } ?? "—"
    let recognised = isRecognised ? [line.scheme ?? ""] : []
    return [name] + recognised + [
      Terminal.printable(project.id), total, Terminal.printable(line.grade ?? ""),
      verdict(line), counts(line),
    ]
  }

  private func verdict(_ line: SummaryLine) -> String {
    let isBack = line.verdict == .sendBack
    let word = isBack ? language("退回修改", "send back") : language("通过", "accept")
    let mark = line.counts ? "" : language("（不计）", " (not counted)")
    return palette(word + mark, isBack ? .error : nil)
  }

  private func counts(_ line: SummaryLine) -> String {
    let levels = Severity.allCases.reversed().compactMap { severity in
      let count = line.count(of: severity)
      return count == 0 ? nil : "\(plural(severity)) \(count)"
    }.joined(separator: language("，", ", "))
    return [levels, line.rectification?.words(language) ?? ""].filter { !$0.isEmpty }
      .joined(separator: language("；", "; "))
  }

  private func plural(_ severity: Severity) -> String {
    language(severity.word, severity.rawValue + "s")
  }
}
