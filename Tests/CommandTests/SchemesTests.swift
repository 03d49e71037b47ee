import Evaluation
import Foundation
import TestSupport
import Testing

@testable import scorebook

@Suite struct SchemesTests {
  static let shipped: [String] = {
    let folder = Command.repository.appending(path: "templates").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/scheme.yaml")
    }.sorted()
  }()

  static func text(_ id: String) throws -> String {
    let file = Command.repository.appending(path: "templates/\(id)/scheme.yaml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test func theShippedSchemesAreListed() throws {
    let ended = try Command.run(["schemes"])
    #expect(ended.status == 0)
    #expect(!Self.shipped.isEmpty)
    for id in Self.shipped {
      let scheme = try SchemeFile.read(yaml: Self.text(id), file: id)
      #expect(ended.output.contains("\(id)  \(scheme.version)  \(scheme.title)"))
    }
  }

  @Test(arguments: shipped)
  func aSchemeIsWrittenAsItIs(_ id: String) throws {
    let ended = try Command.run(["schemes", id, "--yaml"])
    #expect(ended.status == 0)
    #expect(ended.output == (try Self.text(id)))
  }

  @Test(arguments: shipped, Language.allCases)
  func theWordsNameEveryBlockLevelGradeAndSource(_ id: String, _ language: Language) throws {
    let scheme = try SchemeFile.read(yaml: Self.text(id), file: id)
    let page = SchemeText(scheme, language: language, palette: Palette(isOn: false)).page
    let text = page.filter { !$0.isWhitespace }
    let (form, rules) = (scheme.form, scheme.scoring)
    var words = scheme.sources + scheme.scoring.levels.map(\.name)
    words += scheme.scoring.grades.map(\.name) + scheme.scoring.blocks.compactMap(\.labels.first)
    words += scheme.form.indicators.columns.compactMap(\.labels.first)
    words += scheme.form.funds?.columns.compactMap(\.labels.first) ?? []
    words += form.texts + rules.costWords + [form.department, form.projectCode].compactMap(\.first)
    // Targets that are filed have no answers.
    if rules.mode != .filed { words += rules.yes + rules.no + [language("指标值为0", "target 0")] }
    for word in words { #expect(text.contains(word.filter { !$0.isWhitespace }), "\(word)") }
    for line in page.split(separator: "\n") {
      #expect(TextTable.width(of: String(line)) <= Paragraph.width, "\(line)")
    }
  }

  @Test(arguments: [
    ("atMost: ratio", "atMost: linear", "分值×（1－相差÷指标），至少0分"),
    ("atLeast: ratio", "atLeast: none", "达到的得满分；未达到的按0分"),
    ("overLimit: 130", "overLimit: 120", "超过120%  不扣分"),
    ("scorePlaces: 2", "scorePlaces: 1", "得分    1位小数"),
    ("      from: 80", "      from: 75", "良 ≥75、中 ≥60、差 <60"),
    ("overLimit: 130", "overLimit: 130\n  executionReasonBelow: 90", "执行率低于90%  须说明原因"),
    (
      "overLimit: 130", "parts:\n    - part: 甲\n      whole: 乙\n  overLimit: 130",
      "甲  不大于“乙”（否则C003）"
    ),
    ("atMost: ratio", "atMost: ratio\n  equal: exact", "相等得满分，否则0分"),
    ("atMost: ratio", "atMost: ratio\n  passGate: 60", "未完成的，按比例不到60%的0分"),
    (
      "atMost: ratio", "atMost: ratio\n  over:\n    - above: 130\n      takesPercent: 5",
      "超过130%扣分值的5%"
    ),
    (
      "atMost: ratio",
      "atMost: ratio\n  special:\n    - title: 满意\n      tier1: [满意度]\n      measure: actual\n"
        + "      bands:\n        - {from: 90, percent: 100}\n        - {points: 3}",
      "满意  一级指标含满意度：按实际完成值：90以上得满分，其余得3分"
    ),
    (
      "atMost: ratio", "atMost: ratio\n  notApplicable: {words: [不适用], points: rescale}",
      "“不适用”的，不计分，总分按适用指标的分值折算"
    ),
    ("atMost: ratio", "atMost: ratio\n  levelScore: middle", "按等次中间值计分"),
    (
      "atMost: ratio", "atMost: ratio\n  late: {every: 10, takesPoints: 1, begunCounts: true}",
      "每逾期10天扣1分，扣完为止，不足的按一档"
    ),
    ("atMost: ratio", "atMost: ratio\n  lostPointsNeedReason: true", "失分      须填原因"),
    ("atMost: ratio", "atMost: ratio\n  totalFrom: exactScores", "只在总分四舍五入"),
    ("    denominator: budget", "    denominator: budget\n    passGate: 60", "执行率不到60%的0分"),
  ])
  func whatAFileSaysIsWhatIsShown(line: String, instead: String, says: String) throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "mine.yaml")
      let yaml = try Self.text("mof-2020").replacingOccurrences(of: line, with: instead)
      try Data(yaml.utf8).write(to: file)
      let ended = try Command.run(["schemes", file.path])
      #expect(ended.status == 0, "\(ended.errors)")
      #expect(ended.output.contains(says))
    }
  }

  @Test func whatALevelNeedsIsSaid() throws {
    let ended = try Command.run(["schemes", "platform-import"])
    #expect(ended.output.contains("定性指标  须填完成情况简要描述（缺则V001）"))
  }

  @Test func aFormWithoutPointsSaysWhatItDoesWithTargetsOf0AndWhatDoesNotApply() throws {
    let rules = "notApplicable: {words: [不适用], points: zero}\n  missingTarget: excluded"
    let yaml = try Self.text("hunan-2020").replacingOccurrences(
      of: "atMost: ratio", with: "atMost: ratio\n  zeroTarget: nonPositive\n  \(rules)")
    let scheme = try SchemeFile.read(yaml: yaml, file: "mine")
    let page = SchemeText(scheme, language: .zh, palette: Palette(isOn: false)).page
    for line in ["实际为0或以下的100%，否则0", "“不适用”的，0分", "只列出，不计分"] {
      #expect(page.contains(line), "\(line)")
    }
  }

  @Test func anUnknownSchemeIsRefusedWithThoseThereAre() throws {
    let ended = try Command.run(["schemes", "nothing"])
    #expect(ended.status == 2)
    #expect(ended.errors.contains("没有方案“nothing”；随附的有：\(Self.shipped.joined(separator: "、"))"))
  }

  @Test func theFileAloneNamesNoScheme() throws {
    #expect(try Command.run(["schemes", "--yaml"]).status == 2)
  }
}
