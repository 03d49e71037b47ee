import Foundation
import Synchronization
import TestSupport
import Testing
import Workbooks

@testable import Forms
@testable import Page

/// A round from the first file to the last bundle.
@Suite struct RoundTests {
  /// A round of the sample's returns, with its programme.
  private static func sample(_ desk: Desk, _ data: DataFolder) throws -> Round {
    let round = try desk.session(data, SessionKey()).begin("2024年度")
    try round.setScheme("mof-2020", of: desk.shelf)
    let programme = try StoredFile.read(Desk.round + "/programme.xlsx")
    try round.setProgramme(programme, name: "下达.xlsx")
    try Desk.handIn(Desk.round + "/first", to: round)
    return round
  }

  @Test func outputsAreThoseOfTheCommand() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try Self.sample(desk, desk.data())
      try desk.score(round)
      let out = folder.appending(path: "out").path()
      _ = try Command.run(
        ["score", "--scheme", "mof-2020", "--programme", "\(Desk.round)/programme.xlsx"]
          + ["\(Desk.round)/first", "--out", out, "--quiet"])
      let run = round.folder.run(1).path
      let names = StoredFile.files(below: out)
      #expect(names.count == 11)
      #expect(StoredFile.files(below: run) == names)
      for name in names {
        #expect(try StoredFile.read(run + "/" + name) == StoredFile.read(out + "/" + name))
      }
    }
  }

  @Test func aBundleHoldsTheFilesAsTheyAre() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try Self.sample(desk, desk.data())
      #expect(throws: PageError.self) { try round.download(.everything) }
      try desk.score(round)
      let bundle = try StoredFile.read(round.download(.everything).path)
      let entries = ReturnBundle.inputs(
        path: SystemPath(try round.download(.everything).path), name: "a.zip", limits: .standard)
      let run = round.folder.run(1).path
      let read = try #require(entries).map(\.file)
      #expect(Set(read) == Set(StoredFile.files(below: run).map { "a.zip/" + $0 }))
      for entry in entries ?? [] {
        #expect(try entry.read() == StoredFile.read(run + "/" + entry.file.dropFirst(6)))
      }
      StoredFile.remove(try round.download(.everything).path)
      #expect(try StoredFile.read(round.download(.everything).path) == bundle)
      #expect(try round.download(.everything).name == "2024年度_全部.zip")
    }
  }

  @Test func onlyWhatHasErrorsGoesBack() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try Self.sample(desk, desk.data())
      try desk.score(round)
      let bundle = try round.download(.sendBack).path
      let inputs = ReturnBundle.inputs(path: SystemPath(bundle), name: "b.zip", limits: .standard)
      #expect(inputs?.count == 5)
      let outcome = String(decoding: round.answer, as: UTF8.self)
      #expect(outcome.contains(#""scored": 8, "sentBack": 5, "rejected": 1"#))
    }
  }

  @Test func aRestartKeepsWhatWasDoneAndDoesWhatWasAskedFor() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let key = SessionKey()
      var data: DataFolder? = try desk.data()
      do {
        let session = try desk.session(#require(data), key)
        let round = try session.begin("甲")
        try Desk.handIn(Desk.round + "/first", to: round)
        try round.state.withLock { state in try round.change(&state) { $0.isWanted = true } }
      }
      data = nil
      let again = try desk.data()
      let round = try #require(again.unfinished().first)
      let session = try #require(again.session(key))
      #expect(try session.round(1) === round)
      round.resume(desk.queue, desk.shelf, cores: 2)
      Desk.wait { round.state.withLock { !$0.scoring.isBusy } }
      #expect(!round.isUnfinished)
      #expect(String(decoding: round.answer, as: UTF8.self).contains(#""scored": 8"#))
    }
  }

  @Test func aChangeAfterwardsMakesResultsStale() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try desk.session(desk.data(), SessionKey()).begin("")
      try Desk.handIn(Desk.round + "/first", to: round)
      try desk.score(round)
      #expect(!round.state.withLock { $0.record.isStale })
      try Desk.handIn([1, 2, 3], as: "新.xlsx", to: round)
      #expect(round.state.withLock { $0.record.isStale })
      #expect(StoredFile.exists(round.folder.run(1).results))
      try desk.score(round)
      #expect(!round.state.withLock { $0.record.isStale })
      #expect(!StoredFile.exists(round.folder.run(1).results))
      #expect(StoredFile.exists(round.folder.run(2).results))
    }
  }

  @Test func aCorrectedCopyTellsWhatItCorrected() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try Self.sample(desk, desk.data())
      try Desk.handIn(Desk.round + "/second", to: round)
      try desk.score(round)
      let rows = String(decoding: round.rows(from: 0), as: UTF8.self)
      #expect(rows.contains(#""rectified": [2, 2, 0]"#))
      #expect(rows.contains(#""rectified": [2, 4, 0]"#))
    }
  }

  @Test func oneReturnIsShownWithItsSheets() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try Self.sample(desk, desk.data())
      try desk.score(round)
      let text = String(decoding: try round.returnAnswer(0), as: UTF8.self)
      #expect(text.hasPrefix(#"{"result": {"file": "交通局/"#))
      #expect(text.contains(#"{"at": "B4", "text": "农村公路日常养护项目""#))
      #expect(text.contains(#""text": "99.02%", "number": true"#))
      #expect(throws: PageError.self) { try round.returnAnswer(99) }
      #expect(throws: PageError.self) { try round.returnAnswer(-1) }
    }
  }
}
