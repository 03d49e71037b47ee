import Synchronization
import Testing

@testable import Forms

/// Results are taken in order whatever the threads do, and work does not run far ahead of them.
@Suite struct OrderedWorkTests {
  private struct Enough: Error {}

  @Test(arguments: [1, 2, 3, 8, 200], [0, 1, 2, 63, 64, 65, 1000])
  func everyResultIsTakenOnceAndInOrder(_ jobs: Int, _ count: Int) throws {
    let begun = Mutex<[Int]>([])
    var taken: [Int] = []
    try OrderedWork.run(
      count: count, jobs: jobs,
      work: { index in
        begun.withLock { $0.append(index) }
        return index * 3
      },
      take: { index, product in
        #expect(product == index * 3)
        taken.append(index)
      })
    #expect(taken == Array(0..<count))
    #expect(begun.withLock { $0.sorted() } == Array(0..<count))
  }

  @Test(arguments: [2, 4]) func fewResultsWaitToBeTaken(_ jobs: Int) throws {
    let ahead = Atomic(0)
    let most = Atomic(0)
    try OrderedWork.run(
      count: 2000, jobs: jobs,
      work: { _ in
        _ = most.max(ahead.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
      },
      take: { _, _ in _ = ahead.subtract(1, ordering: .relaxed) })
    // One more is being taken.
    #expect(most.load(ordering: .relaxed) <= jobs * 32 + 1)
  }

  @Test(arguments: [1, 2, 5], [0, 1, 40]) func nothingIsBegunAfterAFailure(
    _ jobs: Int, _ bad: Int
  ) throws {
    let begun = Atomic(0)
    var taken = 0
    #expect(throws: Enough.self) {
      try OrderedWork.run(
        count: 10_000, jobs: jobs, work: { _ in _ = begun.add(1, ordering: .relaxed) },
        take: { index, _ in
          taken += 1
          if index == bad { throw Enough() }
        })
    }
    #expect(taken == bad + 1)
    #expect(begun.load(ordering: .relaxed) <= bad + 1 + jobs * 32 + jobs)
  }
}
