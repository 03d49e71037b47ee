internal import Evaluation
internal import Forms

/// What the page shows of a run as a whole.
struct RoundOutcomeAnswer {
  let result: RoundResult
  let passedOver: [String]
  let hasProgramme: Bool

  var json: [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.member("scored", result.scored)
    json.member("sentBack", result.sentBack)
    json.member("rejected", result.rejected)
    json.member("hasProgramme", hasProgramme)
    json.key("missing")
    json.list(result.missing) { project, json in
      json.openObject()
      json.member("id", project.id)
      json.member("name", project.name)
      json.member("unit", project.unit)
      json.member("department", project.department)
      json.closeObject()
    }
    json.key("findings")
    json.list(result.findings, FindingAnswer.append)
    json.key("changed")
    json.list(result.changed) { $1.append($0) }
    json.key("passedOver")
    json.list(passedOver) { $1.append($0) }
    json.key("reservations")
    json.list(result.reservations) { reservation, json in
      json.openObject()
      json.member("scheme", reservation.scheme)
      json.key("errors")
      ProgrammeAnswer.append(reservation.errors, to: &json)
      json.closeObject()
    }
    json.closeObject()
    return json.bytes
  }
}

/// A finding about the round as a whole.
enum FindingAnswer {
  static func append(_ finding: Finding, to json: inout JSONBytes) {
    json.openObject()
    json.member("code", finding.code.rawValue)
    json.member("severity", finding.severity.rawValue)
    json.member("message", finding.message)
    json.member("advice", finding.advice)
    json.member("found", finding.found)
    json.member("expected", finding.expected)
    json.closeObject()
  }
}
