/// A sheet put before all others, active, with every cell written out.
public struct NewSheet: Sendable {
  /// The name wished for; where a sheet of that name is there, `_2`, `_3`… is added.
  public var name: String
  /// The widths of columns A, B, C… in characters of the Normal style.
  public var columnWidths: [Double]
  /// The rows, from row 1 on.
  public var rows: [NewRow]
  /// Cells to be joined.
  public var merges: [CellRange]
  /// Links within the workbook. A location that names the sheet itself by the name wished for
  /// is not followed where the name had to change.
  public var links: [PatchLink]
  /// What is printed; `nil` for all.
  public var printArea: CellRange?
  /// Rows, 1-based, under which a page ends.
  public var pageBreaks: [Int]
  /// The footer's left part, with Excel's codes (`&9&"宋体,常规"…`).
  public var footerLeft: String
  /// The footer's right part.
  public var footerRight: String
  /// Whether A4 lies on its side.
  public var isLandscape: Bool
  /// Whether the lines between cells show.
  public var showsGridLines: Bool
  /// How many rows stay on top of the window.
  public var frozenRows: Int
  /// Looks that the workbook gets whether a cell has them or not, before any other: styles outlive
  /// the sheet, and a sheet that says more one time must not leave more behind.
  public var looks: [Look]

  /// A sheet of these parts.
  public init(
    name: String, columnWidths: [Double] = [], rows: [NewRow] = [], merges: [CellRange] = [],
    links: [PatchLink] = [], printArea: CellRange? = nil, pageBreaks: [Int] = [],
    footerLeft: String = "", footerRight: String = "", landscape: Bool = true,
    showsGridLines: Bool = false, frozenRows: Int = 0, looks: [Look] = []
  ) {
    self.name = name
    self.columnWidths = columnWidths
    self.rows = rows
    self.merges = merges
    self.links = links
    self.printArea = printArea
    self.pageBreaks = pageBreaks
    self.footerLeft = footerLeft
    self.footerRight = footerRight
    isLandscape = landscape
    self.showsGridLines = showsGridLines
    self.frozenRows = frozenRows
    self.looks = looks
  }
}

extension NewSheet {
  /// Its first text, with its place.
  var firstText: Witness? {
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        if case .text(let text) = cell.value, !text.isEmpty,
          let place = CellReference(row: index + 1, column: cell.column)
        {
          return Witness(place, text)
        }
      }
    }
    return nil
  }
}

/// One row of a new sheet.
public struct NewRow: Sendable {
  /// One cell of the row.
  public struct Cell: Hashable, Sendable {
    /// The column, 1-based.
    public var column: Int
    /// What it holds.
    public var value: PatchCell.Value
    /// Its look.
    public var look: Look

    /// A cell in a column, 1-based.
    public init(_ column: Int, _ value: PatchCell.Value, style: CellStyle) {
      self.init(column, value, look: Look(style))
    }

    /// A cell of a look made ready, in a column, 1-based.
    public init(_ column: Int, _ value: PatchCell.Value, look: Look) {
      self.column = column
      self.value = value
      self.look = look
    }

    /// Its look in full.
    public var style: CellStyle { look.style }
  }

  /// The height in points; `nil` leaves it to the program.
  public var height: Double?
  /// The cells, in any order; two in one column: the later counts.
  public var cells: [Cell]

  /// A row.
  public init(height: Double? = nil, cells: [Cell] = []) {
    self.height = height
    self.cells = cells
  }
}
