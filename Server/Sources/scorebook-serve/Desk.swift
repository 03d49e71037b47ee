internal import Evaluation
internal import Glibc
internal import Hummingbird
internal import Page
internal import Synchronization

/// What requests are answered from: the data, the schemes, the work under way.
struct Desk: Sendable {
  let data: DataFolder
  let shelf: SchemeShelf
  let queue: WorkQueue
  let limits: PageLimits
  /// Whether only this machine can open the page.
  let isLocal: Bool
  let cores: Int
  let gate = Gate()

  init(data: DataFolder, shelf: SchemeShelf, limits: PageLimits, isLocal: Bool) {
    self.data = data
    self.shelf = shelf
    self.limits = limits
    self.isLocal = isLocal
    cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    queue = WorkQueue(slots: max(2, cores))
  }

  /// Goes on with what was not done when the page ended.
  func resume() {
    for round in data.unfinished() { round.resume(queue, shelf, cores: cores) }
  }
}

/// Slows guessing of the password down: wrong ones are counted by the minute.
final class Gate: Sendable {
  private let failures = Mutex<[ContinuousClock.Instant]>([])
  private static let mostPerMinute = 10

  /// Whether another attempt may be made now.
  var isOpen: Bool {
    failures.withLock { failures in
      let now = ContinuousClock.now
      failures.removeAll { now - $0 > .seconds(60) }
      return failures.count < Self.mostPerMinute
    }
  }

  func countFailure() { failures.withLock { $0.append(.now) } }
}
