import Testing

@testable import Workbooks

@Suite struct ZipOutputTests {
  private enum Contents: CaseIterable {
    case rows, noise, oneByte

    func bytes(_ count: Int) -> [UInt8] {
      var state: UInt32 = 7
      func next() -> UInt32 {
        state = state &* 1_664_525 &+ 1_013_904_223
        return state >> 16
      }
      var bytes: [UInt8] = []
      switch self {
      case .rows:
        while bytes.count < count {
          bytes += Array("<c r=\"A\(next() % 999)\" s=\"\(next() % 9)\"><v>\(next())</v></c>".utf8)
        }
      case .noise: for _ in 0..<count { bytes.append(UInt8(truncatingIfNeeded: next())) }
      case .oneByte: bytes = Array(repeating: 0x20, count: count)
      }
      return Array(bytes.prefix(count))
    }
  }

  @Test(
    arguments: Contents.allCases, [1, 7, 300, 65_535, 65_536, 200_000, 1_000_003])
  private func aStreamThatGoesOnIsFollowedByAnother(_ contents: Contents, _ count: Int) throws {
    let (first, second) = (contents.bytes(count), Contents.rows.bytes(5_000))
    var deflater = try Deflater()
    let stream =
      try DeflateStream.continued(try deflater.deflate(first, part: "a").bytes)
      + DeflateStream.continued(try deflater.deflate(second, part: "a").bytes)
      + deflater.deflate([], part: "a").bytes
    let whole = first + second
    let checksum = try deflater.deflate(whole, part: "a").checksum
    #expect(try Inflater().inflate(stream, size: whole.count, checksum: checksum) == whole)
  }

  @Test func aFixedBlockAndAStoredOneAreFollowedByAnother() throws {
    // “a” in a block of fixed codes (RFC 1951, 3.2.6), and in a stored one.
    let fixed: [UInt8] = [0x4B, 0x04, 0x00]
    let stored: [UInt8] = [0x01, 0x01, 0x00, 0xFE, 0xFF, 0x61]
    let stream = try DeflateStream.continued(fixed) + DeflateStream.continued(stored) + fixed
    var deflater = try Deflater()
    let checksum = try deflater.deflate(Array("aaa".utf8), part: "a").checksum
    #expect(try Inflater().inflate(stream, size: 3, checksum: checksum) == Array("aaa".utf8))
  }

  @Test(arguments: 0..<60) func whatIsCutOffIsNoStream(_ kept: Int) throws {
    var deflater = try Deflater()
    let stream = try deflater.deflate(Contents.rows.bytes(400), part: "a").bytes
    #expect(throws: DeflateStream.Fault.self) {
      try DeflateStream.continued(Array(stream.prefix(min(kept, stream.count - 1))))
    }
  }

  @Test(arguments: [0, 1, ZipOutput.piece - 1, ZipOutput.piece, 2 * ZipOutput.piece + 9])
  func aPartOfAnySizeIsWrittenInPieces(_ size: Int) throws {
    let rows = try ScratchFile(in: nil)
    let contents = Contents.rows.bytes(size)
    try rows.append(contents)
    let old = try ZipArchive.packing([("a", [1, 2, 3]), ("b", [4]), ("c", [])])
    var written: [UInt8] = []
    try ZipArchive(old).write(
      .init(replaced: ["c": Array("新".utf8)], added: [("文/d", [5])], removed: ["a"]),
      streaming: [
        ("b", try StreamedPart([.bytes([0x3E]), .file(rows), .bytes([0x3C])])),
        ("e", try StreamedPart([.file(rows)])),
      ], scratch: nil
    ) { written += $0 }
    let archive = try ZipArchive(written, limits: Self.wide)
    #expect(archive.entries.map(\.name) == ["b", "c", "文/d", "e"])
    let parts = try archive.entries.map { try archive.read($0) }
    #expect(parts == [[0x3E] + contents + [0x3C], Array("新".utf8), [5], contents])
  }

  private func parts(of bytes: [UInt8]) throws -> [String: [UInt8]] {
    let archive = try ZipArchive(bytes)
    var parts: [String: [UInt8]] = [:]
    for entry in archive.entries { parts[entry.name] = try archive.read(entry) }
    return parts
  }

  private static var wide: Limits {
    var limits = Limits.standard
    limits.ratio = .max
    return limits
  }

  @Test func whatTheSinkThrowsEndsTheWriting() throws {
    struct Full: Error {}
    let old = try ZipArchive.packing([("a", [1, 2, 3])])
    #expect(throws: Full.self) {
      try ZipArchive(old).write(.init(), streaming: [], scratch: nil) { _ in throw Full() }
    }
  }

  @Test func theSameWorkbookIsWrittenPieceByPiece() throws {
    func workbook() throws -> WorkbookWriter {
      var writer = try WorkbookWriter(streaming: true)
      let sheet = try writer.addSheet(named: "a")
      let style = CellStyle(font: .init("宋体"))
      try writer.write(.text("题"), at: #require(CellReference("A1")), on: sheet)
      for row in 2...300 {
        let cell = StreamedCell(
          column: 1, value: .text("_x0041_ <\(row)>"), style: style,
          link: .file("returned/\(row / 2).xlsx", place: "Sheet1!A1"))
        try writer.append(row: row, height: 15.75, [cell], on: sheet)
      }
      return writer
    }
    var pieces: [UInt8] = []
    try workbook().write { pieces += $0 }
    let whole = try workbook().bytes()
    #expect(try parts(of: pieces) == parts(of: whole))
  }
}
