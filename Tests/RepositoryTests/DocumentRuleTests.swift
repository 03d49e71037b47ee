import Evaluation
import Foundation
import Testing

@Suite struct DocumentRuleTests {
  static let documents = Repository.files(ending: ".md")
  static let texts = Repository.files.filter { file in
    ![".xlsx", ".xlsm", ".xls", ".zip", ".png"].contains { file.hasSuffix($0) }
  }

  @Test(arguments: try Repository.folders(in: "templates"))
  func aSchemeHasItsFileAndItsSources(_ folder: String) {
    #expect(Repository.exists("templates/\(folder)/scheme.yaml"))
    #expect(Repository.exists("templates/\(folder)/SOURCES.md"))
  }

  @Test(.enabled(if: Repository.exists("docs/findings.md")), arguments: FindingCode.allCases)
  func everyFindingCodeHasItsSection(_ code: FindingCode) throws {
    let headings = try Repository.text("docs/findings.md").split(separator: "\n")
      .filter { $0.hasPrefix("#") }
    #expect(headings.contains { $0.contains(code.rawValue) })
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func theReadMeNamesBothCommands(_ file: String) throws {
    let text = try Repository.text(file)
    #expect(text.contains("make demo"))
    #expect(text.contains("make test"))
  }

  @Test(arguments: documents)
  func everyRelativeLinkResolves(_ file: String) throws {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    for link in Markdown.links(in: try Repository.text(file)) {
      let target = link.split(separator: "#", omittingEmptySubsequences: false)[0]
      guard !target.isEmpty, !link.contains("://"), !link.hasPrefix("mailto:") else { continue }
      let path = String(target).removingPercentEncoding ?? String(target)
      #expect(Repository.exists(folder.isEmpty ? path : "\(folder)/\(path)"), "\(file): \(link)")
    }
  }

  @Test func linksAreFoundInTextAndNotInCode() {
    let text = """
      [a](b.md) and ![c](d.png "e"), `[f](g)`
      ```sh
      [h](i)
      ```
      [j](k(l).md)
      """
    #expect(Markdown.links(in: text) == ["b.md", "d.png", "k(l).md"])
  }

  @Test func everyDecisionStandsInTheirIndex() throws {
    let index = Set(Markdown.links(in: try Repository.text("docs/decisions/README.md")))
    let pages = Repository.files(under: "docs/decisions/0", ending: ".md")
    #expect(!pages.isEmpty)
    for page in pages {
      #expect(index.contains(page.split(separator: "/").last.map(String.init) ?? ""))
    }
  }

  @Test(arguments: texts)
  func noFileNamesAFolderOfOneMachine(_ file: String) throws {
    guard let text = try? Repository.text(file) else { return }
    for folder in ["work", "tmp", "root", "home"] {
      #expect(!Self.names(text, folder: "/" + folder + "/"), "\(file) names a path below \(folder)")
    }
  }

  @Test func aPathThatBeginsSuchAFolderIsSeenAndOneThatContainsItIsNot() {
    let folder = "/" + "tmp" + "/"
    #expect(Self.names("see \(folder)a", folder: folder))
    #expect(Self.names("\(folder)a", folder: folder))
    #expect(Self.names("\"\(folder)a\"", folder: folder))
    #expect(!Self.names("a\(folder)b", folder: folder))
    #expect(!Self.names("$HOME\(folder)b", folder: folder))
  }

  /// Whether a path begins with the folder, rather than goes through one of that name.
  private static func names(_ text: String, folder: String) -> Bool {
    let text = Array(text.utf8)
    let folder = Array(folder.utf8)
    guard text.count >= folder.count else { return false }
    return (0...(text.count - folder.count)).contains { start in
      guard text[start] == folder[0], text[start...].starts(with: folder) else { return false }
      return start == 0 || !goesOn(text[start - 1])
    }
  }

  private static func goesOn(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "}"), UInt8(ascii: ")"), 0x80...0xFF:
      true
    default: false
    }
  }

  @Test func versionsOfDependenciesAreInTheManifestAndNotInALockFile() throws {
    let ignored = try Repository.text(".gitignore").split(separator: "\n")
    #expect(ignored.contains("Package.resolved"))
    let isKept = Repository.files.contains("Package.resolved")
    #expect(!isKept)
    let manifest = try Repository.text("Package.swift")
    let dependencies = manifest.split(separator: "\n").filter { $0.contains(".package(") }
    #expect(dependencies.allSatisfy { $0.contains("exact:") })
  }
}

enum Markdown {
  /// The targets of links and pictures, code left out.
  static func links(in text: String) -> [String] {
    var links: [String] = []
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.drop(while: \.isWhitespace).hasPrefix("```") { isCode.toggle() }
      guard !isCode else { continue }
      links += withoutCode(line).matches(of: /\]\(((?:[^()\s]|\([^()]*\))+)(?:\s+"[^"]*")?\)/).map {
        String($0.output.1)
      }
    }
    return links
  }

  private static func withoutCode(_ line: Substring) -> String {
    line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: "``")
  }
}
