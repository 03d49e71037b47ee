/// Something about a return that someone has to correct, explain or know.
public struct Finding: Hashable, Sendable {
  /// The same for the same finding in every run: made from code, project, indicator and field,
  /// never from cell, order or time.
  public let id: String
  /// What kind it is.
  public let code: FindingCode
  /// How grave it is here.
  public let severity: Severity
  /// Where it stands; `nil` for the file as a whole.
  public let place: Place?
  /// The indicator's id (`I01`), where it is about one.
  public let indicator: String?
  /// The row and column in the words of the form (`年度资金总额·全年执行数`).
  public let label: String
  /// What was found, as shown in the form.
  public let found: String
  /// What was expected; "" where nothing in particular.
  public let expected: String
  /// What is wrong, one sentence in the scheme's language.
  public let message: String
  /// What to do about it.
  public let advice: String

  /// A finding of these parts.
  public init(
    id: String, code: FindingCode, severity: Severity, place: Place?, indicator: String?,
    label: String, found: String, expected: String, message: String, advice: String
  ) {
    self.id = id
    self.code = code
    self.severity = severity
    self.place = place
    self.indicator = indicator
    self.label = label
    self.found = found
    self.expected = expected
    self.message = message
    self.advice = advice
  }
}
