internal import Figures

/// R004, R005, T003: a judged block's scores against its points, and the points its name states.
///
/// A loss is said of the block where its rows state no points and so cannot show where it lies.
enum JudgedBlocks: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard assessment.scheme.scoring.mode == .judged else { return [] }
    return try assessment.blocks.flatMap { block -> [Draft] in
      guard let share = block.share else { return [] }
      return [renamed(block, share, assessment), try scored(block, share, assessment)]
        .compactMap { $0 }
    }
  }

  private static func scored(
    _ block: Blocks.Block, _ share: Figure, _ assessment: Assessment
  ) throws -> Draft? {
    guard block.hasRows, let claimed = block.claimed, claimed != share else { return nil }
    if claimed > share {
      return Draft(
        .r004, at: block.place, assessment.subject(block, "score"), found: claimed.description,
        expected: "0～\(share)", "\(block.name)各项得分之和\(claimed)，超出该项\(share)分，按\(share)分计。",
        advice: "核对各项得分，使其和不超过\(share)分。")
    }
    guard block.statedPoints == nil else { return nil }
    let lost = try share - claimed
    return Draft(
      .r005, at: block.place, assessment.subject(block, "score"), found: claimed.description,
      expected: share.description,
      "\(block.name)\(share)分得\(claimed)分，失\(lost)分。三级指标未列分值，不能定位到具体指标。",
      advice: "列明各三级指标的分值和扣分原因。")
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
