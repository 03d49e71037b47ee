/// Swift source without its comments and texts, so that what is left can be searched for code.
struct SwiftCode {
  private enum Mode {
    case code(parentheses: Int)
    case text(hashes: Int, isMultiline: Bool)
  }

  private let source: [UInt8]
  private var position = 0
  private var modes: [Mode] = [.code(parentheses: 0)]
  private(set) var code: [UInt8] = []

  init(_ text: String) {
    source = Array(text.utf8)
    while position < source.count { step() }
  }

  /// Lines, from 1, that unwrap, try or cast by force, or end the process.
  var forcedLines: [Int] {
    let lines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.indices.filter { Self.forces(lines[$0]) }.map { $0 + 1 }
  }

  private static func forces(_ line: ArraySlice<UInt8>) -> Bool {
    if String(decoding: line, as: UTF8.self).contains("fatalError(") { return true }
    return line.indices.contains { index in
      guard line[index] == UInt8(ascii: "!"), index > line.startIndex else { return false }
      return endsValue(line[index - 1])
    }
  }

  /// Whether a value, a type or `try` and `as` can end in the byte: a mark behind it is postfix.
  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ")"),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "?"),
      UInt8(ascii: "`"):
      true
    default: false
    }
  }

  private mutating func step() {
    switch modes.last {
    case .text(let hashes, let isMultiline): textStep(hashes, isMultiline)
    case .code(let parentheses): codeStep(parentheses)
    case nil: position = source.count
    }
  }

  private mutating func codeStep(_ parentheses: Int) {
    if starts("//") { return skipLineComment() }
    if starts("/*") { return skipBlockComment() }
    if let hashes = openingHashes() { return openText(hashes) }
    if source[position] == UInt8(ascii: "(") { setParentheses(parentheses + 1) }
    if source[position] == UInt8(ascii: ")") {
      if parentheses == 0, modes.count > 1 {
        modes.removeLast()
      } else {
        setParentheses(parentheses - 1)
      }
    }
    code.append(source[position])
    position += 1
  }

  private mutating func textStep(_ hashes: Int, _ isMultiline: Bool) {
    let hashMarks = String(repeating: "#", count: hashes)
    if starts("\\" + hashMarks + "(") {
      position += 2 + hashes
      code.append(UInt8(ascii: "("))
      modes.append(.code(parentheses: 0))
    } else if hashes == 0, starts("\\") {
      position += 2
    } else if starts((isMultiline ? "\"\"\"" : "\"") + hashMarks) {
      position += (isMultiline ? 3 : 1) + hashes
      code.append(UInt8(ascii: "\""))
      modes.removeLast()
    } else {
      if source[position] == UInt8(ascii: "\n") { code.append(source[position]) }
      position += 1
    }
  }

  /// How many `#` stand before an opening quotation mark here; `nil` where there is none.
  private func openingHashes() -> Int? {
    var ahead = position
    while ahead < source.count, source[ahead] == UInt8(ascii: "#") { ahead += 1 }
    guard ahead < source.count, source[ahead] == UInt8(ascii: "\"") else { return nil }
    return ahead - position
  }

  private mutating func openText(_ hashes: Int) {
    position += hashes
    let isMultiline = starts("\"\"\"")
    position += isMultiline ? 3 : 1
    code.append(UInt8(ascii: "\""))
    modes.append(.text(hashes: hashes, isMultiline: isMultiline))
  }

  private mutating func setParentheses(_ count: Int) {
    modes[modes.count - 1] = .code(parentheses: count)
  }

  private mutating func skipLineComment() {
    while position < source.count, source[position] != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") { depth += 1 }
      if starts("*/") { depth -= 1 }
      if source[position] == UInt8(ascii: "\n") { code.append(source[position]) }
      position += starts("/*") || starts("*/") ? 2 : 1
    } while depth > 0 && position < source.count
  }

  private func starts(_ text: String) -> Bool {
    source[position...].starts(with: text.utf8)
  }
}
