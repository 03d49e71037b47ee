internal import Evaluation
internal import Figures
internal import Workbooks

/// What stands in a cell of the programme workbook, each way to read it worked out once.
final class ProgrammeCell {
  /// Which of the contents of its sheet it is, from 0.
  let number: Int
  let typed: Typed
  /// The content as it is shown.
  let text: String
  /// Whether nothing was typed into it.
  let isBlank: Bool
  /// The text with full-width letters and digits made plain, as codes are compared.
  private(set) lazy var code = Wording.plain(text)
  /// The numbers of its code, its wording and its label among those of its sheet, and the place of
  /// the project that it names, where they were asked for.
  var codeNumber: Int32?
  var wordingNumber: Int32?
  var labelNumber: Int32?
  var project: Int?
  /// The number in it; `nil` where it is none. Thousands separators and 万元 behind it are allowed.
  var figure: Figure? {
    if !isFigureRead {
      readFigure = Self.figure(typed)
      isFigureRead = true
    }
    return readFigure
  }
  private var readFigure: Figure?
  private var isFigureRead = false

  /// Whether it is a word for a kind of target, or blank.
  private(set) lazy var isDirection = isBlank || TargetParser.kind(of: text) != nil

  init(_ typed: Typed, number: Int) {
    (self.typed, self.number) = (typed, number)
    (text, isBlank) = (typed.shown, typed.isBlank)
  }

  private static func figure(_ typed: Typed) -> Figure? {
    switch typed.content {
    case .number(let digits, _, _): return Figure(stored: digits)
    case .text(let text):
      var plain = Wording.key(text).replacing(",", with: "")
      if plain.hasSuffix("万元") { plain.removeLast(2) }
      return Figure(plain)
    default: return nil
    }
  }
}
