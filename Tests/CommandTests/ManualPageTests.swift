import Foundation
import TestSupport
import Testing

@testable import scorebook

@Suite struct ManualPageTests {
  private static let file = Command.repository.appending(path: "docs/scorebook.1")

  private static func page() throws -> String {
    ManualPage(interface: try Interface.read(), version: VersionText.command).text
  }

  @Test func theManualPageIsCurrent() throws {
    let page = try Self.page()
    if ProcessInfo.processInfo.environment["SCOREBOOK_RECORD"] != nil {
      try Data(page.utf8).write(to: Self.file)
    }
    let written = (try? String(contentsOf: Self.file, encoding: .utf8)) ?? ""
    #expect(
      written == page,
      "docs/scorebook.1 is not current: SCOREBOOK_RECORD=1 swift test --filter ManualPage")
  }

  @Test func itNamesEveryOptionOfEveryVerb() throws {
    let page = try Self.page().replacingOccurrences(of: "\\-", with: "-")
    for verb in try Interface.read().verbs {
      #expect(page.contains(".SS scorebook \(verb.commandName)\n"))
      for name in (verb.arguments ?? []).flatMap(\.spellings) { #expect(page.contains(name)) }
    }
  }

  @Test func noLineIsTakenForARequestThatIsNone() throws {
    let requests = ["TH", "SH", "SS", "TP", "B", "br", "nf", "fi", "\\\""]
    for line in try Self.page().split(separator: "\n") where line.hasPrefix(".") {
      #expect(requests.contains { line.dropFirst().hasPrefix($0) }, "\(line)")
    }
  }
}
