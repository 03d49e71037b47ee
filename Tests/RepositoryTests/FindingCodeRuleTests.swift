import Evaluation
import Foundation
import Testing

/// Every finding code has its rule in a source file of its own, and a sample.
///
/// A rule is stated in a doc comment that begins with its code: `/// R007: a reason is required`.
@Suite struct FindingCodeRuleTests {
  /// By code, the source files that state its rule.
  static let sources: [String: [String]] = {
    var sources: [String: [String]] = [:]
    for file in Repository.files(under: "Sources/", ending: ".swift") {
      for code in stated(in: (try? Repository.text(file)) ?? "") {
        sources[code, default: []].append(file)
      }
    }
    return sources
  }()

  /// The codes whose rules a file states.
  static func stated(in text: String) -> Set<String> {
    Set(text.matches(of: #/(?m)^ */{3} ([FSVTBRC][0-9]{3}): /#).map { String($0.output.1) })
  }

  @Test(arguments: FindingCode.allCases)
  func aCodeHasASourceFile(_ code: FindingCode) {
    #expect(
      Self.sources[code.rawValue] != nil,
      "no file below Sources/ has a doc comment that begins with “\(code.rawValue): ”")
  }

  @Test func aFileStatesTheRuleOfOneCode() {
    var codes: [String: [String]] = [:]
    for (code, files) in Self.sources {
      for file in files { codes[file, default: []].append(code) }
    }
    for (file, codes) in codes {
      #expect(codes.count == 1, "\(file): \(codes.sorted())")
    }
  }

  @Test(arguments: FindingCode.allCases)
  func aCodeHasItsSample(_ code: FindingCode) throws {
    let folder = "samples/findings/\(code.rawValue)"
    #expect(Repository.exists("\(folder)/command.txt"))
    let expected = try Repository.text("\(folder)/expected-codes.txt").split(separator: "\n")
    #expect(!expected.isEmpty)
    for line in expected {
      #expect(line.hasPrefix("\(code.rawValue)\t\(code.severity.rawValue)\t"), "\(line)")
    }
  }

  @Test(arguments: FindingCode.allCases.filter { FindingGuide.variant(of: $0) != nil })
  func aMilderKindHasItsSampleToo(_ code: FindingCode) throws {
    let folders = try Repository.folders(in: "samples/findings")
    #expect(folders.contains { $0.hasPrefix(code.rawValue + "-") })
  }

  @Test func aRuleIsSeenByItsDocComment() {
    #expect(Self.stated(in: "/// R005: short\nenum A {}\n  /// V001: blank") == ["R005", "V001"])
    #expect(Self.stated(in: "// R005: short\n/// see R005: no\n/// R005, R006: two").isEmpty)
  }
}
