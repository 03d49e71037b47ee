internal import Evaluation
internal import Glibc
internal import Synchronization

/// How far a round has come, redrawn in one line of standard error.
final class ProgressBar: Sendable {
  /// The least time from one drawing to the next, in milliseconds.
  private static let interval = 100

  private struct State {
    var drawn: Int
    var isShown = false
    var done = 0
  }

  private let total: Int
  private let language: Language
  private let start: Int
  private let state: Mutex<State>

  /// Whether a person looks at standard error, on a terminal that can draw in a line again.
  static var isSeen: Bool {
    Terminal.isTerminal(.error) && Terminal.environment("TERM") != "dumb"
  }

  init(_ total: Int, _ language: Language) {
    self.total = total
    self.language = language
    start = Self.now
    state = Mutex(State(drawn: start))
  }

  /// Shows how many are done; from any thread, as often as it likes.
  @Sendable func show(_ done: Int) {
    let now = Self.now
    state.withLock { state in
      state.done = max(state.done, done)
      guard now - state.drawn >= Self.interval else { return }
      state.drawn = now
      state.isShown = true
      let line = ProgressLine(
        done: state.done, total: total, milliseconds: now - start, language: language)
      Terminal.write("\r\(line.text)\u{1B}[K", to: .error)
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { Terminal.write("\r\u{1B}[K", to: .error) }
      state.isShown = false
    }
  }

  /// Milliseconds of a clock that never goes back.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}

/// The words of a progress bar: how many of how many, at what rate, and how long it still takes.
struct ProgressLine {
  let done: Int
  let total: Int
  /// Since the beginning.
  let milliseconds: Int
  let language: Language

  /// The places of the bar itself.
  private static let width = 24

  /// At most 79 places wide, for totals of up to a million.
  var text: String {
    let share = total > 0 ? min(done, total) : 0
    let filled = total > 0 ? share * Self.width / total : 0
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
    let percent = total > 0 ? share * 100 / total : 0
    return "[\(bar)] \(done)/\(total) \(percent)%  \(rate)  \(remaining)"
  }

  /// Returns per second, one decimal below ten.
  private var rate: String {
    let tenths = milliseconds > 0 ? done * 10_000 / milliseconds : 0
    let number = tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
    return language("每秒\(number)份", "\(number)/s")
  }

  private var remaining: String {
    guard done > 0, done < total else { return "" }
    let seconds = (milliseconds * (total - done) / done + 999) / 1000
    let text =
      switch seconds {
      case ..<60: language("\(seconds)秒", "\(seconds)s")
      case ..<3600:
        language("\(seconds / 60)分\(seconds % 60)秒", "\(seconds / 60)m \(seconds % 60)s")
      default:
        language(
          "\(seconds / 3600)时\(seconds / 60 % 60)分", "\(seconds / 3600)h \(seconds / 60 % 60)m")
      }
    return language("还需\(text)", "\(text) left")
  }
}
