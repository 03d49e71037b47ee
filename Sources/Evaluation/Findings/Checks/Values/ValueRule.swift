/// What one code of family V says of a value; how it is read stands in Evaluation/Reading.
protocol ValueRule: SendableMetatype {
  /// What is wrong, and what to do about it.
  typealias Words = (message: String, advice: String)

  /// The code it is about.
  static var code: FindingCode { get }

  /// - Parameter column: the column it stands in, in the words of the form.
  static func words(_ remark: Reading.Remark, column: String) -> Words
}

/// Every rule of family V.
enum ValueRules {
  private static let all: [any ValueRule.Type] = [
    BlankCells.self, UnclearNumbers.self, UnusualCharacters.self, TypedUnits.self,
    NumbersAsText.self, PercentagesAsText.self, DoubtfulPercentages.self,
    DoubtfulMagnitudes.self, FormulasWithoutResult.self, ErrorValues.self, DatesForNumbers.self,
    UnclearAnswers.self, WordsForNumbers.self, PromptsForValues.self, ActualsAsBounds.self,
    UnknownLevels.self,
  ]

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The words of a remark on how a value was read.
  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    byCode[remark.code]?.words(remark, column: column) ?? (remark.code.rawValue, "")
  }
}
