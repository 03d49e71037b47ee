/// The bounds within which a workbook is read: generous for any form, tight for a bomb.
///
/// Excel's own bounds are cited where they decide; the others are far above any form seen.
public struct Limits: Hashable, Sendable {
  /// Bytes of the file: 64 MB.
  public var fileBytes = 64 << 20
  /// Bytes of all parts, inflated, as the archive's directory declares them: 128 MB.
  public var inflatedBytes = 128 << 20
  /// Bytes of one part, inflated: 64 MB; a sheet of a million cells has some 40 MB.
  public var partBytes = 64 << 20
  /// Inflated bytes for each compressed one, in parts larger than `ratioFrom`: 200.
  /// Deflate ends at 1,032; honest sheets of repeated cells were seen at 170.
  public var ratio = 200
  /// Inflated bytes from which `ratio` counts: 1 MB.
  public var ratioFrom = 1 << 20
  /// Entries in the archive: 10,000.
  public var parts = 10_000
  /// Worksheets: 1,024.
  public var sheets = 1024
  /// Cell elements of all sheets together: 2,000,000.
  public var cells = 2_000_000
  /// Row elements of one sheet: 1,048,576, as many as Excel has.
  public var rows = CellReference.lastRow
  /// Column definitions of one sheet: 16,384, as many as Excel has columns.
  public var columnDefinitions = CellReference.lastColumn
  /// Merged ranges of one sheet: 100,000.
  public var merges = 100_000
  /// Data validations of one sheet and the ranges they govern: 100,000 together.
  public var validations = 100_000
  /// Shared strings: 1,000,000.
  public var strings = 1_000_000
  /// Bytes of one text or formula, with its markup: 256 KB; Excel keeps 32,767 characters of a
  /// text, which are 96 KB of Chinese.
  public var textBytes = 1 << 18
  /// Cell formats: 65,536; Excel's own bound is 65,490.
  public var styles = 65_536
  /// Defined names: 65,536.
  public var definedNames = 65_536
  /// Relationships of one part: 100,000.
  public var relationships = 100_000
  /// Elements of one part that an annotation has to change: 500,000; styles at Excel's own bounds
  /// have some 250,000.
  public var elements = 500_000
  /// Elements within elements: 256.
  public var nesting = 256
  /// Bytes of one attribute: 1 MB; long lists of ranges stand in one.
  public var attributeBytes = 1 << 20
  /// Attributes of one element: 64, for each is compared with all before it.
  public var attributes = 64
  /// Namespace declarations in scope: 48, for they are searched at every prefix.
  public var namespaces = 48

  /// Forms in one workbook: 500.
  public var forms = 500
  /// Indicators in all forms of one workbook: 10,000.
  public var indicators = 10_000
  /// Bytes of a bundle of returns: 1 GB.
  public var bundleBytes = 1 << 30
  /// Bytes of all entries of a bundle, inflated: 4 GB. They are inflated one by one.
  public var bundleInflatedBytes = 4 << 30
  /// Entries of a bundle with those of the bundles within it: 100,000. Each alone may have as
  /// many, and a few megabytes of bundles would otherwise list more files than there is memory for.
  public var bundleEntries = 100_000
  /// Bundles within one another: 3.
  public var bundleDepth = 3
  /// Bytes of a bundle within another: 256 MB.
  public var nestedBundleBytes = 256 << 20

  /// The limits above, all at their stated values.
  public static let standard = Limits()

  /// The limits for a programme workbook. It is the bureau's own, and grows with its projects: one
  /// of 30,000 projects with 390,000 indicators has a sheet of 175 MB.
  public static let programme: Limits = {
    var limits = Limits()
    limits.fileBytes = 256 << 20
    limits.inflatedBytes = 1 << 30
    limits.partBytes = 512 << 20
    limits.cells = 20_000_000
    return limits
  }()

  /// Throws where `found` is more than `allowed`.
  @inline(__always)
  static func check(
    _ limit: Limit, _ found: Int, within allowed: Int, part: String
  ) throws(WorkbookError) {
    if found > allowed {
      throw .beyondLimit(limit, found: found, allowed: allowed, part: part)
    }
  }

  /// The allowed number of one limit.
  public subscript(limit: Limit) -> Int {
    get { self[keyPath: Self.path(of: limit)] }
    set { self[keyPath: Self.path(of: limit)] = newValue }
  }

  private static func path(of limit: Limit) -> WritableKeyPath<Limits, Int> {
    switch limit {
    case .fileBytes: \.fileBytes
    case .inflatedBytes: \.inflatedBytes
    case .partBytes: \.partBytes
    case .ratio: \.ratio
    case .ratioFrom: \.ratioFrom
    case .parts: \.parts
    case .sheets: \.sheets
    case .cells: \.cells
    case .rows: \.rows
    case .columnDefinitions: \.columnDefinitions
    case .merges: \.merges
    case .validations: \.validations
    case .strings: \.strings
    case .textBytes: \.textBytes
    case .styles: \.styles
    case .definedNames: \.definedNames
    case .relationships: \.relationships
    case .elements: \.elements
    case .nesting: \.nesting
    case .attributeBytes: \.attributeBytes
    case .attributes: \.attributes
    case .namespaces: \.namespaces
    case .forms: \.forms
    case .indicators: \.indicators
    case .bundleBytes: \.bundleBytes
    case .bundleInflatedBytes: \.bundleInflatedBytes
    case .bundleEntries: \.bundleEntries
    case .bundleDepth: \.bundleDepth
    case .nestedBundleBytes: \.nestedBundleBytes
    }
  }
}
