internal import Evaluation

/// How far a long work has come.
enum Progress: Sendable {
  /// Nothing is to be done.
  case idle
  /// It was asked for, others are before it.
  case waiting
  /// So many of so many are done.
  case running(done: Int, total: Int)
  /// It could not be done.
  case failed(Bilingual)

  var isBusy: Bool {
    switch self {
    case .waiting, .running: true
    case .idle, .failed: false
    }
  }
}
