internal import Evaluation
internal import Glibc

/// A results.json on the disk: its head is read, its returns are found and checked one by one.
struct ResultsFile {
  let round: RecordedRound
  let lines: SetAsideReader
  /// The line that the first return stands on, from 1.
  let firstLine: Int

  /// Opens a file that ``Results`` wrote: each return is on a line of its own.
  ///
  /// - Throws: ``ResultsFileError`` naming line and byte.
  init(_ path: String) throws {
    var finder = LineFinder(path)
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw finder.error(SystemError.reason(errno)) }
    let descriptor = FileDescriptor(file)
    try Self.read(file, into: &finder)
    let parts = try finder.finish()
    firstLine = parts.firstLine
    lines = SetAsideReader(
      descriptor: descriptor, places: parts.places, purpose: path)
    do throws(JSONScanner.Fault) {
      round = try RecordedRound(head: parts.head, tail: parts.tail)
    } catch {
      throw parts.place(of: error, file: path)
    }
    guard round.schema == Results.schema else {
      throw ResultsFileError(
        file: path, line: 1,
        reason: Bilingual(
          "格式不是\(Results.schema)，而是“\(round.schema.prefix(60))”：请给出results.json",
          "not \(Results.schema) but “\(round.schema.prefix(60))”: give a results.json"))
    }
  }

  private static func read(_ file: Int32, into finder: inout LineFinder) throws {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw finder.error(Bilingual("不是文件", "not a file"))
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw finder.error(SystemError.reason(errno)) }
      if count == 0 { return }
      try finder.take(buffer[..<count])
    }
  }
}

/// Finds where head, returns and tail of a results.json stand.
struct LineFinder {
  struct Parts {
    var head: [UInt8]
    var tail: [UInt8]
    var places: PiecePlaces
    var firstLine: Int

    /// A fault in head and tail together, as a place in the file.
    func place(of fault: JSONScanner.Fault, file: String) -> ResultsFileError {
      let inHead = fault.offset < head.count
      let text =
        inHead ? head[..<fault.offset] : tail[..<min(fault.offset - head.count, tail.count)]
      let breaks = text.count { $0 == 0x0A }
      let start = text.lastIndex(of: 0x0A).map { $0 + 1 } ?? text.startIndex
      return ResultsFileError(
        fault, file: file, line: (inHead ? 1 : firstLine + places.count) + breaks,
        byte: text.endIndex - start + 1)
    }
  }

  private let file: String
  private var line: [UInt8] = []
  private var lineStart = 0
  private var number = 1
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var isInHead = true
  private var isInTail = false
  private var places = PiecePlaces()
  private var firstLine = 1

  init(_ file: String) { self.file = file }

  func error(_ reason: Bilingual, byte: Int? = nil) -> ResultsFileError {
    ResultsFileError(file: file, line: byte == nil ? nil : number, byte: byte, reason: reason)
  }

  /// Takes the next bytes of the file.
  mutating func take(_ bytes: ArraySlice<UInt8>) throws {
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      line.append(contentsOf: rest[..<end])
      try endLine(hasBreak: true)
      rest = rest[(end + 1)...]
    }
    line.append(contentsOf: rest)
    guard line.count <= Self.longestLine else {
      throw error(
        Bilingual("一行超过64 MB", "a line of over 64 MB"), byte: line.count)
    }
  }

  private static let longestLine = 64 << 20

  private mutating func endLine(hasBreak: Bool) throws {
    let length = line.count + (hasBreak ? 1 : 0)
    defer {
      lineStart += length
      number += 1
      line.removeAll(keepingCapacity: true)
    }
    if isInHead {
      head.append(contentsOf: line)
      if line.suffix(Self.opening.count).elementsEqual(Self.opening) {
        isInHead = false
        firstLine = number + 1
      } else {
        head.append(0x0A)
      }
      return
    }
    if isInTail || line.first == 0x5D {
      isInTail = true
      tail.append(contentsOf: line)
      tail.append(0x0A)
      return
    }
    try takeReturn()
  }

  private static let opening = Array("\"returns\": [".utf8)

  private mutating func takeReturn() throws {
    guard line.first == 0x7B else {
      throw error(
        Bilingual("应为以{开头的一份报表，或]", "a return that begins with {, or ], is due"), byte: 1)
    }
    let isFollowed = line.last == 0x2C
    if places.count > 0, !wasFollowed {
      throw error(Bilingual("前一行末尾缺逗号", "a comma is due before it"), byte: 1)
    }
    wasFollowed = isFollowed
    // Before the first all of the head, before the others a comma and the end of a line.
    places.append(
      line.count - (isFollowed ? 1 : 0), behind: places.count == 0 ? lineStart : 2)
  }

  private var wasFollowed = false

  /// What was found, once the file has ended.
  mutating func finish() throws -> Parts {
    if !line.isEmpty { try endLine(hasBreak: false) }
    if isInHead {
      // No list of returns: what is wrong with it as JSON says more than that.
      var json = JSONScanner(head)
      do throws(JSONScanner.Fault) {
        try json.skip()
        try json.finish()
      } catch {
        let parts = Parts(head: head, tail: [], places: PiecePlaces(), firstLine: 1)
        throw parts.place(of: error, file: file)
      }
      throw error(
        Bilingual(
          "不是results.json：没有一行以“\"returns\": [”结尾",
          "no results.json: no line ends with “\"returns\": [”"))
    }
    guard isInTail else {
      throw error(
        Bilingual("文件不完整：报表列表没有结束", "cut off: the list of returns is not closed"), byte: 1)
    }
    if wasFollowed {
      throw error(
        Bilingual("最后一个逗号之后缺一份报表", "a return is due after the last comma"))
    }
    return Parts(head: head, tail: tail, places: places, firstLine: firstLine)
  }
}
