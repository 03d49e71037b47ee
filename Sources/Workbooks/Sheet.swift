/// One worksheet, as read: cells are decoded when asked for.
public struct Sheet: Sendable {
  /// Whether a person sees the sheet.
  public enum State: String, Hashable, Sendable {
    /// It has a tab.
    case visible
    /// It can be shown from a menu.
    case hidden
    /// It can be shown by a program only.
    case veryHidden
  }

  /// Its name, as on the tab.
  public let name: String
  /// Whether it is seen.
  public let state: State
  /// The part it is stored in.
  public let part: String
  /// The number formats of its columns and rows are not kept; widths and heights are.
  let contents: SheetContents

  /// The merged ranges, in the file's order.
  public var merges: [CellRange] { contents.layout.merges }
  /// The rows that are not shown: hidden, or of no height.
  public var hiddenRows: Set<Int> { contents.layout.hiddenRows }
  /// The columns that are not shown: hidden, or of no width.
  public var hiddenColumns: [ClosedRange<Int>] { contents.layout.hiddenColumns }
  /// The widths of columns that have their own, in characters.
  public var columnWidths: [(columns: ClosedRange<Int>, width: Double)] {
    contents.layout.columnWidths
  }
  /// The heights of rows that have their own, in points.
  public var rowHeights: [Int: Double] { contents.layout.rowHeights }
  /// The height of all other rows, in points, where stated.
  public var defaultRowHeight: Double? { contents.layout.defaultRowHeight }
  /// The width of all other columns, in characters, where stated.
  public var defaultColumnWidth: Double? { contents.layout.defaultColumnWidth }
  /// The data validations, those of Excel 2010 behind the others.
  public var validations: [DataValidation] { contents.layout.validations }
  /// Whether locked cells are protected.
  public var isProtected: Bool { contents.layout.isProtected }

  /// The rows that hold a value or formula, ascending, 1-based.
  public var rows: [Int] { contents.store.rows }

  /// The cell at a place; `nil` where nothing is stored, or a style that shows numbers as they
  /// are. A blank with a number format of its own is a cell of value `.blank`.
  public func cell(_ place: CellReference) -> Cell? {
    if let packed = contents.store.cell(at: place) { return contents.cell(packed) }
    guard let blank = contents.store.blank(at: place) else { return nil }
    let format = contents.styles.format(Int(blank.style))
    return format == .general ? nil : Cell(reference: place, value: .blank, format: format)
  }

  /// The cell at a place as it is shown; a blank in the General format where nothing is stored.
  public func shown(at place: CellReference) -> ShownCell {
    if let packed = contents.store.cell(at: place) { return contents.shown(packed) }
    let blank = contents.store.blank(at: place)
    return ShownCell(
      value: .blank, format: blank.map { contents.styles.format(Int($0.style)) } ?? .general,
      lacksValue: false)
  }

  /// The formula of a cell without `=`, written out where it shares that of another cell; `nil`
  /// where it has none.
  public func formula(at place: CellReference) -> String? {
    contents.store.cell(at: place).flatMap { contents.ownFormula($0) }
  }

  /// The cells of a row that hold a value or formula, by column.
  public func cells(inRow row: Int) -> [Cell] {
    contents.store.cells(inRow: row).map { contents.cell($0) }
  }

  /// The cells of a row within some columns that hold a value or formula, by column.
  public func cells(inRow row: Int, columns: ClosedRange<Int>) -> [Cell] {
    let packed = contents.store.cells(inRow: row)
    var cells: [Cell] = []
    cells.reserveCapacity(packed.count)
    for cell in packed where columns.contains(Int(cell.column)) {
      cells.append(contents.cell(cell))
    }
    return cells
  }

  /// Goes through the cells of a row that hold a value or formula, by column.
  public func forEachCell(inRow row: Int, _ take: (Cell) -> Void) {
    for packed in contents.store.cells(inRow: row) { take(contents.cell(packed)) }
  }

  /// The texts of a row within some columns, by column.
  public func texts(
    inRow row: Int, columns: ClosedRange<Int>
  ) -> [(place: CellReference, text: String)] {
    let packed = contents.store.cells(inRow: row)
    var texts: [(place: CellReference, text: String)] = []
    texts.reserveCapacity(packed.count)
    for cell in packed where columns.contains(Int(cell.column)) {
      if let text = contents.text(of: cell) { texts.append((cell.place.reference, text)) }
    }
    return texts
  }

  /// Goes through the cells from a row on that hold an error or a formula, in reading order: the
  /// only ones that may lack a value.
  public func forEachErrorOrFormula(fromRow row: Int, _ take: (Cell) -> Void) {
    for packed in contents.store.cells
    where (packed.kind == .error || packed.formula > 0) && Int(packed.row) >= row {
      take(contents.cell(packed))
    }
  }

  /// Goes through the texts of a row within some columns, by column.
  public func forEachText(
    inRow row: Int, columns: ClosedRange<Int>,
    _ take: (_ place: CellReference, _ text: String) -> Void
  ) {
    for cell in contents.store.cells(inRow: row) where columns.contains(Int(cell.column)) {
      if let text = contents.text(of: cell) { take(cell.place.reference, text) }
    }
  }

  /// Whether a row has a cell for which something holds; those behind it are not decoded.
  public func hasCell(inRow row: Int, where holds: (Cell) -> Bool) -> Bool {
    contents.store.cells(inRow: row).contains { holds(contents.cell($0)) }
  }

  /// The first cell of a row within some columns for which something holds; those behind it are
  /// not decoded.
  public func firstCell(
    inRow row: Int, columns: ClosedRange<Int>, where holds: (Cell) -> Bool
  ) -> Cell? {
    for packed in contents.store.cells(inRow: row) where columns.contains(Int(packed.column)) {
      let cell = contents.cell(packed)
      if holds(cell) { return cell }
    }
    return nil
  }

  /// The smallest rectangle around all cells that hold a value or formula.
  public var usedRange: CellRange? {
    guard let first = contents.store.rows.first, let last = contents.store.rows.last else {
      return nil
    }
    var (left, right) = (UInt16.max, UInt16.min)
    for cell in contents.store.cells {
      left = min(left, cell.column)
      right = max(right, cell.column)
    }
    return CellRange(
      CellReference(uncheckedRow: first, column: Int(left)),
      CellReference(uncheckedRow: last, column: Int(right)))
  }

  /// The smallest rectangle around all cells stored, styled blanks included.
  public var formattedExtent: CellRange? { contents.layout.extent }

  /// Whether a cell is stored at a place, be it a styled blank.
  public func hasElement(at place: CellReference) -> Bool {
    contents.store.cell(at: place) != nil || contents.store.blank(at: place) != nil
  }

  /// The last column with a stored cell in some rows, styled blanks included; 0 for none.
  public func lastColumnWithElement(inRows rows: ClosedRange<Int>) -> Int {
    contents.store.lastColumn(inRows: rows)
  }

  /// Whether no row from the one to the other holds a value in a column.
  public func columnIsEmpty(_ column: Int, inRows rows: ClosedRange<Int>) -> Bool {
    !contents.store.cells.contains { Int($0.column) == column && rows.contains(Int($0.row)) }
  }

  /// The merged range that a cell belongs to.
  public func merge(containing place: CellReference) -> CellRange? {
    merges.first { $0.contains(place) }
  }
}
