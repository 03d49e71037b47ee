internal import Synchronization

/// Work on many items in parallel, with its results taken in order and little held in between.
enum OrderedWork {
  /// Runs `work` for every index and hands the results to `take` in order.
  ///
  /// Items are worked on in stretches: within a stretch by `jobs` threads, each taking the next
  /// item as it comes free; between stretches the results are taken. So the results of one
  /// stretch are all that is ever held.
  ///
  /// - Throws: what `take` throws; nothing is worked on after that.
  static func run<Product: Sendable>(
    count: Int, jobs: Int, work: @Sendable (Int) -> Product,
    take: (Int, Product) throws -> Void
  ) throws {
    let jobs = max(1, jobs)
    let stretch = jobs == 1 ? 1 : jobs * 32
    var start = 0
    while start < count {
      let end = min(count, start + stretch)
      let products = products(of: start..<end, jobs: jobs, work: work)
      for (offset, product) in products.enumerated() {
        if let product { try take(start + offset, product) }
      }
      start = end
    }
  }

  private static func products<Product: Sendable>(
    of items: Range<Int>, jobs: Int, work: @Sendable (Int) -> Product
  ) -> [Product?] {
    if jobs == 1 || items.count == 1 { return items.map(work) }
    let next = Atomic(items.lowerBound)
    let shelf = Mutex([Product?](repeating: nil, count: items.count))
    Threads.run(min(jobs, items.count)) {
      while true {
        let item = next.add(1, ordering: .relaxed).oldValue
        guard item < items.upperBound else { return }
        let product = work(item)
        shelf.withLock { $0[item - items.lowerBound] = product }
      }
    }
    return shelf.withLock { $0 }
  }
}
