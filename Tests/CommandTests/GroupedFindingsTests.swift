import Evaluation
import Foundation
import Forms
import TestSupport
import Testing

@testable import scorebook

@Suite struct GroupedFindingsTests {
  private static func remark(
    _ code: FindingCode, _ cell: String?, _ message: String = "", severity: Severity? = nil,
    sheet: String = "自评表"
  ) -> SummaryLine.Remark {
    SummaryLine.Remark(
      code: code.rawValue, severity: severity ?? code.severity,
      place: cell.map { Place(sheet: sheet, cell: $0) }, label: "总分", found: "", expected: "",
      message: message)
  }

  @Test func oneKindIsOneGroupWithItsCellsJoined() {
    let groups = FindingGroup.groups(of: [
      Self.remark(.v001, "F12"), Self.remark(.r005, "F13"), Self.remark(.v001, "F14"),
      Self.remark(.v001, "F12"),
    ])
    #expect(groups.map(\.code) == ["V001", "R005"])
    #expect(groups[0].places(besides: "自评表") == ["F12", "F14"])
    #expect(groups[0].places(besides: nil) == ["自评表!F12", "自评表!F14"])
  }

  @Test func theGravestComeFirstAndOneCodeOfTwoSeveritiesIsTwoGroups() {
    let groups = FindingGroup.groups(of: [
      Self.remark(.v003, "A1"), Self.remark(.r002, "A2", severity: .note),
      Self.remark(.r002, "A3"), Self.remark(.v001, "A4"),
    ])
    #expect(groups.map(\.code) == ["V001", "R002", "V003", "R002"])
    #expect(groups.map(\.severity) == [.error, .warning, .note, .note])
  }

  @Test func whatHasNoCellGoesByItsLabel() {
    #expect(FindingGroup.groups(of: [Self.remark(.r003, nil)])[0].places(besides: nil) == ["总分"])
  }

  @Test func aMessageIsSaidWhereItIsTheSameForAll() {
    let same = [Self.remark(.v001, "A1", "未填。"), Self.remark(.v001, "A2", "未填。")]
    #expect(FindingGroup.groups(of: same)[0].message == "未填。")
    let other = same + [Self.remark(.v001, "A3", "空。")]
    #expect(FindingGroup.groups(of: other)[0].message == nil)
  }

  @Test func aMessageIsItsFirstSentenceCutWhereItIsLong() {
    #expect(RoundPrinter.short("未达标：缺3。已说明原因。") == "未达标：缺3")
    let long = RoundPrinter.short(String(repeating: "长", count: 60))
    #expect(TextTable.width(of: long) <= 74)
    #expect(long.hasSuffix("…"))
  }

  @Test func aCheckShowsEveryKindInItsSeverityWord() throws {
    let ended = try Command.run(
      ["check", "--scheme", "mof-2020", "samples/03-bureau-round/input/first/民政局"])
    #expect(ended.status == 1)
    #expect(ended.output.contains("须核实  R005  未达标                F13、F18\n"))
    #expect(!ended.output.contains("\u{1B}"))
    let english = try Command.run(
      [
        "check", "--scheme", "mof-2020", "--lang", "en",
        "samples/03-bureau-round/input/first/民政局",
      ])
    #expect(english.output.contains("R005  Shortfall"))
    #expect(english.output.contains("F13, F18\n"))
    #expect(english.output.contains("F6  619.76 → 609.76\n"))
    #expect(english.output.contains("What to do\n  B001  Look into the books"))
    #expect(!english.output.contains("未达标"))
    #expect(english.output.contains("1 scored, 1 to go back, 0 unreadable.\n"))
  }

  @Test func whatIsFoundAboutTheRoundIsShownAndWhatIsMissingIsNotSaidTwice() throws {
    let folder = Command.repository.appending(path: "samples/findings")
    func check(_ code: String) throws -> Command.Ended {
      let folder = folder.appending(path: code)
      return try Command.run(
        ["check", "--scheme", "mof-2020", "--programme", "input/programme.xlsx", "input"],
        in: folder)
    }
    let parts = try check("C001")
    #expect(parts.status == 1)
    #expect(parts.output.contains("\n整批\n  须改  C001  子项目合计与上级不符  社区助餐服务项目"))
    let missing = try check("C002")
    #expect(!missing.output.contains("整批"))
    #expect(missing.output.contains("未报 1 项：CW-2024-02"))
  }
}
