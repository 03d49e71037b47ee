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
    let variant = FindingGuide.variant(of: code)
    var severity = "**\(code.severity.rawValue)**"
    if !variant.isEmpty { severity += " (\(variant))" }
    if code.rejects { severity += "; the return is not scored" }
    if !guide.needs.isEmpty { severity += "; needs \(guide.needs)" }
    return "### \(code.rawValue) \(guide.title)\n\n\(severity). \(guide.meaning)"
  }

  static var document: String {
    var parts = [introduction]
    var family = ""
    for code in FindingCode.allCases {
      if FindingGuide.family(of: code) != family {
        family = FindingGuide.family(of: code)
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

  @Test(arguments: FindingCode.allCases) func everyCodeHasItsOwnGuide(_ code: FindingCode) {
    let guide = FindingGuide(code)
    #expect(guide.code == code)
    #expect(guide.title != code.rawValue && guide.title.count <= 14)
    #expect(guide.meaning.count > 20 && guide.meaning.hasSuffix("."))
  }

  @Test func titlesTellCodesApart() {
    let titles = FindingCode.allCases.map { FindingGuide($0).title }
    #expect(Set(titles).count == titles.count)
  }
}
