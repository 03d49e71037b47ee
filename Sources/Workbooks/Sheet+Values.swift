extension Sheet {
  /// A value as it is stored: no `String` is made of it.
  public enum StoredValue {
    /// The digits of a number, in UTF-8.
    case number(ArraySlice<UInt8>)
    /// A text, in UTF-8.
    case text(ArraySlice<UInt8>)
    /// A truth value, an error, a day, or a formula without a value; ``Sheet/cell(_:)`` gives it.
    case other

    /// The double next to a number; `nil` for anything else.
    public var double: Double? {
      guard case .number(let digits) = self else { return nil }
      return PlainDecimal.double(digits.span) ?? Double(String(decoding: digits, as: UTF8.self))
    }
  }

  /// How many cells hold a value or formula.
  public var count: Int { contents.store.cells.count }

  /// Goes through the values of all cells that hold a value or formula, in reading order.
  public func forEachValue(_ take: (_ row: Int, _ column: Int, _ value: StoredValue) -> Void) {
    for packed in contents.store.cells {
      take(Int(packed.row), Int(packed.column), contents.stored(packed))
    }
  }

  /// Goes through a row's cells that hold a value or formula, by column; cells of one value, or one
  /// number of a shared string, and one number of a style hold the same.
  public func forEachValue(
    inRow row: Int,
    _ take: (_ column: Int, _ style: Int, _ string: Int?, _ value: () -> StoredValue) -> Void
  ) {
    for packed in contents.store.cells(inRow: row) {
      let string = packed.kind == .sharedString ? Int(packed.start) : nil
      take(Int(packed.column), Int(packed.style), string) { contents.storedPlain(packed) }
    }
  }

  /// Whether a row has a value for which something holds; those behind it are not looked at.
  public func hasValue(
    inRow row: Int, where holds: (_ column: Int, _ style: Int, _ value: StoredValue) -> Bool
  ) -> Bool {
    contents.store.cells(inRow: row).contains { packed in
      holds(Int(packed.column), Int(packed.style), contents.storedPlain(packed))
    }
  }
}

extension SheetContents {
  /// What ``stored(_:)`` gives; a day is written as a day there, whatever its style.
  @inline(__always)
  fileprivate func storedPlain(_ packed: CellStore.PackedCell) -> Sheet.StoredValue {
    packed.kind == .isoDate ? .other : stored(packed)
  }

  @inline(__always)
  fileprivate func stored(_ packed: CellStore.PackedCell) -> Sheet.StoredValue {
    switch packed.kind {
    case .number where packed.isPlain && Self.isNumber(bytes, packed.value):
      return .number(bytes[packed.value])
    case .sharedString: return .text(strings.bytes(Int(packed.start)))
    case .blank, .boolean, .error: return .other
    case .number, .string, .inlineString, .isoDate: break
    }
    switch cell(packed).value {
    case .number(let digits): return .number(Array(digits.utf8)[...])
    case .text(let text): return .text(Array(text.utf8)[...])
    case .blank, .boolean, .error: return .other
    }
  }
}

/// Decimals of a few digits, as doubles.
enum PlainDecimal {
  /// The double next to digits with at most one point and a sign before them; `nil` where there
  /// are more than 15, or anything else. Both parts of the fraction they are are exact as doubles,
  /// so that their quotient is the double next to it.
  static func double(_ bytes: Span<UInt8>) -> Double? {
    let isNegative = bytes.count > 0 && bytes[0] == 0x2D
    let first = isNegative ? 1 : 0
    guard first + 1...first + 16 ~= bytes.count, bytes[first] &- 0x30 < 10 else { return nil }
    var number = 0
    var digits = 0
    var scale = 0
    for at in first..<bytes.count {
      if bytes[at] == 0x2E, scale == 0, at + 1 < bytes.count {
        scale = 1
        continue
      }
      guard bytes[at] &- 0x30 < 10, digits < 15 else { return nil }
      number = number * 10 + Int(bytes[at] &- 0x30)
      digits += 1
      scale *= 10
    }
    let double = Double(number) / Double(max(scale, 1))
    return isNegative ? -double : double
  }
}
