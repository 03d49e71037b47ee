import Evaluation
import TestSupport
import Testing

@testable import Forms

/// Which row of a returned blank is which indicator: labels, names and order are witnesses, and
/// the agreement of two wins.
@Suite struct RowMatchTests {
  private static let asIssued = ["E11": "I01", "E12": "I02", "E13": "I03", "E14": "I04"]
  private static let sorted = ["E11": "I03", "E12": "I01", "E13": "I04", "E14": "I02"]

  @Test func `a changed label is S005 where name and order agree`() throws {
    var blank = try DrawnBlank()
    blank.form.set("C12", "巡查次数（次）")
    #expect(try blank.findings() == ["S005 C12"])
    #expect(try blank.matched() == Self.asIssued)
  }

  @Test func `a label that was wiped out is S005 too`() throws {
    var blank = try DrawnBlank()
    blank.form.set("C12", "")
    #expect(try blank.findings() == ["S005 C12"])
  }

  @Test func `a row that was emptied is a missing indicator`() throws {
    var blank = try DrawnBlank()
    for column in "CDEFGH" { blank.form.set("\(column)12", "") }
    let codes = try blank.outcomes().flatMap(\.findings).map(\.code)
    #expect(codes.contains(.s004))
    #expect(!codes.contains(.s005))
  }

  @Test func `the label of another row pasted over one's own changes nothing but the label`() throws
  {
    var blank = try DrawnBlank()
    blank.form.set("C11", "巡护次数（次）")
    #expect(try blank.findings() == ["S005 C11"])
    #expect(try blank.matched() == Self.asIssued)
  }

  @Test func `names that say another row than label and order yield, and that is said`() throws {
    var blank = try DrawnBlank()
    for column in ["actual", "score", "reason"] {
      let (one, other) = ("sb_I01_\(column)", "sb_I02_\(column)")
      (blank.names[one], blank.names[other]) = (blank.names[other], blank.names[one])
    }
    #expect(try blank.findings() == ["S002 C10"])
    #expect(try blank.matched() == Self.asIssued)
  }

  @Test func `sorted rows are known by their labels, for names and order stayed behind`() throws {
    var blank = try DrawnBlank()
    blank.form.arrange(DrawnBlank.indicatorRows, as: [13, 11, 14, 12])
    #expect(try blank.matched() == Self.sorted)
    #expect(try blank.findings().filter { !$0.hasPrefix("R") } == ["S002 C10"])
  }

  @Test func `labels that changed places while the targets stayed are changed labels`() throws {
    var blank = try DrawnBlank()
    blank.form.set("C11", "巡护次数（次）")
    blank.form.set("C12", "恢复面积（亩）")
    #expect(try blank.matched() == Self.asIssued)
    #expect(try blank.findings() == ["S005 C11", "S005 C12"])
  }

  @Test func `rows that were cut and pasted take their names along`() throws {
    var blank = try DrawnBlank()
    blank.form.arrange(DrawnBlank.indicatorRows, as: [13, 11, 14, 12])
    for (row, id) in zip(DrawnBlank.indicatorRows, ["I03", "I01", "I04", "I02"]) {
      blank.names["sb_\(id)_actual"] = "自评表!$E$\(row)"
      blank.names["sb_\(id)_score"] = "自评表!$G$\(row)"
      blank.names["sb_\(id)_reason"] = "自评表!$H$\(row)"
    }
    blank.form.set("C11", "水质（%）")
    #expect(try blank.matched() == Self.sorted)
    #expect(try blank.findings().filter { !$0.hasPrefix("R") } == ["S005 C11", "S002 C10"])
  }

  @Test func `a row put in by a program that leaves names behind`() throws {
    var blank = try DrawnBlank()
    blank.form.insert("| 产出指标 | 数量指标 | 新增岗位（个） | ≥5 | 5 | 5 | 5 | |", at: 12)
    let matched = try blank.matched()
    #expect(matched == ["E11": "I01", "E12": "N01", "E13": "I02", "E14": "I03", "E15": "I04"])
    let findings = try blank.findings()
    #expect(findings.contains("S003 C12"))
    #expect(!findings.contains { $0.hasPrefix("S004") || $0.hasPrefix("S005") })
  }

  @Test func `a row taken out with its names is missing, and the others stay themselves`() throws {
    var blank = try DrawnBlank()
    blank.form.remove(row: 11)
    for (name, cell) in DrawnBlank.cells {
      if name.hasPrefix("sb_I01") { blank.names[name] = "自评表!#REF!" }
      for row in 12...15 where cell.hasSuffix("$\(row)") {
        blank.names[name] = "自评表!" + cell.replacing("$\(row)", with: "$\(row - 1)")
      }
    }
    #expect(try blank.matched() == ["-": "I01", "E11": "I02", "E12": "I03", "E13": "I04"])
  }

  @Test func `without names order and printed figures tell a row whose label was changed`() throws {
    var blank = try DrawnBlank()
    blank.names = [:]
    blank.form.set("C12", "巡查次数（次）")
    #expect(try blank.findings() == ["S005 C12"])
    blank.form.set("D12", "≥10")
    let codes = try blank.findings().map { $0.prefix(4) }
    #expect(codes.contains("S003") && codes.contains("S004"))
  }

  @Test func `a sheet copied into another workbook has its labels alone`() throws {
    var blank = try DrawnBlank()
    blank.names = [:]
    blank.manifest = nil
    blank.form.arrange(DrawnBlank.indicatorRows, as: [13, 11, 14, 12])
    let programme = IssuedFixture.programme
    #expect(try blank.matched(programme: programme) == Self.sorted)
    blank.form.set("C11", "水质（%）")
    let codes = try blank.findings(programme: programme).map { $0.prefix(4) }
    #expect(codes.contains("S003") && codes.contains("S004"))
  }
}
