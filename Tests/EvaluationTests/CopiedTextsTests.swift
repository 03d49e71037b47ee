import Evaluation
import Testing

/// C005 over texts of a round: `unit: text`, a line a return.
@Suite struct CopiedTextsTests {
  private static let long = "受强降雨影响，三处塌方路段未能如期修复；计划2025年4月底前完成修复并验收。"

  private func groups(_ lines: [(unit: String, text: String)]) -> [CopiedTexts.Group] {
    var copied = CopiedTexts()
    for (index, line) in lines.enumerated() {
      let project = ProjectIdentity(
        id: "P\(index)", name: "项目\(index)", unit: line.unit, department: "")
      copied.add([TextPrint(line.text)], of: index, project: project)
    }
    return copied.groups
  }

  private func places(_ groups: [CopiedTexts.Group]) -> [[Int]] {
    groups.map { [$0.first.entry] + $0.others.map(\.entry) }
  }

  @Test func theSameTextInThreeProjectsIsOneGroup() {
    let spaced = "受强降雨影响,三处塌方路段 未能如期修复;计划２０２５年4月底前\n完成修复并验收"
    let found = groups([
      ("交通局", Self.long), ("水务局", "另有原因：设备到货较晚，安装推迟到第四季度完成。"), ("农业局", spaced),
      ("民政局", Self.long),
    ])
    #expect(places(found) == [[0, 2, 3]])
    #expect(found.allSatisfy { $0.isExact })
  }

  @Test func oneClauseChangedIsNearlyTheSame() {
    let changed = Self.long.replacing("计划2025年4月底前", with: "，预计5月底")
      .replacing("完成修复并验收", with: "，完成修复并验收")
    #expect(places(groups([("甲", Self.long), ("乙", changed)])).isEmpty)
    let near = "受强降雨影响，三处塌方路段未能如期修复；计划2025年4月底前完成修复并验收。责任人已落实。"
    let found = groups([("甲", Self.long), ("乙", near)])
    #expect(places(found) == [[0, 1]] && found.first?.isExact == false)
  }

  @Test func nearlyTheSameWithinOneUnitIsNothing() {
    let near = Self.long + "责任人已落实。"
    #expect(groups([("甲", Self.long), ("甲", near)]).isEmpty)
    #expect(places(groups([("甲", Self.long), ("甲", Self.long)])) == [[0, 1]])
  }

  @Test(arguments: [
    "无", "已完成", "——", "无偏差，已按计划完成全部工作任务。", "已全面完成年度绩效目标，达到预期指标值。", "见附件", "受汛期影响工期顺延",
    "已按照年初预定的绩效目标完成各项工作任务，资金执行情况良好。",
  ])
  func whatEverybodyWritesIsNoCopy(_ text: String) {
    #expect(TextPrint(text) == nil)
    #expect(groups([("甲", text), ("乙", text)]).isEmpty)
  }

  @Test func aSharedFirstClauseIsNoCopy() {
    let found = groups([
      ("甲", "受汛期影响工期顺延，湿地保护第3项已列入5月整改计划，由湿地管理站负责。"),
      ("乙", "受汛期影响工期顺延，路灯改造第1项已列入7月整改计划，由市政维护中心负责。"),
    ])
    #expect(found.isEmpty)
  }

  @Test func aProjectsOwnRowsAreNotHeldAgainstEachOther() {
    var copied = CopiedTexts()
    let project = ProjectIdentity(id: "P", name: "甲项目", unit: "甲", department: "")
    copied.add([TextPrint(Self.long), TextPrint(Self.long)], of: 0, project: project)
    #expect(copied.groups.isEmpty)
    let other = ProjectIdentity(id: "Q", name: "乙项目", unit: "乙", department: "")
    copied.add([nil, TextPrint(Self.long)], of: 1, project: other)
    #expect(copied.groups.map { $0.others.map(\.text) } == [[1]])
  }

  @Test func aStockClauseSharedByManyHidesNoCopy() {
    let common = "受汛期影响工期顺延到次年"
    var lines = (0..<9).map { (unit: "单位\($0)", text: "\(common)，第\($0)处场地改在别的地方重建") }
    lines.append(("甲", "\(common)，新址征地手续仍在办理，材料价格上涨较多。"))
    lines.append(("乙", "\(common)，新址征地手续仍在办理，材料价格上涨较多，工人难招。"))
    #expect(places(groups(lines)) == [[9, 10]])
  }
}
