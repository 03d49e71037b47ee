internal import Evaluation
internal import Figures
internal import Forms

/// Says in words how a round ended.
struct RoundPrinter {
  let language: Language
  let isQuiet: Bool
  let usesColour: Bool

  /// Prints one line a return, with what is wrong with those that cannot stand, and the closing
  /// line.
  ///
  /// - Parameters:
  ///   - toOutput: whether standard output is free for it (results as JSON take its place).
  ///   - output: the folder that was written; `nil` for none.
  func print(_ result: RoundResult, toOutput: Bool, output: String?) {
    if isQuiet { return }
    if toOutput {
      var table = TextTable()
      for line in result.lines { table.add(row(line)) }
      var text = table.text
      if output == nil { text += findings(result) }
      Terminal.write(text, to: .output)
    }
    Terminal.write(closing(result, output: output), to: toOutput ? .output : .error)
  }

  private func row(_ line: SummaryLine) -> [String] {
    let file = Terminal.printable(line.file)
    let name = line.form > 1 ? "\(file) #\(line.form)" : file
    guard let project = line.project else {
      let reason = line.findings.first.map { Terminal.printable("\($0.code) \($0.message)") } ?? ""
      return [name, "", "", "", coloured(language("无法读取", "unreadable"), .error), reason]
    }
    let total = line.total.map { $0.text(places: 2) } ?? "—"
    let verdict = verdict(line)
    return [name, Terminal.printable(project.id), total, line.grade ?? "", verdict, counts(line)]
  }

  private func verdict(_ line: SummaryLine) -> String {
    let isBack = line.verdict == .sendBack
    let word = isBack ? language("退回修改", "send back") : language("通过", "accept")
    let mark = line.counts ? "" : language("（不计）", " (not counted)")
    return coloured(word + mark, isBack ? .error : nil)
  }

  private func counts(_ line: SummaryLine) -> String {
    let levels = Severity.allCases.reversed().compactMap { severity in
      let count = line.count(of: severity)
      return count == 0 ? nil : "\(word(severity)) \(count)"
    }.joined(separator: language("，", ", "))
    return [levels, line.rectification?.words(language) ?? ""].filter { !$0.isEmpty }
      .joined(separator: language("；", "; "))
  }

  private func level(_ severity: Severity) -> String {
    language(severity.word, severity.rawValue)
  }

  private func word(_ severity: Severity) -> String {
    switch severity {
    case .error: language("须改", "errors")
    case .warning: language("须核实", "warnings")
    case .note: language("提示", "notes")
    }
  }

  /// Every finding with its place, for a check that writes no files.
  private func findings(_ result: RoundResult) -> String {
    var text = ""
    for line in result.lines where !line.findings.isEmpty {
      text += "\n\(Terminal.printable(line.file))\n"
      for finding in line.findings {
        let place = finding.place.map { "\($0.sheet)!\($0.cell ?? "")" } ?? ""
        let what = "\(finding.code) \(place) \(finding.label)：\(finding.message)"
        text += "  \(coloured(level(finding.severity), finding.severity)) "
        text += Terminal.printable(what) + "\n"
      }
    }
    return text
  }

  private func closing(_ result: RoundResult, output: String?) -> String {
    var parts = [
      language("已计分 \(result.scored) 份", "\(result.scored) scored"),
      language("须退回 \(result.sentBack) 份", "\(result.sentBack) to go back"),
      language("无法读取 \(result.rejected) 份", "\(result.rejected) unreadable"),
    ]
    if !result.missing.isEmpty {
      let names = result.missing.prefix(5).map { Terminal.printable("\($0.id) \($0.unit)") }
        .joined(separator: language("、", ", "))
      let more = result.missing.count > 5 ? "…" : ""
      parts.append(
        language(
          "未报 \(result.missing.count) 项：\(names)\(more)",
          "\(result.missing.count) missing: \(names)\(more)"))
    }
    let closing = parts.joined(separator: language("，", ", ")) + language("。", ".")
    let place = output.map { language("结果在 \($0)", "Results in \($0)") + "\n" } ?? ""
    return "\n" + place + closing + "\n"
  }

  private func coloured(_ text: String, _ severity: Severity?) -> String {
    guard usesColour, let severity else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

/// Columns of text, as wide as a terminal shows them: an ideograph takes two places.
struct TextTable {
  private var rows: [[String]] = []

  mutating func add(_ row: [String]) { rows.append(row) }

  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? Self.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { Self.line($0, widths) + "\n" }.joined()
  }

  /// One row, without blanks at its end.
  private static func line(_ row: [String], _ widths: [Int]) -> String {
    let last = row.lastIndex { !$0.isEmpty } ?? 0
    let cells = row.prefix(last + 1).enumerated().map { column, cell in
      column == last
        ? cell : cell + String(repeating: " ", count: widths[column] - width(of: cell))
    }
    return cells.joined(separator: "  ")
  }

  /// The places a text takes, colour codes left out.
  static func width(of text: String) -> Int {
    var width = 0
    var isEscape = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if isEscape {
        if scalar == "m" { isEscape = false }
        continue
      }
      width += isWide(scalar) ? 2 : 1
    }
    return width
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
