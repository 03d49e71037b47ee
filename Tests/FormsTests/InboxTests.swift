import Foundation
import Testing
import Workbooks

@testable import Forms

@Suite final class InboxTests {
  private let root: String

  init() throws {
    root = NSTemporaryDirectory() + "inbox-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private func put(_ name: String, _ bytes: [UInt8] = [1, 2, 3]) throws {
    let path = root + "/" + name
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private func files(_ arguments: String...) throws -> [String] {
    try Inbox(arguments.map { root + "/" + $0 }).inputs.map(\.file)
  }

  @Test func aFileGivenByNameIsItsBaseName() throws {
    try put("a/b/表.xlsx")
    let inbox = try Inbox([root + "/a/b/表.xlsx"])
    #expect(inbox.inputs.map(\.file) == ["表.xlsx"])
    #expect(try inbox.inputs.first?.read() == [1, 2, 3])
  }

  @Test func foldersAreWalkedInTheOrderOfBytesAndEveryFileCounts() throws {
    for name in ["in/b.xlsx", "in/a/z.xlsx", "in/a.csv", "in/B.docx", "in/a/甲/x.et"] {
      try put(name)
    }
    #expect(try files("in") == ["B.docx", "a.csv", "a/z.xlsx", "a/甲/x.et", "b.xlsx"])
    #expect(try files("in/") == files("in"))
  }

  @Test func lockFilesDotFilesAndMacFoldersAreLeftOut() throws {
    for name in ["in/~$a.xlsx", "in/.b.xlsx", "in/.git/c.xlsx", "in/__MACOSX/d.xlsx", "in/e.xlsx"] {
      try put(name)
    }
    #expect(try files("in") == ["e.xlsx"])
  }

  @Test func argumentsKeepTheirOrder() throws {
    try put("z.xlsx")
    try put("in/a.xlsx")
    #expect(try files("z.xlsx", "in", "z.xlsx") == ["z.xlsx", "a.xlsx", "z.xlsx"])
  }

  @Test func linksThatLeadInACircleEnd() throws {
    try put("in/a/b.xlsx")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: root + "/in/a/up", withDestinationPath: root + "/in")
    try manager.createSymbolicLink(atPath: root + "/in/self", withDestinationPath: "self")
    try manager.createSymbolicLink(atPath: root + "/in/link.xlsx", withDestinationPath: "a/b.xlsx")
    let inbox = try Inbox([root + "/in"])
    #expect(inbox.inputs.map(\.file) == ["a/b.xlsx", "link.xlsx", "self"])
    #expect(inbox.passedOver == ["a/up"])
  }

