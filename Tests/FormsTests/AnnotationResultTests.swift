import Evaluation
import Figures
import Testing
import Workbooks

@testable import Evaluation
@testable import Forms

/// The sheet 审核结果.
@Suite struct AnnotationResultTests {
  typealias Example = AnnotationExample

  private func sheet(_ subject: ScoredForm = Example.subject()) -> NewSheet? {
    Annotator.patch(for: subject, on: Example.sheet).firstSheet
  }

  private func texts(_ sheet: NewSheet?) -> [String] {
    (sheet?.rows ?? []).flatMap(\.cells).compactMap { cell in
      if case .text(let text) = cell.value { text } else { nil }
    }
  }

  private func row(with text: String, in sheet: NewSheet?) -> [PatchCell.Value] {
    let row = sheet?.rows.first { $0.cells.contains { $0.value == .text(text) } }
    return (row?.cells ?? []).map(\.value).filter { $0 != .blank }
  }

  @Test func `it says the verdict, the counts, the next step, the total and the grade`() {
    let texts = texts(sheet())
    #expect(texts.contains("退回修改"))
    #expect(texts.contains("须改 4 处　须核实 7 处　提示 2 处"))
    #expect(texts.contains("请直接在本工作簿“项目支出绩效自评表”上改，原样报回。"))
    #expect(texts.contains("核定总分　等级：良"))
    #expect(texts.contains("自评94.19，差异－7.26"))
    #expect(texts.contains("公共就业服务能力提升项目（QL-2024-03）　　青岚市劳动就业服务中心　　2024年度市级项目支出绩效自评"))
  }

