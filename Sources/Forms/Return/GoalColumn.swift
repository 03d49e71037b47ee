internal import Evaluation
internal import Workbooks

/// The annual goals beside the rows of indicators: 年度绩效目标1（40分）, merged down its rows or
/// standing in the first of them.
struct GoalColumn {
  private let labels: [String]
  private let grid: FormGrid
  /// The first column of the table: goals stand left of it.
  private let firstColumn: Int
  private(set) var goals: [AnnualGoal] = []
  private var next: Int

  /// - Parameter first: the first row of the header, in which a goal may stand.
  init(_ layout: IndicatorLayout, grid: FormGrid, firstColumn: Int, from first: Int) {
    labels = layout.goals.map(Wording.label)
    self.grid = grid
    self.firstColumn = firstColumn
    next = first
  }

  /// Which goal a row stands under, from 0; rows are asked for from the top.
  mutating func goal(ofRow row: Int) -> Int? {
    guard !labels.isEmpty else { return nil }
    if next <= row {
      for number in grid.rows(in: next...row) { read(number) }
      next = row + 1
    }
    return goals.isEmpty ? nil : goals.count - 1
  }

  private mutating func read(_ row: Int) {
    for cell in grid.cells(inRow: row) where cell.reference.column < firstColumn {
      guard case .text(let text) = cell.value else { continue }
      let name = Wording.label(text)
      guard isGoal(name), goals.last?.name != name else { continue }
      goals.append(AnnualGoal(name: name, text: text, place: grid.place(cell.reference)))
    }
  }

  /// A label of the scheme's, alone or with its number behind it.
  private func isGoal(_ name: String) -> Bool {
    labels.contains { label in
      guard name.hasPrefix(label) else { return false }
      return name.dropFirst(label.count).unicodeScalars.allSatisfy {
        ("0"..."9").contains($0) || "一二三四五六七八九十".unicodeScalars.contains($0)
      }
    }
  }
}
