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
    return "\n" + place + closing + "\n"
  }

  private func missing(_ projects: [Programme.Project]) -> String {
    let names = projects.prefix(5).map { Terminal.printable("\($0.id) \($0.unit)") }
      .joined(separator: language("、", ", "))
    let more = projects.count > 5 ? "…" : ""
    return language(
      "未报 \(projects.count) 项：\(names)\(more)", "\(projects.count) missing: \(names)\(more)")
  }
}
