import Testing

@testable import Forms
@testable import Workbooks

@Suite struct LookupTests {
  @Test func manyLabelsAreFoundByTheirHashesInOrder() {
    var places = LabelPlaces()
    let hashes = (0..<500).map { UInt64($0 % 250) &* 0x9E37_79B9_7F4A_7C15 }
    for (place, hash) in hashes.enumerated() { places.add(place, hash: hash) }
    for (place, hash) in hashes.enumerated() {
      #expect(places.first(hash) { _ in true } == place % 250)
      #expect(places.first(hash) { $0 == place } == place)
    }
    #expect(places.first(7) { _ in true } == nil)
  }

  @Test(arguments: [
    ("项目编码", "项目编码", true), ("项目编码", "项目名称", false), ("é", "e\u{301}", true),
    ("豈", "\u{F900}", true), ("Å", "\u{212B}", true), ("数量（个）", "数量（个）", true),
    ("か\u{3099}", "が", true), ("a", "b", false), ("a\n1", "a\n2", false),
  ])
  func textsAreOneKeyWhereTheyAreEqual(_ one: String, _ other: String, _ areEqual: Bool) {
    #expect((one == other) == areEqual)
    #expect((TextKey(one) == TextKey(other)) == areEqual)
    #expect((Set([TextKey(one), TextKey(other)]).count == 1) == areEqual)
    #expect(TextKey.areEqual(one, other) == areEqual)
  }

  @Test(arguments: [
    ("", false, true), ("指标", true, true), ("三级指标名称及说明", true, true), ("指标1", true, false),
    ("㐀", false, false), ("鿿", true, true), ("ꀀ", false, false), ("abcdefgh指", true, false),
    ("数量（个）", true, false), ("é", false, false), ("😀", false, false), ("a", false, false),
  ])
  func aTextIsScannedForItsIdeographs(_ text: String, _ has: Bool, _ only: Bool) {
    for behind in ["", "项", "项目资金"] {
      let scan = ByteScan((text + behind).utf8.span)
      #expect(scan.hasIdeograph == (has || !behind.isEmpty))
      #expect(scan.isIdeographsOnly == only)
    }
  }

  @Test func textsThatDifferHaveHashesThatDiffer() {
    let texts = (1..<40).flatMap { count in
      ["a", "\u{0}", "项"].map { String(repeating: $0, count: count) + "\(count)" }
    }
    #expect(Set(texts.map { ByteScan($0.utf8.span).hash }).count == texts.count)
  }

  @Test func columnsAreInASetNearAndFar() {
    let columns = [1, 2, 63, 64, 65, 16_384]
    let set = ColumnSet(columns)
    #expect((0...16_385).filter(set.contains) == columns)
    #expect(!ColumnSet([]).contains(1) && !set.contains(-1))
  }

  @Test func ascendingNumbersAreSearched() {
    #expect((0...8).filter { Ascending.contains([1, 3, 4, 8], $0) } == [1, 3, 4, 8])
    #expect(!Ascending.contains([], 1))
  }

  @Test(arguments: [
    ("", false), ("abcdefg:", true), ("：", true), ("项目名称，单位", true), ("项目名称", false),
    ("a;b9<=>?", false), ("\u{BA}\u{3A}", true), ("abcdefghijkl", false),
  ])
  func whetherACharacterMayBeAColonIsToldByEightBytes(_ text: String, _ may: Bool) {
    let bytes = Array(text.utf8) + Array(repeating: 0x20, count: 16)
    let words = stride(from: 0, to: bytes.count - 8, by: 8).map { EightBytes.load(bytes.span, $0) }
    #expect(words.contains { EightBytes.mayHaveColon($0) } == may)
  }
}
