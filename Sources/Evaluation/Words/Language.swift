/// A language that people are spoken to in outside the workbooks, which speak the scheme's.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Chinese.
  case zh
  /// English.
  case en

  /// The text in this language.
  public func callAsFunction(
    _ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> String {
    self == .zh ? chinese() : english()
  }
}

/// One text in both languages.
public struct Bilingual: Hashable, Sendable {
  /// In Chinese.
  public let chinese: String
  /// In English.
  public let english: String

  /// A text in both languages.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text in a language.
  public subscript(_ language: Language) -> String {
    language == .zh ? chinese : english
  }
}
