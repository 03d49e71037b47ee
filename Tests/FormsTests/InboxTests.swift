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
    #expect(try files("in") == ["a/b.xlsx", "link.xlsx"])
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
