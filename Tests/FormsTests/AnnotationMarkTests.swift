import Evaluation
import Testing
import Workbooks

@testable import Evaluation
@testable import Forms

/// Colours and notes on the form.
@Suite struct AnnotationMarkTests {
  typealias Example = AnnotationExample

  private func patch(_ findings: [Finding]) -> SheetPatch? {
    Annotator.patch(for: Example.subject(findings: findings), on: Example.sheet).sheets.first
  }

  private func note(on cell: String, _ findings: [Finding]) -> String? {
    patch(findings)?.notes.first { "\($0.reference)" == cell }?.text
  }

  @Test func `red and amber are one list of ranges each, in the order of the sheet`() {
    let highlights = patch(Example.findings)?.highlights ?? []
    #expect(highlights.map(\.style) == [AuditLook.errorHighlight, AuditLook.warningHighlight])
    #expect(
      highlights.first?.ranges.map(\.description) == [
        "F7", "M7", "F15", "J15:M15", "F17", "I17:M17", "E20", "M20", "F21", "J21:M21", "F24",
        "J24:M24", "F29:F30", "J29:M29", "K30:M30",
      ])
    #expect(
      highlights.last?.ranges.map(\.description) == ["H15", "F18", "J18:M18", "H24"])
  }

  @Test func `a finding on a merged cell colours all of it`() {
    let ranges = patch([Example.finding(.s005, "B16", "改名。")])?.highlights.last?.ranges
    #expect(ranges == [Example.range("B14:B25"), Example.range("M14")])
  }

  @Test func `without findings and shortfalls nothing is coloured`() {
    var card = Example.card
    card.indicators = Array(card.indicators.prefix(1))
    let subject = Example.subject(card: card, findings: [])
    #expect(Annotator.patch(for: subject, on: Example.sheet).sheets.first?.highlights == [])
  }

  @Test func `a note says code, level, problem, both values and what to do`() {
    #expect(
      note(on: "F15", Example.findings)
        == "【R005　须核实】未达标，缺1287人；已说明原因。\n现为：5123　应为：6410\n怎么办：核实措施和时限。")
  }

  @Test func `a blank that was found is called blank`() {
    #expect(note(on: "I17", Example.findings)?.contains("现为：（空）　应为：原因及措施") == true)
  }

  @Test func `values that say nothing are left out`() {
    let finding = Example.finding(.r010, "H14", "每一行都是满分。")
    #expect(note(on: "H14", [finding]) == "【R010　提示】每一行都是满分。")
  }

  @Test func `two findings on one cell are one note, the graver first`() {
    let findings = [
      Example.finding(.v006, "F14", indicator: "I1", "百分数是文本。"),
      Example.finding(.v002, "F14", indicator: "I1", "不是数。"),
    ]
    #expect(patch(findings)?.notes.count == 1)
    #expect(note(on: "F14", findings) == "【V002　须改】不是数。\n【V006　提示】百分数是文本。")
  }

  @Test func `a note on merged cells stands on their first`() {
    #expect(note(on: "B14", [Example.finding(.s006, "B20", "拆了。")]) != nil)
  }

  @Test(arguments: [
    (FindingCode.b009, "E6"), (.t004, "E6"), (.s004, "B13"), (.r003, "B13"), (.s007, "A2"),
    (.f009, "A2"),
  ])
  func `a finding without a cell stands on the header of its block`(
    code: FindingCode, cell: String
  ) {
    #expect(note(on: cell, [Example.finding(code, nil, "有问题。")]) != nil)
  }

  @Test func `a finding on another sheet that is seen has its note there`() {
    var sheet = Example.sheet
    sheet.visibleSheets.insert("附表")
    let finding = Example.finding(.v010, "C3", "错误值。", sheet: "附表")
    let patch = Annotator.patch(for: Example.subject(findings: [finding]), on: sheet)
    #expect(patch.sheets.map(\.sheet) == [Example.sheetName, "附表"])
    #expect(patch.sheets.last?.notes.map(\.reference) == [Example.cell("C3")])
  }

  @Test func `a finding on a sheet nobody sees stands on the title`() {
    let finding = Example.finding(.s008, "C3", "隐藏。", sheet: "隐藏表")
    #expect(note(on: "A2", [finding]) != nil)
  }

  @Test func `a note of many findings stays readable and grows`() {
    let many = (0..<300).map { Example.finding(.s005, nil, "第\($0)个标签被改了名。") }
    let note = patch(many)?.notes.first
    #expect(note?.text.hasSuffix("另有292处，见“审核结果”。") == true)
    #expect(note?.width == 250)
    #expect((note?.height ?? 0) > 96)
  }

  @Test func `ranges cover exactly the cells they stand for`() {
    let texts = ["A1", "A2", "B1", "B2", "C1", "D5", "D6", "A9"]
    let cells = CellRanges.inOrder((texts + texts).map { Example.cell($0) })
    let ranges = CellRanges.covering(cells)
    #expect(ranges.map(\.description) == ["A1:C1", "A2:B2", "D5:D6", "A9"])
    var covered: [CellReference] = []
    for range in ranges { CellRanges.append(range, to: &covered) }
    #expect(CellRanges.inOrder(covered) == cells)
  }
}
