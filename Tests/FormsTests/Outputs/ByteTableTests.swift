import Testing

@testable import Forms

@Suite struct ByteTableTests {
  @Test func whatIsPutInIsFoundBelowItsNumberAlone() {
    var table = ByteTable(most: 5_000)
    let texts = (0..<1_500).map { Array((String(repeating: "项", count: $0 % 9) + "\($0)").utf8) }
    for (number, text) in texts.enumerated() { table.insert(text[...], number % 3, number) }
    for (number, text) in texts.enumerated() {
      #expect(table.find(([0x20] + text)[1...], number % 3) == number)
      #expect(table.find(text[...], number % 3 + 1) == nil)
      #expect(table.find((text + [0])[...], number % 3) == nil)
    }
  }

  @Test func pastItsBoundNothingIsPutIn() {
    var table = ByteTable(most: 2)
    for number in 0..<3 { table.insert([UInt8(number)], 0, number) }
    #expect([0, 1, 2].map { table.find([UInt8($0)], 0) } == [0, 1, nil])
  }
}
