public import Evaluation
public import Workbooks

/// A programme workbook that is read by several schemes.
public struct ProgrammeBook: Sendable {
  private let workbook: Workbook
  private let sha256: String

  /// Opens the workbook.
  ///
  /// - Parameter limits: within which it is read.
  /// - Throws: `WorkbookError`.
  public init(_ bytes: [UInt8], limits: Limits = .standard) throws {
    workbook = try Workbook.read(bytes, limits: limits)
    sha256 = SHA256.hex(of: bytes)
  }

  /// Reads it for the forms of a scheme.
  ///
  /// - Parameter amongOthers: whether forms of other schemes are approved in it too, so that
  ///   nothing is asked of tiers and points that only one scheme asks.
  public func programme(
    for scheme: Scheme, amongOthers: Bool = false
  ) throws(ProgrammeErrors) -> Programme {
    try ProgrammeReader(scheme, amongOthers: amongOthers).read(workbook, sha256: sha256)
  }

  /// Reads it for a round whose forms are yet to be recognised: projects and money are the same
  /// by every scheme.
  ///
  /// - Throws: the mistakes by the first scheme, where no scheme can read it.
  public func programme(forAnyOf schemes: [Scheme]) throws(ProgrammeErrors) -> Programme? {
    for amongOthers in [false, true] {
      for scheme in schemes {
        if let programme = try? programme(for: scheme, amongOthers: amongOthers) {
          return programme
        }
      }
    }
    return try schemes.first.map { scheme throws(ProgrammeErrors) in
      try programme(for: scheme, amongOthers: true)
    }
  }
}
