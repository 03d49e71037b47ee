import Foundation
import TestSupport
import Testing

@testable import Page

/// Who gets into which session.
@Suite struct DataFolderTests {
  @Test func aKeyOpensItsOwnSessionOnly() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let data = try desk.data()
      let (one, other) = (SessionKey(), SessionKey())
      #expect(data.session(one) == nil)
      let round = try desk.session(data, one).begin("甲")
      try data.open(other)
      #expect(data.session(other)?.all.count == 0)
      #expect(throws: PageError.self) { try data.session(other)?.round(1) }
      #expect(try data.session(one)?.round(1) === round)
    }
  }

  @Test(arguments: ["", "../../etc", String(repeating: "A", count: 32), "0123"])
  func onlyKeysAreKeys(text: String) {
    #expect(SessionKey(text) == nil)
  }

  @Test func foldersDoNotTellKeys() {
    let key = SessionKey()
    #expect(SessionKey(key.text) == key && key != SessionKey())
    #expect(!key.folder.contains(key.text))
  }

  @Test func anotherPasswordClosesSessionsUntilItIsGiven() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let key = SessionKey()
      var data: DataFolder? = try desk.data(password: "旧口令旧口令")
      _ = try desk.session(#require(data), key).begin("甲")
      data = nil
      data = try desk.data(password: "新口令新口令")
      #expect(data?.session(key) == nil)
      try data?.open(key)
      #expect(data?.session(key)?.all.count == 1)
      #expect(data?.isPassword("新口令新口令") == true && data?.isPassword("旧口令旧口令") == false)
    }
  }

  @Test func oneServerOwnsTheFolder() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let data = try desk.data()
      #expect(throws: PageError.self) { try desk.data() }
      withExtendedLifetime(data) {}
    }
  }

  @Test func deletingARoundLeavesTheOthers() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      let data = try desk.data()
      let session = try desk.session(data, SessionKey())
      let (one, two) = (try session.begin("甲"), try session.begin("乙"))
      try session.delete(one.number)
      #expect(session.all.map(\.number) == [2])
      #expect(!StoredFile.exists(one.folder.path) && StoredFile.exists(two.folder.path))
      #expect(throws: PageError.self) { try Desk.handIn([1], as: "a", to: one) }
      #expect(try session.begin("丙").number == 3)
    }
  }

  @Test func roundsAreBounded() throws {
    try withTemporaryFolder { folder in
      var desk = try Desk(folder)
      desk.limits.rounds = 1
      let session = try desk.session(desk.data(), SessionKey())
      _ = try session.begin("  名\n称 ")
      #expect(String(decoding: session.answer, as: UTF8.self).contains(#""name": "名 称""#))
      #expect(throws: PageError.self) { try session.begin("") }
    }
  }
}
