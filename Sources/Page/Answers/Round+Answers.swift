internal import Evaluation
internal import Forms
internal import FoundationEssentials
internal import Synchronization
internal import Workbooks

/// What the page is told of a round, as JSON.
extension Round {
  /// The round in one line of the list of rounds.
  func append(to json: inout JSONBytes) {
    let (record, files) = state.withLock { ($0.record, $0.files) }
    json.openObject()
    json.member("number", number)
    json.member("name", record.name)
    json.member("files", files)
    json.closeObject()
  }

  /// How the round stands now.
  public var answer: [UInt8] {
    let now = state.withLock { state in
      (state.record, state.scoring, state.issuing, state.files, state.bytes, state.rows.count)
    }
    let (record, scoring, issuing, files, bytes, rows) = now
    var json = JSONBytes()
    json.openObject()
    json.member("number", number)
    json.member("name", record.name)
    json.member("scheme", orNull: record.scheme)
    json.member("programme", orNull: record.programme)
    json.member("files", files)
    json.member("bytes", bytes)
    json.member("stale", record.isStale)
    json.member("hasBlanks", record.hasBlanks)
    json.member("rows", rows)
    json.key("scoring")
    Self.append(scoring, to: &json)
    json.key("issuing")
    Self.append(issuing, to: &json)
    json.member("run", record.run ?? 0)
    json.key("outcome")
    // While it may be replaced it is not sent again and again; it may be large.
    json.append(raw: (scoring.isBusy ? nil : outcome(record)) ?? Array("null".utf8))
    json.closeObject()
    return json.bytes
  }

  private func outcome(_ record: RoundRecord) -> [UInt8]? {
    record.run.flatMap { try? StoredFile.read(folder.run($0).outcome) }
  }

  private static func append(_ progress: Progress, to json: inout JSONBytes) {
    json.openObject()
    switch progress {
    case .idle: json.member("phase", "idle")
    case .waiting: json.member("phase", "waiting")
    case .running(let done, let total):
      json.member("phase", "running")
      json.member("done", done)
      json.member("total", total)
    case .failed(let text):
      json.member("phase", "failed")
      json.member("zh", text[.zh])
      json.member("en", text[.en])
    }
    json.closeObject()
  }

  /// The rows of the returns, from the one of an index: those of a running run as far as it has
  /// come, otherwise those of the run that is shown.
  public func rows(from index: Int) -> [UInt8] {
    let (live, record, isBusy) = state.withLock { ($0.rows, $0.record, $0.scoring.isBusy) }
    let stored = { () -> [[UInt8]] in
      guard let run = record.run, let bytes = try? StoredFile.read(self.folder.run(run).rows)
      else { return [] }
      return bytes.split(separator: 0x0A).map(Array.init)
    }
    var json = JSONBytes()
    json.list(Array((isBusy ? live : stored()).dropFirst(max(0, index)))) { $1.append(raw: $0) }
    return json.bytes
  }

  /// The files handed in, by their paths.
  public var files: [UInt8] {
    var json = JSONBytes()
    json.list(StoredFile.files(below: folder.returns)) { $1.append($0) }
    return json.bytes
  }

  /// What is in the programme workbook, or what is wrong with it.
  ///
  /// - Throws: ``PageError`` where there is none.
  public func programmeAnswer(_ shelf: SchemeShelf) throws(PageError) -> [UInt8] {
    let (known, record, changes) = state.withLock {
      ($0.programmeAnswer, $0.record, $0.changes)
    }
    if let known { return known }
    guard record.programme != nil, let bytes = try? StoredFile.read(folder.programme) else {
      throw PageError(.missing, "没有下达工作簿", "there is no programme workbook")
    }
    let scheme = try record.scheme.map { id throws(PageError) in try shelf.scheme(id) }
    let answer = ProgrammeAnswer.json(bytes, scheme: scheme, shelf, limits.workbooks)
    state.withLock { if $0.changes == changes { $0.programmeAnswer = answer } }
    return answer
  }

  /// A return as results.json has it, and its annotated copy as tables.
  ///
  /// - Parameter index: its place among the returns, from 0.
  /// - Throws: ``PageError`` where there is no such return.
  public func returnAnswer(_ index: Int) throws(PageError) -> [UInt8] {
    let (run, lines) = try lines()
    let line = try lines.line(index)
    var json = JSONBytes()
    json.openObject()
    json.key("result")
    json.append(raw: line)
    json.key("sheets")
    json.openList()
    if let copy = Self.copy(in: line), let bytes = try? StoredFile.read("\(run.path)/\(copy)"),
      let workbook = try? Workbook.read(bytes, limits: limits.workbooks)
    {
      for sheet in workbook.sheets where sheet.state == .visible {
        json.next()
        SheetTable(sheet, in: workbook).append(to: &json)
      }
    }
    json.closeList()
    json.closeObject()
    return json.bytes
  }

  /// The run that is shown and its results.
  private func lines() throws(PageError) -> (RunFolder, ResultLines) {
    let (record, known) = state.withLock { ($0.record, $0.lines) }
    guard let run = record.run else { throw .noRun }
    if let known, known.run == run { return (folder.run(run), known.lines) }
    let lines = try ResultLines(folder.run(run).results)
    state.withLock { $0.lines = (run, lines) }
    return (folder.run(run), lines)
  }

  private struct Copied: Decodable { var annotated: String? }

  /// The path of the annotated copy that a line names.
  static func copy(in line: [UInt8]) -> String? {
    (try? JSONDecoder().decode(Copied.self, from: Data(line)))?.annotated
  }

  /// The path of the annotated copy of a return on the disk.
  func copy(of index: Int) throws(PageError) -> String {
    let (run, lines) = try lines()
    guard let copy = Self.copy(in: try lines.line(index)) else {
      throw PageError(.missing, "这一份没有批注件", "this return has no annotated copy")
    }
    return "\(run.path)/\(copy)"
  }
}
