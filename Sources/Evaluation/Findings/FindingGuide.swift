/// What a finding means, for people who meet its code: in findings.md, and on request.
public struct FindingGuide: Hashable, Sendable {
  /// The code.
  public let code: FindingCode
  /// In a few words of the scheme's language (必填项未填).
  public let title: String
  /// What it means and why it matters, in English.
  public let meaning: String
  /// What must be at hand for the check to run; "" where it always runs.
  public let needs: String

  /// The guide to a code.
  public init(_ code: FindingCode) {
    self = Self.all[code] ?? FindingGuide(code, code.rawValue, "")
  }

  init(_ code: FindingCode, _ title: String, _ meaning: String, needs: String = "") {
    self.code = code
    self.title = title
    self.meaning = meaning
    self.needs = needs
  }

  private static let all: [FindingCode: FindingGuide] = {
    let pages = file + structure + values + targets + money + rates + comparisons
    return Dictionary(pages.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// The family a code belongs to, by its letter, in English.
  public static func family(of code: FindingCode) -> String {
    switch code.rawValue.first {
    case "F": "The file"
    case "S": "Its structure"
    case "V": "How values are read"
    case "T": "Targets, points and budgets as issued"
    case "B": "Money"
    case "R": "Rates, scores and reasons"
    default: "Comparisons"
    }
  }

  /// When the severity is another than the code's own; "" where it never is.
  public static func variant(of code: FindingCode) -> String {
    switch code {
    case .v001: "warning on a target, where the scheme lets a row stand without one"
    case .f009: "note where the two are byte for byte the same"
    case .v009: "note where the formula was evaluated here"
    case .b001: "note where the rounding of the addends explains the difference"
    case .r002: "note where the claim is below what was earned"
    default: ""
    }
  }
}
