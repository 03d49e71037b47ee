internal import Dispatch
internal import Glibc

/// Ends the process some seconds after it was told to end: a connection that dawdles would keep it
/// for as long as it likes. Nothing is lost by that, since files appear whole or not at all.
struct Patience {
  private let sources: [any DispatchSourceSignal]
  private static let seconds = 5.0

  init() {
    sources = [SIGTERM, SIGINT].map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.seconds) { _exit(0) }
      }
      source.resume()
      return source
    }
  }

  /// Lets the process end as it will.
  func end() { sources.forEach { $0.cancel() } }
}
