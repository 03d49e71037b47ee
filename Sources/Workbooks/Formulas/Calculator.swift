internal import Figures

/// Works out the formulas of a workbook whose values are not stored.
///
/// `+ − * / ^ %`, comparisons, SUM, AVERAGE, COUNT, MIN, MAX, ROUND, IF, SUMPRODUCT and cells of
/// the same workbook; figures are exact. What it looked at once it remembers, so one calculator
/// serves the reading of a whole form; it is bounded in work and depth, whatever the formulas.
public final class Calculator {
  /// What all formulas together may cost, usually: each step, each cell looked at and each few
  /// bytes of text are 1. A form needs some hundreds.
  public static let usualWork = 200_000
  /// How many cells may rest on one another before it is given up.
  static let deepest = 64

  /// How many cells a range may have where each is looked at, blank or not.
  static let mostElements = 20_000

  private struct Key: Hashable {
    let sheet: Int
    let place: CellReference
  }

  private let sheets: [Sheet]
  /// The sheets by name; most workbooks have no formula that asks.
  private lazy var numbers: [String: Int] = {
    let names = sheets.enumerated().map { (EntryName.folded($1.name), $0) }
    return Dictionary(names, uniquingKeysWith: { first, _ in first })
  }()
  private var known: [Key: FormulaValue] = [:]
  private var pending: Set<Key> = []
  private let mostWork: Int
  private var work = 0

  /// A formula, and what it comes to.
  public struct Answer: Hashable, Sendable {
    /// The formula without `=`, written out where the cell shares that of another.
    public let formula: String
    /// A number as a decimal of at most 15 significant digits, a text, or a truth value; `nil`
    /// where it cannot be worked out.
    public let value: CellValue?
  }

  /// A calculator for the formulas of one workbook.
  ///
  /// - Parameter mostWork: what all formulas together may cost; beyond it nothing is answered.
  public init(_ workbook: Workbook, mostWork: Int = usualWork) {
    self.mostWork = mostWork
    sheets = workbook.sheets
  }

  /// The formula at a place and its value; `nil` where there is none, or all work is spent.
  public func answer(to place: CellReference, on sheet: String) -> Answer? {
    guard spend(1), let number = number(ofSheet: sheet),
      let formula = sheets[number].formula(at: place), spend(formula.utf8.count / 16)
    else { return nil }
    return Answer(formula: formula, value: stored(value(at: place, sheet: number)))
  }

  private func stored(_ value: FormulaValue) -> CellValue? {
    switch value {
    case .blank: .number("0")
    case .number(let ratio):
      (try? ratio.figure(significantDigits: 15)).map { .number($0.description) }
    case .text(let text): .text(text)
    case .boolean(let value): .boolean(value)
    case .cells, .array, .unresolved: nil
    }
  }

  /// Counts work done; whether there is leave to go on.
  func spend(_ amount: Int) -> Bool {
    work += max(0, min(amount, mostWork))
    return work <= mostWork
  }

  /// The number of a sheet; `nil` where the workbook has none of this name.
  func number(ofSheet name: String) -> Int? { numbers[EntryName.folded(name)] }

  /// What a cell holds: its stored value, else what its formula comes to.
  func value(at place: CellReference, sheet: Int) -> FormulaValue {
    let key = Key(sheet: sheet, place: place)
    if let value = known[key] { return value }
    guard spend(1), sheets.indices.contains(sheet), pending.count < Self.deepest,
      pending.insert(key).inserted
    else { return .unresolved }
    defer { pending.remove(key) }
    let value = found(key)
    known[key] = value
    return value
  }

  private func found(_ key: Key) -> FormulaValue {
    let sheet = sheets[key.sheet]
    guard let cell = sheet.cell(key.place) else { return .blank }
    switch cell.value {
    case .blank: break
    case .number(let digits): return FormulaValue(Figure(stored: digits).map { Ratio($0) })
    case .text(let text): return spend(text.utf8.count / 16) ? .text(text) : .unresolved
    case .boolean(let value): return .boolean(value)
    case .error: return .unresolved
    }
    guard cell.formula != nil else { return .blank }
    guard let formula = sheet.formula(at: key.place), spend(formula.utf8.count / 4),
      let steps = FormulaParser.steps(of: formula)
    else { return .unresolved }
    var run = FormulaRun(calculator: self, sheet: key.sheet)
    return run.value(of: steps)
  }
}

extension Calculator {
  /// The values of the cells of a range that hold something, row by row; `nil` where they are too
  /// many. Texts are left out: nothing that asks for many cells wants them.
  func figures(in range: CellRange, sheet: Int) -> [FormulaValue]? {
    guard sheets.indices.contains(sheet) else { return nil }
    var values: [FormulaValue] = []
    for row in sheets[sheet].contents.store.rows(in: range.first.row...range.last.row) {
      guard spend(1) else { return nil }
      for cell in sheets[sheet].contents.store.cells(inRow: row) {
        guard spend(1) else { return nil }
        let column = Int(cell.column)
        guard range.first.column...range.last.column ~= column else { continue }
        switch cell.kind {
        case .sharedString, .string, .inlineString: continue
        default:
          values.append(
            value(at: CellReference(uncheckedRow: row, column: column), sheet: sheet))
        }
      }
    }
    return values
  }

  /// The values of all cells of a range, row by row; `nil` where they are too many.
  func values(in range: CellRange, sheet: Int) -> [FormulaValue]? {
    let columns = range.last.column - range.first.column + 1
    let rows = range.last.row - range.first.row + 1
    guard rows * columns <= Self.mostElements, spend(rows * columns) else { return nil }
    var values: [FormulaValue] = []
    values.reserveCapacity(rows * columns)
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        values.append(value(at: CellReference(uncheckedRow: row, column: column), sheet: sheet))
      }
    }
    return values
  }
}
