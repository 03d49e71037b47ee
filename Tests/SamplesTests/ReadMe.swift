import Foundation
import Testing

/// A README of the repository, and what can be read out of it.
struct ReadMe: CustomStringConvertible, Sendable {
  let description: String
  let text: String

  static let english = ReadMe("README.md")
  static let chinese = ReadMe("README.zh-CN.md")
  static let both = [english, chinese]

  private init(_ file: String) {
    description = file
    let path = Sample.repository.appending(path: file)
    text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  }

  /// The cells of every row of a table, the headings and the rule below them left out; the table
  /// is known by how its headings begin.
  func table(_ headings: String) throws -> [[String]] {
    let lines = text.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| \(headings) |") }, "\(headings)")
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    }
  }

  /// Everything that matches, in order.
  func matches(of pattern: String) throws -> [String] {
    try text.matches(of: Regex(pattern)).map { match in
      String(match.output[match.output.count - 1].substring ?? "")
    }
  }
}
