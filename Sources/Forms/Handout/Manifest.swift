public import Evaluation
internal import Figures
internal import Workbooks

/// What a blank carries on a very hidden sheet, so that it is known again when it comes back: one
/// record a row, a key in the first column and its values behind it, all of them texts.
///
/// ```text
/// scorebook  manifest/1
/// scheme     mof-2020  1.0
/// round      2024  市级项目支出绩效自评
/// project    P01  项目名称  实施单位  主管部门  上级项目编码  年度总体目标
/// fund       年度资金总额  100  120
/// indicator  I01  产出指标  数量指标  培训人次（人）  人  atLeast  50  ≥50  10
/// carried    I01  ≥48  51
/// field      sb_I01_actual  rule
/// field      sb_I01_score  formula
/// digest     …
/// ```
///
/// Records of a kind that this version does not know are passed over: a later one may add some.
public enum Manifest {
  /// The sheet's name in a blank.
  public static let sheetName = "_scorebook"

  static let mark = ["scorebook", "manifest/1"]

  /// The rows of a manifest, the digest last.
  ///
  /// - Parameters:
  ///   - carried: last year's values that the blank shows, by the id of the indicator.
  ///   - fields: the named cells of the blank, with what each was issued with; where none are
  ///     given, nothing is said of formulas or drop-downs when it comes back.
  public static func rows(
    _ issued: IssuedForm, carried: [String: CarriedValue] = [:], fields: [BlankField] = []
  ) -> [[String]] {
    let project = issued.project
    var rows = [
      mark, ["scheme", issued.scheme, issued.version], ["round", issued.year, issued.campaign],
      [
        "project", project.id, project.name, project.unit, project.department,
        project.parent ?? "", project.goal ?? "",
      ],
    ]
    rows += project.funds.map { fund in
      ["fund", fund.source, text(fund.initialBudget), text(fund.budget)]
    }
    rows += project.indicators.map { indicator in
      [
        "indicator", indicator.id, indicator.tier1, indicator.tier2, indicator.name,
        indicator.unit, indicator.target.direction.rawValue, indicator.target.text,
        indicator.targetText, text(indicator.points),
      ]
    }
    rows += project.indicators.compactMap { indicator in
      carried[indicator.id].map { ["carried", indicator.id] + $0.texts }
    }
    rows += fields.map { ["field", $0.name, $0.kind.rawValue] }
    return sealed(rows)
  }

  /// The rows with their digest behind them.
  static func sealed(_ rows: [[String]]) -> [[String]] { rows + [["digest", digest(of: rows)]] }

  /// The named cells that a manifest tells of; empty where the rows are no manifest, or were
  /// changed, and for kinds that this version does not know.
  public static func fields(_ rows: [[String]]) -> [BlankField] {
    records(rows).compactMap { row in
      guard row.count == 3, row[0] == "field", let kind = BlankField.Kind(rawValue: row[2]) else {
        return nil
      }
      return BlankField(row[1], kind)
    }
  }

  /// What a manifest says was issued; `nil` where the rows are no manifest, or were changed.
  public static func issued(_ rows: [[String]]) -> IssuedForm? {
    var issued: IssuedForm?
    for row in records(rows) {
      let row = row + Array(repeating: "", count: max(0, 10 - row.count))
      guard take(row, into: &issued) else { return nil }
    }
    return issued
  }

  /// The records between mark and digest; empty where the rows are no manifest, or were changed.
  private static func records(_ rows: [[String]]) -> ArraySlice<[String]> {
    let rows = rows.map { row in Array(row.prefix((row.lastIndex { !$0.isEmpty } ?? -1) + 1)) }
    guard rows.first == mark, let last = rows.last, last.first == "digest", last.count == 2,
      last[1] == digest(of: Array(rows.dropLast()))
    else { return [] }
    return rows.dropFirst().dropLast()
  }

  /// Takes one record; `false` where it does not hold what its kind has.
  private static func take(_ row: [String], into issued: inout IssuedForm?) -> Bool {
    switch row[0] {
    case "scheme":
      issued = IssuedForm(
        scheme: row[1], version: row[2], year: "", campaign: "",
        project: .init(id: "", name: "", department: "", unit: ""))
    case "round":
      issued?.year = row[1]
      issued?.campaign = row[2]
    case "project":
      issued?.project = .init(
        id: row[1], name: row[2], department: row[4], unit: row[3],
        parent: row[5].isEmpty ? nil : row[5], goal: row[6].isEmpty ? nil : row[6])
    case "fund":
      issued?.project.funds.append(
        .init(source: row[1], initialBudget: Figure(row[2]), budget: Figure(row[3])))
    case "indicator":
      guard let direction = Target.Direction(rawValue: row[6]),
        let target = Target(direction, text: row[7])
      else { return false }
      issued?.project.indicators.append(
        .init(
          id: row[1], tier1: row[2], tier2: row[3], name: row[4], unit: row[5], target: target,
          targetText: row[8], points: Figure(row[9])))
    default: break
    }
    return issued != nil
  }

  private static func text(_ figure: Figure?) -> String { figure?.description ?? "" }

  /// The SHA-256 of the records, values parted by tabs; trailing empty values do not count.
  private static func digest(of rows: [[String]]) -> String {
    var bytes: [UInt8] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes.append(0x0A) }
      let count = (row.lastIndex { !$0.isEmpty } ?? -1) + 1
      for (column, value) in row.prefix(count).enumerated() {
        if column > 0 { bytes.append(0x09) }
        bytes.append(contentsOf: value.utf8)
      }
    }
    return SHA256.hex(of: bytes)
  }
}
