internal import Evaluation
internal import Figures

/// The points of a project's indicators by the blocks of a scheme that have a share of the points.
struct BlockSums {
  struct Block {
    /// The block's share.
    let points: Figure
    let name: String
    /// In their compared form.
    fileprivate let labels: [String]
    /// What the project that was added up last gives it; `nil` where that is too large.
    fileprivate(set) var sum: Figure? = .zero
  }

  private(set) var blocks: [Block]
  /// The first tiers met so far, and the blocks that each counts in: a programme has a few.
  private var tiers: [(text: String, blocks: [Int])] = []

  init(_ scheme: Scheme) {
    blocks = scheme.scoring.blocks.compactMap { block in
      block.points.map {
        Block(
          points: $0, name: block.labels.first ?? "", labels: block.labels.map(Wording.label))
      }
    }
  }

  /// Adds up a project.
  mutating func add(up project: Programme.Project) {
    for block in blocks.indices { blocks[block].sum = .zero }
    var tier = 0
    for index in project.indicators.indices {
      let own = project.indicators[index].tier1
      // Rows of one tier follow each other.
      if !tiers.indices.contains(tier) || !Wording.same(own, tiers[tier].text) {
        tier = place(of: own)
      }
      let points = project.indicators[index].points ?? .zero
      for block in tiers[tier].blocks {
        blocks[block].sum = blocks[block].sum.flatMap { try? $0 + points }
      }
    }
  }

  private mutating func place(of text: String) -> Int {
    if let known = tiers.firstIndex(where: { Wording.same($0.text, text) }) { return known }
    let label = Wording.label(text)
    let own = blocks.indices.filter { block in
      blocks[block].labels.contains { TextKey.areEqual($0, label) }
    }
    if tiers.count == Self.mostTiers { tiers.removeAll() }
    tiers.append((text, own))
    return tiers.count - 1
  }

  private static let mostTiers = 64
}
