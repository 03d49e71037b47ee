/// A file that is no results.json, or one that does not go with the others.
public struct ResultsFileError: Error, Hashable, Sendable {
  /// The file as it was named.
  public let file: String
  /// The line, from 1; `nil` where it is about the file as a whole.
  public let line: Int?
  /// The byte in the line, from 1.
  public let byte: Int?
  /// What is wrong.
  public let reason: String

  /// An error.
  public init(file: String, line: Int? = nil, byte: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.byte = byte
    self.reason = reason
  }
}

extension ResultsFileError: CustomStringConvertible {
  /// One line: file, line and byte, what is wrong.
  public var description: String {
    let place = [line.map { "line \($0)" }, byte.map { "byte \($0)" }].compactMap { $0 }
    return ([file] + (place.isEmpty ? [] : [place.joined(separator: ", ")]) + [reason])
      .joined(separator: ": ")
  }
}
