import Evaluation
import Figures
import Forms
import Glibc
import Testing
import Workbooks

@Suite struct SummaryTests {
  static let title = "2024年度市级项目支出绩效自评"

  static func round(_ outcome: RoundOutcome, hasPoints: Bool? = nil) -> SummaryRound {
    SummaryRound(
      title: title, programme: outcome.programme, missing: outcome.missing,
      findings: outcome.findings, lines: outcome.returns.map(SummaryLine.init),
      hasPoints: hasPoints)
  }

  @Test func theSameRoundGivesTheSameBytes() throws {
    let round = Self.round(Sample.round)
    #expect(try SummaryWriter.bytes(of: round) == SummaryWriter.bytes(of: round))
  }

  /// Writes the samples where a person can look at them, if SCOREBOOK_LOOK names a folder.
  @Test(.enabled(if: getenv("SCOREBOOK_LOOK") != nil)) func samplesToLookAt() throws {
    let folder = getenv("SCOREBOOK_LOOK").map { String(cString: $0) } ?? "."
    for (name, round) in Self.samples {
      try OutputFile.write(try SummaryWriter.bytes(of: round), to: name, below: folder)
    }
  }

  static var samples: [(String, SummaryRound)] {
    let unscored = Sample.scored(
      "P1", "道路养护", "交通局", "公路中心", total: nil, claimed: nil, grade: nil)
    let many = (1...3000).map { index in
      let line = Sample.returns[index % 3]
      return Sample.scored(
        "P\(index)", "第\(index)号" + (line.evaluated?.scorecard.project.name ?? ""), "人社局",
        "劳动就业服务中心",
        budget: "12345678.9", executed: "1234567.89", rate: "10", findings: line.findings)
    }
    return [
      ("summary.xlsx", round(Sample.round)),
      (
        "empty.xlsx",
        SummaryRound(title: "项目支出绩效自评表", lines: [], hasPoints: true)
      ),
      ("unscored.xlsx", SummaryRound(title: "项目绩效自评", lines: [SummaryLine(unscored)])),
      ("many.xlsx", SummaryRound(title: title, lines: many.map(SummaryLine.init))),
    ]
  }
}
