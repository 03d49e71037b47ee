import TestSupport
import Testing

@Suite struct LimitOptionTests {
  private static let file = "samples/01-employment-programme/input/自评表.xlsx"

  @Test(arguments: [
    (["cells=5"], true), (["cells=5M"], false), (["cells=5", "cells=1K"], false),
    (["part-bytes=1K", "sheets=3"], true), (["part-bytes=64K"], false),
  ])
  func aLimitChangesWhatIsRefused(_ changes: [String], _ isRefused: Bool) throws {
    let options = changes.flatMap { ["--limit", $0] }
    let done = try Command.run(
      ["check", "--scheme", "programme-rates", Self.file, "--fail-on", "never"] + options)
    #expect(done.status == 0)
    #expect(done.output.contains("F005") == isRefused, "\(done.output)")
  }
}
