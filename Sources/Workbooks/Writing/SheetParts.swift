/// How a sheet is printed. Lengths in inches, as Excel stores them.
public struct PageSetup: Hashable, Sendable {
  /// Margins in inches.
  public struct Margins: Hashable, Sendable {
    /// The left margin.
    public var left: Double
    /// The right margin.
    public var right: Double
    /// The upper margin.
    public var top: Double
    /// The lower margin.
    public var bottom: Double

    /// Margins in inches.
    public init(
      left: Double = 0.4, right: Double = 0.4, top: Double = 0.45, bottom: Double = 0.55
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
    }
  }

  /// Whether A4 lies on its side.
  public var isLandscape: Bool
  /// Whether the sheet is made as narrow as one page, however many pages long.
  public var fitsWidth: Bool
  /// The margins.
  public var margins: Margins
  /// Whether the sheet stands in the middle between left and right.
  public var isCentred: Bool
  /// What is printed; `nil` for all.
  public var area: CellRange?
  /// Rows printed on top of every page, 1-based.
  public var repeatedRows: ClosedRange<Int>?
  /// Rows, 1-based, under which a page ends.
  public var pageBreaks: [Int]
  /// The footer's left part, with Excel's codes.
  public var footerLeft: String
  /// The footer's middle part.
  public var footerCentre: String
  /// The footer's right part.
  public var footerRight: String

  /// A4, by default on its side and one page wide.
  public init(
    landscape: Bool = true, fitsWidth: Bool = true, margins: Margins = Margins(),
    centred: Bool = true, area: CellRange? = nil, repeatedRows: ClosedRange<Int>? = nil,
    pageBreaks: [Int] = [], footerLeft: String = "", footerCentre: String = "",
    footerRight: String = ""
  ) {
    isLandscape = landscape
    self.fitsWidth = fitsWidth
    self.margins = margins
    isCentred = centred
    self.area = area
    self.repeatedRows = repeatedRows
    self.pageBreaks = pageBreaks
    self.footerLeft = footerLeft
    self.footerCentre = footerCentre
    self.footerRight = footerRight
  }

  /// A footer text in a face and size; a text that begins with a digit is kept apart from the
  /// size by the face's code, and `&` is doubled.
  public static func footer(
    _ text: String, face: String = "宋体,常规", size: Int = 9
  ) -> String {
    guard text.utf8.contains(0x26) else { return "&\(size)&\"\(face)\"" + text }
    let escaped = text.split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&&")
    return "&\(size)&\"\(face)\"" + escaped
  }

  /// The footer that counts pages: 第 1 页　共 2 页.
  public static let pageCount = "&9&\"宋体,常规\"第 &P 页　共 &N 页"
}

/// What someone may do on a protected sheet, beside filling in unlocked cells.
public struct SheetProtection: Hashable, Sendable {
  /// Change the widths of columns.
  public var formatsColumns: Bool
  /// Change the heights of rows.
  public var formatsRows: Bool
  /// Sort.
  public var sorts: Bool
  /// Use filters that are there.
  public var filters: Bool
  /// Click into locked cells.
  public var selectsLocked: Bool

  /// A protection without password.
  public init(
    formatsColumns: Bool = true, formatsRows: Bool = true, sorts: Bool = true,
    filters: Bool = true, selectsLocked: Bool = true
  ) {
    self.formatsColumns = formatsColumns
    self.formatsRows = formatsRows
    self.sorts = sorts
    self.filters = filters
    self.selectsLocked = selectsLocked
  }
}

/// What a cell accepts, and what it says about it.
public struct ValidationRule: Hashable, Sendable {
  /// What is accepted.
  public enum Accepts: Hashable, Sendable {
    /// One of the values of a range, as a formula: `'选项'!$A$1:$A$3`.
    case listRange(String)
    /// One of these words; together at most 255 characters.
    case list([String])
    /// A decimal between two numbers, both included.
    case decimal(Double, Double)
    /// A decimal of at least this.
    case decimalAtLeast(Double)
    /// A date between two serial numbers of the 1900 system, both included.
    case date(Int, Int)
    /// Whatever makes the formula true.
    case formula(String)
    /// Anything: a prompt alone.
    case anything
  }

  /// What happens with anything else.
  public enum Severity: Hashable, Sendable {
    /// It is refused.
    case stop
    /// It is asked about.
    case warning
    /// It is remarked upon.
    case information
  }

