/// A .zip bundle of files on its way out, one after the other, each stored as it is: workbooks are
/// compressed already. The same files give the same bytes.
public struct FileBundle: ~Copyable {
  private var output: ZipOutput

  /// Takes the bundle, part after part.
  public typealias Sink = ([UInt8]) throws -> Void

  /// An empty bundle.
  ///
  /// - Throws: `WorkbookError` without memory.
  public init() throws(WorkbookError) {
    output = try ZipOutput(scratch: nil)
  }

  /// Adds a file.
  ///
  /// - Parameter name: its path within the bundle, `/` between folders.
  /// - Throws: what `sink` throws; `WorkbookError.cannotWrite` beyond 4 GB.
  public mutating func add(_ name: String, _ bytes: [UInt8], to sink: Sink) throws {
    try output.store(name, bytes, to: sink)
  }

  /// Writes the directory, which is the end of the bundle.
  ///
  /// - Throws: what `sink` throws; `WorkbookError.cannotWrite` beyond 65,535 files.
  public consuming func finish(to sink: Sink) throws {
    try output.finish(to: sink)
  }
}
