import Foundation
import TestSupport
import Testing

/// 0 done, 1 findings, 2 could not run; what stopped it is said in the language of the terminal.
@Suite struct ExitStatusTests {
  static let returns = "samples/03-bureau-round/input/first"
  static let clean = "\(returns)/人社局"

  @Test(arguments: [
    ([clean], 0), ([returns], 1), ([returns, "--fail-on", "never"], 0),
    ([clean, "--fail-on", "warning"], 0), (["\(returns)/文旅局", "--fail-on", "warning"], 1),
  ])
  func findingsDecideBetweenZeroAndOne(arguments: [String], status: Int) throws {
    let ended = try Command.run(["check", "--scheme", "mof-2020"] + arguments)
    #expect(ended.status == Int32(status), "\(ended.output)\(ended.errors)")
  }

  @Test func aProjectThatSentNothingIsAWarning() throws {
    let programme = "samples/03-bureau-round/input/programme.xlsx"
    let arguments = ["check", "--scheme", "mof-2020", "--programme", programme, Self.clean]
    #expect(try Command.run(arguments).status == 0)
    #expect(try Command.run(arguments + ["--fail-on", "warning"]).status == 1)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var chinese: String
    var english: String

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let mistakes = [
    Mistake(arguments: ["handout"], chinese: "错误：缺少参数 --scheme <S>", english: "Missing expected"),
    Mistake(
      arguments: ["check", "--scheme", "mof-2020"], chinese: "错误：缺少参数 <RETURNS> ...",
      english: "Missing expected"),
    Mistake(
      arguments: ["check", "--programme", "README.md", clean],
      chinese: "下达工作簿 README.md：文件实际是文本", english: "programme README.md: not an .xlsx"),
    Mistake(
      arguments: ["check", "--scheme", "mof-2020", clean, "--fast"], chinese: "错误：没有选项 --fast",
      english: "Unknown option"),
    Mistake(
      arguments: ["check", "--scheme", "mof-2020", clean, "--fail-on", "note"],
      chinese: "--fail-on <LEVEL> 不能是 note", english: "is invalid for"),
    Mistake(
      arguments: ["check", "--scheme", "mof-2020", clean, "--jobs", "0"],
      chinese: "--jobs 0：请给出1到1024的数", english: "give a number from 1 to 1024"),
    Mistake(
      arguments: ["check", "--scheme", "mof-2020", clean, "--limit", "speed=9"],
      chinese: "--limit speed=9：没有这项限度，可用：file-bytes",
      english: "no such limit; there are file-bytes"),
    Mistake(
      arguments: ["check", "--scheme", "mof-2020", clean, "--limit", "cells=2048G"],
      chinese: "--limit cells=2048G：请给出1到1T的整数", english: "a whole number from 1 to 1T"),
    Mistake(
      arguments: ["check", "--scheme", "mof-2020", "nowhere"],
      chinese: "没有文件或文件夹 nowhere", english: "there is no file or folder nowhere"),
    Mistake(
      arguments: ["check", "--scheme", "nowhere/scheme.yaml", clean],
      chinese: "没有这个文件或文件夹", english: "No such file or directory"),
    Mistake(
      arguments: ["check", "--scheme", "samples/03-bureau-round/README.md/x.yaml", clean],
      chinese: "不是文件夹", english: "Not a directory"),
    Mistake(
      arguments: ["check", "--scheme", "mof-2020", "--programme", "README.md", clean],
      chinese: "下达工作簿 README.md：文件实际是文本", english: "programme README.md: not an .xlsx"),
    Mistake(
      arguments: [
        "check", "--scheme", "mof-2020", "--programme",
        "samples/01-employment-programme/input/自评表.xlsx", clean,
      ],
      chinese: "应为「项目」；请添加此工作表，或改正表名", english: "add the sheet, or correct its name"),
    Mistake(
      arguments: ["score", "--scheme", "mof-2020", clean, "--out", "/proc/nowhere"],
      chinese: "无法建立文件夹 /proc/nowhere：没有这个文件或文件夹；请另选输出文件夹",
      english: "cannot make the folder /proc/nowhere"),
  ]

  @Test(arguments: mistakes)
  func whatCouldNotRunIsSaidInBothLanguages(_ mistake: Mistake) throws {
    let chinese = try Command.run(mistake.arguments)
    #expect(chinese.status == 2)
    #expect(chinese.output.isEmpty)
    #expect(chinese.errors.contains(mistake.chinese), "\(chinese.errors)")
    let english = try Command.run(mistake.arguments, environment: ["LC_ALL": "en_GB.UTF-8"])
    #expect(english.status == 2)
    #expect(english.errors.contains(mistake.english), "\(english.errors)")
    let asked = try Command.run(mistake.arguments + ["--lang", "en"])
    #expect(asked.errors.contains(mistake.english), "\(asked.errors)")
  }

  @Test func aSchemeFileWithAMistakeIsSaidWithItsPlace() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "mine.yaml")
      let source = Command.repository.appending(path: "templates/mof-2020/scheme.yaml")
      let yaml = try String(contentsOf: source, encoding: .utf8)
      try Data(yaml.replacingOccurrences(of: "from: 80", with: "from: 八十").utf8).write(to: file)
      let ended = try Command.run(["schemes", file.path])
      #expect(ended.status == 2)
      #expect(
        ended.errors.contains("scoring.grades[2].from：“八十”不是数；应为：十进制数，如80"),
        "\(ended.errors)")
    }
  }

  @Test func aDamagedReturnIsSaidInChinese() throws {
    try withTemporaryFolder { folder in
      let source = Command.repository.appending(path: "\(Self.returns)/民政局/居家养老自评表.xlsx")
      let bytes = try Data(contentsOf: source)
      try bytes.prefix(bytes.count / 2).write(to: folder.appending(path: "cut.xlsx"))
      let ended = try Command.run(["check", "--scheme", "mof-2020", "--json", folder.path])
      #expect(ended.status == 1)
      #expect(ended.output.contains("\"found\": \"压缩包：目录缺失，末尾被截断\""), "\(ended.output)")
    }
  }

  @Test func noReturnIsReplacedByABlankAndNoResultsByTheirRollUp() throws {
    try withTemporaryFolder { folder in
      let programme = Command.repository.appending(
        path: "samples/03-bureau-round/input/programme.xlsx"
      ).path
      let handout = [
        "handout", "--scheme", "mof-2020", "--programme", programme, "--out", folder.path,
      ]
      #expect(try Command.run(handout).status == 0)
      #expect(try Command.run(handout).status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let filled = folder.appending(path: try #require(names.first))
      try Data("filled in".utf8).write(to: filled)
      let refused = try Command.run(handout)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("可能是报回的表"))
      #expect(try Data(contentsOf: filled) == Data("filled in".utf8))

      let results = Command.repository.appending(
        path: "samples/03-bureau-round/expected/first/results.json")
      let copy = folder.appending(path: "results.json")
      try FileManager.default.copyItem(at: results, to: copy)
      let rolled = try Command.run(["summary", copy.path, "--out", copy.path])
      #expect(rolled.status == 2)
      #expect(rolled.errors.contains("它就是要读取的结果文件"))
      #expect(try Data(contentsOf: copy) == Data(contentsOf: results))
    }
  }
}
