import Foundation
import TestSupport
import Testing

@testable import Page

/// Nothing that is handed in replaces something else, and limits hold.
@Suite struct ReturnUploadTests {
  @Test func aFileOfTheSameNameLiesBesideTheOther() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try desk.session(desk.data(), SessionKey()).begin("")
      #expect(try Desk.handIn([1], as: "表.xlsx", to: round) == (.new, "表.xlsx"))
      #expect(try Desk.handIn([1], as: "表.xlsx", to: round) == (.same, "表.xlsx"))
      #expect(try Desk.handIn([2], as: "表.xlsx", to: round) == (.beside, "重名2/表.xlsx"))
      #expect(try Desk.handIn([3], as: "表.xlsx", to: round) == (.beside, "重名3/表.xlsx"))
      #expect(try Desk.handIn([3], as: "表.xlsx", to: round) == (.same, "重名3/表.xlsx"))
      #expect(try Desk.handIn([4], as: "表.xlsx/内", to: round) == (.beside, "重名4/表.xlsx/内"))
      #expect(try StoredFile.read(round.folder.returns + "/表.xlsx") == [1])
    }
  }

  @Test func whatRoundsLeaveOutIsNotKept() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try desk.session(desk.data(), SessionKey()).begin("")
      #expect(try Desk.handIn([1], as: "~$表.xlsx", to: round).outcome == .leftOut)
      #expect(StoredFile.files(below: round.folder.path) == ["round.json"])
    }
  }

  @Test func limitsHold() throws {
    try withTemporaryFolder { folder in
      var desk = try Desk(folder)
      desk.limits.uploadBytes = 10
      desk.limits.roundBytes = 15
      desk.limits.roundFiles = 3
      let round = try desk.session(desk.data(), SessionKey()).begin("")
      #expect(throws: PageError.self) {
        try Desk.handIn(.init(repeating: 0, count: 11), as: "a", to: round)
      }
      try Desk.handIn(.init(repeating: 0, count: 10), as: "a", to: round)
      #expect(throws: PageError.self) {
        try Desk.handIn(.init(repeating: 0, count: 6), as: "b", to: round)
      }
      try Desk.handIn([1], as: "b", to: round)
      try Desk.handIn([2], as: "c", to: round)
      #expect(throws: PageError.self) { try Desk.handIn([3], as: "d", to: round) }
      try round.removeReturn("c")
      try Desk.handIn([3], as: "d", to: round)
    }
  }

  /// Without a declared length only the bytes that come tell.
  @Test func whatComesIsCounted() throws {
    try withTemporaryFolder { folder in
      var desk = try Desk(folder)
      desk.limits.uploadBytes = 10
      let round = try desk.session(desk.data(), SessionKey()).begin("")
      var upload = try round.upload("a", length: nil)
      try upload.write(.init(repeating: 0, count: 10))
      #expect(throws: PageError.self) { try upload.write([0]) }
    }
  }

  @Test func onlyFilesOfTheRoundAreTakenOut() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let round = try desk.session(desk.data(), SessionKey()).begin("")
      try Desk.handIn([1], as: "a/b.xlsx", to: round)
      for path in ["../round.json", "a", "a/../a/b.xlsx", "", "c"] {
        #expect(throws: PageError.self) { try round.removeReturn(path) }
      }
      try round.removeReturn("a/b.xlsx")
      #expect(StoredFile.files(below: round.folder.returns) == [])
    }
  }
}
