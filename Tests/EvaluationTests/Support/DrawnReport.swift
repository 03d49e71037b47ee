import Evaluation
import Figures
import Testing

/// A report drawn as a table: the fund block under a row that begins with 资金来源, the indicators
/// under a row with the scheme's word for the third tier, those of a further table under one with
/// its word for what is rated, 总分, and rows of the form's head.
struct DrawnReport {
  let scheme: Scheme
  private(set) var report = Report()
  private(set) var expected: Set<StandingFinding> = []

  init(_ source: String, scheme: Scheme) {
    self.scheme = scheme
    report.projectName = Typed(.text("技能培训"), at: Place(sheet: "表", cell: "Z1"))
    report.unit = Typed(.text("民政局"), at: Place(sheet: "表", cell: "Z2"))
    let sheet = SheetText(source)
    var funds: [FundColumn?] = []
    var indicators: [IndicatorColumn?] = []
    var table: FurtherTable?
    for row in sheet.rows {
      if readHead(row) || readTotal(row) || readGoal(row) { continue }
      if row.first?.text.plain == "资金来源" {
        funds = row.map { fundColumn($0.text.plain) }
        for (cell, column) in zip(row, funds) { column.map { report.fundColumns[$0] = cell.place } }
      } else if let heading = furtherTable(row) {
        table = heading
        indicators = row.map { column($0.text.plain, of: heading.layout) }
        let places = zip(row, indicators).compactMap { cell, column in
          column.map { ($0, cell.place) }
        }
        report.tableColumns[heading.id] = Dictionary(uniqueKeysWithValues: places)
      } else if row.contains(where: { indicatorColumn($0.text.plain) == .name }) {
        table = nil
        indicators = row.map { indicatorColumn($0.text.plain) }
        for (cell, column) in zip(row, indicators) {
          column.map { report.indicatorColumns[$0] = cell.place }
        }
      } else if indicators.isEmpty {
        report.funds.append(fundLine(row, funds))
      } else {
        report.indicators.append(indicatorLine(row, indicators, table?.id))
      }
    }
    expected = Set(sheet.markers.map { StandingFinding($0.marker, at: $0.cell) })
  }

  private mutating func readHead(_ row: [SheetText.Cell]) -> Bool {
    guard row.count == 2 else { return false }
    switch row[0].text.plain {
    case "项目名称": report.projectName = row[1].typed
    case "实施单位": report.unit = row[1].typed
    case "总体目标": report.texts.append(row[1].typed)
    default: return false
    }
    return true
  }

  /// A row of its own that names an annual goal, for the rows below it.
  private mutating func readGoal(_ row: [SheetText.Cell]) -> Bool {
    guard let cell = row.first, row.count == 1,
      scheme.form.indicators.goals.contains(where: cell.text.plain.hasPrefix)
    else { return false }
    report.goals.append(
      AnnualGoal(name: Wording.label(cell.text.plain), text: cell.text.plain, place: cell.place))
    return true
  }

  /// 总分: the points under 分值, the score under 得分.
  private mutating func readTotal(_ row: [SheetText.Cell]) -> Bool {
    guard row.first?.text.plain == "总分" else { return false }
    for cell in row.dropFirst() {
      if sameColumn(cell, report.indicatorColumns[.points]) { report.totalPoints = cell.typed }
      if sameColumn(cell, report.indicatorColumns[.score]) { report.claimedTotal = cell.typed }
    }
    return true
  }

  private func sameColumn(_ cell: SheetText.Cell, _ header: Place?) -> Bool {
    header?.cell?.first == cell.address.first
  }

  private func fundColumn(_ word: String) -> FundColumn? {
    scheme.form.funds?.columns.first { $0.labels.contains(word) }?.meaning
  }

  private func indicatorColumn(_ word: String) -> IndicatorColumn? {
    column(word, of: scheme.form.indicators)
  }

  private func column(_ word: String, of layout: IndicatorLayout) -> IndicatorColumn? {
    layout.columns.first { $0.labels.contains(word) }?.meaning
  }

  /// The further table that a row of headers begins.
  private func furtherTable(_ row: [SheetText.Cell]) -> FurtherTable? {
    scheme.form.tables.first { table in
      row.contains { column($0.text.plain, of: table.layout) == .name }
    }
  }

