internal import Evaluation
internal import Figures

/// One return as results.json records it. The roll-up is made from this alone, so that it does not
/// depend on whether the returns were scored in this run or in several others.
///
/// A class, for it has many texts and lists, and is handed on from one to the other.
final class RecordedReturn {
  /// What of a return is read; the rest is checked and passed over.
  struct Parts: OptionSet {
    let rawValue: Int
    static let funds = Parts(rawValue: 1)
    static let indicators = Parts(rawValue: 2)
    static let findings = Parts(rawValue: 4)
    static let texts = Parts(rawValue: 8)
    /// Of indicators what is counted, without what is shown.
    static let counted = Parts(rawValue: 16)
    /// Of findings code and severity alone.
    static let codes = Parts(rawValue: 32)
    static let blocks = Parts(rawValue: 64)
    /// What people are shown of the return itself: file, copy, project, grade.
    static let shown = Parts(rawValue: 128)
    /// What tells which return counts: file, digest, project, when it was saved.
    static let standing = Parts(rawValue: 256)
  }

  /// What a row of the fund block is; `none` where it is not said.
  enum Role: UInt8 {
    case none, total, source, group, part, other
  }

  /// A row of the fund block; amounts in the form's money unit.
  struct Fund {
    var source = ""
    var role = Role.none
    /// The budget the rate is computed from.
    var budget: Figure?
    /// The budget that was issued.
    var issuedBudget: Figure?
    /// The return's own budget.
    var statedBudget: Figure?
    var initialBudget: Figure?
    var received: Figure?
    var executed: Figure?
    var pending: Figure?
    var executionRate: Figure?
  }

  /// An indicator.
  struct Indicator {
    var id = ""
    var tier1 = ""
    var tier2 = ""
    var name = ""
    var unit = ""
    var direction = ""
    var target = ""
    var actual = ""
    var completionRate: Figure?
    var points: Figure?
    var score: Figure?
    var status: RowStatus?
    var working = ""
    var sheet = ""
    var cell = ""
  }

  /// An indicator as far as it is counted.
  struct CountedIndicator {
    /// Where it begins in its line; packed, where what is shown of it does.
    var place = 0
    var tier1: JSONPassage?
    var tier2: JSONPassage?
    var name: JSONPassage?
    var completionRate: Figure?
    var points: Figure?
    var score: Figure?
    var status: RowStatus?
  }

  /// A block with its points.
  struct Block {
    var name = ""
    var points = Figure.zero
    var score = Figure.zero
  }

  var file = ""
  /// Which form of the workbook, from 1.
  var form = 1
  var sha256 = ""
  var isScored = false
  /// Whether it counted in the run that recorded it.
  var counted = false
  var fundUnit = ""
  /// The annotated copy, relative to the folder of results.json.
  var annotated: String?
  var project = ProjectIdentity(id: "", name: "", unit: "", department: "")
  var funds: [Fund] = []
  /// The execution rate that was scored; `nil` where the form scores none.
  var executionRate: Figure?
  var indicators: [Indicator] = []
  var countedIndicators: [CountedIndicator] = []
  var blocks: [Block] = []
  var total: Figure?
  var claimedTotal: Figure?
  var grade = ""
  var verdict = Verdict.sendBack
  var findings: [SummaryLine.Remark] = []
  var modified: String?
  var texts: [OwnText] = []
  /// The id of the scheme it was scored by; `nil` where it is not said.
  var scheme: String?
  /// Where its lists stand in the line.
  var lists = RecordedLists()

  init() {}
}
