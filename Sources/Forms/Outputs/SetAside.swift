/// Pieces of an output that is put together later: kept in a file without a name, so that rounds
/// of any size take little memory, or in memory where nothing is written.
struct SetAside: ~Copyable {
  private enum Store {
    case memory([UInt8])
    case file(FileDescriptor)
  }

  private let purpose: String
  private var store: Store
  private var places = PiecePlaces()

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
  var count: Int { places.count }

  /// Adds a piece. After an error this is of no further use.
  ///
  /// - Parameter separator: what stands before it in the output.
  mutating func append(
    _ piece: [UInt8], behind separator: [UInt8] = []
  ) throws(OutputError) {
    switch store {
    case .memory(var bytes):
      // Taken out while it grows, so that it is not copied.
      store = .memory([])
      bytes.append(contentsOf: separator)
      bytes.append(contentsOf: piece)
      store = .memory(bytes)
    case .file(let descriptor):
      try descriptor.write(separator, path: purpose)
      try descriptor.write(piece, path: purpose)
    }
    places.append(piece.count, behind: separator.count)
  }

  /// The pieces so far, to be read as long as this reader lives.
  var reader: SetAsideReader {
    switch store {
    case .memory(let bytes): SetAsideReader(bytes: bytes, places: places, purpose: purpose)
    case .file(let descriptor):
      SetAsideReader(descriptor: descriptor, places: places, purpose: purpose)
    }
  }

  /// The piece at an index, from 0.
  func piece(_ index: Int) throws(OutputError) -> [UInt8] { try bytes(places[index]) }

  /// So many bytes are read of the file at a time.
  private static let stretch = 1 << 18

  /// Gives pieces, each behind what separates it from the one before, to `sink`.
  func copy(
    _ pieces: Range<Int>, to sink: ([UInt8]) throws(OutputError) -> Void
  ) throws(OutputError) {
    let all = places.stretch(of: pieces)
    var start = all.lowerBound
    while start < all.upperBound {
      let end = min(start + Self.stretch, all.upperBound)
      try sink(try bytes(start..<end))
      start = end
    }
  }

  private func bytes(_ range: Range<Int>) throws(OutputError) -> [UInt8] {
    switch store {
    case .memory(let bytes): return Array(bytes[range])
    case .file(let descriptor): return try descriptor.read(range, path: purpose)
    }
  }
}

/// Where pieces stand that lie one behind the other, with as much between any two of them.
struct PiecePlaces {
  private var ends: [Int] = []
  /// What stands before the first piece, and between each and the next.
  private var (before, between) = (0, 0)

  init() {}

  /// Pieces with nothing between them.
  init(ends: [Int]) { self.ends = ends }

  /// How many pieces there are.
  var count: Int { ends.count }

  /// Where the last one ends.
  var end: Int { ends.last ?? 0 }

  /// Adds a piece of a length, behind so many bytes that are none of it.
  mutating func append(_ length: Int, behind gap: Int) {
    if ends.isEmpty { before = gap } else { between = gap }
    ends.append((ends.last ?? 0) + gap + length)
  }

  /// The piece at an index, from 0.
  subscript(index: Int) -> Range<Int> {
    (index == 0 ? before : ends[index - 1] + between)..<ends[index]
  }

  /// Pieces with all that stands between them, and before the first.
  func stretch(of pieces: Range<Int>) -> Range<Int> {
    guard let last = pieces.last else { return 0..<0 }
    return (pieces.lowerBound == 0 ? 0 : ends[pieces.lowerBound - 1])..<ends[last]
  }
}

/// Reads pieces of a file, or of memory, in any order.
struct SetAsideReader {
  private let descriptor: FileDescriptor?
  private let bytes: [UInt8]
  private let places: PiecePlaces
  private let purpose: String

  /// Pieces of memory.
  init(bytes: [UInt8], places: PiecePlaces, purpose: String) {
    (descriptor, self.bytes, self.places, self.purpose) = (nil, bytes, places, purpose)
  }

  /// Pieces of a file.
  init(descriptor: FileDescriptor, places: PiecePlaces, purpose: String) {
    (self.descriptor, bytes, self.places, self.purpose) = (descriptor, [], places, purpose)
  }

  /// How many pieces there are.
  var count: Int { places.count }

  /// The piece at an index, from 0.
  func piece(_ index: Int) throws -> [UInt8] { try bytes(places[index]) }

  /// Where a piece stands among the bytes of all.
  func place(of index: Int) -> Range<Int> { places[index] }

  /// Where the last piece ends.
  var end: Int { places.end }

  /// The bytes of a stretch.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    try descriptor?.read(range, path: purpose) ?? Array(bytes[range])
  }
}
