import Evaluation
import TestSupport
import Testing

@testable import Forms

/// S007 and S011: locks, drop-downs and formulas of a blank.
@Suite struct BlankCheckTests {
  private func findings(_ change: (inout DrawnBlank) -> Void) throws -> [Finding] {
    var blank = try DrawnBlank()
    change(&blank)
    return try blank.outcomes().flatMap(\.findings)
  }

  @Test func `s007 a sheet that is protected no more`() throws {
    let found = try findings { $0.form.isProtected = false }
    #expect(found.map(\.code) == [.s007])
    #expect(found[0].severity == .note)
  }

  @Test func `s007 drop-downs that are gone are told in one note`() throws {
    let found = try findings { $0.form.dropDowns = ["E5:E7"] }
    #expect(found.map(\.code) == [.s007])
    #expect(found[0].found == "E11、E12、E13、E14已取消")
    #expect(try findings { $0.form.dropDowns = [] }.count == 1)
  }

  @Test func `s007 without names only a sheet without any drop-down is known to have lost them`()
    throws
  {
    #expect(try findings { $0.names = [:] }.isEmpty)
    let found = try findings { blank in
      blank.names = [:]
      blank.form.dropDowns = []
    }
    #expect(found.map(\.found) == ["全部取消"])
  }

  @Test func `s011 a formula typed over with the same figure`() throws {
    let found = try findings { $0.form.set("G12", "20") }
    #expect(found.map { "\($0.code.rawValue) \($0.place?.cell ?? "")" } == ["S011 G12"])
  }

  @Test func `s011 yields to a graver finding on the cell`() throws {
    let found = try findings { $0.form.set("G12", "25") }
    #expect(found.filter { $0.place?.cell == "G12" }.map(\.code) == [.r004])
  }

  @Test func `s011 a formula that was emptied is told as a blank score`() throws {
    let found = try findings { $0.form.set("G12", "") }
    #expect(!found.map(\.code).contains(.s011))
    #expect(found.map(\.code).contains(.r012))
  }

  @Test func `s011 the reverse: an issued figure became a formula, and an input cell may`() throws {
    let reversed = try findings { $0.form.set("F12", "=10+10→20") }
    #expect(reversed.map { "\($0.code.rawValue) \($0.place?.cell ?? "")" } == ["S011 F12"])
    #expect(try findings { $0.form.set("E12", "=6+6→12") }.isEmpty)
  }
}
