/// An error that can be said in both languages.
public protocol BilingualError: Error {
  /// What is wrong and what to do, in a language.
  func wording(in language: Language) -> String
}
