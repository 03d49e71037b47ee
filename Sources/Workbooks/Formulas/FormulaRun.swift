internal import Figures

/// Works out one formula: its steps in order, on a pile of values.
struct FormulaRun {
  let calculator: Calculator
  let sheet: Int
  private var pile: [FormulaValue] = []

  init(calculator: Calculator, sheet: Int) {
    self.calculator = calculator
    self.sheet = sheet
  }

  mutating func value(of steps: [FormulaStep]) -> FormulaValue {
    for step in steps {
      guard calculator.spend(1) else { return .unresolved }
      let value = value(of: step)
      pile.append(value)
    }
    let result = pile.count == 1 ? scalar(pile[0]) : .unresolved
    if case .array = result { return .unresolved }
    return result
  }

  private mutating func value(of step: FormulaStep) -> FormulaValue {
    switch step {
    case .number(let figure): return .number(Ratio(figure))
    case .text(let text): return .text(text)
    case .boolean(let value): return .boolean(value)
    case .missing: return .blank
    case .cells(let range, let name):
      guard let name else { return .cells(range, sheet: sheet) }
      return calculator.number(ofSheet: name).map { .cells(range, sheet: $0) } ?? .unresolved
    case .negate: return eachNumber { try? $0.negated() }
    case .percent:
      let hundred = Ratio(.hundred)
      return eachNumber { Approximation.quotient($0, hundred) }
    case .arithmetic(let operation):
      return pairs { FormulaValue(operation.applied($0.number, $1.number)) }
    case .compare(let comparison): return pairs { comparison.applied($0, $1) }
    case .call(let function, let count): return called(function, taken(count))
    case .unknown(let count):
      _ = taken(count)
      return .unresolved
    }
  }

  private mutating func taken(_ count: Int) -> [FormulaValue] {
    let values = Array(pile.suffix(count))
    pile.removeLast(values.count)
    return values
  }

  /// One cell's value; several cells are what they are in a sum of products, row by row.
  private func scalar(_ value: FormulaValue) -> FormulaValue {
    guard case .cells(let range, let sheet) = value else { return value }
    guard range.first != range.last else { return calculator.value(at: range.first, sheet: sheet) }
    guard let values = calculator.values(in: range, sheet: sheet) else { return .unresolved }
    return .array(values, columns: range.last.column - range.first.column + 1)
  }

  private mutating func eachNumber(_ operation: (Ratio) -> Ratio?) -> FormulaValue {
    guard let operand = pile.popLast() else { return .unresolved }
    return mapped(scalar(operand)) { FormulaValue($0.number.flatMap(operation)) }
  }

  private func mapped(
    _ value: FormulaValue, _ operation: (FormulaValue) -> FormulaValue
  ) -> FormulaValue {
    guard case .array(let values, let columns) = value else { return operation(value) }
    guard calculator.spend(values.count) else { return .unresolved }
    return .array(values.map(operation), columns: columns)
  }

  /// An operation on two values, or on each two of arrays of one shape.
  private mutating func pairs(
    _ operation: (FormulaValue, FormulaValue) -> FormulaValue
  ) -> FormulaValue {
    let operands = taken(2).map(scalar)
    guard operands.count == 2 else { return .unresolved }
    switch (operands[0], operands[1]) {
    case (.array(let left, let columns), .array(let right, let others)):
      guard columns == others, left.count == right.count, calculator.spend(left.count) else {
        return .unresolved
      }
      return .array(zip(left, right).map(operation), columns: columns)
    case (.array, let right): return mapped(operands[0]) { operation($0, right) }
    case (let left, .array): return mapped(operands[1]) { operation(left, $0) }
    case (let left, let right): return operation(left, right)
    }
  }
}

extension FormulaRun {
  private func called(
    _ function: FormulaStep.Function, _ arguments: [FormulaValue]
  ) -> FormulaValue {
    switch function {
    case .sum, .average, .count, .minimum, .maximum:
      guard !arguments.isEmpty, let figures = figures(arguments) else { return .unresolved }
      return FormulaValue(function.folded(figures))
    case .round: return rounded(arguments)
    case .condition: return chosen(arguments)
    case .sumOfProducts: return FormulaValue(sumOfProducts(arguments))
    }
  }

  /// The numbers among arguments: of cells only those that hold one, of values each.
  private func figures(_ arguments: [FormulaValue]) -> [Ratio]? {
    var figures: [Ratio] = []
    for argument in arguments {
      if case .cells(let range, let sheet) = argument {
        guard let values = calculator.figures(in: range, sheet: sheet) else { return nil }
        for value in values {
          if case .unresolved = value { return nil }
          if case .number(let number) = value { figures.append(number) }
        }
      } else {
        guard let number = argument.number else { return nil }
        figures.append(number)
      }
    }
    return figures
  }

  private func rounded(_ arguments: [FormulaValue]) -> FormulaValue {
    guard arguments.count == 2, let places = scalar(arguments[1]).number else {
      return .unresolved
    }
    // Excel cuts the number of places to a whole one.
    let whole = places.numerator / places.denominator
    guard let places = Int(exactly: whole), -15...15 ~= places else { return .unresolved }
    return mapped(scalar(arguments[0])) { value in
      FormulaValue(value.number.flatMap { Approximation.rounded($0, places) })
    }
  }

  private func chosen(_ arguments: [FormulaValue]) -> FormulaValue {
    guard 2...3 ~= arguments.count, let holds = scalar(arguments[0]).condition else {
      return .unresolved
    }
    if holds { return arguments[1] }
    return arguments.count == 3 ? arguments[2] : .boolean(false)
  }

  /// The sum over the products of what stands at the same place; what is no number is 0.
  private func sumOfProducts(_ arguments: [FormulaValue]) -> Ratio? {
    let arrays = arguments.compactMap { scalar($0).elements }
    guard let first = arrays.first, arrays.count == arguments.count,
      calculator.spend(first.values.count * arrays.count),
      arrays.allSatisfy({ $0.columns == first.columns && $0.values.count == first.values.count })
    else { return nil }
    var sum = Ratio.zero
    for index in first.values.indices {
      var product = Ratio.one
      for array in arrays {
        switch array.values[index] {
        case .number(let number):
          guard let next = Approximation.product(product, number) else { return nil }
          product = next
        case .unresolved: return nil
        default: product = .zero
        }
      }
      guard let next = Approximation.sum(sum, product) else { return nil }
      sum = next
    }
    return sum
  }
}
