internal import Evaluation
internal import Figures
internal import Workbooks

/// What stands where on the sheet of a blank: pure data, written by ``HandoutWriter``.
struct FormDrawing {
  /// A cell, or several joined.
  struct Cell {
    let range: CellRange
    let content: Content
    var style: CellStyle
  }

  /// What a cell holds.
  enum Content {
    case blank
    case text(String)
    case figure(Figure)
    /// A formula without `=`; nothing shows until something is filled in.
    case formula(String)
    /// A formula that has a value from the beginning.
    case computed(String, Figure)
  }

  /// A cell that somebody or a formula fills in, known by a name that follows it.
  struct Field {
    let name: String
    let place: CellReference
    /// What may be typed; `nil` for a formula and for what was issued.
    let entry: Entry?
  }

  /// A rule of the self-check.
  struct Check {
    /// Where it leads.
    let place: CellReference
    /// What is missing, in the words of the form (实际完成值); rules of one group stand together.
    let group: String
    /// Holds while something is amiss, without `=`; cells are those of the form's sheet.
    let fault: String
    /// What is wrong; `nil` where something is only missing yet.
    let conflict: String?
  }

  let sheet: String
  /// Pixels at 100 %, column 1 first.
  let widths: [Int]
  /// The columns right of the table (last year's values), in pixels; they are no part of it.
  var margin: [Int] = []
  /// Pixels at 100 %, row 1 first.
  var heights: [Double] = []
  var cells: [Cell] = []
  var fields: [Field] = []
  var checks: [Check] = []
  /// Where the self-check shows.
  var selfCheck: CellRange?
  /// The header of the indicators, repeated on every page.
  var headerRow = 1
  /// The rows of each second tier, which stay on one page where they can.
  var blocks: [ClosedRange<Int>] = []
  /// The first and the last row of the table, which have the frame.
  var firstRow = 1
  var lastRow = 1
  /// Rows that end a page.
  private(set) var pageBreaks: [Int] = []
  /// The reasons, and the condition under which one is missing there.
  var missingReasons: [(range: CellRange, condition: String)] = []

  /// The highest row that spreadsheets allow, in pixels.
  static let highestRow = 545.0

  /// The cells of some columns in some rows.
  static func range(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> CellRange? {
    guard let first = CellReference(row: rows.lowerBound, column: columns.lowerBound),
      let last = CellReference(row: rows.upperBound, column: columns.upperBound)
    else { return nil }
    return CellRange(first, last)
  }
}

extension FormDrawing {
  /// The pixels of a page of A4 on its side between the margins of ``PageSetup``, less a little:
  /// no two programs make rows quite as high.
  private static let page = (width: 1045.0, height: 685.0)

  /// Ends pages between second tiers, from the heights of rows at the scale of print. The first
  /// tier under the header, and one that is longer than a page, are broken between their rows: a
  /// header never stands alone.
  mutating func breakPages() {
    let width = Double((widths + margin).reduce(0, +))
    let room = Self.page.height * max(1, width / Self.page.width)
    let header = heights[headerRow - 1]
    var used = heights[1..<max(1, headerRow)].reduce(0, +)
    for block in closedBlocks {
      let height = heights[(block.lowerBound - 1)..<block.upperBound].reduce(0, +)
      if used + height > room, block.lowerBound > headerRow + 1, header + height <= room {
        pageBreaks.append(block.lowerBound - 1)
        used = header
      }
      for row in block {
        if used + heights[row - 1] > room, row > headerRow + 1, used > header {
          pageBreaks.append(row - 1)
          used = header
        }
        used += heights[row - 1]
      }
    }
    for index in cells.indices where isBroken(cells[index].range) {
      cells[index].style.vertical = .top
    }
  }

  /// Whether a page ends within some cells: their text stands at their top then, since in the
  /// middle it could be cut in two.
  private func isBroken(_ range: CellRange) -> Bool {
    pageBreaks.contains { range.first.row <= $0 && $0 < range.last.row }
  }

  /// The blocks, and the rows below the last of them as one.
  private var closedBlocks: [ClosedRange<Int>] {
    guard let last = blocks.last?.upperBound, last < heights.count else { return blocks }
    return blocks + [(last + 1)...heights.count]
  }
}

/// What the unit types into a field.
enum Entry: Hashable {
  /// An amount of money, in the form's unit.
  case money
  /// A figure in the indicator's own unit.
  case number
  /// A percentage.
  case percent
  /// A day.
  case day
  /// Yes or no.
  case answer
  /// A judged level.
  case level
  /// A score of the unit's own, and the formula that says which ones may be.
  case score(valid: String)
  /// A score within the band of the level that was chosen, and the formula that says so.
  case judged(valid: String)
  /// Points that the unit takes off a score, and the formula that says which ones may be.
  case deduction(valid: String)
  /// A tick where it applies.
  case tick
  /// How likely the target is to be met.
  case likelihood
  /// A rate of the unit's own.
  case rate
  /// Why a target was missed or passed by far.
  case reason
  /// What became of the goal.
  case result
  /// Words of other kinds.
  case words
  /// A target, in a form that was handed out without one.
  case target
  /// Points, in a form that was handed out without them.
  case points
}

extension FormDrawing {
  /// A cell's look with the frame of the table where it stands at its edge.
  func framed(_ cell: Cell) -> CellStyle {
    let rows = firstRow...max(firstRow, lastRow)
    guard rows.contains(cell.range.first.row), cell.range.first.column <= widths.count else {
      return cell.style
    }
    var style = cell.style
    if cell.range.first.row == firstRow { style.border.top = FormLook.frame }
    if cell.range.last.row == lastRow { style.border.bottom = FormLook.frame }
    if cell.range.first.column == 1 { style.border.left = FormLook.frame }
    if cell.range.last.column == widths.count { style.border.right = FormLook.frame }
    return style
  }

  /// Fields of one kind below one another.
  struct Stretch {
    var range: CellRange
    let entry: Entry
  }

  /// The fields as few stretches as can be.
  var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var open: [Int: Int] = [:]
    for field in fields {
      guard let entry = field.entry else { continue }
      let column = field.place.column
      if let index = open[column], stretches[index].entry == entry,
        stretches[index].range.last.row + 1 == field.place.row
      {
        stretches[index].range = CellRange(stretches[index].range.first, field.place)
      } else {
        open[column] = stretches.count
        stretches.append(Stretch(range: CellRange(field.place, field.place), entry: entry))
      }
    }
    return stretches
  }
}
