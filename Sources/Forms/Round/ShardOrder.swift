internal import Evaluation

/// Puts the returns of shards back into the order of the round that they are parts of.
enum ShardOrder {
  /// Shards of one round.
  private struct Group: Hashable {
    let round: String
    let count: Int
  }

  /// The places of all returns, in the order in which they are to be taken; `nil` where there are no
  /// shards. The shards of a round stand where the first of them was given.
  ///
  /// - Throws: ``ResultsFileError`` where a shard of a round is missing, or given twice.
  static func order(
    _ shards: [RecordedShard?], _ runs: [RecordedReturns.Run], _ paths: [String]
  ) throws -> [Int]? {
    guard shards.contains(where: { $0 != nil }) else { return nil }
    try check(shards, runs, paths)
    var order: [Int] = []
    var taken: Set<Group> = []
    let starts = runs.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.lines.count) }
    for (index, shard) in shards.enumerated() {
      guard let shard else {
        order += starts[index]..<starts[index + 1]
        continue
      }
      let group = Group(round: shard.round, count: shard.count)
      guard taken.insert(group).inserted else { continue }
      var lines: [(input: Int, place: Int)] = []
      for (other, part) in shards.enumerated() {
        guard let part, Group(round: part.round, count: part.count) == group else { continue }
        lines += part.inputs.enumerated().map { ($1, starts[other] + $0) }
      }
      order += lines.sorted { ($0.input, $0.place) < ($1.input, $1.place) }.map(\.place)
    }
    return order
  }

  private static func check(
    _ shards: [RecordedShard?], _ runs: [RecordedReturns.Run], _ paths: [String]
  ) throws {
    var given: [Group: [Int: String]] = [:]
    for (index, shard) in shards.enumerated() {
      guard let shard else { continue }
      guard shard.inputs.count == runs[index].lines.count else {
        throw ResultsFileError(
          file: paths[index],
          reason: Bilingual(
            "shard.inputs有\(shard.inputs.count)个，报表有\(runs[index].lines.count)份",
            "shard.inputs has \(shard.inputs.count) places, for \(runs[index].lines.count) returns")
        )
      }
      let group = Group(round: shard.round, count: shard.count)
      if let first = given[group, default: [:]].updateValue(paths[index], forKey: shard.number) {
        throw ResultsFileError(
          file: paths[index],
          reason: Bilingual(
            "第\(shard.number)片给了两次，另一次是\(first)",
            "shard \(shard.number)/\(shard.count) is given twice, first as \(first)"))
      }
    }
    for (index, shard) in shards.enumerated() {
      guard let shard, let parts = given[Group(round: shard.round, count: shard.count)],
        let missing = (1...shard.count).first(where: { parts[$0] == nil })
      else { continue }
      throw ResultsFileError(
        file: paths[index],
        reason: Bilingual(
          "这一轮分\(shard.count)片，缺第\(missing)片的results.json；各片须是对同样文件的审核",
          "of its round's \(shard.count) shards, \(missing)/\(shard.count) is missing; all must be runs"
            + " over the same files"))
    }
  }
}
