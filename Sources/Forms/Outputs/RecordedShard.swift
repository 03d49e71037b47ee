/// What results.json of a shard says of it, by which `summary` puts the parts together again.
public struct RecordedShard: Hashable, Sendable {
  /// Which part it is, from 1.
  public var number: Int
  /// How many parts there are.
  public var count: Int
  /// A digest of all inputs of the round, the same in all its parts.
  public var round: String
  /// Of each line of results.json the input it is of, from 1, among all of the round.
  public var inputs: [Int]

  init(_ plan: ShardPlan) {
    (number, count) = (plan.shard.number, plan.shard.count)
    (round, inputs) = (plan.round, [])
  }
}

extension RecordedShard {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    var (number, count, round) = (0, 0, "")
    var inputs: [Int] = []
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "number": number = try json.ordinal()
      case "of": count = try json.ordinal()
      case "round": round = try json.text()
      case "inputs":
        try json.list { json throws(JSONScanner.Fault) in inputs.append(try json.ordinal()) }
      default: try json.skip()
      }
    }
    guard let shard = Shard(number, of: count) else {
      throw json.fault("no part of a round: \(number)/\(count)")
    }
    (self.number, self.count) = (shard.number, shard.count)
    (self.round, self.inputs) = (round, inputs)
  }

  func write(_ json: inout JSONBytes) {
    json.key("shard")
    json.openObject()
    json.member("number", number)
    json.member("of", count)
    json.member("round", round)
    json.key("inputs")
    json.list(inputs) { $1.append(raw: Array(String($0).utf8)) }
    json.closeObject()
  }
}
