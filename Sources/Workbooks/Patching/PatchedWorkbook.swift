/// A workbook with what was added to it.
public struct PatchedWorkbook: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// What could not be added without harm, in sheet order.
  public let remarks: [PatchRemark]
  /// The name the first sheet got; `nil` where none was added.
  public let firstSheetName: String?
}

/// A part of a patch that was left out, or an effect the caller must know of.
public struct PatchRemark: Hashable, Sendable {
  /// What is the matter.
  public enum Kind: Hashable, Sendable {
    /// The cell carries a threaded comment, beside which no note may stand.
    case threadedComment
    /// Something stands where a cell was to be made.
    case occupiedCell
    /// No worksheet of that name is there.
    case missingSheet
    /// The workbook was signed; the signature no longer holds.
    case brokenSignature
    /// An entry of the zip archive with an unsafe name, or the second of its name, is left out.
    case droppedEntry
    /// A value was cut or left out because a workbook cannot hold it.
    case unwritableValue
    /// Part of an earlier annotation could not be found again, and stays.
    case priorNotFound
    /// A note of an earlier annotation was changed from within and is gone; the detail is what it
    /// said.
    case changedNote
  }

  /// What is the matter.
  public let kind: Kind
  /// The sheet it concerns.
  public let sheet: String?
  /// The cell it concerns.
  public let cell: CellReference?
  /// The matter in English, with names and values.
  public let detail: String

  /// A remark.
  public init(_ kind: Kind, sheet: String? = nil, cell: CellReference? = nil, detail: String) {
    self.kind = kind
    self.sheet = sheet
    self.cell = cell
    self.detail = detail
  }
}
