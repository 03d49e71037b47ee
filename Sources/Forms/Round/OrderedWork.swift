/// Work on many items in parallel, with its results taken in order and little held in between.
enum OrderedWork {
  /// How many results may wait to be taken, for each thread.
  private static let roomOfAThread = 32

  /// Runs `work` for every index and hands the results to `take` in order.
  ///
  /// This thread takes what is next as soon as it is there and works on items in between; up to
  /// `jobs - 1` others work beside it, so far ahead that few results are ever held.
  ///
  /// - Throws: what `take` throws; no item is begun after that.
  static func run<Product: Sendable>(
    count: Int, jobs: Int, work: @Sendable (Int) -> Product,
    take: (Int, Product) throws -> Void
  ) throws {
    let jobs = min(jobs, count)
    guard jobs > 1 else {
      for index in 0..<count { try take(index, work(index)) }
      return
    }
    let shelf = Shelf<Product>(count: count, room: jobs * roomOfAThread)
    try Threads.run(jobs - 1) {
      while let index = shelf.claim() { shelf.put(work(index), at: index) }
    } here: {
      defer { shelf.close() }
      while let step = shelf.next() {
        switch step {
        case .take(let index, let product): try take(index, product)
        case .work(let index): shelf.put(work(index), at: index)
        }
      }
    }
  }
}
