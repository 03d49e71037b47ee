/// What a finding is about. Codes are never reused or renumbered; new ones are appended.
///
/// F: the file; S: its structure; V: values; T: targets and points; B: money; R: rates and scores;
/// C: comparisons across returns.
public enum FindingCode: String, Hashable, Sendable, CaseIterable {
  /// Not a readable workbook: no zip, truncated, damaged.
  case f001 = "F001"
  /// Encrypted with a password.
  case f002 = "F002"
  /// Legacy format (.xls, .et, .csv, …), whatever its name says.
  case f003 = "F003"
  /// Empty file.
  case f004 = "F004"
  /// Beyond the safety limits (inflated size, parts, rows, cells, nesting).
  case f005 = "F005"
  /// XML with a DOCTYPE or external entity.
  case f006 = "F006"
  /// Zip entries with unsafe or duplicate names, ignored and left out of the copy.
  case f007 = "F007"
  /// No form of this scheme found in it.
  case f008 = "F008"
  /// Another return of the same project counts instead (identical bytes: note).
  case f009 = "F009"
  /// Many empty formatted rows or columns beyond the form, ignored.
  case f010 = "F010"
  /// The blank it was made from belongs to another scheme, year or campaign.
  case f011 = "F011"
  /// This project is not in the programme (the nearest name is named).
  case f012 = "F012"
  /// The form's sheet was renamed.
  case s001 = "S001"
  /// Labelled columns stand in another order than the scheme's, or the table was shifted.
  case s002 = "S002"
  /// An indicator that was not issued.
  case s003 = "S003"
  /// An issued indicator is missing.
  case s004 = "S004"
  /// A fixed label was changed.
  case s005 = "S005"
  /// Merged tier cells were broken up; tiers inherited.
  case s006 = "S006"
  /// Locks or drop-downs were removed.
  case s007 = "S007"
  /// Hidden rows, columns or sheets inside the form.
  case s008 = "S008"
  /// Cells of different indicators were merged; the swallowed value is lost.
  case s009 = "S009"
  /// A part of the annotation could not be added without harm (threaded comment, …), and where it stands instead.
  case s010 = "S010"
  /// An issued formula was overwritten by a constant, or the reverse.
  case s011 = "S011"
  /// A required cell is blank.
  case v001 = "V001"
  /// Not a number where a number is due, or out of range.
  case v002 = "V002"
  /// Full-width or other unusual characters, read as the plain ones.
  case v003 = "V003"
  /// A unit typed into the cell (5.59万, 217人), converted.
  case v004 = "V004"
  /// Number stored as text (thousands separators, spaces).
  case v005 = "V005"
  /// Percentage typed as text (95.09%).
  case v006 = "V006"
  /// Percentage scale doubtful; the evident reading counts.
  case v007 = "V007"
  /// Order of magnitude doubtful (元 against 万元); the evident reading counts.
  case v008 = "V008"
  /// Formula without a stored value (evaluated here: note).
  case v009 = "V009"
  /// Error value (#DIV/0!, #REF!, …).
  case v010 = "V010"
  /// Date where a number is due.
  case v011 = "V011"
  /// Yes/no not chosen, or neither yes nor no.
  case v012 = "V012"
  /// Yes/no or a level where a number is due.
  case v013 = "V013"
  /// Placeholder or prompt text left in.
  case v014 = "V014"
  /// Actual given as a bound (≥266米), read as its number.
  case v015 = "V015"
  /// A word that is no level of the scheme.
  case v016 = "V016"
  /// Target differs from the one issued.
  case t001 = "T001"
  /// Points differ from those issued.
  case t002 = "T002"
  /// Points do not add up to the scheme's total, or a block's to its share.
  case t003 = "T003"
  /// Issued budget changed.
  case t004 = "T004"
  /// Direction contradicts the indicator (≥ on a cost).
  case t005 = "T005"
  /// The form prints no points: they were shared out by the scheme's rule (unknown: error).
  case t006 = "T006"
  /// Stated total differs from the sum of its sources (explained by rounding: note).
  case b001 = "B001"
  /// Executed more than the budget.
  case b002 = "B002"
  /// Executed more than was received.
  case b003 = "B003"
  /// Received differs from the budget.
  case b004 = "B004"
  /// Claimed execution rate is wrong.
  case b005 = "B005"
  /// Negative amount.
  case b006 = "B006"
  /// Amounts not yet paid (待支付) counted as executed.
  case b007 = "B007"
  /// Execution rate under the limit without a reason.
  case b008 = "B008"
  /// A source cannot be reconciled by itself (given combined or missing).
  case b009 = "B009"
  /// Claimed completion rate is wrong.
  case r001 = "R001"
  /// Claimed score is wrong (below what was earned: note).
  case r002 = "R002"
  /// Claimed total differs from the sum of the claimed rows.
  case r003 = "R003"
  /// Claimed score above the points, or below 0.
  case r004 = "R004"
  /// Shortfall (its reason is given, or the form has no place for one).
  case r005 = "R005"
  /// Over-achievement beyond the scheme's limit (its reason is given, or the form has no place for one).
  case r006 = "R006"
  /// A reason is required and missing.
  case r007 = "R007"
  /// Unresolved: no score can be computed.
  case r008 = "R008"
  /// Judged score outside its band.
  case r009 = "R009"
  /// Every row claims full marks.
  case r010 = "R010"
  /// Scored without the figures it rests on.
  case r011 = "R011"
  /// The unit left its own score blank.
  case r012 = "R012"
  /// Sub-projects do not add up to their parent.
  case c001 = "C001"
  /// No return from this project.
  case c002 = "C002"
  /// Part exceeds whole, only for relations the scheme or programme declares.
  case c003 = "C003"
  /// A figure in the text contradicts the table.
  case c004 = "C004"
  /// Reasons or texts copied between projects.
  case c005 = "C005"
  /// All benefit targets identical.
  case c006 = "C006"
  /// Every actual equals its target.
  case c007 = "C007"

  /// How grave it is unless the check says otherwise.
  public var severity: Severity {
    switch self {
    case .f001, .f002, .f003, .f004, .f005, .f006, .f008, .f011, .f012, .s004, .s009, .v001,
      .v002, .v010, .v011, .v012, .v013, .v016, .t001, .t002, .t003, .t004, .b001, .b003, .b006,
      .r004, .r007, .r008, .c001:
      .error
    case .f007, .f009, .s003, .s005, .s008, .v007, .v008, .v009, .v014, .t005, .b002, .b005,
      .b007, .b008, .b009, .r001, .r002, .r003, .r005, .r006, .r009, .r011, .c002, .c003, .c004:
      .warning
    default: .note
    }
  }

  /// Whether a return with it is not scored.
  public var rejects: Bool {
    switch self {
    case .f001, .f002, .f003, .f004, .f005, .f006, .f008, .f011:
      true
    default: false
    }
  }
}
