import Foundation
import Glibc
import Testing

@testable import Forms

/// What a killed run leaves behind, and what it does not take from a run that goes on.
@Suite final class LeftoversTests {
  private let root = NSTemporaryDirectory() + "leftovers-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(
      atPath: root + "/returned/局", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private func put(_ name: String) -> String {
    _ = FileManager.default.createFile(atPath: root + "/" + name, contents: Data("x".utf8))
    return name
  }

  private var names: [String] {
    let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.contains("part") || $0.contains("xlsx") }.sorted()
  }

  @Test func passingFilesOfNobodyGoFromTheFoldersOfTheOutputs() {
    let kept = [put("a.part"), put("returned/.scorebook-0.xlsx"), put("returned/局/a_批注.xlsx")]
    for name in [
      ".scorebook-0.part", ".scorebook-rows-2.part", "returned/.scorebook-1.part",
      "returned/局/.scorebook-0.part",
    ] {
      _ = put(name)
    }
    Leftovers.remove(besides: ["returned/局/a_批注.xlsx"], below: root)
    #expect(names == kept.sorted())
  }

  @Test func aFileThatIsBeingWrittenStays() throws {
    let file = try OutputFile("a", below: root)
    try file.write([1, 2, 3])
    Leftovers.remove(in: root)
    try file.finish()
    #expect(FileManager.default.contents(atPath: root + "/a") == Data([1, 2, 3]))
    #expect(names.isEmpty)
  }

  @Test func nothingIsTakenThroughALink() throws {
    let other = root + "/returned"
    _ = put("returned/.scorebook-0.part")
    try FileManager.default.createDirectory(
      atPath: root + "/out", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/out/returned", withDestinationPath: other)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/out/.scorebook-1.part", withDestinationPath: other + "/.scorebook-0.part")
    Leftovers.remove(besides: ["returned/a"], below: root + "/out")
    #expect(FileManager.default.fileExists(atPath: other + "/.scorebook-0.part"))
  }

  @Test func aFileThatAnotherRunTookAwayIsNotOnesOwn() {
    let path = root + "/gone"
    let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    #expect(Leftovers.claim(descriptor))
    unlink(path)
    #expect(!Leftovers.claim(descriptor))
  }

  @Test func threadsAllRunAndAreWaitedFor() {
    let seen = Counter()
    Threads.run(3) {
      seen.add()
    } here: {
      seen.add()
    }
    #expect(seen.count == 4)
    Threads.run(0) {
      seen.add()
    } here: {
      seen.add()
    }
    #expect(seen.count == 5)
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var count = 0
    func add() { lock.withLock { count += 1 } }
  }
}
