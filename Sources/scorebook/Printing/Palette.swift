internal import Evaluation

/// Colours of the terminal. What they say stands in words beside them as well.
struct Palette {
  let isOn: Bool

  /// Colour where a person looks at standard output and nobody said no.
  init(noColour: Bool) {
    isOn =
      !noColour && Terminal.environment("NO_COLOR") == nil && Terminal.isTerminal(.output)
      && Terminal.environment("TERM") != "dumb"
  }

  init(isOn: Bool) { self.isOn = isOn }

  /// The text in the colour of a severity; as it is where there is none.
  func callAsFunction(_ text: String, _ severity: Severity?) -> String {
    guard let severity else { return text }
    return switch severity {
    case .error: escaped(text, "31")
    case .warning: escaped(text, "33")
    case .note: escaped(text, "36")
    }
  }

  /// A heading.
  func heading(_ text: String) -> String { escaped(text, "1") }

  private func escaped(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
