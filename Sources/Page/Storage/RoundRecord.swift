/// What is remembered of a round besides its files.
struct RoundRecord: Codable, Hashable, Sendable {
  /// What the person calls it.
  var name: String
  /// The scheme's id; `nil` where each form is recognised.
  var scheme: String?
  /// The name of the programme workbook; `nil` where there is none.
  var programme: String?
  /// The run whose outputs are shown, from 1; `nil` before the first.
  var run: Int?
  /// The number given to a run last; 0 before the first.
  var lastRun = 0
  /// Whether scoring was asked for and is not done: after a restart it is done.
  var isWanted = false
  /// Whether blanks were asked for and are not made: after a restart they are.
  var areBlanksWanted: Bool?
  /// Whether returns, scheme or programme changed since the run that is shown.
  var isStale = false
  /// Whether the blanks are those of the programme and scheme of now.
  var hasBlanks = false
}
