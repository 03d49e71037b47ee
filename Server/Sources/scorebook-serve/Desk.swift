internal import Evaluation
internal import Glibc
internal import Hummingbird
internal import Page

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
