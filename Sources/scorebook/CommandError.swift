internal import Evaluation

/// Why the command could not run, other than how it was called.
struct CommandError: Error {
  /// What is wrong and what to do, in both languages.
  let text: Bilingual

  /// An error in both languages.
  init(_ text: Bilingual) { self.text = text }

  /// An error that is the same in both languages.
  init(_ message: String) { text = Bilingual(message, message) }
}
