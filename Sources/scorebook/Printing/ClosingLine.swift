internal import Evaluation
internal import Forms

extension RoundPrinter {
  /// Where the results are, and how many were scored, must go back, could not be read, are
  /// missing.
  func closing(_ result: RoundResult, output: String?) -> String {
    var parts = [
      language("已计分 \(result.scored) 份", "\(result.scored) scored"),
      language("须退回 \(result.sentBack) 份", "\(result.sentBack) to go back"),
      language("无法读取 \(result.rejected) 份", "\(result.rejected) unreadable"),
    ]
    if !result.missing.isEmpty { parts.append(missing(result.missing)) }
    let closing = parts.joined(separator: language("，", ", ")) + language("。", ".")
    let place = output.map { language("结果在 \($0)", "Results in \($0)") + "\n" } ?? ""
    return "\n" + place + recognised(result) + closing + "\n"
  }

  /// As which schemes how many returns were recognised; "" where the scheme was given.
  private func recognised(_ result: RoundResult) -> String {
    let ids = result.lines.compactMap(\.scheme)
    guard isRecognised, !ids.isEmpty else { return "" }
    let counts = Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
    let words = counts.map { id, count in language("\(id) \(count) 份", "\(count) as \(id)") }
      .joined(separator: language("、", ", "))
    return language("认出的方案：\(words)", "Recognised: \(words)") + "\n"
  }

  /// In what a programme does not fit schemes whose forms came back.
  func reservations(_ result: RoundResult) -> String {
    result.reservations.map { entry in
      let count = entry.errors.count
      let lines = entry.errors.wording(in: language).split(separator: "\n")
      let example = Terminal.printable(lines.first.map(String.init) ?? "")
      return language(
        "下达工作簿有\(count)处与方案 \(entry.scheme) 不合，如：\(example)\n",
        "the programme does not fit the scheme \(entry.scheme) in \(count) places, as: \(example)\n"
      )
    }.joined()
  }

  /// Which returns were no longer what had been read of them.
  func changed(_ result: RoundResult) -> String {
    result.changed.map { file in
      let name = Terminal.printable(file)
      return language(
        "\(name)：审核期间有变动，以先读到的内容为准，请重新运行。\n",
        "\(name): it changed while the round ran; what was read first stands; run again.\n")
    }.joined()
  }

  private func missing(_ projects: [Programme.Project]) -> String {
    let names = projects.prefix(5).map { Terminal.printable("\($0.id) \($0.unit)") }
      .joined(separator: language("、", ", "))
    let more = projects.count > 5 ? "…" : ""
    return language(
      "未报 \(projects.count) 项：\(names)\(more)", "\(projects.count) missing: \(names)\(more)")
  }
}
