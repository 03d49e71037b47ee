public import Evaluation
internal import Figures
internal import Workbooks

/// A form of a return with all that is known of it once it is scored.
public struct ScoredForm: Sendable {
  /// Where it stands.
  public var form: FoundForm
  /// What was read from it.
  public var report: Report
  /// Its scores and findings.
  public var evaluated: Evaluated
  /// What it was returned for, in words (`2024年度市级项目支出绩效自评`); "" says nothing.
  public var occasion: String
  /// The unit of its money (万元).
  public var fundUnit: String
  /// The id of the scheme it was scored by; "" says nothing.
  public var scheme: String
  /// What became of the findings of the return it replaces; `nil` where it replaces none.
  public var rectification: Rectification?

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
    var ordered = self
    ordered.evaluated.findings = Severity.allCases.reversed().flatMap { severity in
      evaluated.findings.filter { $0.severity == severity }
    }
    return ordered
  }

  /// The cell of a place on the form's own sheet.
  func cell(_ place: Place?) -> CellReference? {
    guard let place, place.sheet == form.sheet else { return nil }
    return place.reference
  }

  /// The row of an indicator; `nil` where it is not in the form.
  func row(of indicator: IndicatorResult) -> Int? { cell(indicator.place)?.row }

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
