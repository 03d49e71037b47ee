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

  /// The piece at an index, from 0.
  func piece(_ index: Int) throws(OutputError) -> [UInt8] {
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    switch store {
    case .memory(let bytes): return Array(bytes[range])
    case .file(let descriptor): return try descriptor.read(range, path: purpose)
    }
  }
}
