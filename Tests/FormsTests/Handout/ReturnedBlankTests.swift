import Evaluation
import Figures
import TestSupport
import Testing

@testable import Forms

/// A blank that was filled in and came back: what it carries counts as issued.
@Suite struct ReturnedBlankTests {
  @Test(arguments: ["veryHidden", "hidden", ""])
  func `nothing is found on an honest one, with and without its programme`(_ state: String) throws {
    let blank = try DrawnBlank()
    #expect(try blank.findings(state: state) == [])
    #expect(try blank.findings(programme: IssuedFixture.programme, state: state) == [])
  }

  @Test func `its formulas need no stored values`() throws {
    var blank = try DrawnBlank()
    for row in DrawnBlank.indicatorRows { blank.form.set("G\(row)", "=F\(row)*MIN(1,E\(row)/0.9)") }
    blank.form.set("E5", "=50+45")
    #expect(try blank.findings() == ["V009 E5"])
  }

  @Test func `changed targets, points and budgets are found without a programme`() throws {
    var blank = try DrawnBlank()
    blank.form.set("D11", "≥150")
    blank.form.set("F12", "25")
    blank.form.set("D6", "120")
    let found = try blank.findings()
    #expect(found.contains("T001 D11"))
    #expect(found.contains("T002 F12"))
    #expect(found.contains("T004 D6"))
  }

  @Test func `scores come from the issued figures`() throws {
    var blank = try DrawnBlank()
    blank.form.set("D11", "≥100")
    blank.form.set("E11", "100")
    let card = try #require(try blank.outcomes().first?.evaluated?.scorecard)
    #expect(card.indicators.first?.score?.description == "15")
    #expect(card.project.id == "P01")
  }

  @Test func `a row more and a row less are found without a programme`() throws {
    var more = try DrawnBlank()
    more.form.insert("| 产出指标 | 数量指标 | 新增岗位（个） | ≥5 | 5 | 5 | 5 | |", at: 13)
    #expect(try more.findings().contains("S003 C13"))
    var less = try DrawnBlank()
    less.form.remove(row: 12)
    less.names = [:]
    let missing = try less.outcomes().flatMap(\.findings).filter { $0.code == .s004 }
    #expect(missing.map(\.indicator) == ["I02"])
  }

