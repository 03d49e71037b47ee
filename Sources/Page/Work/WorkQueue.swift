internal import Dispatch
internal import Synchronization

/// Long work, some of it side by side, the rest in the order in which it was asked for.
public final class WorkQueue: Sendable {
  private struct State {
    var waiting: [@Sendable (_ sharers: Int) -> Void] = []
    var running = 0
  }

  private let slots: Int
  private let state = Mutex(State())

  /// - Parameter slots: how many works run at a time, from 1.
  public init(slots: Int) { self.slots = max(1, slots) }

  /// Adds a work; it is told how many share the machine when it begins, itself included.
  func add(_ work: @escaping @Sendable (_ sharers: Int) -> Void) {
    let starts = state.withLock { state in
      state.waiting.append(work)
      guard state.running < slots else { return false }
      state.running += 1
      return true
    }
    if starts { DispatchQueue.global().async { self.drain() } }
  }

  private func drain() {
    while let (work, sharers) = next() { work(sharers) }
  }

  private func next() -> ((@Sendable (Int) -> Void), Int)? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return (state.waiting.removeFirst(), state.running + state.waiting.count)
    }
  }
}

/// Runs short work that waits for the disk away from the threads that answer requests.
public func awaiting<Product: Sendable>(
  _ work: @escaping @Sendable () throws -> Product
) async throws -> Product {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
  }
}
