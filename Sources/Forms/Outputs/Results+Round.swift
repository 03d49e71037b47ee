internal import Evaluation

extension Results {
  /// What stands before the returns; `round.returns` is not looked at.
  public static func opening(of round: RoundOutcome) -> [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.member("schema", schema)
    json.member("scheme", orNull: round.scheme)
    json.append(literal: ",\n")
    var rest = JSONBytes()
    programme(round.programme, &rest)
    rest.key("missing")
    rest.list(round.missing) { $1.append($0) }
    rest.key("findings")
    rest.rows(round.findings, finding)
    rest.key("returns")
    rest.append(literal: "[")
    return json.bytes + rest.bytes
  }

  /// What stands behind the returns: how the round is called, for a summary of several runs.
  public static func closing(of round: RoundOutcome) -> [UInt8] {
    var json = JSONBytes()
    json.append(literal: "\n], \"round\": ")
    json.openObject()
    json.member("title", round.title)
    json.member("deadline", orNull: round.programme?.details[deadlineKey])
    json.member("scored", round.hasPoints)
    json.closeObject()
    round.shard?.write(&json)
    json.append(literal: "}\n")
    return json.bytes
  }

  /// The key of 基本信息 that says until when returns are due.
  static let deadlineKey = "回收截止日期"

  /// What stands before the line of a return: `index` counts from 0.
  static func separator(before index: Int) -> [UInt8] { Array((index == 0 ? "\n" : ",\n").utf8) }

  /// A whole round, for rounds that fit in memory.
  public static func bytes(of round: RoundOutcome, places: Places = Places()) -> [UInt8] {
    var bytes = opening(of: round)
    for (index, outcome) in round.returns.enumerated() {
      bytes += separator(before: index)
      bytes += line(for: outcome, places: places)
    }
    return bytes + closing(of: round)
  }

  private static func programme(_ programme: Programme?, _ json: inout JSONBytes) {
    json.key("programme")
    guard let programme else { return json.append(literal: "null") }
    json.openObject()
    json.member("year", orNull: programme.year)
    json.member("sha256", orNull: programme.sha256)
    json.key("projects")
    json.list(programme.projects) { project, json in
      json.breakLine()
      Self.project(project, &json)
    }
    json.closeObject()
  }

  private static func project(_ project: Programme.Project, _ json: inout JSONBytes) {
    json.openObject()
    json.member("id", project.id)
    json.member("name", project.name)
    json.member("unit", project.unit)
    json.member("department", project.department)
    json.member("parent", orNull: project.parent)
    json.member("budget", project.budget)
    json.closeObject()
  }
}
