public import Evaluation

/// A file that is no results.json, or one that does not go with the others.
public struct ResultsFileError: Error, Hashable, Sendable {
  /// The file as it was named.
  public let file: String
  /// The line, from 1; `nil` where it is about the file as a whole.
  public let line: Int?
  /// The byte in the line, from 1.
  public let byte: Int?
  /// What is wrong.
  public let reason: Bilingual

  /// An error.
  public init(file: String, line: Int? = nil, byte: Int? = nil, reason: Bilingual) {
    self.file = file
    self.line = line
    self.byte = byte
    self.reason = reason
  }

  /// A fault of JSON at a place.
  init(_ fault: JSONScanner.Fault, file: String, line: Int, byte: Int) {
    self.init(
      file: file, line: line, byte: byte,
      reason: Bilingual("不是完整的results.json（\(fault.reason)）", fault.reason))
  }
}

extension ResultsFileError: BilingualError, CustomStringConvertible {
  /// One line: file, line and byte, what is wrong.
  public var description: String { wording(in: .en) }

  /// One line: file, line and byte, what is wrong.
  public func wording(in language: Language) -> String {
    let isChinese = language == .zh
    let place = [
      line.map { isChinese ? "第\($0)行" : "line \($0)" },
      byte.map { isChinese ? "第\($0)字节" : "byte \($0)" },
    ].compactMap { $0 }.joined(separator: isChinese ? "" : ", ")
    return [file, place, isChinese ? reason.chinese : reason.english].filter { !$0.isEmpty }
      .joined(separator: isChinese ? "：" : ": ")
  }
}
