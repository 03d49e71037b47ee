internal import Figures

// Indicators that do not apply, and indicators without a target.
extension Assessor {
  /// Settles what becomes of a row that says it does not apply, or has no target and need not;
  /// `false` for a row that is scored like any other.
  func settle(_ row: AssessedIndicator) -> Bool {
    guard row.line != nil, row.table == nil, !row.isJudged else { return false }
    let rules = scheme.scoring
    if let policy = rules.notApplicable, let words = inapplicable(row, policy) {
      row.inapplicable = words
      give(policy.points, to: row)
      return true
    }
    guard isBlankTarget(row) else { return false }
    switch rules.missingTarget {
    case .error, .zero: return false
    case .excluded:
      row.isWithoutTarget = true
      row.actual = values.number(row.cell(.actual), as: .of(unit: row.unit)).figure
        .map { .number($0) }
    case .notApplicable:
      row.inapplicable = ""
      give(rules.notApplicable?.points ?? .rescale, to: row)
    }
    return true
  }

  /// The words in a row that say it does not apply: as its actual, or as its own target where none
  /// was issued.
  private func inapplicable(
    _ row: AssessedIndicator, _ policy: ScoringRules.NotApplicable
  ) -> String? {
    let cells = [row.cell(.actual), row.issued == nil ? row.cell(.target) : nil]
    return cells.lazy.compactMap(\.self).first { typed in
      guard case .text(let text) = typed.content, !typed.isSwallowed else { return false }
      let key = Wording.key(text)
      return policy.words.contains { Wording.key($0) == key }
    }?.shown
  }

  /// Whether a row states no target, and none was issued.
  private func isBlankTarget(_ row: AssessedIndicator) -> Bool {
    row.issued == nil && row.ownTarget.target == nil
      && row.ownTarget.remarks.first?.code == .v001 && row.cell(.target)?.isSwallowed != true
  }

  private func give(
    _ policy: ScoringRules.NotApplicable.Policy, to row: AssessedIndicator
  ) {
    switch policy {
    case .redistribute, .rescale: row.isLeftOut = true
    case .zero: row.scored = Self.given(row.points.map { _ in .zero }, isMet: false)
    case .full: row.scored = Self.given(row.points, isMet: true)
    }
    row.own = row.scored
  }

  private static func given(_ score: Figure?, isMet: Bool) -> ScoredRow {
    ScoredRow(
      isMet: isMet, exactRate: nil, rate: nil, score: score, judged: nil, isOver: false)
  }
}

extension AssessedIndicator {
  /// What became of a row that does not apply, in words; `nil` for any other.
  func inapplicableWorking(_ policy: ScoringRules.NotApplicable.Policy) -> String? {
    guard let inapplicable else { return nil }
    let what = inapplicable.isEmpty ? "未列年度指标值" : "填“\(inapplicable)”"
    switch policy {
    case .redistribute:
      let points = points.map { "，本项\($0)分由同一一级指标的其他指标按比例承担" } ?? ""
      return "\(what)，不计分\(points)"
    case .rescale:
      return "\(what)，不计分\(points == nil ? "" : "，总分按适用指标折算")"
    case .zero: return "\(what)，按0分计"
    case .full: return "\(what)，按满分计"
    }
  }
}
