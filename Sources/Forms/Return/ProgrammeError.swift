internal import Evaluation

/// One mistake in a programme workbook.
public struct ProgrammeError: Error, Hashable, Sendable {
  /// The kinds of mistakes.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A sheet is not there.
    case missingSheet
    /// A column is not there.
    case missingColumn
    /// A cell that must be filled is blank.
    case missingValue
    /// A formula that cannot be worked out, or an error value.
    case noValue
    /// The sheet of projects has none.
    case noProjects
    /// A project code that the sheet of projects does not have.
    case unknownProject
    /// Two projects of one code.
    case duplicateProject
    /// Two projects of one name and unit, which returns could not tell apart.
    case duplicateName
    /// A source of money stated twice for one project.
    case duplicateFund
    /// Two indicators of one code in a project.
    case duplicateCode
    /// Two indicators of the same three tiers in a project.
    case duplicateIndicator
    /// An amount that is no number, or below 0.
    case unreadableAmount
    /// A target that cannot be understood.
    case unreadableTarget
    /// Points that are no number above 0.
    case unreadablePoints
    /// 指标性质 is none of the seven words.
    case unknownDirection
    /// The points of a project do not add up.
    case pointsTotal
    /// The points of a block do not add up to its share.
    case blockPoints
    /// 上级项目编码 names no project.
    case unknownParent
    /// An indicator of the sheet of relations that the sheet of indicators does not have.
    case unknownIndicator
    /// A pair of the sheet of relations that no project can be held against.
    case unusableRelation
    /// A project stands above itself.
    case cyclicParent
  }

  /// What kind it is.
  public let kind: Kind
  /// The sheet.
  public let sheet: String
  /// The cell (`D5`); `nil` for the sheet as a whole.
  public let cell: String?
  let what: Phrase
  let due: Phrase
  let step: Phrase

  /// What was found, in English.
  public var found: String { what.description }
  /// What was expected, in English.
  public var expected: String { due.description }
  /// What to do next, in English.
  public var nextStep: String { step.description }
}

extension ProgrammeError: CustomStringConvertible {
  /// One sentence: where, what was found, what was expected, what to do.
  public var description: String {
    let place = cell.map { "sheet 「\(sheet)」 cell \($0)" } ?? "sheet 「\(sheet)」"
    return "\(place): found \(found), expected \(expected); \(nextStep)"
  }
}

/// Everything that is wrong with a programme workbook, as far as it is worth listing.
public struct ProgrammeErrors: Error, Hashable, Sendable {
  /// The most that are listed.
  public static let mostListed = 50

  /// The mistakes, in the order of sheets and rows; at most ``mostListed``.
  public let errors: [ProgrammeError]
  /// How many there are.
  public let count: Int
}

extension ProgrammeErrors: CustomStringConvertible {
  /// One line for each mistake.
  public var description: String {
    let more = count - errors.count
    let lines = errors.map(\.description) + (more > 0 ? ["and \(more) more"] : [])
    return lines.joined(separator: "\n")
  }
}

/// Collects mistakes while a programme is read.
struct ProgrammeMistakes {
  private(set) var listed: [ProgrammeError] = []
  private(set) var count = 0

  mutating func add(
    _ kind: ProgrammeError.Kind, _ sheet: String, _ cell: String?, found: Phrase,
    expected: Phrase, _ nextStep: Phrase
  ) {
    // What follows from a cell without a value is not said beside that.
    let isFollowing = listed.contains { mistake in
      mistake.kind == .noValue && mistake.sheet == sheet && mistake.cell == cell
    }
    if isFollowing { return }
    count += 1
    guard listed.count < ProgrammeErrors.mostListed else { return }
    listed.append(
      ProgrammeError(
        kind: kind, sheet: sheet, cell: cell, what: found, due: expected, step: nextStep))
  }

  func check() throws(ProgrammeErrors) {
    if count > 0 { throw ProgrammeErrors(errors: listed, count: count) }
  }
}
