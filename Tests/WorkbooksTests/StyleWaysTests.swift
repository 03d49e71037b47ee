import Testing

@testable import Workbooks

/// Styles that were given again, beside those that are made.
@Suite("Styles asked for again")
struct StyleWaysTests {
  private static func look(_ number: Int) -> Look {
    Look(CellStyle(font: .init("宋体", size: Double(number)), fill: RGB(0xABCDEF)))
  }

  private struct Outcome: Equatable {
    var numbers: [Int] = []
    var part: [UInt8] = []
  }

  /// Asks a workbook's styles for looks of these sizes, and for a conditional format.
  private func outcome(_ sizes: [Int], formats: Int) throws -> Outcome {
    var builder = PackageBuilder()
    builder.addSheet("自评表", "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")
    builder.setStyles(formatIDs: Array(repeating: 0, count: formats))
    var package = PackageEditor(try ZipArchive(try builder.packed()))
    let workbook = try WorkbookOutline(&package)
    var styles = try StyleEditor(&package, workbook)
    var outcome = Outcome()
    for size in sizes {
      outcome.numbers.append(styles.number(of: Self.look(size)))
      outcome.numbers.append(styles.number(of: HighlightStyle(fill: RGB(UInt32(size)))))
    }
    try styles.finish(&package)
    outcome.part = try package.read("xl/styles.xml") ?? []
    return outcome
  }

  @Test("the same looks come to the same part, however often and after whatever others")
  func again() throws {
    let orders = [
      [201, 202, 203], [201, 203, 202], [201, 202], [201, 202, 203, 204], [202, 201],
    ]
    // One styles.xml a run, so that nothing is known of it before.
    let made = try orders.enumerated().map { try outcome($1, formats: 20 + $0) }
    for _ in 0..<3 {
      for (order, formats) in zip(orders, 20...) {
        for other in orders { _ = try outcome(other, formats: formats) }
        #expect(try outcome(order, formats: formats) == made[formats - 20])
      }
    }
    let asked = Set(made.map(\.part))
    #expect(asked.count == orders.count)
  }

  @Test("what asks for nothing leaves the part as it is")
  func nothing() throws {
    let first = try outcome([], formats: 40).part
    for _ in 0..<3 {
      _ = try outcome([205], formats: 40)
      #expect(try outcome([], formats: 40).part == first)
    }
  }

  @Test("cells that refer to looks which are not there stay plain ones")
  func passedReferences() throws {
    let first = try outcome([206], formats: 1)
    for _ in 0..<3 { #expect(try outcome([206], formats: 1) == first) }
  }
}

extension StyleEditor {
  /// The number that a cell of a look carries.
  mutating func number(of look: Look) -> Int {
    var xml = ByteBuffer()
    xml.append(digits(of: look))
    return Int(xml.text) ?? -1
  }
}
