internal import Evaluation

/// Why the command could not run, other than how it was called.
struct CommandError: Error {
  /// What is wrong and what to do, in both languages.
  let text: Bilingual

  /// An error in both languages.
  init(_ text: Bilingual) { self.text = text }

  /// An error of the library, with what it is about before it.
  init(_ error: any Error, about: Bilingual? = nil) {
    let spoken = error as? any BilingualError
    let texts = Language.allCases.map { language in
      (about.map { $0[language] } ?? "") + (spoken?.wording(in: language) ?? "\(error)")
    }
    text = Bilingual(texts.first ?? "", texts.last ?? "")
  }

  /// An error that is the same in both languages.
  init(_ message: String) { text = Bilingual(message, message) }
}
