internal import Figures

/// The blocks of a form (一级指标) with their points and scores, 预算执行率 first.
struct Blocks {
  struct Block {
    var name: String
    /// The share the scheme gives it; `nil` where shares are free.
    var share: Figure?
    var points: Figure
    var score: Figure
    /// The unit's own scores added up; `nil` once one is missing.
    var claimed: Figure?
    var place: Place?
  }

  private(set) var all: [Block] = []
  /// The block of the row before: rows of one block follow each other.
  private var last: (tier1: String, index: Int)?

  init(_ assessment: Assessment) throws(FigureOverflow) {
    if let execution = assessment.execution, let points = execution.points {
      all.append(
        Block(
          name: assessment.scheme.scoring.execution?.name ?? "",
          share: assessment.scheme.scoring
            .execution?.points, points: points, score: execution.scored?.score ?? .zero,
          claimed: execution.claimedScore?.figure,
          place: assessment.funds.total?.line.cells[.points]?.place
            ?? assessment.funds.total?.line.place))
    }
    for row in assessment.indicators where !row.isUnissued {
      try add(row, assessment)
    }
  }

  private mutating func add(_ row: AssessedIndicator, _ assessment: Assessment)
    throws(FigureOverflow)
  {
    let tier1 = row.issued?.tier1 ?? row.line?.tier1 ?? ""
    let index = index(of: tier1, row, assessment)
    all[index].points = try all[index].points + (row.points ?? .zero)
    all[index].score = try all[index].score + (row.scored?.score ?? .zero)
    if let sum = all[index].claimed, let own = row.claimedScore?.figure {
      all[index].claimed = try sum + own
    } else {
      all[index].claimed = nil
    }
  }

  /// The place of a first tier's block, which is added where it is the first of its kind.
  private mutating func index(
    of tier1: String, _ row: AssessedIndicator, _ assessment: Assessment
  ) -> Int {
    if let last, last.tier1 == tier1 { return last.index }
    let scheme = assessment.scheme.scoring.block(of: tier1)
    let name = scheme?.labels.first ?? Wording.label(tier1)
    let index = all.firstIndex { $0.name == name } ?? all.count
    if index == all.count {
      all.append(
        Block(
          name: name, share: scheme?.points, points: .zero, score: .zero, claimed: .zero,
          place: row.cell(.tier1)?.place ?? row.line?.cells[.name]?.place))
    }
    last = (tier1, index)
    return index
  }
}

extension ScoringRules {
  /// The block that a first tier names.
  func block(of tier1: String) -> Block? {
    let label = Wording.label(tier1)
    guard !label.isEmpty else { return nil }
    return blocks.first { block in block.labels.contains { Wording.label($0) == label } }
  }
}
