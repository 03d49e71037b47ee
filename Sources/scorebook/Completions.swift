internal import ArgumentParser
internal import Evaluation

/// What a shell offers for words of the command, asked for when they are wanted.
extension CompletionKind {
  /// The ids of the shipped schemes.
  static var schemes: CompletionKind { .custom { _, _, _ in SchemeLocator.shipped } }

  /// The codes of findings.
  static var codes: CompletionKind {
    .custom { _, _, _ in FindingCode.allCases.map(\.rawValue) }
  }
}
