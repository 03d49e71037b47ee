extension WorkbookPatch {
  /// Adds a patch to a workbook.
  ///
  /// What the patch does not concern stays: entries of the zip archive with their compressed
  /// bytes, and in parts that change, every byte beside the additions.
  ///
  /// - Parameter bytes: the whole file.
  /// - Throws: ``WorkbookError`` where the file is no readable workbook, or cannot be changed
  ///   without harm.
  public static func apply(
    _ patch: WorkbookPatch, to bytes: [UInt8], limits: Limits = .standard
  ) throws(WorkbookError) -> PatchedWorkbook {
    throw .cannotPatch(part: WorkbookError.archive, detail: "not built yet")
  }

  /// The workbook as it was before an earlier annotation.
  ///
  /// - Parameter bytes: the whole file, annotated.
  /// - Throws: ``WorkbookError`` where the file is no readable workbook.
  public static func remove(
    _ prior: PriorPatch, from bytes: [UInt8], limits: Limits = .standard
  ) throws(WorkbookError) -> PatchedWorkbook {
    try apply(WorkbookPatch(removing: prior), to: bytes, limits: limits)
  }
}
