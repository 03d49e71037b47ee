internal import Synchronization

/// Slows guessing of the password down: wrong ones are counted by the minute, for each address, so
/// that nobody shuts others out, and for all together, since one machine may have many.
final class Gate: Sendable {
  private struct Failure {
    let address: String
    let instant: ContinuousClock.Instant
  }

  private let failures = Mutex<[Failure]>([])
  private static let mostPerMinute = 10
  private static let mostPerMinuteTogether = 200

  /// Whether an address may make another attempt now.
  func isOpen(to address: String) -> Bool {
    failures.withLock { failures in
      let now = ContinuousClock.now
      failures.removeAll { now - $0.instant > .seconds(60) }
      return failures.count < Self.mostPerMinuteTogether
        && failures.count { $0.address == address } < Self.mostPerMinute
    }
  }

  func countFailure(of address: String) {
    failures.withLock { $0.append(Failure(address: address, instant: .now)) }
  }
}
