import Foundation
import TestSupport
import Testing

/// Rounds without `--scheme`.
@Suite struct RecognisedRoundTests {
  private static let rounds: [(scheme: String, arguments: [String])] = [
    ("programme-rates", ["samples/01-employment-programme/input"]),
    ("rubric-2022", ["samples/02-labour-office/input"]),
    (
      "mof-2020",
      [
        "--programme", "samples/03-bureau-round/input/programme.xlsx",
        "samples/03-bureau-round/input/first", "samples/03-bureau-round/input/second",
      ]
    ),
  ]

  private static func files(below folder: URL) throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var files: [String: Data] = [:]
    for path in paths {
      let file = folder.appending(path: path)
      if (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }

  @Test(arguments: rounds.indices)
  func `a round of one form gives the bytes that its scheme gives`(_ index: Int) throws {
    let (scheme, arguments) = Self.rounds[index]
    try withTemporaryFolder { folder in
      let given = folder.appending(path: "given")
      let told = folder.appending(path: "told")
      let asked = try Command.run(
        ["score", "--scheme", scheme, "--out", given.path] + arguments)
      let ended = try Command.run(["score", "--out", told.path] + arguments)
      #expect(ended.status == asked.status)
      #expect(ended.output.contains("认出的方案：\(scheme) "))
      #expect(!asked.output.contains("认出的方案"))
      let files = try Self.files(below: given)
      #expect(files.count > 3)
      #expect(try Self.files(below: told) == files)
    }
  }

  @Test func `a round of several forms says so and is rolled up form by form`() throws {
    try withTemporaryFolder { folder in
      let inputs = Self.rounds.prefix(2).flatMap(\.arguments)
      let ended = try Command.run(
        ["score", "--json", "--lang", "en", "--out", folder.path] + inputs)
      #expect(ended.output.contains("\"scheme\": null,\n"))
      #expect(ended.output.contains("\"scheme\": \"programme-rates\""))
      #expect(ended.output.contains("\"scheme\": \"rubric-2022\""))
      #expect(ended.errors.contains("Recognised: 1 as programme-rates, 1 as rubric-2022\n"))
      let merged = folder.appending(path: "all.xlsx").path
      let summary = try Command.run(
        ["summary", folder.appending(path: "results.json").path, "--out", merged])
      #expect(summary.output.contains("已计分 2 份"))
      let one = try Data(contentsOf: folder.appending(path: "summary.xlsx"))
      #expect(try Data(contentsOf: URL(filePath: merged)) == one)
    }
  }

  @Test func `what fits no form is refused with the nearest named`() throws {
    let ended = try Command.run(["check", "samples/03-bureau-round/input/programme.xlsx"])
    #expect(ended.status == 1)
    // A sheet of indicators has the headers of a filing, and nothing else of one.
    #expect(
      ended.output.contains("F008 没有认出是哪一种表：工作表“指标”最接近“项目支出绩效目标申报表”（target-filing）"))
  }

  @Test func `a programme that does not fit a scheme in full is said, and the round runs`() throws {
    let ended = try Command.run([
      "check", "--programme", "samples/03-bureau-round/input/programme.xlsx",
      "samples/02-labour-office/input",
    ])
    #expect(ended.status == 1)
    #expect(ended.output.contains("认出的方案：rubric-2022 1 份"))
  }
}
