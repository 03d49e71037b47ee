internal import Evaluation
internal import Synchronization
internal import Workbooks

extension RoundRunner {
  /// Reads all inputs to tell which of them fall to a shard: a project is known only then.
  func plan(
    _ shard: Shard, _ inputs: [Inbox.Input], _ progress: (@Sendable (Int) -> Void)?
  ) throws -> ShardPlan {
    for input in inputs { input.announceReading() }
    var sightings: [ShardPlan.Sighting] = []
    sightings.reserveCapacity(inputs.count)
    let done = Atomic(0)
    try OrderedWork.run(
      count: inputs.count, jobs: jobs,
      work: { index in
        let sighting = Result { try self.sighting(of: inputs[index]) }
        progress?(done.add(1, ordering: .relaxed).newValue)
        return sighting
      },
      take: { (_: Int, sighting: Result<ShardPlan.Sighting, any Error>) in
        sightings.append(try sighting.get())
      })
    if let failure = kinds.failure { throw failure }
    return ShardPlan(
      shard, files: inputs.map(\.file), sightings: sightings, scheme: scheme?.id,
      programme: programme)
  }

  private func sighting(of input: Inbox.Input) throws(OutputError) -> ShardPlan.Sighting {
    do throws(WorkbookError) {
      return processor.sighting(
        try input.read(limits: processor.limits), file: input.file)
    } catch {
      if let code = SystemError.shortage(error) { throw OutputError(.open, input.file, code: code) }
      return ReturnProcessor.unseen(file: input.file)
    }
  }
}
