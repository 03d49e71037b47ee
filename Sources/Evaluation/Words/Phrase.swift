/// A text in English with values in it, which a ``PhraseBook`` can say in Chinese.
///
/// Written as a text with interpolations: what stands between the values is the phrase's own, and
/// the same for every value.
public struct Phrase: Hashable, Sendable {
  fileprivate enum Piece: Hashable, Sendable {
    case words(String)
    case value(String)
    indirect case phrase(Phrase)
  }

  private var pieces: [Piece]

  /// A text that is a value as a whole, and the same in every language.
  public init(value: String) { pieces = [.value(value)] }

  /// The words, `{}` where a value stands.
  public var template: String {
    pieces.map { if case .words(let words) = $0 { words } else { "{}" } }.joined()
  }

  /// The text in a language; in English where the book does not have it.
  public func text(in language: Language, by book: PhraseBook) -> String {
    guard language == .zh else { return description }
    let values = pieces.compactMap { piece -> String? in
      switch piece {
      case .words: nil
      case .value(let value): value
      case .phrase(let phrase): phrase.text(in: language, by: book)
      }
    }
    return book.text(of: template, values) ?? PhraseBook.filled(template, values)
  }
}

extension Phrase: CustomStringConvertible {
  /// In English.
  public var description: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let value): value
      case .phrase(let phrase): phrase.description
      }
    }.joined()
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// A phrase without values.
  public init(stringLiteral words: String) { pieces = [.words(words)] }

  /// A phrase with its values.
  public init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  /// Takes the words and values of a phrase.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    /// An interpolation.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Words of the phrase.
    public mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { pieces.append(.words(words)) }
    }

    /// A value.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.value(value.description))
    }

    /// A value that is a phrase itself.
    public mutating func appendInterpolation(_ phrase: Phrase) {
      pieces.append(.phrase(phrase))
    }
  }
}
