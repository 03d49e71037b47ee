internal import Evaluation
internal import Forms

/// Says in words how a round ended: a table of the returns, what was found, a closing line.
struct RoundPrinter {
  let language: Language
  let isQuiet: Bool
  /// Whether the schemes were recognised, and are told.
  let isRecognised: Bool
  let palette: Palette

  /// Prints one line a return, its findings where no files are written, and the closing line.
  ///
  /// - Parameters:
  ///   - toOutput: whether standard output is free for it (results as JSON take its place).
  ///   - output: the folder that was written; `nil` for none.
  func print(_ result: RoundResult, toOutput: Bool, output: String?) {
    if isQuiet { return }
    Terminal.write(reservations(result), to: .error)
    Terminal.write(changed(result), to: .error)
    if toOutput {
      var text = returns(result)
      if output == nil { text += findings(result) }
      text += roundFindings(result)
      if output == nil { text += remedies(result) }
      Terminal.write(text, to: .output)
    }
    Terminal.write(closing(result, output: output), to: toOutput ? .output : .error)
  }
}
