internal import Evaluation
internal import Figures
internal import Forms

/// What the list of returns shows of one of them.
struct ReturnRow {
  private let line: SummaryLine
  private let copy: String?

  /// - Parameter copy: the path of its annotated copy below the outputs; `nil` where there is none.
  init(_ line: SummaryLine, copy: String?) {
    self.line = line
    self.copy = copy
  }

  /// As one object on one line.
  var json: [UInt8] {
    var json = JSONBytes(room: 400)
    json.openObject()
    json.member("file", line.file)
    json.member("form", line.form)
    json.member("copy", orNull: copy)
    json.member("read", line.isRead)
    json.member("counts", line.counts)
    json.member("superseded", line.isSuperseded)
    json.member("accepted", line.verdict == .accept)
    json.member("id", orNull: line.project?.id)
    json.member("project", orNull: line.project?.name)
    json.member("unit", orNull: line.project?.unit)
    json.member("scheme", orNull: line.scheme)
    json.member("total", line.total, places: 2)
    json.member("grade", orNull: line.grade)
    json.member("budget", line.budget)
    json.member("executed", line.executed)
    json.member("rate", rate, places: 2)
    json.member("errors", line.count(of: .error))
    json.member("warnings", line.count(of: .warning))
    json.member("notes", line.count(of: .note))
    json.key("rectified")
    if let change = line.rectification {
      let counts = [change.resolved.count, change.standing.count, change.new.count]
      json.list(counts) { $1.append(raw: Array(String($0).utf8)) }
    } else {
      json.null()
    }
    json.key("reasons")
    json.list(line.isRead ? [] : line.findings) { remark, json in
      json.openObject()
      json.member("code", remark.code)
      json.member("message", remark.message)
      json.member("advice", remark.advice)
      json.closeObject()
    }
    json.closeObject()
    return json.bytes
  }

  /// 预算执行率 in percent, rounded half up to two decimals.
  private var rate: Figure? {
    guard let budget = line.budget, let executed = line.executed,
      let ratio = try? Ratio(executed, over: budget)
    else { return nil }
    return try? ratio.percent(places: 2)
  }
}
