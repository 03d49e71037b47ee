import Foundation
import TestSupport
import Testing
import Workbooks

/// What the READMEs say is there, held against what is there.
@Suite struct ReadmeClaimsTests {
  private static let round = Sample.repository.appending(path: "samples/03-bureau-round")
  private static let check = ["check", "--scheme", "mof-2020"]

  private static func book(_ path: String) throws -> Workbook {
    try Workbook.read([UInt8](Data(contentsOf: round.appending(path: path))))
  }

  /// The texts of a sheet's cells, by row.
  private static func rows(of sheet: Sheet) -> [Int: [String]] {
    var rows: [Int: [String]] = [:]
    for row in 1...9 {
      rows[row] = "ABCDEFGHI".compactMap { column in
        guard
          case .text(let text)? = CellReference("\(column)\(row)").flatMap({ sheet.cell($0) })?
            .value
        else { return nil }
        return text
      }
    }
    return rows
  }

  @Test(arguments: ReadMe.both) func theSheetsOfTheRollUpAreThoseNamed(readMe: ReadMe) throws {
    let named =
      readMe.description == ReadMe.chinese.description
      ? try readMe.table("工作表 | 看什么").map { $0[0] }
      : try readMe.matches(of: "in the sheets ([^:]+):").flatMap {
        $0.components(separatedBy: ", ")
      }
    #expect(named == (try Self.book("expected/second/summary.xlsx")).sheets.map(\.name))
  }

