internal import Evaluation
internal import Figures

/// A scheme with its rules in words, made from the scheme alone: what a file says is what is
/// shown.
struct SchemeText {
  let scheme: Scheme
  let language: Language
  let palette: Palette

  init(_ scheme: Scheme, language: Language, palette: Palette) {
    self.scheme = scheme
    self.language = language
    self.palette = palette
  }

  /// A part of the page: a heading and lines with their labels.
  struct Section {
    let heading: String
    let lines: [(String, String)]
  }

  /// The whole page.
  var page: String {
    let head = palette.heading("\(scheme.id) \(scheme.version)") + "  \(scheme.title)\n"
    let sections =
      [form, funds, indicators] + tables
      + [points, scores, special, levels, reasons, parts, rounding, sources]
    return head + Paragraph.text(scheme.summary, indent: 2)
      + sections.compactMap(\.self).filter { !$0.lines.isEmpty }.map(text).joined()
  }

  private func text(_ section: Section) -> String {
    "\n" + palette.heading(section.heading) + "\n" + LabelledText.text(section.lines)
  }

  private var sources: Section {
    let lines = scheme.sources.enumerated().map { ("\($0 + 1)", $1) }
    return Section(heading: language("依据", "Sources"), lines: lines)
  }

  /// Words one after the other.
  func list(_ words: [String]) -> String { words.joined(separator: language("、", ", ")) }
}
