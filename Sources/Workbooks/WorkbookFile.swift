/// A workbook together with the file it was read from, for adding to it: what reading inflated
/// is not inflated again.
public struct WorkbookFile: ~Copyable {
  /// The workbook, as read.
  public let workbook: Workbook
  private let archive: ZipArchive

  /// Reads a workbook from the bytes of its file.
  ///
  /// - Throws: `WorkbookError`, naming what is wrong, where, and what to do next.
  public init(_ bytes: [UInt8], limits: Limits = .standard) throws(WorkbookError) {
    self = try WorkbookReader.open(
      try ZipArchive(bytes, limits: limits, keeping: InflatedParts()))
  }

  init(workbook: Workbook, archive: consuming ZipArchive) {
    self.workbook = workbook
    self.archive = archive
  }

  /// The file with a patch added, as ``WorkbookPatch/apply(_:to:limits:)`` adds it.
  ///
  /// - Throws: ``WorkbookError`` where the workbook cannot be changed without harm.
  public consuming func adding(
    _ patch: WorkbookPatch
  ) throws(WorkbookError) -> PatchedWorkbook {
    try WorkbookPatch.apply(patch, to: archive)
  }
}
