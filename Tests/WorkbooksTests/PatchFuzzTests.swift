import Testing

@testable import Workbooks

@Suite("Patching what was damaged")
struct PatchFuzzTests {
  /// A small generator, so that every run tries the same damage.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(sides, 1)))
    }
  }

  @Test("damaged parts give an error or a readable workbook, never a crash", arguments: 0..<16)
  func survives(_ seed: Int) throws {
    var builder = PackageBuilder()
    builder.addSheet(
      "自评表", "<row r=\"2\" spans=\"1:2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"/></row>")
    let patch = try samplePatch(sheet: "自评表")
    let good = try WorkbookPatch.apply(patch, to: builder.packed()).bytes
    let prior = try #require(PriorPatch.find(in: Workbook.read(good)))
    let parts = try entries(of: good).sorted { $0.key < $1.key }
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<25 {
      var damaged = parts.map { (name: $0.key, bytes: $0.value) }
      let victim = dice.roll(damaged.count)
      for _ in 0...dice.roll(4) where !damaged[victim].bytes.isEmpty {
        let at = dice.roll(damaged[victim].bytes.count)
        switch dice.roll(4) {
        case 0: damaged[victim].bytes[at] = UInt8(dice.roll(256))
        case 1: damaged[victim].bytes.remove(at: at)
        case 2: damaged[victim].bytes[at] = UInt8(0x30 + dice.roll(10))
        default:
          let length = min(dice.roll(60), damaged[victim].bytes.count - at)
          damaged[victim].bytes.insert(
            contentsOf: damaged[victim].bytes[at..<(at + length)], at: at)
        }
      }
      var again = patch
      again.removing = prior
      let bytes = try ZipArchive.packing(damaged)
      do { _ = try WorkbookPatch.apply(again, to: bytes) } catch { _ = error.description }
      do { _ = try WorkbookPatch.apply(patch, to: bytes) } catch { _ = error.description }
    }
  }
}
