import Evaluation
import TestSupport
import Testing

@testable import Forms

/// F011: the blank belongs to another scheme, year or campaign.
@Suite struct ForeignBlankTests {
  private func outcome(
    _ change: (inout IssuedForm) -> Void, programme: Programme? = IssuedFixture.programme
  ) throws -> ReturnOutcome {
    var issued = try IssuedFixture.issued()
    change(&issued)
    return try #require(try DrawnBlank(issued).outcomes(programme: programme).first)
  }

  @Test(arguments: ["scheme", "year", "campaign"])
  func `such a return is rejected, and both sides are named`(_ what: String) throws {
    let outcome = try outcome { issued in
      switch what {
      case "scheme": issued.scheme = "mof-2020"
      case "year": issued.year = "2023年"
      default: issued.campaign = "省级项目支出绩效自评"
      }
    }
    #expect(outcome.findings.map(\.code) == [.f011])
    #expect(outcome.evaluated == nil)
    #expect(!outcome.counts)
    let message = outcome.findings[0].message
    let sides = [
      "scheme": ["mof-2020", "test"], "year": ["2023年", "2024"],
      "campaign": ["省级项目支出绩效自评", "市级项目支出绩效自评"],
    ]
    #expect(sides[what, default: []].allSatisfy { message.contains($0) })
  }

  @Test
  func `another version, another way to write the year, and nothing at all are no difference`()
    throws
  {
    let outcome = try outcome { issued in
      issued.version = "0.9"
      issued.year = "2024年度"
      issued.campaign = ""
    }
    #expect(outcome.findings.isEmpty)
    #expect(try self.outcome { $0.year = "" }.findings.isEmpty)
  }

  @Test func `without a programme only the scheme can be compared`() throws {
    #expect(try outcome({ $0.year = "2019" }, programme: nil).evaluated != nil)
    #expect(try outcome({ $0.scheme = "x" }, programme: nil).evaluated == nil)
  }

  @Test func `a blank of another scheme is F011 also where no form of this one is in it`() throws {
    var issued = try IssuedFixture.issued()
    issued.scheme = "rubric-2022"
    var blank = try DrawnBlank(issued)
    blank.form = TestSheet("指标体系", "| 一级指标 | 评分 |")
    #expect(try blank.outcomes().flatMap(\.findings).map(\.code) == [.f011])
    blank.manifest = nil
    #expect(try blank.outcomes().flatMap(\.findings).map(\.code) == [.f008])
  }

  @Test func `the other form of a workbook is still scored and annotated`() throws {
    var issued = try IssuedFixture.issued()
    issued.scheme = "rubric-2022"
    var blank = try DrawnBlank(issued)
    var other = blank.form
    other.name = "自评表 (2)"
    other.set("B2", "另一项目")
    let processor = ReturnProcessor(scheme: try FormFixture.scheme(), programme: nil)
    blank.names = [:]
    let done = processor.process(
      try blank.bytes(beside: [other]), file: "a.xlsx", annotated: "b.xlsx")
    #expect(done.forms.map { $0.outcome.evaluated != nil } == [false, true])
    #expect(done.copy != nil)
  }
}
