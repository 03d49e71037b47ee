import Figures
import Testing

@testable import Evaluation

/// Which row is which indicator, whatever the order in which rows are asked about.
@Suite struct IndicatorMatchTests {
  private struct Row {
    var name: String
    var key: String?
    /// The indicator whose figures are printed in it.
    var figures: Int
  }

  private static let issued = (1...12).map { number in
    Programme.Indicator(
      id: "I\(number)", tier1: "产出指标", tier2: number < 7 ? "数量指标" : "质量指标", name: "指标\(number)",
      unit: "", target: .atLeast(Figure(number)), targetText: "≥\(number)", points: nil)
  }

  /// For each row the number of its indicator, 0 for none.
  private static func match(_ rows: [Row], blank: [Programme.Indicator] = issued) -> [Int] {
    let lines = rows.map { row in
      IndicatorLine(tier1: "产出指标", tier2: "", name: row.name, cells: [:], namedKey: row.key)
    }
    let match = IndicatorMatch(
      lines, issued: issued, blank: blank,
      fits: { row, place in
        rows[row].figures == place + 1
      })
    return match.issued.map { indicator in
      indicator.flatMap { Int($0.id.dropFirst()) } ?? 0
    }
  }

  private static func intact() -> [Row] {
    (1...12).map { Row(name: "指标\($0)", key: "I\($0)", figures: $0) }
  }

  @Test(arguments: 1...40) func `rows that take their names along are matched alike in any order`(
    _ seed: UInt64
  ) {
    var numbers = SeededNumbers(seed: seed)
    var rows = Self.intact()
    // A few labels changed, a few names lost, never both on one row.
    for index in rows.indices {
      switch numbers.next() % 5 {
      case 0: rows[index].name = "另名\(index)"
      case 1: rows[index].key = nil
      default: break
      }
    }
    var order = Array(rows.indices)
    order.shuffle(using: &numbers)
    #expect(Self.match(rows) == Array(1...12))
    #expect(Self.match(order.map { rows[$0] }) == order.map { $0 + 1 })
  }

  @Test(arguments: 1...40) func `contents sorted under their names are matched by their labels`(
    _ seed: UInt64
  ) {
    var numbers = SeededNumbers(seed: seed)
    var order = Array(0..<12)
    order.shuffle(using: &numbers)
    let rows = order.enumerated().map { place, content in
      Row(name: "指标\(content + 1)", key: "I\(place + 1)", figures: content + 1)
    }
    #expect(Self.match(rows) == order.map { $0 + 1 })
  }

  @Test(arguments: 1...40) func `no two rows are ever one indicator`(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    func pick() -> Int { Int(numbers.next() % 12) + 1 }
    let count = Int(numbers.next() % 6) + 9
    let rows = (0..<count).map { _ in
      Row(name: "指标\(pick())", key: numbers.next() % 3 == 0 ? nil : "I\(pick())", figures: pick())
    }
    let matched = Self.match(rows).filter { $0 > 0 }
    #expect(Set(matched).count == matched.count)
  }

  /// Rows that all stand as issued are matched at once. A name that nobody issued, in a row at the
  /// end, sends them the way that all others go.
  @Test(arguments: 1...60) func `rows as issued are matched as all others are`(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    func pick(_ words: [String]) -> String { words[Int(numbers.next() % UInt64(words.count))] }
    let issued = (1...8).map { number in
      Programme.Indicator(
        id: "I\(number)", tier1: pick(["产出指标", "效益指标"]), tier2: pick(["数量指标", "质量指标"]),
        name: pick(["指标（一）", "指标(一)", "指标二", "指标三", "指标4", "指标5", "指标6", "指标7"]),
        unit: "", target: .atLeast(Figure(number)), targetText: "", points: nil)
    }
    let points = pick(["", "（50分）"])
    let count = Int(numbers.next() % 8) + 1
    let lines = issued.prefix(count).map { due in
      IndicatorLine(
        tier1: due.tier1 + points, tier2: due.tier2, name: due.name, cells: [:])
    }
    let other = IndicatorLine(tier1: "", tier2: "", name: "另名", cells: [:])
    let (short, full) = (
      IndicatorMatch(lines, issued: issued), IndicatorMatch(lines + [other], issued: issued)
    )
    #expect(short.issued == Array(full.issued.dropLast()))
    #expect(short.missing == full.missing)
    #expect(short.moved == full.moved)
  }

  @Test func `a row known by its order alone needs its figures`() {
    var rows = Self.intact()
    rows[4] = Row(name: "另名", key: nil, figures: 5)
    #expect(Self.match(rows)[4] == 5)
    rows[4].figures = 0
    #expect(Self.match(rows)[4] == 0)
    rows[4].figures = 5
    rows.remove(at: 0)
    #expect(Self.match(rows)[3] == 0)
  }

  @Test func `a label as the blank words it is no other where the programme was reworded`() {
    var blank = Self.issued
    blank[2].name = "旧名"
    var rows = Self.intact()
    rows[2] = Row(name: "旧名", key: nil, figures: 0)
    rows.swapAt(2, 7)
    #expect(Self.match(rows, blank: blank) == [1, 2, 8, 4, 5, 6, 7, 3, 9, 10, 11, 12])
  }

  @Test(arguments: [
    ("I01", "I01"), ("a_9", "a_9"), ("指标1", "row3"), ("1.2", "row3"), ("total", "row3"),
    ("Fund_x", "row3"), ("row7", "row3"), ("", "row3"),
  ])
  func `an id that no name may have gives way to the row's number`(_ id: String, _ key: String) {
    #expect(Programme.Indicator.key(id: id, number: 3) == key)
  }
}
