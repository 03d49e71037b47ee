internal import Glibc

/// Where the lines of returns stand in a results.json.
struct ResultLines: Sendable {
  private let path: String
  /// The offset of each line, and its bytes.
  private let lines: [(offset: Int, count: Int)]

  private static let piece = 1 << 20
  private static let beginning = Array(#"{"file": "#.utf8)

  /// Goes through the file once.
  ///
  /// - Throws: ``PageError`` where it cannot be read.
  init(_ path: String) throws(PageError) {
    self.path = path
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .noRun }
    defer { close(file) }
    var lines: [(offset: Int, count: Int)] = []
    var buffer = [UInt8](repeating: 0, count: Self.piece)
    var (offset, start, matched, isReturn) = (0, 0, 0, true)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      for at in 0..<count {
        let byte = buffer[at]
        if byte == 0x0A {
          if isReturn, matched == Self.beginning.count {
            lines.append((start, offset + at - start))
          }
          (start, matched, isReturn) = (offset + at + 1, 0, true)
        } else if isReturn, matched < Self.beginning.count {
          if byte == Self.beginning[matched] { matched += 1 } else { isReturn = false }
        }
      }
      offset += count
    }
    if isReturn, matched == Self.beginning.count, offset > start {
      lines.append((start, offset - start))
    }
    self.lines = lines
  }

  /// The object of a return, from 0, without what follows it on its line.
  func line(_ index: Int) throws(PageError) -> [UInt8] {
    guard lines.indices.contains(index) else { throw .noRun }
    let (offset, count) = lines[index]
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .noRun }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, count, off_t(offset)) }
    guard read == count else { throw .noRun }
    while let last = bytes.last, last != 0x7D { bytes.removeLast() }
    return bytes
  }
}