  @Test func whatCannotBeReachedIsAnInputThatCannotBeRead() throws {
    try put("in/a.xlsx")
    try FileManager.default.createSymbolicLink(
      atPath: root + "/in/lost.xlsx", withDestinationPath: "nowhere.xlsx")
    let lost = try #require(try Inbox([root + "/in"]).inputs.last)
    #expect(lost.file == "lost.xlsx")
    #expect(
      throws: WorkbookError.unreadable(part: "lost.xlsx", detail: "No such file or directory")
    ) { try lost.read() }
  }

  @Test func aPipeAmongTheReturnsIsPassedOverAndSaid() throws {
    try put("in/a.xlsx")
    #expect(mkfifo(root + "/in/pipe.xlsx", 0o600) == 0)
    let inbox = try Inbox([root + "/in"])
    #expect(inbox.inputs.map(\.file) == ["a.xlsx"])
    #expect(inbox.passedOver == ["pipe.xlsx"])
  }

  @Test func theProgrammeIsNoReturnWhereverItLies() throws {
    try put("in/a.xlsx")
    try put("in/批复.xlsx")
    let inbox = try Inbox([root + "/in", root + "/in/批复.xlsx"], programme: root + "/in/批复.xlsx")
    #expect(inbox.inputs.map(\.file) == ["a.xlsx"])
  }

  @Test func outputsOfAnEarlierRunAreNoReturns() throws {
    for name in ["a.xlsx", "returned/a_批注.xlsx", "summary.xlsx", "findings.csv"] {
      try put("in/" + name)
    }
    try put("in/results.json", Array("{\"schema\": \"scorebook-results/1\",".utf8))
    #expect(try Inbox([root + "/in"], output: root + "/in/").inputs.map(\.file) == ["a.xlsx"])
    #expect(try Inbox([root], output: root + "/in").inputs.map(\.file) == ["in/a.xlsx"])
    #expect(try Inbox([root + "/in"], output: root + "/out").inputs.count == 5)
  }

  @Test func whatHasAnOutputsNameAndIsNoneIsNotPassedOver() throws {
    try put("in/a.xlsx")
    try put("in/summary.xlsx")
    #expect(throws: InboxError.mixed(root + "/in/summary.xlsx")) {
      try Inbox([root + "/in"], output: root + "/in")
    }
  }

  @Test func whatAnUnfinishedRunLeftIsNoReturn() throws {
    try put("in/a.xlsx")
    try put("in/out/returned/a_批注.xlsx")
    try UnfinishedMark.set(in: root + "/in/out")
    let inbox = try Inbox([root + "/in"], output: root + "/in/out")
    #expect(inbox.inputs.map(\.file) == ["a.xlsx"])
    UnfinishedMark.clear(in: root + "/in/out")
    #expect(throws: InboxError.self) { try Inbox([root + "/in"], output: root + "/in/out") }
  }

  @Test func noOutputTakesThePlaceOfAReturn() throws {
    try put("out/returned/a_批注.xlsx")
    try put("out/summary.xlsx")
    #expect(throws: InboxError.wouldReplace("returned/a_批注.xlsx")) {
      try Inbox([root + "/out/returned"], output: root + "/out")
    }
    #expect(throws: InboxError.wouldReplace("summary.xlsx")) {
      try Inbox([root + "/out/summary.xlsx"], output: root + "/out")
    }
    #expect(try Inbox([root + "/out/returned"], output: root + "/again").inputs.count == 1)
  }

  @Test func aNameOfNoEncodingKeepsItsBytesApart() throws {
    #expect(EncodedName.decoded([0xFF, 0xFE, 0x2E, 0x78]) == "\u{FF}\u{FE}.x")
    #expect(EncodedName.decoded([0xB1, 0xED, 0xFF]) == "\u{B1}\u{ED}\u{FF}")
  }

  @Test func anEntryThatLeadsOutOfItsBundleIsRefusedNotPassedOver() throws {
    try put(
      "b.zip",
      try ZipArchive.packing([(name: "a.xlsx", bytes: [1]), (name: "xx/evil.xlsx", bytes: [2])])
        .replacing("xx/evil", with: "../evil"))
    let inputs = try Inbox([root + "/b.zip"]).inputs
    #expect(inputs.map(\.file) == ["b.zip/../evil.xlsx", "b.zip/a.xlsx"])
    #expect(throws: WorkbookError.self) { try inputs[0].read() }
  }

  @Test func namesAreComposed() throws {
    try put("in/Cafe\u{301}.xlsx")
    #expect(
      try files("in").map { Array($0.unicodeScalars) } == [Array("Caf\u{E9}.xlsx".unicodeScalars)])
  }

  @Test func aNameInGB18030IsReadAndItsFileOpened() throws {
    try put("in/x")
    let folder = SystemPath(root + "/in")
    let name: [UInt8] = [0xB1, 0xED, 0x2E, 0x78, 0x6C, 0x73, 0x78]
    let renamed = SystemPath(root + "/in/x").call { old in
      folder.appending(name).call { new in rename(old, new) }
    }
    #expect(renamed == 0)
    let inbox = try Inbox([root + "/in"])
    #expect(inbox.inputs.map(\.file) == ["表.xlsx"])
    #expect(try inbox.inputs.first?.read() == [1, 2, 3])
  }

  @Test func aBundleIsTakenApart() throws {
    let bundle = try ZipArchive.packing([
      (name: "二局/", bytes: []), (name: "二局/表.xlsx", bytes: [2]), (name: "一局.xlsx", bytes: [1]),
      (name: "__MACOSX/._一局.xlsx", bytes: [9]), (name: "二局/~$表.xlsx", bytes: [9]),
      (name: "内.zip", bytes: [3]),
    ])
    try put("in/回收.ZIP", bundle)
    let inbox = try Inbox([root + "/in"])
    #expect(
      inbox.inputs.map(\.file) == ["回收.ZIP/一局.xlsx", "回收.ZIP/二局/表.xlsx", "回收.ZIP/内.zip"])
    #expect(try inbox.inputs.map { try $0.read() } == [[1], [2], [3]])
    #expect(try inbox.inputs.first?.read() == [1])
  }

  @Test func backslashesInABundlePartFolders() throws {
    try put(
      "b.zip",
      try ZipArchive.packing([
        (name: "甲局/", bytes: []), (name: "甲局/表.xlsx", bytes: [1]),
        (name: "乙局/x/表.xlsx", bytes: [2]),
        (name: "aa/x.xlsx", bytes: [9]),
      ])
      .replacing("甲局/", with: "甲局\\").replacing("乙局/x/", with: "乙局\\x\\")
      .replacing("aa/x.xlsx", with: "..\\x.xlsx"))
    let inputs = try Inbox([root + "/b.zip"]).inputs
    #expect(
      inputs.map(\.file) == ["b.zip/../x.xlsx", "b.zip/乙局/x/表.xlsx", "b.zip/甲局/表.xlsx"])
    #expect(try inputs.dropFirst().map { try $0.read() } == [[2], [1]])
    #expect(throws: WorkbookError.self) { try inputs[0].read() }
  }

  @Test func bundlesWithinBundlesAreTakenApart() throws {
    let inner = try ZipArchive.packing([(name: "表.xlsx", bytes: [1]), (name: "b.xlsx", bytes: [2])])
    let middle = try ZipArchive.packing([
      (name: "局.zip", bytes: inner), (name: "c.xlsx", bytes: [3]),
    ])
    try put("市.zip", try ZipArchive.packing([(name: "县.zip", bytes: middle)]))
    let inputs = try Inbox([root + "/市.zip"]).inputs
    #expect(
      inputs.map(\.file) == [
        "市.zip/县.zip/c.xlsx", "市.zip/县.zip/局.zip/b.xlsx", "市.zip/县.zip/局.zip/表.xlsx",
      ])
    #expect(try inputs.map { try $0.read() } == [[3], [2], [1]])
    #expect(try inputs.map { try $0.read() } == [[3], [2], [1]])
  }

  @Test func bundlesAreOpenedThreeDeepAndNoDeeper() throws {
    var bytes: [UInt8] = [1]
    for name in ["表.xlsx", "四.zip", "三.zip", "二.zip"] {
      bytes = try ZipArchive.packing([(name: name, bytes: bytes)])
    }
    try put("一.zip", bytes)
    #expect(try files("一.zip") == ["一.zip/二.zip/三.zip/四.zip"])
  }

  @Test func bundlesWithinABundleAreLeftClosedOnceTheyWouldHoldTooMuch() throws {
    let county = try ZipArchive.packing(["a.xlsx", "b.xlsx", "c.xlsx"].map { ($0, [1]) })
    try put("市.zip", try ZipArchive.packing([(name: "县.zip", bytes: county), ("d.xlsx", [1])]))
    func listed(atMost count: Int) throws -> [String]? {
      var limits = Limits.standard
      limits.bundleEntries = count
      return
        ReturnBundle.inputs(path: SystemPath(root + "/市.zip"), name: "市.zip", limits: limits)?
        .map(\.file)
    }
    #expect(try listed(atMost: 5)?.count == 4)
    #expect(try listed(atMost: 4) == ["市.zip/d.xlsx", "市.zip/县.zip"])
    #expect(try listed(atMost: 1) == nil)
  }

  @Test func anArchiveThatIsNoBundleIsOneInput() throws {
    try put("book.zip", try ZipArchive.packing([(name: "[Content_Types].xml", bytes: [1])]))
    try put("broken.zip", [0x50, 0x4B, 3, 4, 5])
    try put("empty.zip", [])
    #expect(
      try files("book.zip", "broken.zip", "empty.zip") == ["book.zip", "broken.zip", "empty.zip"])
  }

  @Test func aFileBeyondTheLimitIsNotRead() throws {
    try put("big.xlsx", [UInt8](repeating: 0, count: 100))
    var limits = Limits.standard
    limits.fileBytes = 99
    let input = try #require(try Inbox([root + "/big.xlsx"]).inputs.first)
    #expect(
      throws: WorkbookError.beyondLimit(.fileBytes, found: 100, allowed: 99, part: "big.xlsx")
    ) {
      try input.read(limits: limits)
    }
  }

  @Test func anArgumentThatIsNotThereIsAnError() {
    #expect(throws: InboxError.missing(root + "/none")) { try Inbox([root + "/none"]) }
    #expect(throws: InboxError.notAFile("/dev/null")) { try Inbox(["/dev/null"]) }
  }
}

extension [UInt8] {
  /// The bytes with one text in the place of another of the same length.
  fileprivate func replacing(_ old: String, with new: String) -> [UInt8] {
    var bytes = self
    let (from, into) = (Array(old.utf8), Array(new.utf8))
    for start in bytes.indices.dropLast(from.count - 1)
    where bytes[start...].starts(with: from) {
      bytes.replaceSubrange(start..<(start + from.count), with: into)
    }
    return bytes
  }
}
