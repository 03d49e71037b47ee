import Testing

@testable import Workbooks

@Suite struct RepeatedPartsTests {
  private func deflated(_ bytes: [UInt8]) throws -> DeflatedPart {
    var deflater = try Deflater()
    return try deflater.deflate(bytes, part: "a.xml")
  }

  @Test func theSameBytesComeToTheSameStreamHoweverOftenTheyCome() throws {
    let bytes = Array("<a b=\"rund\">\(String(repeating: "自评", count: 500))</a>".utf8)
    let first = try deflated(bytes)
    for _ in 0..<3 { #expect(try deflated(bytes).bytes == first.bytes) }
    let inflated = try Inflater().inflate(
      first.bytes, size: bytes.count, checksum: first.checksum)
    #expect(inflated == bytes)
  }

  @Test func bytesOfOneLengthAndChecksumAreToldApart() {
    let one: [UInt8] = [1, 2]
    let other: [UInt8] = [3, 4]
    for _ in 0..<2 { RepeatedParts.note(one, checksum: 7, deflated: [9]) }
    #expect(RepeatedParts.deflated(one, checksum: 7) == [9])
    #expect(RepeatedParts.deflated(other, checksum: 7) == nil)
  }

  @Test func aPartIsKeptFromTheSecondTimeOn() {
    let bytes = Array("met once, then kept".utf8)
    RepeatedParts.note(bytes, checksum: 1, deflated: [5])
    #expect(RepeatedParts.deflated(bytes, checksum: 1) == nil)
    RepeatedParts.note(bytes, checksum: 1, deflated: [5])
    #expect(RepeatedParts.deflated(bytes, checksum: 1) == [5])
  }

  @Test func aPartThatIsAskedForOutlastsManyOthers() {
    let bytes = Array("asked for now and then".utf8)
    for _ in 0..<2 { RepeatedParts.note(bytes, checksum: 2, deflated: [6]) }
    for number in UInt8.min...UInt8.max {
      for checksum in UInt32(3)...4 {
        for _ in 0..<2 { RepeatedParts.note([number], checksum: checksum, deflated: [7]) }
      }
      #expect(RepeatedParts.deflated(bytes, checksum: 2) == [6])
    }
  }
}
