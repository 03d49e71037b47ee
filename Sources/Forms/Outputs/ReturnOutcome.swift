public import Evaluation

/// What became of one return.
public struct ReturnOutcome: Sendable {
  /// Its path below the argument it was found under, `/` between folders, NFC.
  public var file: String
  /// Which form of the workbook, from 1.
  public var form: Int
  /// The SHA-256 of the file, in hexadecimal.
  public var sha256: String
  /// The scores and findings; `nil` for a return that could not be read.
  public var evaluated: Evaluated?
  /// The findings: those of the evaluation, or why it was rejected.
  public var findings: [Finding]
  /// Whether this return is the one of its project that counts.
  public var counts: Bool
  /// The unit of the money in it.
  public var fundUnit: String
  /// The annotated copy below the output folder; `nil` where none was written.
  public var annotated: String?
  /// When the workbook was last saved, as it says itself (`dcterms:modified`).
  public var modified: String?
  /// What became of the findings of the return it replaces; `nil` where it replaces none.
  public var rectification: Rectification?
  /// The id of the scheme it was scored by; `nil` for a return that could not be read.
  public var scheme: String?

  /// An outcome.
  public init(
    file: String, form: Int, sha256: String, evaluated: Evaluated?, findings: [Finding],
    counts: Bool, fundUnit: String, annotated: String?, modified: String? = nil,
    rectification: Rectification? = nil, scheme: String? = nil
  ) {
    self.file = file
    self.form = form
    self.sha256 = sha256
    self.evaluated = evaluated
    self.findings = findings
    self.counts = counts
    self.fundUnit = fundUnit
    self.annotated = annotated
    self.modified = modified
    self.rectification = rectification
    self.scheme = scheme
  }

  /// Whether it must go back; a return that could not be read must.
  public var verdict: Verdict {
    findings.contains { $0.severity == .error } ? .sendBack : .accept
  }
}

/// What became of one round.
public struct RoundOutcome: Sendable {
  /// The scheme's id; `nil` where its returns are scored by several.
  public var scheme: String?
  /// What the round is called; see ``SummaryRound/title(_:scheme:)``.
  public var title: String
  /// Whether the scheme's form has points.
  public var hasPoints: Bool
  /// The programme, where there was one.
  public var programme: Programme?
  /// The ids of the projects from which nothing came, in the programme's order.
  public var missing: [String]
  /// Findings about the round as a whole (C001, C002, C005).
  public var findings: [Finding]
  /// The returns, in the order given.
  public var returns: [ReturnOutcome]
  /// Which part of a round this is; `nil` for a whole one.
  public var shard: RecordedShard?

  /// An outcome.
  public init(
    scheme: String?, title: String = "", hasPoints: Bool = true, programme: Programme?,
    missing: [String], findings: [Finding], returns: [ReturnOutcome]
  ) {
    self.scheme = scheme
    self.title = title
    self.hasPoints = hasPoints
    self.programme = programme
    self.missing = missing
    self.findings = findings
    self.returns = returns
  }
}
