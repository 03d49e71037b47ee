internal import Figures

/// V001–V016: what there is to say about how values were read.
enum ReadingRemarks: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    var drafts = identity(assessment) + moneyUnit(assessment) + money(assessment)
    drafts += execution(assessment)
    for row in assessment.indicators where !isClear(row) { drafts += indicator(row, assessment) }
    return drafts + totals(assessment)
  }

  /// Whether every cell of a row was read with nothing to say of it: so are nearly all.
  private static func isClear(_ row: AssessedIndicator) -> Bool {
    row.inapplicable == nil && !row.isWithoutTarget && row.ownTarget.remarks.isEmpty
      && row.actualRemarks.isEmpty && row.forecastRemarks.isEmpty && row.review == nil
      && row.ownPoints?.isClear != false && row.claimedRate?.isClear != false
      && row.claimedScore?.isClear != false && row.deduction?.isClear != false
      && row.baseline?.isClear != false
  }

  private static func identity(_ assessment: Assessment) -> [Draft] {
    func blank(_ typed: Typed?, _ field: String, _ labels: KeyPath<FormWording, [String]>)
      -> Draft?
    {
      guard let typed, typed.isBlank, let label = assessment.scheme.form[keyPath: labels].first
      else { return nil }
      return draft(
        .init(.v001, found: "", expected: label), at: typed.place,
        assessment.subject(form: field, label: label))
    }
    let report = assessment.report
    return [
      blank(report.projectName, "projectName", \.projectName), blank(report.unit, "unit", \.unit),
    ].compactMap(\.self)
  }

  /// V004: the form states another unit of money than the scheme, which counts.
  private static func moneyUnit(_ assessment: Assessment) -> [Draft] {
    guard let typed = assessment.report.moneyUnit,
      let due = assessment.scheme.form.funds?.moneyUnit,
      let shift = MoneyUnit.shift(from: typed.shown, to: due), shift != 0
    else { return [] }
    return [
      Draft(
        .v004, at: typed.place, assessment.subject(form: "moneyUnit", label: "金额单位"),
        found: typed.shown, expected: due, "表上注明单位为\(typed.shown)，已按\(typed.shown)读取，换算为\(due)。",
        advice: "知悉即可；下次按\(due)填报。")
    ]
  }

  private static func money(_ assessment: Assessment) -> [Draft] {
    let isClear = assessment.funds.rows.allSatisfy { row in
      row.readings.all.allSatisfy(\.reading.isClear)
    }
    if isClear { return [] }
    let standIn = assessment.funds.sourcesStandForTotal
    return assessment.funds.rows.flatMap { row in
      FundColumn.amounts.flatMap { column -> [Draft] in
        guard let reading = row.readings[column], !reading.remarks.isEmpty,
          let typed = row.line.cell(column)
        else { return [] }
        let isRequired =
          row.role == .total && !standIn
          && (column == assessment.denominator || column == .executed)
          && assessment.scheme.scoring.execution != nil
        return remarks(reading.remarks, typed, isRequired: isRequired).map {
          draft($0, at: typed.place, assessment.subject(row, column))
        }
      }
    }
  }

  private static func execution(_ assessment: Assessment) -> [Draft] {
    guard let execution = assessment.execution, !isClear(execution),
      let row = assessment.funds.total
    else { return [] }
    let cells: [(Reading?, FundColumn)] = [
      (execution.claimedRate, .executionRate), (execution.ownPoints, .points),
      (execution.claimedScore, .score),
    ]
    return cells.flatMap { reading, column -> [Draft] in
      guard let reading, let typed = row.line.cell(column) else { return [] }
      return remarks(reading.remarks, typed, isRequired: false).map {
        draft($0, at: typed.place, assessment.subject(row, column))
      }
    }
  }

  private static func isClear(_ execution: AssessedExecution) -> Bool {
    execution.claimedRate?.isClear != false && execution.ownPoints?.isClear != false
      && execution.claimedScore?.isClear != false
  }

  private static func indicator(_ row: AssessedIndicator, _ assessment: Assessment) -> [Draft] {
    guard row.line != nil, !row.isUnissued else { return [] }
    var drafts: [Draft] = []
    func add(_ list: [Reading.Remark], _ column: IndicatorColumn, isRequired: Bool) {
      guard !list.isEmpty, let typed = row.cell(column) else { return }
      drafts += remarks(list, typed, isRequired: isRequired).map {
        draft($0, at: typed.place, assessment.subject(row, column))
      }
    }
    // An unreadable target that was issued is a changed target (T001); a blank one is blank.
    let isOwn = row.issued == nil || row.mode == .filed
    let target = row.ownTarget.remarks.filter { isOwn || $0.code == .v001 }
    if row.inapplicable != nil {
      drafts.append(inapplicable(row, assessment))
    } else if row.isWithoutTarget {
      drafts.append(withoutTarget(row, assessment))
    } else if !row.isJudged, row.ownTarget.target != nil,
      let named = target.first(where: { $0.code == .v001 })
    {
      drafts.append(targetInName(named, row, assessment))
      add(row.actualRemarks, .actual, isRequired: true)
    } else if !row.isJudged {
      let isAdjusted = row.cell(.adjustedTarget).map { !assessment.values.isBlank($0) } ?? false
      add(target, isAdjusted ? .adjustedTarget : .target, isRequired: true)
      if assessment.scheme.scoring.missingTarget == .zero, row.table == nil {
        for index in drafts.indices where drafts[index].code == .v001 {
          drafts[index].severity = .warning
        }
      }
      add(row.actualRemarks, .actual, isRequired: true)
    }
    let points = row.ownPoints?.remarks ?? []
    add(
      points.filter { isOwn || $0.code == .v001 }, .points,
      isRequired: assessment.hasPoints && !row.isJudged && (!row.isExcluded || row.isFiled))
    add(row.claimedRate?.remarks ?? [], .completionRate, isRequired: false)
    add(row.forecastRemarks, .forecast, isRequired: true)
    add(row.review?.selfRemarks ?? [], .selfActual, isRequired: true)
    add(row.review?.given.remarks ?? [], .score, isRequired: false)
    add(row.claimedScore?.remarks ?? [], row.claimColumn, isRequired: row.isJudged)
    add(row.deduction?.remarks ?? [], .deduction, isRequired: false)
    if row.rules.fromBaseline {
      add(row.baseline?.remarks ?? [], .baseline, isRequired: false)
    }
    return drafts
  }

  /// V001 as a warning: the row says that it does not apply, or has no target and counts so.
  private static func inapplicable(
    _ row: AssessedIndicator, _ assessment: Assessment
  ) -> Draft {
    let isTarget = row.inapplicable == ""
    let column: IndicatorColumn = isTarget ? .target : .actual
    let label = assessment.scheme.form.label(column)
    let working = row.inapplicableWorking(assessment.terms.inapplicable) ?? ""
    return Draft(
      .v001, .warning, at: assessment.place(row, column), assessment.subject(row, column),
      found: isTarget ? "（空）" : row.inapplicable ?? "", expected: label, "\(working)。",
      advice: "核实不适用的依据；应当考核的，补填\(label)。")
  }

  /// V001 as a warning: the row is listed and not rated.
  private static func withoutTarget(
    _ row: AssessedIndicator, _ assessment: Assessment
  ) -> Draft {
    let label = assessment.scheme.form.label(.target, of: row.table)
    return Draft(
      .v001, .warning, at: assessment.place(row, .target), assessment.subject(row, .target),
      found: "（空）", expected: label, "未列\(label)，只列出，不计\(row.table == nil ? "分" : "完成率")。",
      advice: "补填\(label)；确无\(label)的，说明原因。")
  }

  /// V001, as a warning: the target that the indicator's name states counts.
  private static func targetInName(
    _ remark: Reading.Remark, _ row: AssessedIndicator, _ assessment: Assessment
  ) -> Draft {
    let label = assessment.scheme.form.label(.target, of: row.table)
    return Draft(
      .v001, .warning, at: assessment.place(row, .target), assessment.subject(row, .target),
      found: "（空）", expected: remark.expected, "\(label)未填，按指标名称里的“\(remark.expected)”计算。",
      advice: "补填\(label)。")
  }

  private static func totals(_ assessment: Assessment) -> [Draft] {
    if assessment.totalPoints?.isClear != false, assessment.claimedTotal?.isClear != false {
      return []
    }
    let cells = [
      (assessment.totalPoints, assessment.report.totalPoints, "totalPoints", "总分·分值"),
      (assessment.claimedTotal, assessment.report.claimedTotal, "total", "总分·得分"),
    ]
    return cells.flatMap { reading, typed, field, label -> [Draft] in
      guard let reading, let typed else { return [] }
      return remarks(reading.remarks, typed, isRequired: false).map {
        draft($0, at: typed.place, assessment.subject(form: field, label: label))
      }
    }
  }

  /// The remarks that matter: a blank only where the cell is required, nothing on a cell that a
  /// merge swallowed (S009 stands there).
  private static func remarks(_ remarks: [Reading.Remark], _ typed: Typed, isRequired: Bool)
    -> [Reading.Remark]
  {
    typed.isSwallowed ? [] : remarks.filter { $0.code != .v001 || isRequired }
  }

  private static func draft(
    _ remark: Reading.Remark, at place: Place, _ subject: Draft.Subject
  ) -> Draft {
    let (message, advice) = ValueRules.words(remark, column: subject.column)
    return Draft(
      remark.code, at: place, subject, found: remark.found.isEmpty ? "（空）" : remark.found,
      expected: remark.expected, message, advice: advice)
  }
}
