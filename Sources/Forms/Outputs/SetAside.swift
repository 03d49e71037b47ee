/// Pieces of an output that is put together later: kept in a file without a name, so that rounds
/// of any size take little memory, or in memory where nothing is written.
struct SetAside: ~Copyable {
  private enum Store {
    case memory([UInt8])
    case file(FileDescriptor)
  }

  private let purpose: String
  private var store: Store
  private var ends: [Int] = []

  /// Pieces kept in memory; `purpose` is what errors name.
  init(for purpose: String) {
    self.purpose = purpose
    store = .memory([])
  }

  /// Pieces kept in a file in `folder` that is gone when this is.
  init(for purpose: String, in folder: String) throws(OutputError) {
    self.purpose = purpose
    try OutputPath.makeFolders(folder)
    // The passing name goes at once; the open file stays readable.
    store = .file(try GrowingFile(in: folder, for: folder).descriptor)
  }

  /// How many pieces there are.
  var count: Int { ends.count }

  /// Adds a piece. After an error this is of no further use.
  mutating func append(_ piece: [UInt8]) throws(OutputError) {
    switch store {
    case .memory(var bytes):
      // Taken out while it grows, so that it is not copied.
      store = .memory([])
      bytes.append(contentsOf: piece)
      store = .memory(bytes)
    case .file(let descriptor): try descriptor.write(piece, path: purpose)
    }
    ends.append((ends.last ?? 0) + piece.count)
  }

  /// The pieces so far, to be read as long as this reader lives.
  var reader: SetAsideReader {
    switch store {
    case .memory(let bytes): SetAsideReader(bytes: bytes, ends: ends, purpose: purpose)
    case .file(let descriptor):
      SetAsideReader(descriptor: descriptor, starts: [0] + ends, ends: ends, purpose: purpose)
    }
  }

  /// The piece at an index, from 0.
  func piece(_ index: Int) throws(OutputError) -> [UInt8] {
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    switch store {
    case .memory(let bytes): return Array(bytes[range])
    case .file(let descriptor): return try descriptor.read(range, path: purpose)
    }
  }
}

/// Reads pieces of a file, or of memory, in any order.
struct SetAsideReader {
  private let descriptor: FileDescriptor?
  private let bytes: [UInt8]
  private let starts: [Int]
  private let ends: [Int]
  private let purpose: String

  /// Pieces of memory that follow one another.
  init(bytes: [UInt8], ends: [Int], purpose: String) {
    (descriptor, self.bytes, self.purpose) = (nil, bytes, purpose)
    (starts, self.ends) = ([0] + ends, ends)
  }

  /// Pieces of a file; `starts` may be longer than `ends`.
  init(descriptor: FileDescriptor, starts: [Int], ends: [Int], purpose: String) {
    (self.descriptor, bytes, self.purpose) = (descriptor, [], purpose)
    (self.starts, self.ends) = (starts, ends)
  }

  /// How many pieces there are.
  var count: Int { ends.count }

  /// The piece at an index, from 0.
  func piece(_ index: Int) throws(OutputError) -> [UInt8] {
    let range = starts[index]..<ends[index]
    return try descriptor?.read(range, path: purpose) ?? Array(bytes[range])
  }
}
