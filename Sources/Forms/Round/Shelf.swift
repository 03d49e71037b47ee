internal import Glibc

/// Where threads put results in any order, and one thread takes them in order.
final class Shelf<Product: Sendable>: @unchecked Sendable {
  /// What the taking thread does next.
  enum Step {
    /// A result to take, and its item's index.
    case take(Int, Product)
    /// An item to work on, since no result can be taken.
    case work(Int)
  }

  // Everything below is looked at with the monitor held only.
  private let monitor = Monitor()
  private let count: Int
  /// Results in a ring, by index.
  private var places: [Product?]
  private var claimed = 0
  private var taken = 0
  private var isClosed = false

  /// For `count` items, of which `room` may be begun and not taken yet.
  init(count: Int, room: Int) {
    self.count = count
    places = Array(repeating: nil, count: max(1, min(room, count)))
  }

  /// An item to work on, once there is room for its result; `nil` where there is none left.
  func claim() -> Int? {
    monitor.held {
      while !isClosed, claimed < count {
        if let index = claimedNow() { return index }
        monitor.wait()
      }
      return nil
    }
  }

  /// Puts an item's result into its place.
  func put(_ product: Product, at index: Int) {
    monitor.held {
      places[index % places.count] = product
      if index == taken { monitor.wake() }
    }
  }

  /// What the taking thread does next; waits where that is being worked on. `nil` at the end.
  func next() -> Step? {
    monitor.held {
      while taken < count {
        if let product = takenNow() { return .take(taken - 1, product) }
        if let index = claimedNow() { return .work(index) }
        monitor.wait()
      }
      return nil
    }
  }

  /// Lets no item be begun any more.
  func close() {
    monitor.held {
      isClosed = true
      monitor.wake()
    }
  }

  private func claimedNow() -> Int? {
    guard claimed < min(count, taken + places.count) else { return nil }
    defer { claimed += 1 }
    return claimed
  }

  private func takenNow() -> Product? {
    let place = taken % places.count
    guard let product = places[place] else { return nil }
    places[place] = nil
    taken += 1
    monitor.wake()
    return product
  }
}

/// A lock that threads can wait on.
private final class Monitor: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting = 0

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(lock)
    change.deallocate()
    lock.deallocate()
  }

  func held<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  /// Lets go of the lock until something changed; held when called.
  func wait() {
    waiting += 1
    pthread_cond_wait(change, lock)
    waiting -= 1
  }

  /// Lets all that wait look again; held when called.
  func wake() {
    if waiting > 0 { pthread_cond_broadcast(change) }
  }
}
