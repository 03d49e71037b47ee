import Evaluation
import Figures
import Testing
import Workbooks

@testable import Evaluation
@testable import Forms

/// What stands in the columns beside a form.
@Suite struct AnnotationColumnTests {
  typealias Example = AnnotationExample

  private func cells(
    _ subject: ScoredForm = Example.subject(), on sheet: FormSheet = Example.sheet
  ) -> [String: PatchCell] {
    let patch = Annotator.patch(for: subject, on: sheet)
    let cells = patch.sheets.first?.cells ?? []
    return Dictionary(cells.map { ("\($0.reference)", $0) }) { first, _ in first }
  }

  private func values(_ row: Int, _ cells: [String: PatchCell]) -> [PatchCell.Value?] {
    ["J", "K", "L", "M"].map { cells["\($0)\(row)"]?.value }
  }

  @Test func `a met indicator has its rate as a fraction, its score, a zero and why`() {
    #expect(
      values(14, cells()) == [
        .number("1.0961"), .number("4"), .number("0"), .text("达标：5590≥5100"),
      ])
  }

  @Test func `a shortfall with its reason given shows the sum alone`() {
    #expect(
      values(15, cells()) == [
        .number("0.7992"), .number("6.39"), .number("-1.61"), .text("5123÷6410×8＝6.39，缺1287"),
      ])
  }

  @Test func `an error comes first, with its mark`() {
    let cells = cells()
    #expect(cells["M17"]?.value == .text("▲ 未说明原因。125÷150×4＝3.33，缺25"))
    #expect(cells["M20"]?.value == .text("▲ 指标值应为下达的≥98%。98.88%≥98%，达标"))
  }

  @Test func `a warning has the open mark`() {
    #expect(cells()["M18"]?.value == .text("△ 12÷7.5＝160.00%，超过130%；满分，已说明"))
  }

  @Test func `an unresolved indicator has no rate`() {
    #expect(
      values(30, cells()) == [
        .blank, .number("0"), .number("-5.5"), .text("▲ “基本健全”非规定等次，暂记0分"),
      ])
  }

  @Test func `an unresolved indicator says why, and that it counts nothing for now`() {
    var card = Example.card
    card.indicators[16].working = "未计：实际完成值无法读取"
    let finding = Example.finding(
      .v012, "F30", indicator: "I17", found: "（空）", "是否完成未选，未计。", advice: "填“是”或“否”。")
    #expect(
      cells(Example.subject(card: card, findings: [finding]))["M30"]?.value
        == .text("▲ 是否完成未选，暂记0分"))
    #expect(
      cells(Example.subject(card: card, findings: []))["M30"]?.value
        == .text("未计：实际完成值无法读取"))
  }

  @Test func `a warning that the line says already is its mark alone`() {
    var card = Example.card
    card.funds[2].working = "超预算3.5"
    let finding = Example.finding(.b002, "F9", "上年结转资金执行数超出预算3.5。")
    #expect(
      cells(Example.subject(card: card, findings: [finding]))["M9"]?.value == .text("△ 超预算3.5"))
  }

  @Test func `a source has its rate and its line, and no score`() {
    #expect(values(8, cells()) == [.number("0.9362"), .blank, .blank, .text("结余81.64")])
  }

  @Test func `the fund total carries the score of the execution rate`() {
    #expect(
      Array(values(7, cells()).prefix(3)) == [.number("0.9563"), .number("9.56"), .number("0")])
  }

  @Test func `a total that is not the sum of its sources says by how much`() {
    let finding = Example.finding(
      .b001, "F7", label: "年度资金总额·全年执行数", found: "1431.06", expected: "1413.06", "不等。")
    #expect(
      cells(Example.subject(findings: [finding]))["M7"]?.value
        == .text("▲ 全年执行数比来源之和多18。1431.06÷1496.50×10＝9.56"))
  }

  @Test func `the total row has total, difference, grade and blocks`() {
    #expect(
      values(32, cells()) == [
        .blank, .number("86.93"), .number("-7.26"), .text("等级：良；产出43.57 效益23.80 满意度10"),
      ])
  }

  @Test func `a block with a row of its own has its score there`() {
    var card = Example.card
    card.blocks[1].place = Example.place("A12")
    #expect(
      values(12, cells(Example.subject(card: card))) == [
        .blank, .number("43.57"), .number("-1.76"), .text("产出指标：43.57／50分"),
      ])
  }

  @Test func `headings stand in the header rows, the key above them`() {
    let cells = cells()
    #expect(values(6, cells) == ["执行率", "核定得分", "差异", "审核意见"].map { .text($0) })
    #expect(values(13, cells) == ["完成率", "核定得分", "差异", "审核意见"].map { .text($0) })
    #expect(cells["J4"]?.value == .text("审　核"))
    #expect(cells["J5"]?.value == .text(AuditColumns.key))
  }

  @Test func `no key stands where no row is free above the headings`() {
    let form = FoundForm(
      sheet: Example.sheetName, number: 1, table: Example.range("A13:I32"), fundHeaderRow: nil,
      indicatorHeaderRow: 13, totalRow: 32)
    let patch = Annotator.patch(for: Example.subject(form: form), on: Example.sheet)
    #expect(patch.sheets.first?.merges == [])
    #expect(patch.sheets.first?.cells.contains { $0.value == .text("审　核") } == false)
  }

  @Test func `a form without points has two columns`() {
    var card = Example.card
    card.total = nil
    card.execution = nil
    card.blocks = []
    for index in card.indicators.indices {
      card.indicators[index].score = nil
      card.indicators[index].points = nil
      card.indicators[index].claimedScore = nil
    }
    let cells = cells(Example.subject(card: card))
    #expect(values(14, cells) == [.number("1.0961"), .text("达标：5590≥5100"), nil, nil])
    #expect(values(13, cells) == [.text("完成率"), .text("审核意见"), nil, nil])
  }

  @Test func `where the unit gave no score there is no difference`() {
    var card = Example.card
    card.indicators[0].claimedScore = nil
    #expect(values(14, cells(Example.subject(card: card)))[2] == .blank)
  }

  @Test func `rates and scores are numbers with their formats`() {
    let cells = cells()
    #expect(cells["J14"]?.style.numberFormat == "0.00%")
    #expect(cells["K14"]?.style.numberFormat == "0.00")
    #expect(cells["L14"]?.style.font.colour == Colour.secondary)
    #expect(cells["L15"]?.style.font.colour == Colour.ink)
  }

  @Test func `the columns have the widths of the look and are printed`() {
    let own = Annotator.patch(for: Example.subject(), on: Example.sheet).sheets.first
    #expect(own?.columnWidths == [10: 10, 11: 66.0 / 7, 12: 58.0 / 7, 13: 38])
    #expect(own?.printArea == Example.range("J4:M32"))
  }

  @Test func `an opinion with several errors fits on two lines and keeps the sum`() {
    let many = (0..<6).map { index in
      Example.finding(
        .v002, "F14", indicator: "I1", "第\(index)个问题说得很长很长很长很长很长很长很长很长。")
    }
    guard case .text(let text) = cells(Example.subject(findings: many))["M14"]?.value else {
      Issue.record("no opinion")
      return
    }
    #expect(TextExtent.em(text) <= Opinion.room)
    #expect(text.hasPrefix("▲ 第0个问题"))
    #expect(text.hasSuffix("达标：5590≥5100"))
  }

  @Test func `an opinion in a low row has smaller letters`() {
    var sheet = Example.sheet
    sheet.rowHeights = [17: 18]
    #expect(cells(on: sheet)["M17"]?.style.font.size == 9)
    #expect(cells(on: sheet)["M20"]?.style.font.size == 10)
  }

  @Test(
    arguments: [
      ([.clear, .clear, .clear, .clear], 10, false),
      ([.formatted, .clear, .clear, .clear, .clear], 11, false),
      ([.clear, .clear, .taken, .clear, .clear, .clear, .clear], 13, false),
      (Array(repeating: .formatted, count: 24), 10, true),
      (Array(repeating: .taken, count: 24), 40, true),
    ] as [([FormSheet.Column], Int, Bool)])
  func `the first free columns are taken`(
    neighbours: [FormSheet.Column], column: Int, givesWay: Bool
  ) {
    var sheet = Example.sheet
    sheet.neighbours = neighbours
    sheet.firstBeyond = 40
    let found = AuditColumns.find(on: sheet, right: Example.range("A4:I32"), hasScores: true)
    #expect(found == AuditColumns(rate: column, hasScores: true, replacesBlank: givesWay))
  }

  @Test func `a sheet without room right of the table gets notes alone`() {
    var sheet = Example.sheet
    sheet.neighbours = []
    sheet.firstBeyond = CellReference.lastColumn + 1
    let own = Annotator.patch(for: Example.subject(), on: sheet).sheets.first
    #expect(own?.cells == [])
    #expect(own?.notes.isEmpty == false)
  }
}
