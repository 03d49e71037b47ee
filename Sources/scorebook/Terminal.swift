internal import Glibc

/// Writes to the two streams of the process, past any buffer, and tells what they are.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Writes the whole text; a reader that went away (a closed pipe) is no error.
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
        guard count > 0 else { return }
        sent += count
      }
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
