public import Evaluation
internal import Figures

/// results.json: one round for programs. Every key is always there, null where nothing stands;
/// numbers are exact decimals as strings, rates in percent.
public enum Results {
  /// The format's name and version.
  public static let schema = "scorebook-results/1"

  /// The decimals of computed figures; what people typed keeps its own.
  public struct Places: Hashable, Sendable {
    /// Decimals of rates in percent.
    public var rate: Int
    /// Decimals of scores and totals.
    public var score: Int

    /// Decimals, by default those of the shipped schemes.
    public init(rate: Int = 2, score: Int = 2) {
      self.rate = rate
      self.score = score
    }

    /// The decimals a scheme asks for.
    public init(_ rules: ScoringRules) {
      self.init(rate: rules.ratePlaces, score: rules.scorePlaces)
    }
  }

  /// One return as one JSON object, without a line break anywhere in it.
  public static func line(for outcome: ReturnOutcome, places: Places = Places()) -> [UInt8] {
    var json = JSONBytes(room: 16_384)
    json.openObject()
    head(outcome, &json)
    // Part by part, for a scorecard is large.
    project(outcome.evaluated?.scorecard.project, &json)
    list("funds", &json, outcome.evaluated?.scorecard.funds ?? []) {
      fund($0, $1, places, &$2)
    }
    execution(outcome.evaluated?.scorecard.execution, places, &json)
    list("indicators", &json, outcome.evaluated?.scorecard.indicators ?? []) {
      indicator($0, $1, places, &$2)
    }
    list("blocks", &json, outcome.evaluated?.scorecard.blocks ?? []) {
      block($0, $1, places, &$2)
    }
    json.member("total", outcome.evaluated?.scorecard.total, places: places.score)
    json.member("claimedTotal", outcome.evaluated?.scorecard.claimedTotal)
    json.member("grade", orNull: outcome.evaluated?.scorecard.grade)
    let goesBack = outcome.evaluated == nil || outcome.verdict == .sendBack
    json.member("verdict", (goesBack ? Verdict.sendBack : .accept).rawValue)
    list("findings", &json, outcome.findings, finding)
    json.member("modified", orNull: outcome.modified)
    json.member("scheme", orNull: outcome.scheme)
    list("texts", &json, outcome.evaluated?.texts ?? [], text)
    json.closeObject()
    return json.bytes
  }

  private static func list<Element>(
    _ name: StaticString, _ json: inout JSONBytes, _ elements: [Element],
    _ write: (Span<Element>, Int, inout JSONBytes) -> Void
  ) {
    json.key(name)
    json.rows(elements, write)
  }

  /// The line of a return as it is once another return of its project counts instead: it no
  /// longer counts, and `finding` (F009) stands at the end of its findings.
  public static func superseded(_ line: [UInt8], by finding: Finding) -> [UInt8] {
    var line = line
    // A quotation mark within a text is escaped, so this stands only where the key does.
    let counts = Array("\"counts\": ".utf8)
    if let start = firstIndex(of: counts, in: line),
      line.dropFirst(start).starts(with: counts + Array("true".utf8))
    {
      let value = start + counts.count
      line.replaceSubrange(value..<value + 4, with: Array("false".utf8))
    }
    guard let end = endOfFindings(of: line) else { return line }
    var json = JSONBytes()
    let isOnly = end > 0 && line[end - 1] == 0x5B
    if !isOnly { json.append(literal: ", ") }
    Self.finding([finding].span, 0, &json)
    line.insert(contentsOf: json.bytes, at: end)
    return line
  }

  /// Where the list of findings closes: no text holds a quotation mark that is not escaped.
  private static func endOfFindings(of line: [UInt8]) -> Int? {
    let mark = Array("], \"modified\": ".utf8)
    var start = line.count - mark.count
    while start >= 0 {
      if line[start] == mark[0], line[start...].starts(with: mark) { return start }
      start -= 1
    }
    return nil
  }

  private static func firstIndex(of pattern: [UInt8], in line: [UInt8]) -> Int? {
    guard let first = pattern.first else { return nil }
    return line.indices.first { index in
      line[index] == first && line[index...].starts(with: pattern)
    }
  }

  private static func head(_ outcome: ReturnOutcome, _ json: inout JSONBytes) {
    json.member("file", outcome.file)
    json.member("form", outcome.form)
    json.member("sha256", outcome.sha256)
    json.member("status", outcome.evaluated == nil ? "rejected" : "scored")
    json.member("counts", outcome.counts)
    json.member("fundUnit", orNull: outcome.fundUnit)
    json.member("annotated", orNull: outcome.annotated)
  }

  private static func project(_ project: ProjectIdentity?, _ json: inout JSONBytes) {
    json.key("project")
    guard let project else { return json.append(literal: "null") }
    json.openObject()
    json.member("id", orNull: project.id)
    json.member("name", orNull: project.name)
    json.member("unit", orNull: project.unit)
    json.member("department", orNull: project.department)
    json.closeObject()
  }
}