  /// What is accepted.
  public var accepts: Accepts
  /// What happens with anything else.
  public var severity: Severity
  /// The prompt's title, at most 32 characters.
  public var promptTitle: String
  /// The prompt, at most 255 characters.
  public var prompt: String
  /// The refusal's title, at most 32 characters.
  public var errorTitle: String
  /// The refusal, at most 255 characters.
  public var error: String

  /// A rule; texts over the limits are refused when the rule is written.
  public init(
    _ accepts: Accepts, severity: Severity = .stop, promptTitle: String = "",
    prompt: String = "", errorTitle: String = "", error: String = ""
  ) {
    self.accepts = accepts
    self.severity = severity
    self.promptTitle = promptTitle
    self.prompt = prompt
    self.errorTitle = errorTitle
    self.error = error
  }
}

/// When a conditional format of a new sheet shows.
public enum FormatCondition: Hashable, Sendable {
  /// Where the formula is true, written for the range's top left cell, without `=`.
  case formula(String)
  /// A bar in the cell, as long as its number between two bounds.
  case dataBar(RGB, minimum: Double, maximum: Double)
}

/// What a workbook says of itself.
public struct WorkbookProperties: Hashable, Sendable {
  /// The title.
  public var title: String
  /// Who made it.
  public var author: String
  /// The company.
  public var company: String
  /// The note.
  public var comments: String
  /// The moment it names as its making, in seconds since 1970 (UTC): given, never read from a
  /// clock, so that the same inputs give the same bytes.
  public var created: Int
  /// Custom properties by name, written in this order.
  public var custom: [NewProperty]

  /// Properties; made at the start of 2000 where nothing is said.
  public init(
    title: String = "", author: String = "", company: String = "", comments: String = "",
    created: Int = 946_684_800, custom: [NewProperty] = []
  ) {
    self.title = title
    self.author = author
    self.company = company
    self.comments = comments
    self.created = created
    self.custom = custom
  }
}

/// A bar chart.
public struct BarChart: Hashable, Sendable {
  /// How bars are filled.
  public enum Pattern: Hashable, Sendable {
    /// One colour.
    case solid
    /// Broad diagonal lines.
    case hatch
    /// Fine dots.
    case dots
  }

  /// One series of bars.
  public struct Series: Hashable, Sendable {
    /// Its name in the legend.
    public var name: String
    /// The range of its categories: `'排名'!$B$4:$B$20`.
    public var categories: String
    /// The range of its values.
    public var values: String
    /// Its colour.
    public var colour: RGB
    /// How its bars are filled.
    public var pattern: Pattern
    /// Whether each bar carries its value.
    public var showsValues: Bool

    /// A series.
    public init(
      name: String, categories: String, values: String, colour: RGB, pattern: Pattern = .solid,
      showsValues: Bool = false
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.colour = colour
      self.pattern = pattern
      self.showsValues = showsValues
    }
  }

  /// The title.
  public var title: String
  /// The series.
  public var series: [Series]
  /// Whether the bars lie, the first category on top.
  public var isHorizontal: Bool
  /// Whether the series stand on one another rather than side by side.
  public var isStacked: Bool
  /// Whether the series stand in one another's place: each category has a value in one of them.
  public var overlaps: Bool
  /// The number format of values beside bars and on the axis; `nil` takes the cells'.
  public var labelFormat: String?
  /// The lower end of the values' axis; `nil` leaves it to the program.
  public var minimum: Double?
  /// The upper end of the values' axis.
  public var maximum: Double?
  /// The steps of the values' axis; `nil` leaves them to the program.
  public var unit: Double?
  /// Whether a legend shows.
  public var showsLegend: Bool
  /// The width in pixels.
  public var width: Int
  /// The height in pixels.
  public var height: Int
  /// The face of every text.
  public var face: String

  /// A chart.
  public init(
    title: String, series: [Series], horizontal: Bool = true, stacked: Bool = false,
    overlapping: Bool = false, labelFormat: String? = nil, minimum: Double? = 0,
    maximum: Double? = nil,
    unit: Double? = nil, showsLegend: Bool = true, width: Int = 640,
    height: Int = 320, face: String = "宋体"
  ) {
    self.title = title
    self.series = series
    isHorizontal = horizontal
    isStacked = stacked
    overlaps = overlapping
    self.labelFormat = labelFormat
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
    self.showsLegend = showsLegend
    self.width = width
    self.height = height
    self.face = face
  }
}
