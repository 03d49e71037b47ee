public import Evaluation
internal import Figures
internal import Workbooks

/// A form of a return with all that is known of it once it is scored; handed on by reference, for
/// it is large.
public final class ScoredForm: Sendable {
  /// Where it stands.
  public let form: FoundForm
  /// What was read from it.
  public let report: Report
  /// Its scores and findings.
  public let evaluated: Evaluated
  /// What it was returned for, in words (`2024年度市级项目支出绩效自评`); "" says nothing.
  public let occasion: String
  /// The unit of its money (万元).
  public let fundUnit: String
  /// The id of the scheme it was scored by; "" says nothing.
  public let scheme: String
  /// What became of the findings of the return it replaces; `nil` where it replaces none.
  public let rectification: Rectification?

  /// A form, scored.
  public init(
    form: FoundForm, report: Report, evaluated: Evaluated, occasion: String, fundUnit: String,
    scheme: String = "", rectification: Rectification? = nil
  ) {
    self.form = form
    self.report = report
    self.evaluated = evaluated
    self.occasion = occasion
    self.fundUnit = fundUnit
    self.scheme = scheme
    self.rectification = rectification
  }

  var card: Scorecard { evaluated.scorecard }

  /// Whether anything in it is scored in points.
  var hasScores: Bool {
    card.total != nil || card.execution?.score != nil
      || card.indicators.contains { $0.score != nil }
  }

  /// The findings, once they are put in order.
  var findings: [Finding] { evaluated.findings }

  /// The same with the graver findings first, otherwise in their order.
  var inOrder: ScoredForm {
    let areInOrder = findings.indices.dropFirst().allSatisfy {
      findings[$0 - 1].severity >= findings[$0].severity
    }
    if areInOrder { return self }
    var ordered = evaluated
    ordered.findings = Severity.allCases.reversed().flatMap { severity in
      findings.filter { $0.severity == severity }
    }
    return ScoredForm(
      form: form, report: report, evaluated: ordered, occasion: occasion, fundUnit: fundUnit,
      scheme: scheme, rectification: rectification)
  }

  /// The cell of a place on the form's own sheet.
  func cell(_ place: Place?) -> CellReference? {
    guard let place, place.sheet == form.sheet else { return nil }
    return place.reference
  }

  /// Whether the unit wrote a reason beside an indicator.
  func givesReason(for indicator: IndicatorResult) -> Bool {
    report.indicators.contains { line in
      line.cells[.actual]?.place == indicator.place && line.cells[.reason]?.isBlank == false
    }
  }
}

extension Place {
  /// The cell it names; of several the first.
  var reference: CellReference? {
    cell.flatMap { CellReference($0) ?? CellRange($0)?.first }
  }
}
