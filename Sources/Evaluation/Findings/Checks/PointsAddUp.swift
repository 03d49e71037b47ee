internal import Figures

/// T003: the points add up to the scheme's total, and each block's to its share; the name of a
/// judged block states no others.
///
/// Without an issued list only: with one, what changed is said where it changed (T002, S003,
/// S004).
enum PointsAddUp: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    try sums(assessment) + renamed(assessment)
  }

  private static func sums(_ assessment: Assessment) throws -> [Draft] {
    let scoring = assessment.scheme.scoring
    guard assessment.hasPoints, !hasIssuedPoints(assessment),
      let due = scoring.totalPoints, !hasUnreadPoints(assessment)
    else { return [] }
    let blocks = assessment.blocks
    let sum = try blocks.reduce(Figure.zero) { try $0 + ($1.statedPoints ?? .zero) }
    let off = blocks.filter { block in
      block.share.map { $0 != block.statedPoints } ?? false
    }
    let printed = printed(blocks, assessment)
    if sum != due { return [total(sum, due, off, assessment)] + printed }
    if let printed = assessment.totalPoints?.figure, printed != sum {
      return [total(printed, due, [], assessment)]
    }
    return printed.isEmpty ? off.map { share($0, assessment) } : printed
  }

  /// Blocks whose rows add up to something else than is printed beside their name.
  private static func printed(_ blocks: [Blocks.Block], _ assessment: Assessment) -> [Draft] {
    blocks.compactMap { block in
      guard let printed = block.printed, let stated = block.statedPoints, printed != stated else {
        return nil
      }
      return Draft(
        .t003, at: block.place, assessment.subject(block, "printed"), found: printed.description,
        expected: stated.description, "\(block.name)标明\(printed)分，所属各项分值合计\(stated)分。",
        advice: "核对各项分值，使合计与标明的一致。")
    }
  }

  private static func hasIssuedPoints(_ assessment: Assessment) -> Bool {
    let mode = assessment.scheme.scoring.mode
    return mode != .judged && mode != .filed && assessment.issued?.indicators.isEmpty == false
  }

  private static func hasUnreadPoints(_ assessment: Assessment) -> Bool {
    assessment.indicators.contains { $0.line != nil && $0.table == nil && $0.points == nil }
  }

  private static func total(
    _ sum: Figure, _ due: Figure, _ off: [Blocks.Block], _ assessment: Assessment
  ) -> Draft {
    let blocks = off.compactMap { block in
      block.share.map { "\(block.name)\(block.statedPoints ?? .zero)分，应为\($0)分" }
    }
    let printed =
      assessment.totalPoints?.figure
      .flatMap { $0 == sum ? nil : "总分行标明\($0)。" } ?? ""
    let detail = printed + (blocks.isEmpty ? "" : "其中：\(blocks.joined(separator: "；"))。")
    return Draft(
      .t003,
      at: assessment.report.totalPoints?.place ?? assessment.report.indicatorColumns[.points]
        ?? assessment.report.goals.last?.place,
      assessment.subject(form: "points", label: "总分·分值"), found: sum.description,
      expected: due.description, "分值合计\(sum)，应为\(due)。\(detail)",
      advice: "按下达的分值改正，使合计为\(due)分。")
  }

  private static func share(_ block: Blocks.Block, _ assessment: Assessment) -> Draft {
    let due = block.share ?? .zero
    let stated = block.statedPoints ?? .zero
    return Draft(
      .t003, at: block.place, assessment.subject(block, "points"), found: stated.description,
      expected: due.description, "\(block.name)分值合计\(stated)，应为\(due)。", advice: "按规定的权重改正各项分值。")
  }

  private static func renamed(_ assessment: Assessment) -> [Draft] {
    guard assessment.scheme.scoring.mode == .judged else { return [] }
    return assessment.blocks.compactMap { block in
      block.share.flatMap { renamed(block, $0, assessment) }
    }
  }

  /// The points in the brackets of a first tier: 决策（15分）.
  private static func renamed(
    _ block: Blocks.Block, _ share: Figure, _ assessment: Assessment
  ) -> Draft? {
    let tiers = assessment.indicators.lazy.filter { $0.table == nil }.compactMap(\.line?.tier1)
    for tier1 in tiers
    where assessment.scheme.scoring.block(of: tier1)?.labels.first == block.name {
      guard let bracket = Wording.bracketedSuffix(of: tier1),
        let number = NumberText(bracket), ["", "分"].contains(number.unit), number.figure != share
      else { continue }
      return Draft(
        .t003, at: block.place, assessment.subject(block, "points"),
        found: number.figure.description, expected: share.description,
        "\(block.name)写作\(number.figure)分，应为\(share)分。", advice: "按规定的权重改为\(share)分。")
    }
    return nil
  }
}
