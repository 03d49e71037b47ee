import Evaluation
import Foundation
import Testing

/// Pairs of target and actual as units type them, and what comes of them: `Tests/vectors/readings.txt`,
/// written by `make_readings.py` from values known beforehand, and by hand.
@Suite struct ReadingVectorTests {
  private static let file = URL(filePath: #filePath)
    .appending(path: "../../vectors/readings.txt").standardized

  private static func rows() throws -> [[SheetText.Cell]] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return Array(SheetText(text).rows.dropFirst())
  }

  private func evaluated(_ row: [SheetText.Cell]) throws -> Evaluated {
    let name = row[0].text.plain
    let unit = row[1].text.plain
    let report = Rows.report([
      IndicatorLine(
        tier1: "产出指标", tier2: "数量指标", name: name,
        cells: [
          .name: Rows.typed(.text(name), "C2"), .target: row[2].spelled, .actual: row[3].spelled,
          .unit: Rows.typed(unit.isEmpty ? .blank : .text(unit), "U2"),
          .points: Rows.typed(.number("50", isPercent: false, shownDecimals: nil), "F2"),
        ])
    ])
    let programme = Programme(year: "2024", projects: [])
    return Evaluator(scheme: try ShippedScheme.mof.scheme, programme: programme).evaluate(report)
  }

  @Test func everyPairIsReadAsItsTableSays() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 300)
    for row in rows {
      let words = row.map(\.text.plain)
      let evaluated = try evaluated(row)
      let result = try #require(evaluated.scorecard.indicators.first)
      let target = result.target.map { "\($0.direction.rawValue) \($0.text)" } ?? "–"
      let codes = evaluated.findings.map(\.code.rawValue).filter {
        $0.hasPrefix("V") || $0 == "T001"
      }
      let got = [
        target, result.actual ?? "–", result.status.rawValue, codes.sorted().joined(separator: " "),
      ]
      #expect(got == Array(words[4...7]), "\(words[0...3].joined(separator: " | "))")
    }
  }
}
