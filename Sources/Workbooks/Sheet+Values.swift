extension Sheet {
  /// A value as it is stored: no text is made of it.
  public enum StoredValue {
    /// The digits of a number, in UTF-8.
    case number(ArraySlice<UInt8>)
    /// The place of a text among those that cells share; see ``sharedText(_:)``.
    case sharedText(Int)
    /// A text of its own, truth value, error or day; ``cell(_:)`` gives it.
    case other
  }

  /// How many cells hold a value or formula.
  public var count: Int { contents.store.cells.count }

  /// Goes through the values of all cells that hold a value or formula, in reading order.
  public func forEachValue(_ take: (_ row: Int, _ column: Int, _ value: StoredValue) -> Void) {
    for packed in contents.store.cells {
      let value: StoredValue =
        switch packed.kind {
        case .number where packed.isPlain: .number(contents.bytes[packed.value])
        case .sharedString: .sharedText(Int(packed.start))
        default: .other
        }
      take(Int(packed.row), Int(packed.column), value)
    }
  }

  /// The text that a number stands for among those that cells share; `nil` beyond the last.
  public func sharedText(_ number: Int) -> String? { contents.strings.text(number) }
}