  @Test func `the project's names count as issued, whatever stands in their place`() throws {
    var blank = try DrawnBlank()
    blank.form.set("B2", "湿地保护工程")
    blank.form.set("F3", "湿地中心")
    let outcome = try #require(try blank.outcomes(programme: IssuedFixture.programme).first)
    #expect(
      outcome.findings.map { "\($0.code.rawValue) \($0.found)→\($0.expected)" } == [
        "S005 湿地保护工程→湿地保护", "S005 湿地中心→湿地管理站",
      ])
    #expect(outcome.evaluated?.scorecard.project.id == "P01")
    #expect(outcome.counts)
  }

  @Test func `the project is the one of the blank's code where the programme renamed it`() throws {
    var programme = IssuedFixture.programme
    programme.projects[0].name = "湿地保护与修复"
    let outcome = try #require(try DrawnBlank().outcomes(programme: programme).first)
    #expect(outcome.findings.isEmpty)
    #expect(outcome.evaluated?.scorecard.project.name == "湿地保护与修复")
    #expect(outcome.counts)
  }

  @Test func `a blank of a project that the programme has no more is F012`() throws {
    var programme = IssuedFixture.programme
    programme.projects[0].id = "P99"
    programme.projects[0].name = "防汛物资储备"
    let outcome = try #require(try DrawnBlank().outcomes(programme: programme).first)
    #expect(outcome.findings.map(\.code) == [.f012])
    #expect(!outcome.counts)
  }

  @Test func `where the programme changed after the blanks went out, its values count`() throws {
    var programme = IssuedFixture.programme
    programme.projects[0].indicators[0].target = .atLeast(Figure(400))
    programme.projects[0].indicators[0].targetText = "≥400"
    let outcome = try #require(try DrawnBlank().outcomes(programme: programme).first)
    let finding = try #require(outcome.findings.first { $0.code == .t001 })
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("≥200") && finding.message.contains("≥400"))
    #expect(outcome.evaluated?.scorecard.indicators.first?.score?.description == "15")
  }

  @Test func `a column is known by the names of its cells where its header was reworded`() throws {
    var blank = try DrawnBlank()
    blank.form.set("E11", "100")
    blank.form.set("G11", "=F11*MIN(1,E11/200)→15")
    blank.form.set("G15", "=H5+SUM(G11:G14)→84.5")
    #expect(try blank.findings() == ["R007 H11"])
    for (cell, column) in [("H10", "说说看"), ("G10", "结果"), ("F10", "权数"), ("H10", "")] {
      var changed = blank
      changed.form.set(cell, column)
      #expect(try changed.findings() == ["S005 \(cell)", "R007 H11"])
      changed.names = [:]
      #expect(try changed.findings().contains("S005 \(cell)") == false)
    }
    var funds = try DrawnBlank()
    funds.form.set("G4", "用掉多少")
    #expect(try funds.findings() == ["S005 G4"])
  }

  @Test func `a required header that was reworded is found by the names below it`() throws {
    var blank = try DrawnBlank()
    blank.form.set("E10", "干得怎样")
    #expect(try blank.findings() == ["S005 E10"])
    #expect(try blank.findings(programme: IssuedFixture.programme) == ["S005 E10"])
    blank.names = [:]
    #expect(try blank.findings() == ["F008 -"])
    var funds = try DrawnBlank()
    funds.form.set("E4", "用掉多少")
    #expect(try funds.findings() == ["S005 E4"])
    let card = try #require(try funds.outcomes().first?.evaluated?.scorecard)
    #expect(card.execution?.score?.description == "9.5")
  }

  @Test func `a changed tier is reported once, and the title`() throws {
    var blank = try DrawnBlank()
    blank.form.set("A13", "社会效益")
    blank.form.set("B11", "完成数量")
    #expect(try blank.findings() == ["S005 B11", "S005 A13"])
    var title = try DrawnBlank()
    title.form.set("A1", "某局绩效情况")
    #expect(try title.findings() == ["S005 A1"])
    title.form.set("A1", "2024年度项目支出绩效自评表（第一稿）")
    #expect(try title.findings() == [])
  }

  @Test func `a manifest moved from another project's blank is left aside, and said so`() throws {
    var blank = try DrawnBlank()
    blank.form.set("B2", "防汛物资储备")
    blank.form.set("F3", "防汛物资站")
    for row in DrawnBlank.indicatorRows {
      blank.form.set("C\(row)", "物资\(row)（\(row < 13 ? "件" : "%")）")
    }
    let outcome = try #require(try blank.outcomes().first)
    #expect(outcome.findings.map(\.code) == [.s005])
    #expect(outcome.findings[0].found.contains("湿地保护"))
    #expect(outcome.evaluated?.scorecard.project.name == "防汛物资储备")
  }

  @Test func `cells that name another project of the programme win over the manifest`() throws {
    var programme = IssuedFixture.programme
    var other = programme.projects[0]
    (other.id, other.name, other.unit) = ("P02", "防汛物资储备", "防汛物资站")
    programme.projects.append(other)
    var blank = try DrawnBlank()
    blank.form.set("B2", other.name)
    blank.form.set("F3", other.unit)
    let outcome = try #require(try blank.outcomes(programme: programme).first)
    #expect(outcome.findings.map(\.code) == [.s005])
    #expect(outcome.findings[0].expected.contains("表内"))
    #expect(outcome.evaluated?.scorecard.project.id == "P02")
    #expect(outcome.counts)
  }

  @Test func `a manifest that was tampered with is not believed, and said so`() throws {
    var blank = try DrawnBlank()
    blank.manifest = blank.manifest?.map { row in row.map { $0 == "≥200" ? "≥20" : $0 } }
    blank.form.set("D11", "≥20")
    let outcome = try #require(try blank.outcomes().first)
    #expect(outcome.findings.map(\.code).contains(.s005))
    #expect(!outcome.findings.map(\.code).contains(.t001))
    #expect(outcome.evaluated?.scorecard.project.id == "")
  }

  @Test func `without its manifest the names still tell the rows of the programme`() throws {
    var blank = try DrawnBlank()
    blank.manifest = nil
    blank.form.set("C12", "巡查次数（次）")
    let programme = IssuedFixture.programme
    #expect(try blank.findings(programme: programme) == ["S007 -", "S005 C12"])
    #expect(try blank.matched(programme: programme)["E12"] == "I02")
  }

  @Test func `of two forms each has the manifest of the project it names`() throws {
    var other = try DrawnBlank()
    other.form.set("B2", "另一项目")
    other.form.set("D11", "≥150")
    var sheet = other.form
    sheet.name = "自评表 (2)"
    let outcomes = try DrawnBlank().outcomes(beside: [sheet])
    #expect(outcomes.map { $0.evaluated?.scorecard.project.id } == ["P01", ""])
    #expect(!outcomes[1].findings.map(\.code).contains(.t001))
  }

  @Test func `a manifest of another project than the form's is left aside, and said so`() throws {
    var blank = try DrawnBlank()
    blank.names = [:]
    blank.form.set("B2", "防汛物资储备")
    for row in DrawnBlank.indicatorRows { blank.form.set("C\(row)", "物资\(row)（件）") }
    let outcome = try #require(try blank.outcomes().first)
    #expect(outcome.findings.map(\.code).contains(.s005))
    #expect(outcome.evaluated?.scorecard.project.name == "防汛物资储备")
  }
}