  @Test func `its sections are numbered through`() {
    let sections = texts(sheet()).filter { $0.dropFirst().first == "、" }
    #expect(
      sections == [
        "一、须改（逐项改完再报）", "二、须核实（有依据的可不改，须在偏差原因栏说明）", "三、得分",
        "四、资金对账（万元）", "五、全部发现",
      ])
  }

  @Test func `what to do is numbered through and says found, expected and how`() {
    #expect(
      row(with: "年度资金总额·全年执行数", in: sheet()) == [
        .number("1"), .text("F7"), .text("年度资金总额·全年执行数"), .text("1,431.06"),
        .text("1,413.06"), .text("总额比来源之和多18.00，疑两位数字写反。改为1413.06，或恢复公式。"),
      ])
    #expect(row(with: "高校毕业生就业服务人次（万人次）", in: sheet()).first == .number("7"))
  }

  @Test func `every address is a link to its cell`() {
    let sheet = sheet()
    let locations = (sheet?.links ?? []).map(\.location)
    #expect(locations.count == 11 + 13)
    #expect(locations.first == "'项目支出绩效自评表'!F7")
    #expect(locations.suffix(2) == ["'项目支出绩效自评表'!A2", "'项目支出绩效自评表'!F31"])
  }

  @Test func `apostrophes in a sheet's name are doubled in links`() {
    let name = "甲'乙"
    var form = Example.sheet
    form.name = name
    let subject = Example.subject(
      findings: [Example.finding(.v002, "F14", "不是数。", sheet: name)],
      form: FoundForm(
        sheet: name, number: 1, table: Example.range("A4:I32"), fundHeaderRow: 6,
        indicatorHeaderRow: 13, totalRow: 32))
    let links = Annotator.patch(for: subject, on: form).firstSheet?.links ?? []
    #expect(links.map(\.location) == ["'甲''乙'!F14", "'甲''乙'!F14"])
  }

  @Test func `scores stand beside the funds, and the stated total against the sum`() {
    let sheet = sheet()
    let block = row(with: "产出指标", in: sheet)
    #expect(
      block.prefix(5) == [
        .text("产出指标"), .number("50"), .number("45.33"), .number("43.57"), .number("-1.76"),
      ])
    #expect(
      row(with: "来源合计", in: sheet).suffix(6) == [
        .text("来源合计"), .number("1496.5"), .number("1496.5"), .number("1413.06"),
        .number("0.9442"), .text("相符"),
      ])
    #expect(row(with: "所填总额", in: sheet).last == .text("▲ 多18.00"))
  }

  @Test func `a budget that is not the issued one is told by how much, with the finding's mark`() {
    var card = Example.card
    card.funds[1].amounts[.budget] = Figure(1300)
    let finding = Example.finding(.t004, "E8", "预算与下达的不一致。")
    let marked = sheet(Example.subject(card: card, findings: [finding]))
    #expect(row(with: "当年财政拨款", in: marked).last == .text("▲ 预算多20.00"))
    let plain = sheet(Example.subject(card: card, findings: []))
    #expect(row(with: "当年财政拨款", in: plain).last == .text("预算多20.00"))
  }

  @Test func `money spent beyond the budget is told by how much`() {
    var card = Example.card
    card.funds[2].amounts[.executed] = Figure(100)
    let finding = Example.finding(.b002, "F9", "超支。")
    let sheet = sheet(Example.subject(card: card, findings: [finding]))
    #expect(row(with: "上年结转资金", in: sheet).last == .text("△ 超支3.50"))
  }

  @Test func `a total that differs by rounding alone agrees`() {
    let finding = Example.finding(.b001, "F7", "四舍五入。", severity: .note)
    let sheet = sheet(Example.subject(findings: [finding]))
    #expect(row(with: "所填总额", in: sheet).last == .text("相符"))
  }

  @Test func `a page ends before the accounts`() {
    let sheet = sheet()
    let last = sheet?.pageBreaks.first ?? 0
    let next = sheet?.rows[last].cells.first?.value
    #expect(next == .text("三、得分"))
  }

  @Test func `without findings it says so and has no empty tables`() {
    var card = Example.card
    card.indicators = card.indicators.filter { $0.status == .met }
    let sheet = sheet(Example.subject(card: card, findings: []))
    let texts = texts(sheet)
    #expect(texts.contains("通过"))
    #expect(texts.contains("未发现问题"))
    #expect(texts.contains { $0.hasPrefix("已逐项核对11项指标、4行资金") })
    #expect(!texts.contains("序号") && !texts.contains("级别"))
    #expect(texts.contains("一、得分"))
    #expect(sheet?.pageBreaks == [])
  }

  @Test func `without points it shows how many targets are met`() {
    var card = Example.card
    card.total = nil
    card.claimedTotal = nil
    card.grade = nil
    let texts = texts(sheet(Example.subject(card: card)))
    #expect(texts.contains("三、完成情况"))
    #expect(texts.contains("12/18"))
    #expect(!texts.contains("分值"))
  }

  @Test func `three hundred findings all have their line`() {
    let many = (0..<300).map { index in
      Example.finding(.v002, "F14", label: "栏\(index)", "第\(index)处不是数。", advice: "改为数。")
    }
    let sheet = sheet(Example.subject(findings: many))
    #expect(sheet?.links.count == 600)
    #expect(texts(sheet).contains("第299处不是数。改为数。"))
    #expect((sheet?.rows ?? []).allSatisfy { ($0.height ?? 0) <= 409 })
  }

  @Test func `long words make a row higher, never higher than a row can be`() {
    let long = String(repeating: "很长的话", count: 4000)
    let finding = Example.finding(.v002, "F14", label: long, found: long, long)
    let rows = sheet(Example.subject(findings: [finding]))?.rows ?? []
    #expect((rows.compactMap(\.height).max() ?? 0) <= 409)
    #expect((rows.compactMap(\.height).max() ?? 0) > 60)
  }

  @Test func `cells that are joined never overlap`() {
    let merges = sheet()?.merges ?? []
    var cells: [CellReference] = []
    for merge in merges { CellRanges.append(merge, to: &cells) }
    #expect(Set(cells).count == cells.count)
  }

  @Test func `it is printed on A4 on its side with its project below`() {
    let sheet = sheet()
    #expect(sheet?.isLandscape == true)
    #expect(sheet?.footerLeft.hasSuffix("QL-2024-03　青岚市劳动就业服务中心　审核结果") == true)
    #expect(sheet?.columnWidths.count == 13)
    #expect(sheet?.printArea?.last.row == sheet?.rows.count)
  }
}