  private func fundLine(_ row: [SheetText.Cell], _ columns: [FundColumn?]) -> FundLine {
    var cells: [FundColumn: Typed] = [:]
    for (cell, column) in zip(row, columns) { column.map { cells[$0] = cell.typed } }
    let label = row[0].text.plain
    return FundLine(role: role(of: label), label: label, place: row[0].place, cells: cells)
  }

  private func role(of label: String) -> FundLine.Role {
    guard let funds = scheme.form.funds, !funds.total.contains(label) else { return .total }
    if let source = funds.sources.first(where: { $0.labels.contains(label) }) {
      return .source(source.id)
    }
    return funds.groups.first { $0.labels.contains(label) }.map { .group($0.id) } ?? .part
  }

  private func indicatorLine(
    _ row: [SheetText.Cell], _ columns: [IndicatorColumn?], _ table: String?
  ) -> IndicatorLine {
    var cells: [IndicatorColumn: Typed] = [:]
    for (cell, column) in zip(row, columns) { column.map { cells[$0] = cell.typed } }
    func words(_ column: IndicatorColumn) -> String { cells[column]?.shown ?? "" }
    return IndicatorLine(
      tier1: words(.tier1), tier2: words(.tier2), name: words(.name), cells: cells, table: table,
      goal: report.goals.isEmpty ? nil : report.goals.count - 1)
  }

  /// States a unit of money beside the fund block.
  mutating func state(moneyUnit unit: String?) {
    report.moneyUnit = unit.map { Typed(.text($0), at: Place(sheet: "表", cell: "A1")) }
  }

  /// Gives the reasons for all rows together.
  mutating func give(reasons: String, at cell: String) {
    report.reasons = Typed(
      reasons.isEmpty ? .blank : .text(reasons), at: Place(sheet: "表", cell: cell))
  }

  /// Adds what reading found out about the structure; it is expected where it stands.
  mutating func add(_ remark: StructureRemark) {
    report.remarks.append(remark)
    expected.insert(StandingFinding(remark.code.rawValue, at: remark.place?.cell))
  }
}

/// A finding as a table can mark it.
struct StandingFinding: Hashable, CustomStringConvertible {
  let code: String
  let severity: String
  let cell: String?

  /// A marker: `R005`, or `R002 note` where the severity is not the code's own.
  init(_ marker: String, at cell: String?) {
    let words = marker.split(separator: " ").map(String.init)
    code = words.first ?? ""
    let usual = FindingCode(rawValue: code)?.severity.rawValue ?? "unknown code"
    severity = words.count > 1 ? words[1] : usual
    self.cell = cell
  }

  init(_ finding: Finding) {
    code = finding.code.rawValue
    severity = finding.severity.rawValue
    cell = finding.place?.cell
  }

  var description: String { "\(cell ?? "—") \(code) \(severity)" }
}

/// Evaluates a drawn report: the findings marked in it must stand, and nothing else may but what is
/// of some other codes.
@discardableResult
func expectMarked(
  _ drawn: DrawnReport, issued: Programme? = nil, besides others: Set<FindingCode> = [],
  sourceLocation: SourceLocation = #_sourceLocation
) -> Evaluated {
  let evaluated = Evaluator(scheme: drawn.scheme, programme: issued).evaluate(drawn.report)
  let standing = evaluated.findings.filter { !others.contains($0.code) }
    .map(StandingFinding.init)
  let missing = drawn.expected.subtracting(standing).map(\.description).sorted()
  let extra = Set(standing).subtracting(drawn.expected).map(\.description).sorted()
  #expect(missing.isEmpty, "missing", sourceLocation: sourceLocation)
  #expect(extra.isEmpty, "not expected", sourceLocation: sourceLocation)
  #expect(standing.count == Set(standing).count, "said twice", sourceLocation: sourceLocation)
  return evaluated
}

/// Evaluates a table in the words of a shipped scheme.
@discardableResult
func expectMarked(
  _ table: String, _ shipped: ShippedScheme = .mof, issued: Programme? = nil,
  besides others: Set<FindingCode> = [], sourceLocation: SourceLocation = #_sourceLocation
) throws -> Evaluated {
  expectMarked(
    DrawnReport(table, scheme: try shipped.scheme), issued: issued, besides: others,
    sourceLocation: sourceLocation)
}

extension DrawnReport {
  /// A form drawn without a fund block: the execution rate is unresolved, and that is said.
  mutating func expectUnresolvedExecution() {
    expected.insert(StandingFinding("R008", at: nil))
  }
}
