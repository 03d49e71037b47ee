import Evaluation
import Foundation
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// Of which scheme a form is, told from the form.
@Suite struct RecogniserTests {
  private static func shipped() throws -> Recogniser {
    Recogniser(try HandoutFixture.shipped.map(HandoutFixture.scheme))
  }

  private static func schemes(_ workbook: Workbook, _ recogniser: Recogniser) throws -> [String] {
    try recogniser.recognise(workbook, ignoring: .init(), BlankReader(workbook))
      .map { recogniser.schemes[$0.scheme].id }
  }

  // MARK: Shipped schemes

  @Test func `every shipped blank is known as its own`() throws {
    let recogniser = try Self.shipped()
    for id in HandoutFixture.shipped {
      let file = HandoutFixture.root.appending(path: "templates/\(id)/blank.xlsx")
      let workbook = try Workbook.read([UInt8](Data(contentsOf: file)))
      #expect(try Self.schemes(workbook, recogniser) == [id])
    }
  }

  @Test func `every blank that is handed out is known, by its manifest and without it`() throws {
    let recogniser = try Self.shipped()
    for id in HandoutFixture.shipped {
      let scheme = try HandoutFixture.scheme(id)
      let project = Programme.Project(
        id: "P01", name: "湿地保护", department: "林业局", unit: "湿地管理站", goal: "恢复湿地")
      let blank = try HandoutFixture.blank(project, scheme)
      #expect(try Self.schemes(blank, recogniser) == [id])
      let manifest = FormFinder.Ignored(sheets: [Manifest.sheetName])
      let bare = try recogniser.recognise(
        blank, ignoring: manifest, BlankReader(try TestWorkbook.read(TestSheet("空", "| 空 |"))))
      #expect(bare.map { recogniser.schemes[$0.scheme].id } == [id])
    }
  }

