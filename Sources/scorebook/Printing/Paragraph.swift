/// A text broken into lines of a terminal.
enum Paragraph {
  /// The places of a line.
  static let width = 80

  /// The text in lines of at most ``width`` places, each after `indent` blanks, with a line break
  /// at the end. Lines end at blanks and behind ideographs, never before a closing sign.
  static func text(_ text: String, indent: Int) -> String {
    lines(of: text, width: width - indent)
      .map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
  }

  /// The lines of a text in a column of some width.
  static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      let isFull = TextTable.width(of: line + trimmed(piece)) > width
      if isFull, !line.isEmpty {
        lines.append(trimmed(line))
        line = ""
      }
      line += piece
    }
    return lines + [trimmed(line)]
  }

  /// What is never parted: words with the blanks behind them, ideographs with the signs that
  /// close or precede them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for letter in text {
      if !piece.isEmpty, mayPart(piece.last, letter) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(letter)
    }
    return pieces + [piece]
  }

  private static func mayPart(_ before: Character?, _ after: Character) -> Bool {
    guard let before, after != " " else { return false }
    if before == " " { return true }
    if "（“《〔【(".contains(before) || "，。、；：？！）”》〕】％…,.;:)".contains(after) { return false }
    return TextTable.width(of: String(before)) > 1 || TextTable.width(of: String(after)) > 1
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Labels with texts beside them, the texts broken into lines that begin below one another.
struct LabelledText {
  private let indent: Int
  private let labelWidth: Int

  /// - Parameters:
  ///   - labels: all the labels, for the widest.
  ///   - indent: the blanks before a label.
  init(labels: [String], indent: Int = 2) {
    self.indent = indent
    labelWidth = labels.map(TextTable.width).max() ?? 0
  }

  /// One label with its text.
  func text(_ label: String, _ text: String) -> String {
    let margin = indent + labelWidth + 2
    let lines = Paragraph.lines(of: text, width: max(20, Paragraph.width - margin))
    let blanks = String(repeating: " ", count: labelWidth + 2 - TextTable.width(of: label))
    let first = String(repeating: " ", count: indent) + label + blanks
    let rest = String(repeating: " ", count: margin)
    return lines.enumerated().map { ($0 == 0 ? first : rest) + $1 + "\n" }.joined()
  }

  /// Labels with their texts.
  static func text(_ parts: [(String, String)]) -> String {
    let labelled = LabelledText(labels: parts.map(\.0))
    return parts.map(labelled.text).joined()
  }
}
