import Evaluation
import Figures
import Testing

/// One fenced block of docs/scoring.md: cells as typed, and what must come of them.
struct WorkedExample: CustomTestStringConvertible {
  /// The line its block begins on, 1-based.
  let line: Int
  private(set) var given: [(key: String, value: String)] = []
  private(set) var expected: [(key: String, value: String)] = []

  var testDescription: String { "scoring.md:\(line)" }

  /// Every block of a document that is marked as `scoring`.
  static func all(in document: String) -> [WorkedExample] {
    var examples: [WorkedExample] = []
    var open: WorkedExample?
    for (index, line) in document.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line == "```scoring" {
        open = WorkedExample(line: index + 1)
      } else if line == "```", let example = open {
        examples.append(example)
        open = nil
      } else {
        open?.read(String(line))
      }
    }
    return examples
  }

  private mutating func read(_ line: String) {
    let isExpected = line.hasPrefix("→ ")
    let text = isExpected ? String(line.dropFirst(2)) : line
    let key = text.prefix { !$0.isWhitespace }
    let words = [
      "execution rate", "execution score", "execution working", "block working", "total working",
    ]
    let name = words.first { text.hasPrefix($0) } ?? String(key)
    // Lines of a scheme keep how far they stand in.
    let value = name == "rule" ? text.dropFirst(12) : text.dropFirst(name.count)
    let pair = (key: name, value: name == "rule" ? String(value) : Wording.trimmed(String(value)))
    if isExpected { expected.append(pair) } else { given.append(pair) }
  }

  private init(line: Int) { self.line = line }

  // MARK: Given

  private static let columns: [String: IndicatorColumn] = [
    "target": .target, "actual": .actual, "points": .points, "score": .score, "reason": .reason,
    "unit": .unit, "rate": .completionRate, "deduction": .deduction,
    "forecast": .forecast, "likelihood": .likelihood, "selfActual": .selfActual,
    "selfScore": .selfScore, "deviation": .deviation, "remark": .remark,
    "baseline": .baseline, "summary": .summary,
  ]
  private static let amounts: [String: FundColumn] = [
    "budget": .budget, "executed": .executed, "received": .received,
  ]

  /// A row as it is put together.
  private struct Row {
    var name: String?
    var tier1 = "产出指标"
    var table: String?
    var cells: [IndicatorColumn: Typed] = [:]
  }

  func evaluated(_ national: Scheme) -> Evaluated {
    let scheme = changed(scheme ?? national)
    var rows: [Row] = []
    var funds: [FundColumn: Typed] = [:]
    var name = "指标"
    var issued: String?
    var tier1: String?
    for (index, (key, value)) in given.enumerated() {
      let typed = CellText(value).typed(at: "A\(index + 1)")
      let begins = key == "target" && rows.last.map { $0.name == nil } ?? true
      if begins || rows.isEmpty && Self.columns[key] != nil {
        rows.append(tier1.map { Row(tier1: $0) } ?? Row())
      }
      if let column = Self.columns[key] { rows[rows.count - 1].cells[column] = typed }
      if let column = Self.amounts[key] { funds[column] = typed }
      switch key {
      case "item": rows.append(Row(name: value, tier1: Self.block(of: value, in: scheme)))
      case "task": rows.append(Row(name: value, tier1: "", table: scheme.form.tables.first?.id))
      case "name": name = value
      case "issued": issued = value
      case "tier1": tier1 = value
      default: break
      }
    }
    let report = report(rows, funds, name: name)
    let programme = issued.map { target in
      Programme(
        drawn: "| I01 | 产出指标 | 数量指标 | \(name) | | \(target) | | 50 |", rules: scheme.scoring)
    }
    return Evaluator(scheme: scheme, programme: programme).evaluate(report)
  }

  /// The national scheme with the lines of an example in its scoring: they are read as a scheme
  /// file is, in the place of the keys they name or beside them.
  private func changed(_ scheme: Scheme) -> Scheme {
    let lines = given.filter { $0.key == "rule" }.map(\.value)
    guard !lines.isEmpty, var yaml = try? ShippedScheme.mof.yaml else { return scheme }
    // A column that no shipped scheme reads, for rules that need it.
    yaml = yaml.replacing(
      "    otherColumns:\n      sign:",
      with: "    otherColumns:\n      baseline: [基期值]\n      sign:")
    var blocks: [[String]] = []
    for line in lines {
      if line.hasPrefix(" "), !blocks.isEmpty {
        blocks[blocks.count - 1].append("  " + line)
      } else {
        blocks.append(["  " + line])
      }
    }
    for block in blocks {
      let text = block.joined(separator: "\n")
      let key = text.prefix { $0 != ":" }.filter { $0 != " " }
      let outline = YAMLOutline(yaml)
      if let standing = outline.keys.first(where: { $0.path == "scoring." + key }) {
        yaml = outline.replacing(standing, with: text)
      } else {
        yaml += "\n" + text + "\n"
      }
    }
    do {
      return try SchemeFile.read(yaml: yaml, file: "example")
    } catch {
      Issue.record("scoring.md:\(line): \(error)")
      return scheme
    }
  }

  /// The scheme an example names; `nil` for the national form.
  private var scheme: Scheme? {
    given.first { $0.key == "scheme" }.flatMap { ShippedScheme(rawValue: $0.value) }
      .flatMap { try? $0.scheme }
  }

  private static func block(of item: String, in scheme: Scheme) -> String {
    let block = scheme.scoring.blocks.first { block in
      block.items.contains { $0.labels.contains(item) }
    }
    return block?.labels.first ?? ""
  }

  private func report(
    _ rows: [Row], _ funds: [FundColumn: Typed], name: String
  ) -> Report {
    var report = Report()
    report.projectName = Typed(.text("技能培训"), at: Place(sheet: "表", cell: "Z1"))
    report.unit = Typed(.text("民政局"), at: Place(sheet: "表", cell: "Z2"))
    report.indicators = rows.enumerated().map { index, row in
      IndicatorLine(
        tier1: row.tier1, tier2: "数量指标",
        name: row.name ?? (index == 0 ? name : name + "\(index + 1)号"), cells: row.cells,
        table: row.table)
    }
    for column in rows.flatMap(\.cells.keys) {
      report.indicatorColumns[column] = Place(sheet: "表", cell: "H" + column.rawValue)
    }
    guard !funds.isEmpty else { return report }
    // A form with a fund block has points.
    report.indicatorColumns[.points] = Place(sheet: "表", cell: "Hpoints")
    let place = Place(sheet: "表", cell: "F1")
    report.funds = [FundLine(role: .total, label: "年度资金总额", place: place, cells: funds)]
    for column in funds.keys {
      report.fundColumns[column] = Place(sheet: "表", cell: "J" + column.rawValue)
    }
    return report
  }

  // MARK: Expected

  /// What the evaluation says under a key; `nil` for a key that is no such word.
  private static func said(_ key: String, _ evaluated: Evaluated) -> String? {
    let card = evaluated.scorecard
    let row = card.indicators.first
    func two(_ figure: Figure?) -> String { figure?.text(places: 2) ?? "none" }
    switch key {
    case "rate": return two(row?.completionRate)
    case "score": return two(row?.score)
    case "status": return row?.status.rawValue
    case "working": return row?.working
    case "actual": return row?.actual ?? "none"
    case "direction": return row?.target?.direction.rawValue
    case "total": return two(card.total)
    case "total working": return card.totalWorking
    case "block working": return card.blocks.last?.working
    case "grade": return card.grade ?? "none"
    case "block": return card.blocks.last.map { "\($0.name) \(two($0.score))" }
    case "execution rate": return two(card.execution?.rate)
    case "execution score": return two(card.execution?.score)
    case "execution working": return card.execution?.working
    default: return nil
    }
  }

  /// What differs from what must come of it.
  func differences(in evaluated: Evaluated) -> [String] {
    let codes = Set(evaluated.findings.map(\.code.rawValue))
    return expected.compactMap { key, value in
      switch key {
      case "finding": return codes.contains(value) ? nil : "no \(value) among \(codes.sorted())"
      case "absent": return codes.contains(value) ? "\(value) stands" : nil
      default:
        let said = Self.said(key, evaluated) ?? "nothing"
        return said == value ? nil : "\(key): \(said), not \(value)"
      }
    }
  }
}
