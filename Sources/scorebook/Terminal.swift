internal import Evaluation
internal import Forms
internal import Glibc
internal import Synchronization

/// Writes to the two streams of the process, past any buffer, and tells what they are.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  private static let failure = Mutex<Int32?>(nil)

  /// Why standard output did not take everything; `nil` where it did, or where its reader went
  /// away (a closed pipe), which is no error.
  static var outputFailure: String? {
    failure.withLock { $0 }.map { String(cString: strerror($0)) }
  }

  /// Readers that go away do not end the process, nor do files beyond a bound that the shell set
  /// (`ulimit -f`): both are errors like others. And no file that is opened later gets the
  /// number of a standard stream that was closed: what is printed would run into it.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
  }

  /// Writes the whole text.
  static func write(_ text: String, to stream: Stream) {
    write(Array(text.utf8), to: stream)
  }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to stream: Stream) {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
        let count = Glibc.write(stream.rawValue, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return note(errno, of: stream) }
        sent += count
      }
    }
  }

  /// Writes a whole text that was asked for to standard output.
  ///
  /// - Throws: `CommandError` where it does not take it (a full disk).
  static func writeOutput(_ text: String) throws { try writeOutput(Array(text.utf8)) }

  /// Writes all bytes that were asked for to standard output.
  ///
  /// - Throws: `CommandError` where it does not take them.
  static func writeOutput(_ bytes: [UInt8]) throws {
    write(bytes, to: .output)
    try checkOutput()
  }

  /// - Throws: `CommandError` where standard output did not take everything.
  static func checkOutput() throws {
    guard let reason = outputFailure else { return }
    throw CommandError(
      Bilingual(
        "无法写到标准输出：\(ReasonsInChinese.text(of: reason))；请换一个去处",
        "cannot write to standard output: \(reason); send it elsewhere"))
  }

  private static func note(_ code: Int32, of stream: Stream) {
    guard stream == .output, code != EPIPE else { return }
    failure.withLock { $0 = $0 ?? code }
  }

  /// A text of others without characters that would steer the terminal or turn the direction of
  /// writing (UAX #9).
  static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(steers(scalar) ? "_" : scalar) }
    return String(scalars)
  }

  /// The same of a text of several lines.
  static func printableLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }
      .joined(separator: "\n")
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a person looks at the stream.
  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// A variable of the environment; `nil` where it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
