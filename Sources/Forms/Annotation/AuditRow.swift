internal import Evaluation
internal import Figures
internal import Workbooks

/// One row of the form as it is audited: the figures and words that go beside it.
struct AuditRow: Sendable {
  /// The row of the sheet, 1-based.
  let row: Int
  /// In percent.
  var rate: Figure?
  /// What it earned.
  var score: Figure?
  /// The unit's own score.
  var claimed: Figure?
  /// The line beside it.
  var opinion: Opinion
  /// Whether points were lost in it, or, where there are none, its target was missed.
  var isShort = false
  /// Whether what was found concerns the rate, so that the whole row is marked.
  var isAboutRate = false

  /// Score less the unit's own; `nil` where one of them is missing.
  var difference: Figure? {
    guard let score, let claimed else { return nil }
    return try? score - claimed
  }
}

/// All rows of a form that are audited, in the order of the sheet.
struct AuditRows: Sendable {
  /// The rows.
  private(set) var rows: [AuditRow] = []
  /// The highest of their numbers.
  private var highest = 0

  /// The rows of a form; two on one row of the sheet: the first of fund, indicator, total, block.
  init(_ subject: ScoredForm, on sheet: FormSheet) {
    let found = RowFindings(subject, on: sheet)
    rows.reserveCapacity(subject.card.funds.count + subject.card.indicators.count + 2)
    addFunds(subject, found)
    addIndicators(subject, found)
    addTotal(subject, found)
    addBlocks(subject, found)
    let areInOrder = rows.indices.dropFirst().allSatisfy { rows[$0 - 1].row < rows[$0].row }
    if !areInOrder { rows.sort { $0.row < $1.row } }
  }

  /// Whether nothing is said of a row yet. Most rows come in the order of the sheet.
  private func isFree(_ row: Int) -> Bool {
    row > highest || !rows.indices.contains { rows[$0].row == row }
  }

  private mutating func add(_ row: AuditRow) {
    highest = max(highest, row.row)
    rows.append(row)
  }

  private mutating func addFunds(_ subject: ScoredForm, _ found: RowFindings) {
    let execution = subject.card.execution
    for fund in subject.card.funds {
      guard let row = subject.cell(fund.place)?.row, isFree(row) else { continue }
      let isScored = fund.role == .total && execution != nil
      let working = isScored ? execution?.working ?? "" : fund.working
      add(
        AuditRow(
          row: row, rate: fund.executionRate ?? (isScored ? execution?.rate : nil),
          score: isScored ? execution?.score : nil,
          claimed: isScored ? execution?.claimedScore : nil,
          opinion: Opinion(findings: found[row], working: working)))
    }
    if let execution, let row = subject.cell(execution.place)?.row, isFree(row) {
      add(
        AuditRow(
          row: row, rate: execution.rate, score: execution.score,
          claimed: execution.claimedScore,
          opinion: Opinion(findings: found[row], working: execution.working)))
    }
  }

  private mutating func addIndicators(_ subject: ScoredForm, _ found: RowFindings) {
    let indicators = subject.card.indicators
    for at in indicators.indices {
      guard let row = subject.cell(indicators[at].place)?.row, isFree(row) else { continue }
      let (score, points) = (indicators[at].score, indicators[at].points)
      let isShort = IndicatorResult.isShort(indicators[at].status, score, of: points)
      let findings = found.of(indicators[at].id, row)
      let working =
        findings.isEmpty && indicators[at].status != .unresolved
        ? indicators[at].working : Self.working(indicators[at], findings, subject)
      add(
        AuditRow(
          row: row, rate: indicators[at].completionRate, score: score,
          claimed: indicators[at].claimedScore,
          opinion: Opinion(findings: findings, working: working, isShort: isShort),
          isShort: isShort,
          isAboutRate: findings.contains { $0.code == .r006 || $0.code == .r001 }))
    }
  }

  private static func working(
    _ indicator: IndicatorResult, _ findings: [Finding], _ subject: ScoredForm
  ) -> String {
    let isSaid = findings.contains { $0.severity > .note }
    if indicator.status == .unresolved, isSaid || indicator.working.isEmpty {
      return indicator.score == nil ? "" : Opinion.nothing
    }
    guard findings.contains(where: { $0.code == .r006 }), subject.givesReason(for: indicator)
    else { return indicator.working }
    return indicator.working + "，已说明"
  }

