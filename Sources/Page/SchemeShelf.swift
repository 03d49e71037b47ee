public import Evaluation
public import Forms
internal import FoundationEssentials

/// The schemes that the page offers, read once.
public struct SchemeShelf: Sendable {
  /// The schemes, by id.
  public let schemes: [Scheme]

  /// Reads the shipped schemes.
  ///
  /// - Throws: ``PageError`` where there are none; the file's error, with line and column.
  public init(_ shipped: ShippedSchemes) throws {
    schemes = try shipped.ids.compactMap { id in
      guard let path = shipped.path(of: id) else { return nil }
      let text = String(decoding: try StoredFile.read(path), as: UTF8.self)
      return try SchemeFile.read(yaml: text, file: path)
    }
    guard schemes.isEmpty else { return }
    throw PageError(.missing, "没有找到随附的方案（templates）", "no shipped schemes (templates) were found")
  }

  /// The scheme of an id.
  func scheme(_ id: String) throws(PageError) -> Scheme {
    guard let scheme = schemes.first(where: { $0.id == id }) else {
      throw PageError(.missing, "没有方案“\(id)”", "no scheme “\(id)”")
    }
    return scheme
  }

  /// A programme workbook to be written over.
  ///
  /// - Parameter id: the scheme whose blocks it shows; `nil` for none in particular.
  /// - Throws: ``PageError`` for an id that no scheme has; `WorkbookError`.
  public func example(_ id: String?) throws -> [UInt8] {
    try ProgrammeExample.bytes(for: id.map { id throws(PageError) in try scheme(id) })
  }
}
