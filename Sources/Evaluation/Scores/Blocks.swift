internal import Figures

/// The blocks of a form (一级指标) with their points and scores, 预算执行率 first.
struct Blocks {
  struct Block {
    var name: String
    /// The share the scheme gives it; `nil` where shares are free.
    var share: Figure?
    var points: Figure
    /// The points of its rows added up; `nil` once one is missing.
    var statedPoints: Figure?
    var score: Figure
    /// The scores before they were rounded, added up.
    var exact = ExactSum()
    /// The points of its rows that do not apply, and that are earned in no other place of it.
    var unplacedPoints = Figure.zero
    /// Its points but those of rows that do not apply, where the others share these.
    var applicablePoints: Figure?
    /// How its score came about where it is no plain sum (`35.50÷40×50＝44.38`).
    var working: String?
    /// The unit's own scores added up; `nil` once one is missing.
    var claimed: Figure?
    /// The points printed beside its name (产出指标（50分）); `nil` where none are.
    var printed: Figure?
    /// The same, each less what the unit took off.
    var claimedLeft: Figure?
    /// Where its name first stands.
    var place: Place?
    /// Whether the form has a row of it.
    var hasRows = false
  }

  private(set) var all: [Block] = []
  /// The block of the row before, with what that row says of it: rows of one block follow each
  /// other.
  private var last: Int?
  private var lastTier1 = ""
  private var lastGoal: Int?

  init(_ assessment: Assessment) throws(FigureOverflow) {
    if let execution = assessment.execution, let points = execution.points {
      var exact = ExactSum()
      if let score = try execution.scored?.unrounded { try exact.add(score) }
      all.append(
        Block(
          name: assessment.scheme.scoring.execution?.name ?? "",
          share: assessment.scheme.scoring
            .execution?.points, points: points, statedPoints: points,
          score: execution.scored?.score ?? .zero, exact: exact,
          claimed: execution.claimedScore?.figure,
          claimedLeft: execution.claimedScore?.figure,
          place: assessment.funds.total?.line.cell(.points)?.place
            ?? assessment.funds.total?.line.place))
    }
    let isJudged = assessment.scheme.scoring.mode == .judged
    if isJudged { for block in assessment.scheme.scoring.blocks { add(block) } }
    for row in assessment.indicators where !row.isUnissued && row.table == nil {
      try add(row, assessment)
    }
    if isJudged { limit() }
    if assessment.scheme.scoring.notApplicable?.points == .redistribute {
      try redistribute(assessment.scheme.scoring)
    }
  }

  /// The rows of a block that apply share the points of those that do not; where none applies the
  /// points stay unplaced, and the total is scaled up to them.
  private mutating func redistribute(_ rules: ScoringRules) throws(FigureOverflow) {
    for index in all.indices where !all[index].unplacedPoints.isZero {
      let block = all[index]
      let whole = try block.points + block.unplacedPoints
      var sum = block.exact
      if rules.totalFrom == .roundedScores {
        sum = ExactSum()
        try sum.add(Ratio(block.score))
      }
      guard let scaled = try sum.scaled(whole, over: block.points) else { continue }
      let places = rules.scorePlaces
      let score = try scaled.rounded(to: places)
      let earned = block.score.text(places: places)
      all[index].working =
        "\(earned)÷\(block.points)×\(whole)＝\(score.text(places: places))"
      all[index].score = score
      all[index].exact = scaled
      all[index].applicablePoints = block.points
      all[index].points = whole
      all[index].unplacedPoints = .zero
    }
  }

  /// Judged rows earn no more together than their block has. Its points are the scheme's: rows
  /// need not state any.
  private mutating func limit() {
    for index in all.indices {
      guard let share = all[index].share else { continue }
      all[index].points = share
      all[index].score = min(all[index].score, share)
    }
  }

  private mutating func add(_ row: AssessedIndicator, _ assessment: Assessment)
    throws(FigureOverflow)
  {
    try all[index(of: row, assessment)].add(row)
  }

  /// The place of the block of a row's first tier, which is added where it is the first of its
  /// kind.
  private mutating func index(of row: AssessedIndicator, _ assessment: Assessment) -> Int {
    let tier1 = row.tier1
    if let last, lastGoal == row.line?.goal, Wording.equal(lastTier1, tier1) { return last }
    let goal = assessment.goal(of: row)
    let scheme = goal == nil ? assessment.scheme.scoring.block(of: tier1) : nil
    let name = goal?.name ?? scheme?.labels.first ?? Wording.label(tier1)
    let index = all.firstIndex { Wording.equal($0.name, name) } ?? all.count
    if index == all.count { add(name, share: scheme?.points) }
    let place = goal?.place ?? row.cell(.tier1)?.place ?? row.line?.cell(.name)?.place
    all[index].place = all[index].place ?? place
    all[index].printed = all[index].printed ?? StatedPoints.figure(in: goal?.text ?? tier1)
    all[index].hasRows = true
    (last, lastTier1, lastGoal) = (index, tier1, row.line?.goal)
    return index
  }

  /// A judged form has all of the scheme's blocks, be there rows for them or not.
  private mutating func add(_ block: ScoringRules.Block) {
    add(block.labels.first ?? "", share: block.points)
  }

  private mutating func add(_ name: String, share: Figure?) {
    all.append(
      Block(
        name: name, share: share, points: .zero, statedPoints: .zero, score: .zero,
        claimed: .zero, claimedLeft: .zero))
  }
}

extension Blocks.Block {
  /// Adds a row of the block.
  fileprivate mutating func add(_ row: AssessedIndicator) throws(FigureOverflow) {
    statedPoints = try Self.sum(statedPoints, row.points)
    if row.isLeftOut { unplacedPoints = try unplacedPoints + (row.points ?? .zero) }
    if row.isExcluded { return }
    if let due = row.points { points = try points + due }
    if let exact = try row.scored?.unrounded { try self.exact.add(exact) }
    if let earned = row.scored?.score { score = try score + earned }
    let claim = row.claimedScore?.figure
    let taken = row.deduction?.figure
    claimed = try Self.sum(claimed, claim)
    guard let claim, let taken else {
      claimedLeft = try Self.sum(claimedLeft, claim.map { max(.zero, $0) })
      return
    }
    claimedLeft = try Self.sum(claimedLeft, max(.zero, try claim - taken))
  }

  /// `nil` once an addend is missing.
  private static func sum(_ sum: Figure?, _ figure: Figure?) throws(FigureOverflow) -> Figure? {
    guard let sum, let figure else { return nil }
    return try sum + figure
  }
}

extension ScoringRules {
  /// The block that a first tier names.
  func block(of tier1: String) -> Block? {
    let label = Wording.label(tier1)
    guard !label.isEmpty else { return nil }
    return blocks.first { block in
      block.labels.contains { Wording.equal(Wording.label($0), label) }
    }
  }
}
