public import Evaluation

/// findings.csv: one finding a row, for spreadsheets. UTF-8 with a byte order mark, CRLF, fields
/// quoted after RFC 4180.
///
/// A field that a spreadsheet might run as a formula, because it begins with `=`, `+`, `-`, `@`
/// (also full-width or behind white space), a tab or a line break, gets an apostrophe in front.
/// The apostrophe stays visible in the cell (`'=1+1`, `'-5`): results.json has the bare text.
public enum FindingsCSV {
  /// The columns.
  public static let columns = [
    "文件", "项目编码", "项目名称", "实施单位", "代码", "级别", "工作表", "单元格", "指标", "发现", "应为", "说明", "建议",
  ]

  /// The byte order mark and the row of column names.
  public static let header: [UInt8] = [0xEF, 0xBB, 0xBF] + row(columns)

  /// The rows of a return's findings; no bytes where it has none.
  public static func rows(for outcome: ReturnOutcome) -> [UInt8] {
    let project = outcome.evaluated?.scorecard.project
    var bytes: [UInt8] = []
    bytes.reserveCapacity(outcome.findings.count * usualRow)
    for index in outcome.findings.indices {
      append(outcome.findings[index], file: outcome.file, project: project, to: &bytes)
    }
    return bytes
  }

  /// Bytes that most rows fit into.
  private static let usualRow = 640

  /// The rows of the findings about the round as a whole; the project is named where one is meant.
  public static func rows(for round: RoundOutcome) -> [UInt8] {
    let projects = RoundProjects(round)
    return round.findings.flatMap { row($0, file: "", project: projects.project(of: $0)) }
  }

  /// One finding.
  public static func row(_ finding: Finding, file: String, project: ProjectIdentity?) -> [UInt8] {
    var bytes: [UInt8] = []
    append(finding, file: file, project: project, to: &bytes)
    return bytes
  }

  private static func append(
    _ finding: Finding, file: String, project: ProjectIdentity?, to bytes: inout [UInt8]
  ) {
    appendRow(
      [
        file, project?.id ?? "", project?.name ?? "", project?.unit ?? "", finding.code.rawValue,
        finding.severity.word, finding.place?.sheet ?? "", finding.place?.cell ?? "",
        subject(of: finding), finding.found, finding.expected, finding.message, finding.advice,
      ], to: &bytes)
  }

  /// The indicator's id and the words of the form: `I01 续保人数（人）·实际完成值`.
  private static func subject(of finding: Finding) -> String {
    guard let id = finding.indicator else { return finding.label }
    return finding.label.isEmpty ? id : "\(id) \(finding.label)"
  }

  private static func row(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    appendRow(fields, to: &bytes)
    return bytes
  }

  private static func appendRow(_ fields: [String], to bytes: inout [UInt8]) {
    for index in fields.indices {
      if index > 0 { bytes.append(0x2C) }
      append(fields[index], to: &bytes)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    let text = field.utf8.span
    if isPlain(text) {
      if runs(field) { bytes.append(0x27) }
      return text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
    let isQuoted = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { bytes.append(0x22) }
    if runs(field) { bytes.append(0x27) }
    for at in text.indices where isText(text[at]) {
      if text[at] == 0x22 { bytes.append(0x22) }
      bytes.append(text[at])
    }
    if isQuoted { bytes.append(0x22) }
  }

  /// Whether a text holds no comma, quotation mark or control character; one with a backslash may
  /// pass for one that does.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while at + 8 <= text.count {
      let word = EightBytes.load(text, at)
      if EightBytes.marks(of: word) != 0 || EightBytes.has(0x2C, in: word) { return false }
      at += 8
    }
    while at < text.count {
      if text[at] < 0x20 || text[at] == 0x22 || text[at] == 0x2C { return false }
      at += 1
    }
    return true
  }

  /// Control characters other than tab and line breaks say nothing and stop some readers.
  private static func isText(_ byte: UInt8) -> Bool {
    byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a spreadsheet might take the field for a formula.
  private static func runs(_ field: String) -> Bool {
    for scalar in field.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: return true
      case 0x3D, 0x2B, 0x2D, 0x40, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: return true
      case 0..<0x20: continue
      default: if !Wording.isSpace(scalar) { return false }
      }
    }
    return false
  }
}

/// Which project a finding about the round means.
struct RoundProjects {
  private let missing: [TextKey: ProjectIdentity]
  private let named: [TextKey: ProjectIdentity]

  init(programme: Programme?, missing ids: [String]) {
    let ids = Set(ids.map(TextKey.init))
    let projects = programme?.projects ?? []
    missing = Self.byName(projects) { ids.contains(TextKey($0)) }
    named = Self.byName(projects) { _ in true }
  }

  init(_ round: RoundOutcome) {
    self.init(programme: round.programme, missing: round.missing)
  }

  /// The project with the name that the finding is about, where only one has it.
  func project(of finding: Finding) -> ProjectIdentity? {
    let name = TextKey(finding.label)
    return (finding.code == .c002 ? missing[name] : nil) ?? named[name]
  }

  private static func byName(
    _ projects: [Programme.Project], where isMeant: (String) -> Bool
  ) -> [TextKey: ProjectIdentity] {
    var found: [TextKey: ProjectIdentity] = [:]
    found.reserveCapacity(projects.count)
    var doubled: Set<TextKey> = []
    for index in projects.indices where isMeant(projects[index].id) {
      let identity = ProjectIdentity(projects[index])
      let name = TextKey(identity.name)
      if found.updateValue(identity, forKey: name) != nil { doubled.insert(name) }
    }
    for name in doubled { found[name] = nil }
    return found
  }
}

extension ProjectIdentity {
  /// What tells a project of the programme from others.
  fileprivate init(_ project: Programme.Project) {
    self.init(
      id: project.id, name: project.name, unit: project.unit, department: project.department)
  }
}
