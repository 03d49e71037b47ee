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
}
