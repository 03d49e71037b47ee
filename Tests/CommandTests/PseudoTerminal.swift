import Foundation
import Glibc
import TestSupport

/// A terminal that a program writes to and a test reads from.
struct PseudoTerminal {
  struct Unavailable: Error {}

  /// Whether the machine has terminals to give: a bare container may have none.
  static let isAvailable: Bool = {
    guard let (main, side) = try? open() else { return false }
    close(side)
    close(main)
    return true
  }()

  /// Runs the command with both streams on a terminal; what it wrote there.
  static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (status: Int32, text: String) {
    let (main, side) = try open()
    let terminal = FileHandle(fileDescriptor: side, closeOnDealloc: false)
    var variables = ["TERM": "xterm"]
    variables.merge(environment) { $1 }
    let process = Command.process(arguments, environment: variables)
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    close(side)
    let text = readToEnd(main)
    process.waitUntilExit()
    close(main)
    return (process.terminationStatus, text)
  }

  /// Both ends of a new terminal: the one to read from, and the one that programs get.
  private static func open() throws -> (main: Int32, side: Int32) {
    let main = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    guard main >= 0, ioctl(main, setLock, &unlocked) == 0, ioctl(main, getNumber, &number) == 0
    else { throw Unavailable() }
    let side = Glibc.open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard side >= 0 else { throw Unavailable() }
    return (main, side)
  }

  /// `TIOCSPTLCK` and `TIOCGPTN`, which Glibc does not hand to Swift.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Reading fails once the last program has let go of the terminal.
  private static func readToEnd(_ main: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(main, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
