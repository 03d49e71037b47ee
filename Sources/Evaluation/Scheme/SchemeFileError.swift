/// Why a scheme file was refused: the first thing wrong in it, and where.
///
/// Reads as one line, `mine.yaml:34:12: scoring.grades[2].from: “八十” is not a number; expected a
/// decimal such as 80`.
public struct SchemeFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of mistake.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Larger than ``SchemeFile/maximumSize``.
    case tooLarge
    /// No YAML, or more than one document of it.
    case syntax
    /// YAML anchors with aliases: a scheme says everything where it applies.
    case alias
    /// A key that stands twice in one place.
    case duplicateKey
    /// A key that no scheme has here.
    case unknownKey
    /// A key that every scheme has here.
    case missingKey
    /// A list where a text is due, and the like.
    case wrongType
    /// A list or text with nothing in it.
    case empty
    /// No exact decimal.
    case notANumber
    /// A number, or a length, beyond its limits.
    case outOfRange
    /// A word that is none of those to choose from.
    case unknownWord
    /// An id that stands twice.
    case duplicateID
    /// A group of sources that names one which does not exist.
    case unknownSource
    /// Grades or bands that do not descend, or leave a gap.
    case order
    /// Points that do not add up.
    case sum
    /// A word that means two things.
    case ambiguous
    /// Keys that contradict each other.
    case contradiction
  }

  /// The file, as it was named to the reader.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in characters (Unicode scalars).
  public let column: Int
  /// Where in the scheme (`scoring.grades[2].from`; entries of lists count from 1); "" for the
  /// whole.
  public let path: String
  /// What kind of mistake it is.
  public let kind: Kind
  let what: Phrase
  let due: Phrase

  /// What was found (`“八十” is not a number`), in English.
  public var found: String { what.description }
  /// What was expected (`a decimal such as 80`), in English.
  public var expected: String { due.description }

  /// The whole on one line.
  public var description: String {
    let place = path.isEmpty ? "" : "\(path): "
    return "\(file):\(line):\(column): \(place)\(found); expected \(expected)"
  }
}
