import Foundation
import Testing

@testable import Workbooks

@Suite struct PlainArchiveTests {
  /// What the library of zip archives makes of the same changes.
  private static func byLibrary(_ bytes: [UInt8], _ changes: Changes) -> [UInt8]? {
    guard let archive = try? ZipArchive(bytes) else { return nil }
    var asked = ZipArchive.Changes(added: changes.added)
    for (place, entry) in archive.entries.enumerated() {
      switch changes.asked(place) {
      case .kept: continue
      case .removed: asked.removed.insert(entry.name)
      case .replaced(let new): asked.replaced[entry.name] = new
      }
    }
    return try? archive.rewriting(asked)
  }

  /// What is written without it; `nil` where the archive is not plain.
  private static func plainly(_ bytes: [UInt8], _ changes: Changes) throws -> [UInt8]? {
    guard let archive = try? ZipArchive(bytes), let plain = archive.plain else { return nil }
    return try plain.rewriting(
      archive.entries.indices.map { changes.asked($0) }, adding: changes.added)
  }

  struct Changes: Sendable {
    var removed: Set<Int> = []
    var replaced: [Int: [UInt8]] = [0: Array("first".utf8)]
    var added: [(name: String, bytes: [UInt8])] = []

    fileprivate func asked(_ place: Int) -> PlainArchive.Asked {
      if removed.contains(place) { return .removed }
      return replaced[place].map { .replaced($0) } ?? .kept
    }
  }

  private static let asked: [Changes] = [
    Changes(),
    Changes(removed: [1], added: [("x/new.xml", Array("new".utf8)), ("y", [])]),
    Changes(removed: [0], replaced: [2: [UInt8](repeating: 0x41, count: 70_000)]),
  ]

  @Test(arguments: Corpus.samples, asked.indices)
  func sampleWorkbooksAreWrittenAsTheLibraryWritesThem(_ file: String, _ at: Int) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: file)))
    guard let written = try Self.plainly(bytes, Self.asked[at]) else { return }
    #expect(written == Self.byLibrary(bytes, Self.asked[at]))
  }

  @Test(.enabled(if: Corpus.isPresent), arguments: asked.indices)
  func workbooksOfOthersAreWrittenAsTheLibraryWritesThem(_ at: Int) throws {
    var count = 0
    for file in Corpus.files {
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      guard let written = try Self.plainly(bytes, Self.asked[at]) else { continue }
      count += 1
      #expect(written == Self.byLibrary(bytes, Self.asked[at]), "\(file)")
    }
    #expect(count > 10)
  }

  private static let small: [UInt8] =
    (try? ZipArchive.packing([
      ("a.xml", Array("first".utf8)), ("b", Array("second".utf8)), ("c/d", [1, 2, 3]),
    ])) ?? []

  /// Every byte of headers and directory changed: what libzip cannot write is not written, and what
  /// is written is what libzip writes.
  @Test(arguments: [0x01, 0x08, 0x20, 0x80, 0xFF] as [UInt8])
  func aChangedByteIsWrittenAsTheLibraryWritesIt(_ mask: UInt8) throws {
    var count = 0
    for place in Self.small.indices {
      var bytes = Self.small
      bytes[place] ^= mask
      for changes in Self.asked {
        guard let written = try Self.plainly(bytes, changes) else { continue }
        count += 1
        #expect(written == Self.byLibrary(bytes, changes), "byte \(place)")
      }
    }
    #expect(count > Self.small.count / 4)
  }

  @Test func partsThatAreThereStayAsTheyAre() throws {
    let written = try #require(try Self.plainly(Self.small, Changes()))
    let archive = try ZipArchive(written)
    #expect(archive.entries.map(\.name) == ["a.xml", "b", "c/d"])
    let contents = try archive.entries.map { try archive.read($0) }
    #expect(contents == [Array("first".utf8), Array("second".utf8), [1, 2, 3]])
  }

  /// What libzip does with these is more than writing parts one behind the other.
  @Test(arguments: [
    Changes(replaced: [1: [7]]), Changes(removed: [0, 1, 2], replaced: [:]),
    Changes(added: [("预算", [1])]), Changes(added: [("folder/", [])]),
    Changes(added: [("../x", [1])]),
  ])
  func changesOutOfTheOrdinaryAreLeftToTheLibrary(_ changes: Changes) throws {
    #expect(try Self.plainly(Self.small, changes) == nil)
  }

  @Test func archivesOutOfTheOrdinaryAreLeftToTheLibrary() throws {
    let end = Self.small.count - 22
    // A comment; bytes before the directory; a second end within the first part.
    let commented = Array(Self.small[..<(end + 20)]) + [2, 0, 0x41, 0x42]
    #expect(try Self.plainly(commented, Changes()) == nil)
    #expect(try Self.plainly(Self.small + [0], Changes()) == nil)
    let doubled = try ZipArchive(Self.small).rewriting(
      .init(replaced: ["b": [0x50, 0x4B, 5, 6, 0x50, 0x4B, 5, 6]]))
    let archive = try ZipArchive(doubled)
    #expect((archive.plain == nil) == Self.holdsEndWithin(doubled))
  }

  private static func holdsEndWithin(_ bytes: [UInt8]) -> Bool {
    let end: [UInt8] = [0x50, 0x4B, 5, 6]
    return (0..<(bytes.count - 22)).contains { Array(bytes[$0..<($0 + 4)]) == end }
  }
}
