internal import Glibc

/// Threads of the system that do one thing together.
///
/// Not Dispatch: its queues take descriptors of their own, and without any left they end the
/// process.
enum Threads {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `beside` on so many other threads and `here` on this one, and waits for all of them.
  /// Where the system gives fewer threads, fewer run.
  static func run(
    _ count: Int, beside: @Sendable () -> Void, here: () throws -> Void
  ) rethrows {
    try withoutActuallyEscaping(beside) { beside in
      let shared = Body(beside)
      let others = (0..<count).compactMap { _ in begin(shared) }
      defer {
        for thread in others { pthread_join(thread, nil) }
        withExtendedLifetime(shared) {}
      }
      try here()
    }
  }

  private static func begin(_ body: Body) -> pthread_t? {
    var thread = pthread_t()
    let begun = pthread_create(
      &thread, nil,
      { raw in
        if let raw { Unmanaged<Body>.fromOpaque(raw).takeUnretainedValue().run() }
        return nil
      }, Unmanaged.passUnretained(body).toOpaque())
    return begun == 0 ? thread : nil
  }
}
