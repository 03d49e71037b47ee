internal import Evaluation
internal import Figures
internal import Workbooks

/// Title, project, verdict: three answers before any table.
extension ResultPage {
  mutating func addHeading() {
    draft.add(50, [.init(1...13, ResultSheet.name, AuditLook.title)])
    draft.add(26, [.init(1...13, projectLine, AuditLook.subtitle)])
    draft.add(8)
    let upper = draft.lastRow + 1
    let isAccepted = subject.evaluated.verdict == .accept
    let verdict = isAccepted ? AuditLook.accepted : AuditLook.sentBack
    let words = isAccepted ? "通过" : "退回修改"
    let answer = answer
    draft.add(
      34,
      [.init(1...4, words, verdict), .init(5...9, countLine, AuditLook.counts)] + answer.upper)
    draft.add(
      34,
      [.init(1...4, "", verdict), .init(5...9, comparisonLine + nextStep, AuditLook.nextStep)]
        + answer.lower)
    for columns in [1...4, 10...11] { draft.rejoin(columns, rows: upper...upper + 1) }
  }

  private var projectLine: String {
    let project = card.project
    let name = TextExtent.clipped(project.name, to: 120)
    let title = project.id.isEmpty ? name : "\(name)（\(project.id)）"
    let scheme = subject.scheme.isEmpty ? "" : "方案：\(subject.scheme)"
    return [title, TextExtent.clipped(project.unit, to: 80), subject.occasion, scheme]
      .filter { !$0.isEmpty }.joined(separator: "　　")
  }

  private var countLine: String {
    guard !findings.isEmpty else { return "未发现问题" }
    return Severity.allCases.reversed().map { "\($0.word) \(count($0)) 处" }
      .joined(separator: "　")
  }

  private var nextStep: String {
    let sheet = TextExtent.clipped(subject.form.sheet, to: 31)
    if subject.evaluated.verdict == .sendBack {
      return "请直接在本工作簿“\(sheet)”上改，原样报回。"
    }
    if count(.warning) > 0 { return "不必退回。须核实的各处请备好依据。" }
    let checked = "已逐项核对\(card.indicators.count)项指标"
    let funds = card.funds.isEmpty ? "" : "、\(card.funds.count)行资金"
    return checked + funds + "，无须修改。"
  }

  /// The third answer: the total with its grade; without points how many targets are met.
  private var answer: (upper: [SheetDraft.Span], lower: [SheetDraft.Span]) {
    let (figure, upper, lower) = card.total.map(scored) ?? unscored
    return (
      [.init(10...11, figure, AuditLook.total), .init(12...13, upper, AuditLook.grade)],
      [.init(10...11, "", AuditLook.total), .init(12...13, lower, AuditLook.gap)]
    )
  }

  private func scored(_ total: Figure) -> (PatchCell.Value, String, String) {
    let heading = "核定总分" + (card.grade.map { "　等级：\($0)" } ?? "")
    guard let claimed = card.claimedTotal, let gap = try? total - claimed else {
      return (.figure(total), heading, "未填自评总分")
    }
    let words = "自评\(claimed.scoreText)，差异\(gap.signedText)"
    return (.figure(total), heading, words)
  }

  private var unscored: (PatchCell.Value, String, String) {
    if !card.isRated, !card.indicators.isEmpty {
      return (.text(String(card.indicators.count)), "项指标", "只核对，不计分")
    }
    let counted = card.indicators.filter { $0.status != .excluded }
    let met = counted.count { $0.status == .met || $0.status == .over }
    guard !counted.isEmpty else { return (.blank, "", "") }
    return (.text("\(met)/\(counted.count)"), "项指标达标", "本表不计分")
  }
}

extension Figure {
  /// A difference in words: −7.26 with the minus sign of print, +1.61 with its plus.
  var signedText: String {
    guard isNegative, let size = try? magnitude() else {
      return isZero ? "0" : "＋" + scoreText
    }
    return "－" + size.scoreText
  }
}
