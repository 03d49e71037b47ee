internal import Figures

/// A part of a formula.
enum FormulaToken: Equatable {
  case number(Figure)
  case text(String)
  /// A name of any kind: a cell, a function, a sheet, TRUE.
  case word(String)
  /// A sheet's name in quotes, or any name with `!` behind it.
  case sheet(String)
  case comparison(FormulaStep.Comparison)
  /// `+ - * / ^ % ( ) , :`, by its byte.
  case mark(UInt8)
  case end
  /// What this reader does not work out: `&`, `#REF!`, `{`, an unclosed quote.
  case unknown
}

/// Takes a formula apart.
struct FormulaLexer {
  private let bytes: [UInt8]
  private var position = 0

  init(_ formula: String) { bytes = Array(formula.utf8) }

  /// The next token; ``FormulaToken/end`` for ever behind the last.
  mutating func next() -> FormulaToken {
    while let byte = peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    guard let byte = peek() else { return .end }
    switch byte {
    case 0x30...0x39, 0x2E: return number()
    case 0x22: return quoted(byte).map { .text($0) } ?? .unknown
    case 0x27: return quotedSheet()
    case 0x3C, 0x3D, 0x3E: return comparison(byte)
    case 0x25, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2F, 0x3A, 0x5E:
      position += 1
      return .mark(byte)
    case _ where Self.isOfWord(byte): return word()
    default: return .unknown
    }
  }

  /// Letters, digits, `$ . _ \` and everything beyond ASCII.
  static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, 0x24, 0x2E, 0x5F, 0x5C: true
    default: false
    }
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func word() -> FormulaToken {
    let start = position
    while let byte = peek(), Self.isOfWord(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard peek() == 0x21 else { return .word(text) }
    position += 1
    return .sheet(text)
  }

  private mutating func number() -> FormulaToken {
    let start = position
    skipDigits()
    if peek() == 0x2E {
      position += 1
      skipDigits()
    }
    if let byte = peek(), byte | 0x20 == 0x65 {
      position += 1
      if peek() == 0x2B || peek() == 0x2D { position += 1 }
      skipDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Figure(stored: text).map { .number($0) } ?? .unknown
  }

  private mutating func skipDigits() {
    while let byte = peek(), 0x30...0x39 ~= byte { position += 1 }
  }

  /// What stands in quotes, a doubled quote being one of the text; `nil` where they are open.
  private mutating func quoted(_ quote: UInt8) -> String? {
    var text: [UInt8] = []
    position += 1
    while let byte = peek() {
      position += 1
      if byte == quote {
        guard peek() == quote else { return String(decoding: text, as: UTF8.self) }
        position += 1
      }
      text.append(byte)
    }
    return nil
  }

  private mutating func quotedSheet() -> FormulaToken {
    guard let name = quoted(0x27), peek() == 0x21 else { return .unknown }
    position += 1
    return .sheet(name)
  }

  private mutating func comparison(_ first: UInt8) -> FormulaToken {
    position += 1
    let second = peek()
    switch (first, second) {
    case (0x3C, 0x3D): return taken(.atMost)
    case (0x3C, 0x3E): return taken(.unequal)
    case (0x3E, 0x3D): return taken(.atLeast)
    case (0x3C, _): return .comparison(.below)
    case (0x3E, _): return .comparison(.above)
    default: return .comparison(.equal)
    }
  }

  private mutating func taken(_ comparison: FormulaStep.Comparison) -> FormulaToken {
    position += 1
    return .comparison(comparison)
  }
}
