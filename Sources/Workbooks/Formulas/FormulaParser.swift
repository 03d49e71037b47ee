internal import Figures

/// Reads a formula into steps. Operators bind as in Excel: signs before percent before `^`
/// before `* /` before `+ -` before comparisons, each from the left (−2^2 is 4, 2^3^2 is 64).
struct FormulaParser {
  /// The most bytes of a formula; Excel's own bound is 8,192 characters.
  static let longest = 3 * 8192
  /// The most brackets within brackets; Excel's own bound is 64.
  static let deepest = 64

  private var lexer: FormulaLexer
  private var token: FormulaToken
  private var steps: [FormulaStep] = []
  private var depth = 0

  /// The steps of a formula without `=`; `nil` where it is none that this reader understands.
  static func steps(of formula: String) -> [FormulaStep]? {
    guard !formula.isEmpty, formula.utf8.count <= longest else { return nil }
    var parser = FormulaParser(formula)
    guard parser.readExpression(), parser.token == .end else { return nil }
    return parser.steps
  }

  private init(_ formula: String) {
    lexer = FormulaLexer(formula)
    token = lexer.next()
  }

  private mutating func advance() { token = lexer.next() }

  private mutating func take(_ mark: Character) -> Bool {
    guard token == .mark(mark.asciiValue ?? 0) else { return false }
    advance()
    return true
  }

  /// Reads operands and the operators between them that bind at least as tight as `least`.
  private mutating func readExpression(_ least: Int = 1) -> Bool {
    guard readSigned() else { return false }
    while let (step, strength) = Self.operation(token), strength >= least {
      advance()
      guard readExpression(strength + 1) else { return false }
      steps.append(step)
    }
    return true
  }

  private static func operation(_ token: FormulaToken) -> (FormulaStep, strength: Int)? {
    switch token {
    case .comparison(let comparison): (.compare(comparison), 1)
    case .mark(0x2B): (.arithmetic(.sum), 2)
    case .mark(0x2D): (.arithmetic(.difference), 2)
    case .mark(0x2A): (.arithmetic(.product), 3)
    case .mark(0x2F): (.arithmetic(.quotient), 3)
    case .mark(0x5E): (.arithmetic(.power), 4)
    default: nil
    }
  }

  /// An operand with the signs before and the percent signs behind it.
  private mutating func readSigned() -> Bool {
    var negations = 0
    var signs = 0
    while token == .mark(0x2B) || token == .mark(0x2D) {
      negations += token == .mark(0x2D) ? 1 : 0
      signs += 1
      advance()
    }
    guard readOperand() else { return false }
    // Twice is not never: --(A1:A3=1) makes numbers of TRUE and FALSE.
    if negations > 0 { steps.append(.negate) }
    if negations > 0, negations.isMultiple(of: 2) { steps.append(.negate) }
    while take("%") { steps.append(.percent) }
    return true
  }

  private mutating func readOperand() -> Bool {
    switch token {
    case .number(let figure):
      steps.append(.number(figure))
      advance()
    case .text(let text):
      steps.append(.text(text))
      advance()
    case .sheet(let name):
      advance()
      guard case .word(let word) = token else { return false }
      advance()
      return readCells(word, sheet: name)
    case .word(let word):
      advance()
      if take("(") { return readCall(word) }
      return readCells(word, sheet: nil)
    case .mark(0x28):
      advance()
      return readNested { $0.readExpression() } && take(")")
    default: return false
    }
    return true
  }

  private mutating func readNested(_ read: (inout FormulaParser) -> Bool) -> Bool {
    depth += 1
    defer { depth -= 1 }
    return depth <= Self.deepest && read(&self)
  }

  /// A cell, a range, whole columns, or a truth value.
  private mutating func readCells(_ word: String, sheet: String?) -> Bool {
    guard take(":") else {
      if let place = CellReference(word) {
        steps.append(.cells(CellRange(place, place), sheet: sheet))
      } else if sheet == nil, let value = Self.boolean(word) {
        steps.append(.boolean(value))
      } else {
        // A defined name, perhaps: nothing that is worked out here.
        steps.append(.unknown(count: 0))
      }
      return true
    }
    guard case .word(let other) = token, let range = Self.range(word, other) else { return false }
    advance()
    guard token != .mark(0x3A) else { return false }
    steps.append(.cells(range, sheet: sheet))
    return true
  }

  private static func range(_ word: String, _ other: String) -> CellRange? {
    if let first = CellReference(word), let last = CellReference(other) {
      return CellRange(first, last)
    }
    guard let first = CellReference(word + "1"),
      let last = CellReference(other + "\(CellReference.lastRow)"),
      !(word + other).utf8.contains(where: { 0x30...0x39 ~= $0 })
    else { return nil }
    return CellRange(first, last)
  }

  private static func boolean(_ word: String) -> Bool? {
    switch word.uppercased() {
    case "TRUE": true
    case "FALSE": false
    default: nil
    }
  }

  /// A function behind its opening bracket.
  private mutating func readCall(_ name: String) -> Bool {
    var count = 0
    let isClosed = readNested { parser in
      if parser.take(")") { return true }
      repeat {
        count += 1
        if parser.token == .mark(0x2C) || parser.token == .mark(0x29) {
          parser.steps.append(.missing)
        } else if !parser.readExpression() {
          return false
        }
      } while parser.take(",")
      return parser.take(")")
    }
    guard isClosed else { return false }
    let name = name.uppercased()
    if let function = FormulaStep.Function(rawValue: name) {
      steps.append(.call(function, count: count))
    } else if count == 0, let value = Self.boolean(name) {
      steps.append(.boolean(value))
    } else {
      steps.append(.unknown(count: count))
    }
    return true
  }
}
