@testable import Evaluation
import Figures

/// A value, its sign and its unit, a line each; every kind of cell and every measure is tried.
enum ValueFuzzing {
  private static let rules = ShippedSchemes.official.scoring
  private static let form = TargetParser(rules)
  private static let programme = TargetParser(rules, readsFractions: false)
  private static let place = Place(sheet: "自评表", cell: "E5")

  static func run(_ input: [UInt8]) {
    let text = String(decoding: input.prefix(600), as: UTF8.self)
    let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    let content = String(lines.first ?? "")
    let sign = lines.count > 1 ? Typed(.text(String(lines[1])), at: place) : nil
    let unit = lines.count > 2 ? String(lines[2]) : ""
    for typed in cells(content, unit: unit) {
      for measure in [Measure.of(unit: unit), .percent, .money(unit: "万元")] {
        hold(form.values.number(typed, as: measure))
      }
      _ = form.values.isReason(typed)
      for parser in [form, programme] {
        _ = parser.read(typed, sign: sign, unit: unit)
        _ = parser.read(typed, unit: unit)
      }
    }
    _ = UnitText(unit)
    _ = Figure(content)
  }

  private static func cells(_ content: String, unit: String) -> [Typed] {
    [
      Typed(.text(content), at: place),
      Typed(.number(content, isPercent: false, shownDecimals: 2), at: place),
      Typed(.number(content, isPercent: true, shownDecimals: nil), at: place),
      Typed(
        .number(content, isPercent: false, shownDecimals: nil), at: place,
        frame: Typed.Frame(before: "≥", after: unit)),
    ]
  }

  private static func hold(_ reading: Reading) {
    promise(reading.figure != nil || !reading.remarks.isEmpty, "no reading fails in silence")
    promise(reading.decimals >= 0, "decimals are not negative")
  }
}
