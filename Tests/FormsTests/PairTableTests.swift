import Testing
import Workbooks

@testable import Evaluation
@testable import Forms

@Suite struct PairTableTests {
  @Test(arguments: [0, 1, 31, 32, 2_000])
  func aPairHasTheNumberItWasGivenLast(expected: Int) {
    var table = PairTable(expected: expected)
    let pairs = (0..<1_500 as Range<UInt64>).map { number -> (UInt64, UInt64) in
      ((number % 40) << 32 | number, 100 + number % 7)
    }
    for (number, pair) in pairs.enumerated() {
      let other = table.update(pair.0, pair.1, to: Int32(number))
      #expect(other == nil)
    }
    #expect(table.count == 1_500)
    for (number, pair) in pairs.enumerated() {
      #expect(table.find(pair.0, pair.1) == Int32(number))
      #expect(table.find(pair.0, pair.1 + 7) == nil && table.find(pair.1, pair.0) == nil)
      let other = table.update(pair.0, pair.1, to: -1)
      #expect(other == Int32(number))
    }
    #expect(table.count == 1_500 && table.find(0, 100) == -1)
    table.removeAll()
    #expect(table.count == 0 && table.find(0, 100) == nil)
  }

  @Test func textsHaveOneNumberWhereTheyAreEqual() {
    var numbers = TextNumbers()
    let given = ["甲", "é", "乙", "e\u{301}", "甲"].map { numbers.number(of: $0) }
    #expect(given == [0, 1, 2, 1, 0])
  }

  @Test func cellsAreReadAnewOnceTooManyAreKept() {
    func typed(_ text: String) -> Typed { Typed(.text(text), at: Place(sheet: "表", cell: nil)) }
    var cells = ProgrammeCells(blank: Typed(.blank, at: Place(sheet: "表", cell: nil)))
    var numbers: Set<Int> = []
    for row in 0..<10_000 {
      cells.beginRow()
      let text = "\(row)"
      cells.put(.projectName, .text(Array(text.utf8)[...]), string: row, style: 1) { typed(text) }
      let isKnown = cells.put(.unit, string: row, style: 1)
      let isKnownInOther = cells.put(.goal, string: row, style: 2)
      #expect(isKnown && !isKnownInOther)
      #expect(cells[.projectName].text == text && cells[.unit] === cells[.projectName])
      #expect(cells[.goal].isBlank)
      numbers.insert(cells[.projectName].number)
    }
    #expect(numbers.count == 10_000 && !numbers.contains(cells[.goal].number))
    cells.beginRow()
    let isFirstKnown = cells.put(.unit, string: 0, style: 1)
    let isLastKnown = cells.put(.unit, string: 9_999, style: 1)
    #expect(!isFirstKnown && isLastKnown && cells[.unit].text == "9999")
    cells.put(.goal, .text([0x31]), string: nil, style: 1) { typed("again") }
    #expect(cells[.goal].text == "again")
  }
}
