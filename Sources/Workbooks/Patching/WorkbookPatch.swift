/// What is to be added to a workbook: columns beside a form, notes on its cells, a first sheet.
///
/// Nothing that is there is changed: the unit's own cells stay byte for byte.
public struct WorkbookPatch: Sendable {
  /// What is added to sheets that are there.
  public var sheets: [SheetPatch]
  /// A sheet put before all others, and shown first.
  public var firstSheet: NewSheet?
  /// Defined names added to the workbook; one that is there under that name is replaced.
  public var definedNames: [NewName]
  /// Custom document properties added; one that is there under that name is replaced.
  public var customProperties: [NewProperty]
  /// An earlier annotation, taken out before anything is added.
  public var removing: PriorPatch?
  /// Who signs the notes. Notes of this author are taken to be this tool's own.
  public var noteAuthor: String

  /// The author of notes where none is named.
  public static let standardAuthor = "Scorebook"

  /// A patch of these parts.
  public init(
    sheets: [SheetPatch] = [], firstSheet: NewSheet? = nil, definedNames: [NewName] = [],
    customProperties: [NewProperty] = [], removing: PriorPatch? = nil,
    noteAuthor: String = Self.standardAuthor
  ) {
    self.sheets = sheets
    self.firstSheet = firstSheet
    self.definedNames = definedNames
    self.customProperties = customProperties
    self.removing = removing
    self.noteAuthor = noteAuthor
  }
}

/// A defined name to be added.
public struct NewName: Hashable, Sendable {
  /// The name, such as `sb_total`; names such as `I01` are cell references and no names.
  public var name: String
  /// What it stands for, without `=`: `'自评表'!$F$7`.
  public var formula: String
  /// Whether Excel's name manager leaves it out.
  public var isHidden: Bool

  /// A name for a formula.
  public init(_ name: String, formula: String, hidden: Bool = false) {
    self.name = name
    self.formula = formula
    isHidden = hidden
  }
}

/// A custom document property to be added.
public struct NewProperty: Hashable, Sendable {
  /// The name, compared without case.
  public var name: String
  /// The text; Excel keeps 255 characters.
  public var value: String

  /// A property with a text.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What is added to one sheet.
public struct SheetPatch: Sendable {
  /// The name of the sheet.
  public var sheet: String
  /// The cells to be made. Two on one place: the later counts.
  public var cells: [PatchCell]
  /// Cells to be joined; each must lie within the places that are made.
  public var merges: [CellRange]
  /// Widths by column, 1-based, in characters of the Normal style.
  public var columnWidths: [Int: Double]
  /// Heights by row, 1-based, in points; used only where the row has to be made.
  public var rowHeights: [Int: Double]
  /// Colours laid over cells by conditional formats; the first that holds wins.
  public var highlights: [Highlight]
  /// Notes on cells; for merged cells the caller names the top left one.
  public var notes: [Note]
  /// What must be printed too: an existing print area grows to hold it.
  public var printArea: CellRange?
  /// Links within the workbook.
  public var links: [PatchLink]

  /// What is added to the sheet of this name.
  public init(
    sheet: String, cells: [PatchCell] = [], merges: [CellRange] = [],
    columnWidths: [Int: Double] = [:], rowHeights: [Int: Double] = [:],
    highlights: [Highlight] = [], notes: [Note] = [], printArea: CellRange? = nil,
    links: [PatchLink] = []
  ) {
    self.sheet = sheet
    self.cells = cells
    self.merges = merges
    self.columnWidths = columnWidths
    self.rowHeights = rowHeights
    self.highlights = highlights
    self.notes = notes
    self.printArea = printArea
    self.links = links
  }
}

/// A cell to be made.
public struct PatchCell: Hashable, Sendable {
  /// What it holds.
  public enum Value: Hashable, Sendable {
    /// A number, as plain decimal digits (`6.39`).
    case number(String)
    /// A text, at most 32,767 characters; characters XML cannot hold are left out.
    case text(String)
    /// Nothing but its look.
    case blank
  }

  /// Where it stands.
  public var reference: CellReference
  /// What it holds.
  public var value: Value
  /// Its look.
  public var look: Look
  /// Whether an empty cell that stands there already, with nothing but a look, may give way.
  /// Where this is false, or the cell there is not empty, the patch leaves ours out with a remark.
  public var replacesBlank: Bool

  /// A cell.
  public init(
    _ reference: CellReference, _ value: Value, style: CellStyle, replacesBlank: Bool = false
  ) {
    self.init(reference, value, look: Look(style), replacesBlank: replacesBlank)
  }

  /// A cell of a look made ready.
  public init(
    _ reference: CellReference, _ value: Value, look: Look, replacesBlank: Bool = false
  ) {
    self.reference = reference
    self.value = value
    self.look = look
    self.replacesBlank = replacesBlank
  }

  /// Its look in full.
  public var style: CellStyle { look.style }
}

/// Colours laid over cells without touching them.
public struct Highlight: Hashable, Sendable {
  /// When the colours show.
  public enum Condition: Hashable, Sendable {
    /// Always.
    case always
    /// Where the cell holds the number 0.
    case zero
  }

  /// The cells.
  public var ranges: [CellRange]
  /// The colours.
  public var style: HighlightStyle
  /// When they show.
  public var condition: Condition

  /// Colours over cells.
  public init(_ ranges: [CellRange], _ style: HighlightStyle, when condition: Condition = .always) {
    self.ranges = ranges
    self.style = style
    self.condition = condition
  }
}

/// A note on a cell.
public struct Note: Hashable, Sendable {
  /// The cell.
  public var reference: CellReference
  /// The text, lines parted by `\n`. Two notes on one cell become one with both texts.
  public var text: String
  /// The width of its box in pixels at 100 %.
  public var width: Int
  /// The height of its box in pixels; `nil`: as high as the text needs, at least 96.
  public var height: Int?

  /// A note.
  public init(_ reference: CellReference, _ text: String, width: Int = 250, height: Int? = nil) {
    self.reference = reference
    self.text = text
    self.width = width
    self.height = height
  }
}

/// A link from a cell to a place of the same workbook.
public struct PatchLink: Hashable, Sendable {
  /// The cell that is clicked.
  public var reference: CellReference
  /// Where it leads: `'自评表'!F18`; see ``place(_:on:)``.
  public var location: String
  /// What shows under the pointer.
  public var tooltip: String?

  /// A link.
  public init(_ reference: CellReference, to location: String, tooltip: String? = nil) {
    self.reference = reference
    self.location = location
    self.tooltip = tooltip
  }

  /// A place as a link or formula names it, the sheet quoted: `'自评表'!F18`.
  public static func place(_ reference: CellReference, on sheet: String) -> String {
    SheetName.quoted(sheet) + "!" + reference.description
  }
}
