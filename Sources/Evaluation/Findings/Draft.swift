/// A finding before precedence is settled and its id is made.
struct Draft {
  /// What a finding is about, in words that depend on neither cell nor position.
  struct Subject: Hashable {
    /// The indicator's id for results; `nil` for none.
    var indicator: String?
    /// The indicator's or row's key.
    var key: String
    /// The column.
    var field: String
    /// In the words of the form.
    var label: String
    /// The column alone, in the words of the form; "" where it is about none.
    var column = ""
  }

  var code: FindingCode
  var severity: Severity
  var place: Place?
  var subject: Subject
  var found: String
  var expected: String
  var message: String
  var advice: String

  init(
    _ code: FindingCode, _ severity: Severity? = nil, at place: Place?, _ subject: Subject,
    found: String = "", expected: String = "", _ message: String, advice: String
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.place = place
    self.subject = subject
    self.found = found
    self.expected = expected
    self.message = message
    self.advice = advice
  }
}

/// One check: looks at an assessed report and says what it finds.
protocol Check: SendableMetatype {
  /// The findings of this check; empty where there is nothing to say.
  ///
  /// - Throws: ``FigureOverflow`` where a sum leaves the range of exact figures.
  static func findings(in assessment: Assessment) throws -> [Draft]
}

extension Assessment {
  /// The subject of a finding about a cell of an indicator's row.
  func subject(_ row: AssessedIndicator, _ column: IndicatorColumn) -> Draft.Subject {
    Draft.Subject(
      indicator: row.id, key: row.key, field: column.rawValue, label: row.name,
      column: scheme.form.label(column, of: row.table))
  }

  /// The subject of a finding about a cell of the fund block.
  func subject(_ row: FundRow, _ column: FundColumn) -> Draft.Subject {
    Draft.Subject(
      indicator: nil, key: "fund/" + Wording.key(row.name), field: column.rawValue,
      label: "\(row.name)·\(scheme.form.label(column))", column: scheme.form.label(column))
  }

  /// The subject of a finding about a block.
  func subject(_ block: Blocks.Block, _ field: String) -> Draft.Subject {
    Draft.Subject(
      indicator: nil, key: "block/" + Wording.key(block.name), field: field, label: block.name)
  }

  /// The subject of a finding about the form as a whole.
  func subject(form field: String, label: String) -> Draft.Subject {
    Draft.Subject(indicator: nil, key: "form", field: field, label: label, column: label)
  }

  /// The place of an indicator's cell, or of its column's header where the row is missing.
  func place(_ row: AssessedIndicator, _ column: IndicatorColumn) -> Place? {
    if column == .reason, row.cell(.reason) == nil, let reasons = report.reasons {
      return reasons.place
    }
    return row.cell(column)?.place ?? row.line?.cell(.name)?.place ?? columns(of: row)[column]
      ?? report.indicatorColumns[.name]
  }

  /// The place of a fund row's cell, or of its label where the form has no such column.
  func place(_ row: FundRow, _ column: FundColumn) -> Place {
    row.line.cell(column)?.place ?? row.line.place
  }

  /// How a cell is shown in a finding: what was typed, or that it is empty.
  static func shown(_ typed: Typed?) -> String {
    guard let typed, !typed.isBlank else { return "（空）" }
    return typed.shown
  }
}
