public import Workbooks

/// How much one page takes; docs/limits.md lists them.
public struct PageLimits: Hashable, Sendable {
  /// Bytes of one uploaded file, bundles included: 1 GB.
  public var uploadBytes = 1 << 30
  /// Bytes of all returns of one round: 4 GB.
  public var roundBytes = 4 << 30
  /// Files of one round, bundles counted as one: 50,000.
  public var roundFiles = 50_000
  /// Rounds of one session: 100.
  public var rounds = 100
  /// Sessions of one page: 10,000.
  public var sessions = 10_000
  /// The limits within which workbooks are read.
  public var workbooks = Limits.standard

  /// Bytes of a programme workbook.
  public var programmeBytes: Int { workbooks.fileBytes }

  /// The standard limits.
  public init() {}
}
