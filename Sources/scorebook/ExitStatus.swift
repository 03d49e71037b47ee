internal import ArgumentParser
internal import Evaluation
internal import Glibc

/// How the command ends.
enum ExitStatus: Int32 {
  /// Done, nothing at or above `--fail-on`.
  case done = 0
  /// Done, findings at or above `--fail-on`.
  case findings = 1
  /// Could not run: bad option, scheme, programme, or an output that cannot be written.
  case couldNotRun = 2

  /// The status of a finished round.
  static func of(worst: Severity?, failOn: FailOn) -> ExitStatus {
    guard let limit = failOn.severity, let worst, worst >= limit else { return .done }
    return .findings
  }

  /// Ends the process after an error, telling people what it was.
  static func end(with error: any Error) -> Never {
    if let status = error as? ExitCode { exit(status.rawValue) }
    if let error = error as? CommandError {
      let text = Terminal.printableLines(error.text[.ofCommandLine])
      Terminal.write("scorebook: \(text)\n", to: .error)
      exit(couldNotRun.rawValue)
    }
    let parserStatus = ScorebookCommand.exitCode(for: error)
    let message = ScorebookCommand.fullMessage(for: error)
    if parserStatus == .success {
      Terminal.write(answer(message) + "\n", to: .output)
      exit(done.rawValue)
    }
    let text = Terminal.printableLines(ParserText.text(message, in: .ofCommandLine))
    Terminal.write(text.isEmpty ? "" : text + "\n", to: .error)
    exit(couldNotRun.rawValue)
  }

  /// What was asked for of the parser: help is for people, a completion script for a shell, and the
  /// parser knows the command's own version alone.
  private static func answer(_ message: String) -> String {
    if message == VersionText.command { return VersionText.whole }
    let isHelp = message.hasPrefix("OVERVIEW:")
    return isHelp ? ParserText.text(message, in: .ofCommandLine) : message
  }
}
