public import Evaluation
public import Figures

/// What is told of one return when its round ends: small, for rounds of tens of thousands.
public struct SummaryLine: Sendable {
  /// The return's path, `/` between folders.
  public var file: String
  /// Which form of the workbook, from 1.
  public var form: Int
  /// The project; `nil` for a return that could not be read.
  public var project: ProjectIdentity?
  /// Whether it is the return of its project that counts.
  public var counts: Bool
  /// 全年预算数 the rate is computed from, in 万元.
  public var budget: Figure?
  /// 全年执行数, in 万元.
  public var executed: Figure?
  /// The computed total.
  public var total: Figure?
  /// The grade of the total.
  public var grade: String?
  /// Whether it may stand.
  public var verdict: Verdict
  /// What was found in it; empty in rounds that write files, but for a return that could not be read.
  public private(set) var findings: [Remark]
  /// What became of the findings of the return it replaces; `nil` where it replaces none.
  public var rectification: Rectification?
  /// The id of the scheme it was scored by; `nil` for a return that could not be read.
  public var scheme: String?
  /// Whether another return of its project counts instead (F009): nobody has to act on it.
  public private(set) var isSuperseded: Bool
  /// How many findings it has, by severity.
  private var errors: Int
  private var warnings: Int
  private var notes: Int

  /// A finding, as far as the roll-up shows it.
  public struct Remark: Sendable {
    /// The finding's id; "" where it has none.
    public var id: String
    /// What kind it is (`R005`).
    public var code: String
    /// How grave it is.
    public var severity: Severity
    /// Where it stands.
    public var place: Place?
    /// The row and column in the words of the form.
    public var label: String
    /// What was found.
    public var found: String
    /// What was expected; "" where nothing in particular.
    public var expected: String
    /// What is wrong.
    public var message: String
    /// What to do about it; kept for returns that could not be read.
    public var advice: String

    /// A finding.
    public init(
      id: String = "", code: String, severity: Severity, place: Place?, label: String,
      found: String, expected: String, message: String, advice: String = ""
    ) {
      self.id = id
      self.code = code
      self.severity = severity
      self.place = place
      self.label = label
      self.found = found
      self.expected = expected
      self.message = message
      self.advice = advice
    }

    init(_ finding: Finding, keepsAdvice: Bool) {
      self.init(
        id: finding.id, code: finding.code.rawValue, severity: finding.severity,
        place: finding.place, label: finding.label, found: finding.found,
        expected: finding.expected, message: finding.message,
        advice: keepsAdvice ? finding.advice : "")
    }
  }

  /// A line of these parts.
  public init(
    file: String, form: Int, project: ProjectIdentity?, counts: Bool, total: Figure? = nil,
    grade: String? = nil, verdict: Verdict, findings: [Remark] = [],
    rectification: Rectification? = nil
  ) {
    self.file = file
    self.form = form
    self.project = project
    self.counts = counts
    self.total = total
    self.grade = grade
    self.verdict = verdict
    self.findings = findings
    self.rectification = rectification
    isSuperseded = findings.contains { $0.code == FindingCode.f009.rawValue }
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
    notes = findings.count { $0.severity == .note }
  }

  /// What is told of an outcome.
  public init(_ outcome: ReturnOutcome) {
    self.init(outcome, keepsFindings: true)
  }

  /// - Parameter keepsFindings: whether the findings of a return that was read are kept. They are in
  ///   results.json, and rounds are large; their numbers stay.
  init(_ outcome: ReturnOutcome, keepsFindings: Bool) {
    // Part by part, for a scorecard is large.
    let isRead = outcome.evaluated != nil
    self.init(
      file: outcome.file, form: outcome.form, project: outcome.evaluated?.scorecard.project,
      counts: outcome.counts && isRead, total: outcome.evaluated?.scorecard.total,
      grade: outcome.evaluated?.scorecard.grade,
      verdict: isRead ? outcome.verdict : .sendBack,
      findings: keepsFindings || !isRead
        ? outcome.findings.map { Remark($0, keepsAdvice: !isRead) } : [],
      rectification: outcome.rectification)
    scheme = outcome.scheme
    count(outcome.findings)
    guard let funds = outcome.evaluated?.scorecard.funds else { return }
    let whole = WholeFunds(funds)
    budget = whole.budget.flatMap { MoneyUnit.tenThousandYuan($0, in: outcome.fundUnit) }
    executed = whole.executed.flatMap { MoneyUnit.tenThousandYuan($0, in: outcome.fundUnit) }
  }

  /// Whether it could be read and was scored.
  public var isRead: Bool { project != nil }

  /// How many findings of a severity it has.
  public func count(of severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .note: notes
    }
  }

  /// The gravest finding.
  public var worst: Severity? { Severity.allCases.filter { count(of: $0) > 0 }.max() }

  private mutating func count(_ findings: [Finding]) {
    isSuperseded = findings.contains { $0.code == .f009 }
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
    notes = findings.count { $0.severity == .note }
  }

  /// Lets it no longer count (F009).
  ///
  /// - Parameter keepsFindings: whether the finding that says so is kept.
  mutating func supersede(by finding: Finding, keepsFindings: Bool) {
    (counts, isSuperseded) = (false, true)
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
    if keepsFindings { findings.append(Remark(finding, keepsAdvice: false)) }
  }
}