  private mutating func addTotal(_ subject: ScoredForm, _ found: RowFindings) {
    let card = subject.card
    guard let row = subject.form.totalRow, card.total != nil, isFree(row) else { return }
    add(
      AuditRow(
        row: row, rate: nil, score: card.total, claimed: card.claimedTotal,
        opinion: Opinion(findings: found[row], working: Self.summary(card))))
  }

  /// 等级：良；产出43.57 效益23.80 满意度10. A block that is not the sum of its rows says how it came
  /// about: 产出31.91÷46×50＝34.68.
  private static func summary(_ card: Scorecard) -> String {
    // The execution rate has its own row above, with its score.
    let blocks = card.blocks.dropFirst(card.execution?.score == nil ? 0 : 1).map { block in
      let name = block.name.replacingSuffix("指标", with: "")
      // 年度绩效目标1 is no 143.25.
      let separator = name.unicodeScalars.last.map { ("0"..."9").contains($0) } ?? false ? "：" : ""
      return name + separator + (block.working ?? block.score.scoreText)
    }
    let grade = card.grade.map { "等级：\($0)" }
    return [grade, blocks.isEmpty ? nil : blocks.joined(separator: " "), card.totalWorking]
      .compactMap { $0 }.joined(separator: "；")
  }

  /// Blocks that have a row of their own; most stand in a merged cell beside their indicators.
  private mutating func addBlocks(_ subject: ScoredForm, _ found: RowFindings) {
    for block in subject.card.blocks {
      guard let row = subject.cell(block.place)?.row, isFree(row) else { continue }
      add(
        AuditRow(
          row: row, rate: nil, score: block.score, claimed: block.claimedScore,
          opinion: Opinion(
            findings: found[row],
            working: "\(block.name)：\(block.working.map { "\($0)，" } ?? "")"
              + "\(block.score.scoreText)／\(block.points)分")))
    }
  }
}

/// Findings by the row of the form they belong to.
struct RowFindings: Sendable {
  private var byRow: [Int: [Finding]] = [:]
  private var byIndicator: [String: [Finding]] = [:]

  /// The findings of a form. One that names an indicator belongs to its row wherever its cell is.
  init(_ subject: ScoredForm, on sheet: FormSheet) {
    for finding in subject.findings {
      if let indicator = finding.indicator {
        byIndicator[indicator, default: []].append(finding)
      } else if let cell = subject.cell(finding.place) {
        byRow[sheet.area(of: cell).first.row, default: []].append(finding)
      }
    }
  }

  /// Findings of a row that name no indicator, gravest first.
  subscript(_ row: Int) -> [Finding] { byRow.isEmpty ? [] : byRow[row] ?? [] }

  /// Findings of an indicator and of its row, gravest first.
  func of(_ indicator: String, _ row: Int) -> [Finding] {
    if byIndicator.isEmpty, byRow.isEmpty { return [] }
    let all = (byIndicator[indicator] ?? []) + self[row]
    guard all.count > 1 else { return all }
    return Severity.allCases.reversed().flatMap { level in all.filter { $0.severity == level } }
  }
}

extension IndicatorResult {
  /// Whether points were lost; where there are none, whether the target was missed.
  static func isShort(_ status: RowStatus, _ score: Figure?, of points: Figure?) -> Bool {
    guard status != .excluded else { return false }
    if let score, let points { return score < points }
    return status == .shortfall
  }
}

extension Figure {
  /// A score in words: two decimals, none where it is whole.
  var scoreText: String { scale == 0 ? description : text(places: 2) }
}

extension String {
  /// The text with another ending, where it has this one and something before it.
  func replacingSuffix(_ suffix: String, with other: String) -> String {
    let length = suffix.utf8.count
    guard utf8.count > length, utf8.suffix(length).elementsEqual(suffix.utf8) else { return self }
    return String(decoding: utf8.dropLast(length), as: UTF8.self) + other
  }
}
