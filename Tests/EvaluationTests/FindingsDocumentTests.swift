import Evaluation
import Foundation
import Testing

/// docs/findings.md is written from the guide in the code.
@Suite struct FindingsDocumentTests {
  private static let introduction = """
    # Findings

    <!-- Generated from FindingGuide. To write it anew:
         SCOREBOOK_RECORD=1 swift test --filter FindingsDocument -->

    A finding is something about a return; an error is something the tool could not do. Codes are never reused or renumbered.

    | severity | in workbooks | means |
    |---|---|---|
    | error | 须改 | the return must go back |
    | warning | 须核实 | must be explained |
    | note | 提示 | worth knowing |

    **One cause, one finding.** Claims are checked against the return's own figures, scores come from the issued ones. Per cell only the gravest finding stands, among equals the first in the order F, S, V, T, B, R, C; notes on how a value was read (V003–V006, V015) stay beside it. R008 stands only where no S or V finding stands on that indicator. R007 replaces R005 or R006. V008 replaces the B findings about the same row of money. T002, S003 and S004 replace T003. B002 on a source replaces B002 on the total it explains.
    """

  private static func entry(_ code: FindingCode) -> String {
    let guide = FindingGuide(code)
    let page = guide[.en]
    var severity = "**\(code.severity.rawValue)**"
    if let variant = FindingGuide.variant(of: code) { severity += " (\(variant.english))" }
    if code.rejects { severity += "; the return is not scored" }
    if let needs = guide.needs { severity += "; needs \(needs.english)" }
    return """
      ### \(code.rawValue) \(guide[.zh].title)

      \(page.title): \(severity).

      - What: \(page.cause)
      - Why: \(page.consequence)
      - Do: \(page.remedy)
      - Basis: \(guide.basis.english).
      - Sample: \(samples(of: code)).
      """
  }

  /// The folders of samples/findings that show it.
  private static func samples(of code: FindingCode) -> String {
    let folder = Repository.root.appending(path: "samples/findings").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = names.filter { $0.hasPrefix(code.rawValue) }.sorted()
    guard !own.isEmpty else { return "none yet" }
    return own.map { "[\($0)](../samples/findings/\($0))" }.joined(separator: ", ")
  }

  static var document: String {
    var parts = [introduction]
    var family = ""
    for code in FindingCode.allCases {
      if FindingGuide.family(of: code).english != family {
        family = FindingGuide.family(of: code).english
        parts.append("## \(code.rawValue.prefix(1)) · \(family)")
      }
      parts.append(entry(code))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  @Test func theDocumentOfFindingsIsCurrent() throws {
    let file = Repository.root.appending(path: "docs/findings.md")
    if ProcessInfo.processInfo.environment["SCOREBOOK_RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(Self.document.utf8).write(to: file)
    }
    let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(
      written == Self.document,
      "docs/findings.md is not current: SCOREBOOK_RECORD=1 swift test --filter FindingsDocument")
  }

  @Test(arguments: FindingCode.allCases, Language.allCases)
  func everyCodeHasItsOwnGuideInBothLanguages(_ code: FindingCode, _ language: Language) {
    let guide = FindingGuide(code)
    #expect(guide.code == code)
    let page = guide[language]
    #expect(page.title != code.rawValue && page.title.count <= language.titleLength)
    for text in [page.cause, page.consequence, page.remedy] {
      #expect(text.count > 2 && text.hasSuffix(language("。", ".")), "\(text)")
    }
    #expect(!guide.basis[language].isEmpty)
  }

  @Test(arguments: FindingCode.allCases)
  func chineseIsChineseAndEnglishIsNot(_ code: FindingCode) {
    let guide = FindingGuide(code)
    #expect(guide[.zh].cause.unicodeScalars.contains(where: isIdeograph))
    #expect(!guide[.en].title.unicodeScalars.contains(where: isIdeograph))
  }

  @Test(arguments: Language.allCases) func titlesTellCodesApart(_ language: Language) {
    let titles = FindingCode.allCases.map { FindingGuide($0)[language].title }
    #expect(Set(titles).count == titles.count)
  }
}

private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
  (0x4E00...0x9FFF).contains(scalar.value)
}

extension Language {
  /// The most letters a title has: it heads a line of the terminal.
  fileprivate var titleLength: Int { self == .zh ? 14 : 40 }
}
