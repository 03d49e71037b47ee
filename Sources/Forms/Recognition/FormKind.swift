internal import Evaluation

/// One kind of form with all that handles it: a scheme, made ready for any number of returns. Handed on by
/// reference: it holds some hundred words.
final class FormKind: Sendable {
  let scheme: Scheme
  let evaluator: Evaluator
  let finder: FormFinder
  let reader: ReturnReader
  /// What the round is about, for the head of 审核结果.
  let occasion: String

  init(_ scheme: Scheme, _ finder: FormFinder, programme: Programme?) {
    self.scheme = scheme
    evaluator = Evaluator(scheme: scheme, programme: programme)
    self.finder = finder
    reader = ReturnReader(finder)
    occasion = SummaryRound.title(programme, scheme: scheme.title)
  }

  var fundUnit: String { scheme.form.funds?.moneyUnit ?? "" }
  var places: Results.Places { Results.Places(scheme.scoring) }
}