  @Test func `every sample's returns are known as its own`() throws {
    let recogniser = try Self.shipped()
    for sample in try SampleInputs.all() {
      for file in sample.returns {
        guard let workbook = try? Workbook.read([UInt8](Data(contentsOf: file))) else { continue }
        let prior = FormFinder.Ignored(PriorPatch.find(in: workbook))
        let found = try recogniser.recognise(workbook, ignoring: prior, BlankReader(workbook))
        #expect(
          Set(found.map { recogniser.schemes[$0.scheme].id }) == [sample.scheme], "\(file.path)")
      }
    }
  }

  // MARK: Made-up schemes

  private static func scheme(_ id: String, _ changes: [(String, String)] = []) throws -> Scheme {
    let yaml = changes.reduce(FormFixture.yaml.replacing("id: test", with: "id: \(id)")) {
      $0.replacing($1.0, with: $1.1)
    }
    return try SchemeFile.read(yaml: yaml, file: "\(id).yaml")
  }

  private static func rejection(
    _ table: String, _ schemes: [Scheme], name: String = "自评表"
  ) throws -> Rejection? {
    let workbook = try TestWorkbook.read(TestSheet(name, table))
    do throws(Rejection) {
      _ = try Recogniser(schemes).recognise(workbook, ignoring: .init(), BlankReader(workbook))
      return nil
    } catch {
      return error
    }
  }

  @Test func `between two forms of the same words it does not choose`() throws {
    let schemes = [
      try Self.scheme("one"), try Self.scheme("two", [("atMost: ratio", "atMost: none")]),
    ]
    let rejection = try #require(try Self.rejection(FormFixture.small, schemes))
    #expect(rejection.code == .f008)
    #expect(rejection.message.contains("（one）") && rejection.message.contains("（two）"))
    #expect(rejection.message.contains("只有计分规则不同"))
    #expect(rejection.advice == "用 --scheme one 或 --scheme two 指明。")
  }

  @Test func `what would tell two apart is said`() throws {
    let one = try Self.scheme("one", [("points: 50", "points: 60"), ("points: 30", "points: 20")])
    let two = try Self.scheme("two", [("points: 50", "points: 40"), ("points: 30", "points: 40")])
    let rejection = try #require(try Self.rejection(FormFixture.small, [one, two]))
    #expect(rejection.code == .f008)
    #expect(rejection.message.contains("能区分的是：“产出指标”是50分，不是60分"))
    #expect(rejection.message.contains("不是40分"))
  }

  @Test func `the shares of the first tiers tell two forms of the same columns apart`() throws {
    let older = try Self.scheme("older")
    let cost = try Self.scheme(
      "cost", [("points: 50", "points: 60"), ("points: 30", "points: 20")])
    let recogniser = Recogniser([older, cost])
    func known(_ table: String) throws -> [String] {
      try Self.schemes(try TestWorkbook.read(TestSheet("自评表", table)), recogniser)
    }
    #expect(try known(FormFixture.small) == ["older"])
    let table = FormFixture.small.replacing("| 180 | 30 |", with: "| 180 | 40 |")
      .replacing("| 95.5% | 30 |", with: "| 95.5% | 20 |")
    #expect(try known(table) == ["cost"])
    let printed = table.replacing("| 产出指标 |", with: "| 产出指标（50分） |")
      .replacing("| 效益指标 |", with: "| 效益指标（30分） |")
    #expect(try known(printed) == ["older"])
  }

  @Test func `a column that only one form prints tells it`() throws {
    let plain = try Self.scheme("plain")
    let signed = try Self.scheme(
      "signed",
      [
        ("      sign: [指标性质]\n", ""),
        ("      name: [三级指标]\n", "      name: [三级指标]\n      sign: [指标性质]\n"),
      ])
    let recogniser = Recogniser([plain, signed])
    func known(_ table: String) throws -> [String] {
      try Self.schemes(try TestWorkbook.read(TestSheet("自评表", table)), recogniser)
    }
    #expect(try known(FormFixture.small) == ["plain"])
    #expect(try known(Self.withSigns) == ["signed"])
  }

  private static let withSigns = FormFixture.small
    .replacing("| 偏差原因分析及改进措施 |", with: "| 偏差原因分析及改进措施 | 指标性质 |")
    .replacing("| 汛期 |", with: "| 汛期 | ≥ |")

  @Test func `a workbook with forms of two schemes gives each its own`() throws {
    let other = try Self.scheme(
      "other",
      [("target: [年度指标值, 指标值]", "target: [目标]"), ("actual: [实际完成值]", "actual: [完成]")])
    let table = FormFixture.small.replacing("年度指标值", with: "目标").replacing("实际完成值", with: "完成")
    let workbook = try TestWorkbook.read(
      TestSheet("自评表", FormFixture.small), TestSheet("自评表2", table))
    let recogniser = Recogniser([try Self.scheme("one"), other])
    let found = try recogniser.recognise(workbook, ignoring: .init(), BlankReader(workbook))
    #expect(found.map { recogniser.schemes[$0.scheme].id } == ["one", "other"])
    #expect(found.map(\.form.number) == [1, 2])
    #expect(found.map(\.form.sheet) == ["自评表", "自评表2"])
  }

  // MARK: No form

  @Test func `a table of no form is refused with the nearest named`() throws {
    let schemes = [try Self.scheme("one")]
    let rejection = try #require(
      try Self.rejection("| 三级指标 | 年度指标值 | 负责人 |\n| 巡护 | 12 | 方知行 |", schemes))
    #expect(rejection.code == .f008)
    #expect(rejection.message.contains("最接近“项目支出绩效自评表”（one）"))
    #expect(rejection.message.contains("缺实际完成值"))
    let none = try #require(try Self.rejection("| 姓名 | 电话 |\n| 方知行 | 1 |", schemes))
    #expect(none.code == .f008 && none.message.contains("没有认出任何一种表"))
  }

  @Test func `what shares less with every form than it differs is refused`() throws {
    let table = """
      | 序号 | 任务 | 三级指标 | 年度指标值 | 实际完成值 | 责任人 | 时间 | 备忘 |
      | 1 | 巡护 | 巡护次数 | 12 | 12 | 方知行 | 9月 | |
      """
    let rejection = try #require(try Self.rejection(table, [try Self.scheme("one")]))
    #expect(rejection.code == .f008)
    #expect(rejection.advice.contains("--scheme one"))
  }

  @Test func `a blank of a scheme that is not shipped is refused by its name`() throws {
    let blank = try DrawnBlank()
    let workbook = try Workbook.read(blank.bytes())
    let other = Recogniser([try Self.scheme("one")])
    #expect(throws: Rejection.self) { try Self.schemes(workbook, other) }
    let both = Recogniser([try Self.scheme("one"), try Self.scheme("test")])
    #expect(try Self.schemes(workbook, both) == ["test"])
  }

  @Test func `a roll-up that the command wrote is no return, whatever its columns`() throws {
    let others = ["总表", "排名", "资金对账", "问题清单"].map { TestSheet($0, "| 甲 |") }
    let form = TestSheet("短板", FormFixture.small)
    let kinds = FormKinds(try FormFixture.scheme(), programme: nil)
    func forms(_ sheets: [TestSheet]) throws -> Int {
      let workbook = try Workbook.read(TestWorkbook.bytes(sheets))
      return try kinds.forms(
        of: workbook, ignoring: .init(PriorPatch.find(in: workbook)), BlankReader(workbook)
      ).count
    }
    #expect(try forms([form]) == 1)
    #expect {
      try forms(others + [form])
    } throws: {
      ($0 as? Rejection)?.message.contains("汇总表") == true
    }
  }
}
