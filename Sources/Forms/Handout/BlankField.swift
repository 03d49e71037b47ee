internal import Workbooks

/// A named cell of a blank, and what it was issued with: what the manifest has to say so that a
/// formula that was typed over, or a drop-down that is gone, is noticed when the blank comes back.
public struct BlankField: Hashable, Sendable {
  /// What a cell was issued with.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A formula of the blank's own.
    case formula
    /// A drop-down to choose from.
    case list
    /// A rule about what may be typed: a number, a date.
    case rule
    /// Neither: any text may be typed.
    case free
    /// A text or figure of the blank's own, locked.
    case fixed
  }

  /// The defined name, as ``FieldName`` makes it (`sb_I01_actual`).
  public var name: String
  /// What the cell was issued with.
  public var kind: Kind

  /// A field.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension FormDrawing {
  /// The named cells with what they are issued with, in the order of the sheet.
  var blankFields: [BlankField] {
    var formulas: Set<CellReference> = []
    for cell in cells {
      switch cell.content {
      case .formula, .computed: formulas.insert(cell.range.first)
      case .blank, .text, .figure: break
      }
    }
    return fields.map { field in
      let kind = field.entry?.kind ?? (formulas.contains(field.place) ? .formula : .fixed)
      return BlankField(field.name, kind)
    }
  }
}

extension Entry {
  /// What a field of this kind is issued with.
  fileprivate var kind: BlankField.Kind {
    switch self {
    case .answer, .level: .list
    case .money, .number, .percent, .rate, .day, .score, .judged, .deduction,
      .points:
      .rule
    case .reason, .result, .words, .target, .tick, .likelihood: .free
    }
  }
}
