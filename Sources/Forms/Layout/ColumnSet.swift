/// Some columns of a sheet: of a form they are few, and nearly all among the first.
struct ColumnSet {
  private var near: UInt64 = 0
  private var far: Set<Int> = []

  init(_ columns: some Sequence<Int>) {
    for column in columns {
      if 0..<UInt64.bitWidth ~= column {
        near |= 1 << UInt64(column)
      } else {
        far.insert(column)
      }
    }
  }

  func contains(_ column: Int) -> Bool {
    0..<UInt64.bitWidth ~= column ? near >> UInt64(column) & 1 == 1 : far.contains(column)
  }
}
