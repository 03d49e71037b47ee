public import Figures

/// A value as understood, with everything there is to say about how it was read.
public struct Reading: Hashable, Sendable {
  /// The number; `nil` where it could not be understood, and then a remark says why.
  public var figure: Figure?
  /// The decimals written: of the stored value, or of the text as typed.
  public var decimals: Int
  /// The decimals the cell shows, where its format says so.
  public var shownDecimals: Int?
  /// Whether the number was typed or shown in percent.
  public var isPercent: Bool
  /// What few readings have: one reference, `nil` for most, since readings are handed on often.
  private var said: Said?

  /// What there is to say about the reading.
  public var remarks: [Remark] {
    get { said?.remarks ?? [] }
    set { said = .of(newValue, typedUnit) }
  }
  /// The unit typed behind the number (`个` of `≥50个`); "" where there is none.
  public var typedUnit: String {
    get { said?.typedUnit ?? "" }
    set { said = .of(remarks, newValue) }
  }

  /// Whether there is nothing to say about it.
  var isClear: Bool { said.map(\.remarks.isEmpty) ?? true }

  private final class Said: Hashable, Sendable {
    let remarks: [Remark]
    let typedUnit: String

    private init(_ remarks: [Remark], _ typedUnit: String) {
      (self.remarks, self.typedUnit) = (remarks, typedUnit)
    }

    /// `nil` where there is neither.
    static func of(_ remarks: [Remark], _ typedUnit: String) -> Said? {
      remarks.isEmpty && typedUnit.isEmpty ? nil : Said(remarks, typedUnit)
    }

    static func == (left: Said, right: Said) -> Bool {
      left === right || left.remarks == right.remarks && left.typedUnit == right.typedUnit
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(remarks)
      hasher.combine(typedUnit)
    }
  }

  init(
    figure: Figure? = nil, decimals: Int = 0, shownDecimals: Int? = nil, isPercent: Bool = false,
    remarks: [Remark] = [], typedUnit: String = ""
  ) {
    self.figure = figure
    self.decimals = decimals
    self.shownDecimals = shownDecimals
    self.isPercent = isPercent
    said = .of(remarks, typedUnit)
  }

  /// A reading that failed for one reason.
  static func failed(_ code: FindingCode, found: String, expected: String = "") -> Reading {
    Reading(remarks: [Remark(code, found: found, expected: expected)])
  }

  /// Something to say about how a value was read (codes V).
  public struct Remark: Hashable, Sendable {
    /// The code.
    public let code: FindingCode
    /// What was typed.
    public let found: String
    /// How it was understood, or what was expected.
    public let expected: String

    init(_ code: FindingCode, found: String, expected: String) {
      self.code = code
      self.found = found
      self.expected = expected
    }
  }
}

/// What a number is measured in, and so how it is read.
public enum Measure: Hashable, Sendable {
  /// A number in a unit ("" where none is known).
  case quantity(unit: String)
  /// In percent.
  case percent
  /// Money, in a unit such as 万元.
  case money(unit: String)

  /// The measure that a unit calls for.
  public static func of(unit: String) -> Measure {
    isPercent(unit: unit) ? .percent : .quantity(unit: unit)
  }

  /// Whether a unit is the percent sign or a word for it.
  public static func isPercent(unit: String) -> Bool {
    percentWords.holds(unit)
  }

  private static let percentWords = WordList(["%", "百分比", "百分数", "百分率"])

  /// Whether its unit is the per mille sign or a word for it.
  var isPerMille: Bool {
    if case .quantity(let unit) = self { return Self.perMilleWords.holds(unit) }
    return false
  }

  private static let perMilleWords = WordList(["‰", "千分比", "千分率"])

  /// The sign of a number read in this measure that was typed as such a part.
  func partSign(_ typed: NumberText.Part) -> String {
    if self == .percent { return "%" }
    return isPerMille || typed == .thousand ? "‰" : "%"
  }

  var unit: String {
    switch self {
    case .quantity(let unit), .money(let unit): unit
    case .percent: "%"
    }
  }
}