  @Test(arguments: ReadMe.both) func theOutputsAreThoseListed(readMe: ReadMe) throws {
    let heading = readMe.description == ReadMe.chinese.description ? "`--out` 下" : "under `--out`"
    let listed = try readMe.table(heading).map { row in
      row[0].trimmingCharacters(in: ["`"]).components(separatedBy: "/")[0]
    }
    let folder = Self.round.appending(path: "expected/first")
    #expect(
      listed.sorted() == (try FileManager.default.contentsOfDirectory(atPath: folder.path)).sorted()
    )
  }

  @Test(arguments: ReadMe.both) func blanksAreNamedAsSaid(readMe: ReadMe) throws {
    let pattern = try #require(try readMe.matches(of: "`(<项目编码>[^`]+)`").first)
    let data = try Data(contentsOf: Self.round.appending(path: "expected/first/results.json"))
    let results = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let programme = try #require(results["programme"] as? [String: Any])
    let projects = try #require(programme["projects"] as? [[String: Any]])
    let names = projects.map { project in
      [("<项目编码>", "id"), ("<实施单位>", "unit"), ("<项目名称>", "name")].reduce(pattern) { name, part in
        name.replacingOccurrences(of: part.0, with: project[part.1] as? String ?? "")
      }
    }
    let blanks = try files(in: Self.round.appending(path: "expected/blanks"))
    #expect(names.sorted() == blanks)
  }

  @Test(arguments: ReadMe.both) func theSchemesAreThoseShippedWithTheirPoints(readMe: ReadMe) throws
  {
    let listed = try readMe.matches(of: #"\(templates/([^/]+)/SOURCES\.md\)"#)
    let shipped = try Command.run(["schemes"]).output.components(separatedBy: "\n")
      .filter { $0.contains("  ") && !$0.hasPrefix(" ") }.map { $0.components(separatedBy: " ")[0] }
    #expect(listed == shipped)
    var points = 0
    for scheme in listed {
      let line = try readMe.matches(of: "(?m)^(\\| \\[`\(scheme)`.*)$").joined()
      let rules = try Command.run(["schemes", scheme]).output.filter { !$0.isWhitespace }
      for block in line.matches(of: /(\p{Han}+) ?([0-9]+)(?:,|分|$| )/) {
        points += 1
        #expect(
          rules.contains("\(block.output.1)\(block.output.2)分"), "\(scheme): \(block.output.0)")
      }
    }
    #expect(points >= 8)
  }

  @Test(arguments: ReadMe.both) func theProgrammesSheetsHaveTheColumnsNamed(readMe: ReadMe) throws {
    let programme = try Self.book("input/programme.xlsx")
    let heading = readMe.description == ReadMe.chinese.description ? "工作表 | 栏" : "sheet | columns"
    for row in try readMe.table(heading) {
      let sheet = try #require(programme.sheet(named: row[0]))
      let cells = Self.rows(of: sheet)
      let end = try Regex("[,，（]|( \\()")
      let columns = row[1].components(separatedBy: " · ").map {
        String($0.split(separator: end)[0])
      }
      #expect(columns == cells[1], "\(row[0])")
      guard row[0] == "基本信息" else { continue }
      for keys in cells.filter({ $0.key > 1 && !$0.value.isEmpty }).values {
        #expect(row[1].contains(keys[0]), "\(keys[0])")
      }
    }
  }

  @Test(arguments: ReadMe.both) func theExitStatusesAreThoseListed(readMe: ReadMe) throws {
    let heading = readMe.description == ReadMe.chinese.description ? "退出码" : "exit status"
    let returns = Self.round.appending(path: "input/first").path
    let endings = try [
      Self.check + ["\(returns)/人社局"], Self.check + [returns], Self.check,
    ].map { String(try Command.run($0).status) }
    #expect(try readMe.table(heading).map { $0[0] } == endings)
    #expect(try Command.run(Self.check + [returns, "--fail-on", "never"]).status == 0)
  }

  @Test(arguments: ReadMe.both) func everyOptionAndCodeNamedIsThere(readMe: ReadMe) throws {
    let page = try String(
      contentsOf: Sample.repository.appending(path: "docs/scorebook.1"), encoding: .utf8
    ).replacingOccurrences(of: "\\-", with: "-")
    // The last are those of wsl and systemctl.
    let options = Set(try readMe.matches(of: "--[a-z][a-z-]*")).subtracting(["--install", "--now"])
    #expect(options.isSuperset(of: ["--scheme", "--programme", "--out", "--fail-on", "--jobs"]))
    for option in options { #expect(page.contains("\(option)\\fR"), "\(option)") }
    let codes = try Command.run(["explain"]).output
    for code in try readMe.matches(of: #"\b[A-Z][0-9]{3}\b"#) {
      #expect(codes.contains(code), "\(code)")
    }
  }

  @Test(arguments: ReadMe.both) func whatTheDemoLeavesIsWhereItIsSaid(readMe: ReadMe) throws {
    for path in try readMe.matches(of: #"demo-out/[^\s`]+"#) {
      let parts = path.components(separatedBy: "/").dropFirst()
      let place = (["samples", parts[1], "expected"] + parts.dropFirst()).joined(separator: "/")
      let file = Sample.repository.appending(path: place).path
      #expect(FileManager.default.fileExists(atPath: file), "\(place)")
    }
  }

  @Test(arguments: ReadMe.both) func aBlankIsLockedWithoutAPasswordAndSaysHow(readMe: ReadMe) throws
  {
    let blank = try #require(try files(in: Self.round.appending(path: "expected/blanks")).first)
    let path = "expected/blanks/\(blank)"
    let guide = try Self.book(path).sheets[1]
    #expect(readMe.text.contains(guide.name))
    let words = Self.rows(of: guide).values.joined()
    #expect(words.contains("截止日期") && words.contains("联系人"))
    let bytes = try [UInt8](Data(contentsOf: Self.round.appending(path: path)))
    let form = try PackageParts(bytes).lines(of: "xl/worksheets/sheet1.xml")
    let lock = try #require(form.first { $0.hasPrefix("<sheetProtection") })
    #expect(lock.contains("sheet=\"1\"") && !lock.contains("password") && !lock.contains("hash"))
  }

  @Test(arguments: ["发表", "收表", "审核", "退回", "汇总"])
  func everyStepHasItsPicture(step: String) throws {
    let sections = ReadMe.chinese.text.components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.prefix(4).hasSuffix(step) })
    let pictures = section.matches(of: /!\[[^\]]+\]\((docs\/images\/[a-z]+\.png)\)/)
    #expect(!pictures.isEmpty)
    for picture in pictures {
      let file = Sample.repository.appending(path: String(picture.output.1))
      #expect(try Data(contentsOf: file).count < 200_000, "\(file.lastPathComponent)")
    }
  }

  @Test func resultsAreWrittenToStandardOutputWhereAsked() throws {
    let department = Self.round.appending(path: "input/first/人社局").path
    let ended = try Command.run(Self.check + ["--json", department])
    let results = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any]
    #expect((results?["returns"] as? [Any])?.count == 2)
  }

  @Test func theRoundHasAsManyProjectsAndReturnsAsSaid() throws {
    let first = try files(in: Self.round.appending(path: "input/first")).count
    let second = try files(in: Self.round.appending(path: "input/second")).count
    let projects = try files(in: Self.round.appending(path: "expected/blanks")).count
    let spelled = NumberFormatter()
    spelled.numberStyle = .spellOut
    spelled.locale = Locale(identifier: "en_GB")
    let words = [projects, first, second].map { spelled.string(from: $0 as NSNumber) ?? "" }
    let english = "blanks for \(words[0]) projects, \(words[1]) returns, then \(words[2]) more"
    #expect(ReadMe.english.text.contains(english), "\(english)")
    let chinese = "下达 \(projects) 个项目，先后两次收到 \(first + second) 份报表"
    #expect(ReadMe.chinese.text.contains(chinese), "\(chinese)")
  }

  @Test(arguments: ["表.csv", "表.xls", "表.et"]) func anotherKindOfFileIsSentBack(name: String) throws
  {
    try withTemporaryFolder { folder in
      let old = Self.round.appending(path: "input/first/教育局/幼儿园扩容自评表.xlsx")
      let content = name.hasSuffix("csv") ? Data("项目名称,得分\n".utf8) : try Data(contentsOf: old)
      try content.write(to: folder.appending(path: name))
      let ended = try Command.run(Self.check + [folder.path])
      #expect(ended.status == 1)
      #expect(ended.output.contains("F003"), "\(ended.output)")
    }
  }
}
