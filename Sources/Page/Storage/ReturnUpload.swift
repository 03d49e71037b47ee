internal import Forms
internal import FoundationEssentials
internal import Glibc

/// A return on its way in: it takes its place among the returns when it is whole.
public struct ReturnUpload: ~Copyable {
  /// What became of an upload.
  public enum Outcome: String, Hashable, Sendable {
    /// It is a new file of the round.
    case new
    /// The same file, byte for byte, was there already.
    case same
    /// Another file of its name was there: it lies in a folder of its own beside it.
    case beside
    /// Its name is one that rounds leave out.
    case leftOut
  }

  private let name: UploadName
  private let passing: String
  private let file: OutputFile
  private let room: Int
  private var count = 0
  private let round: Round

  init(_ name: UploadName, passing: String, room: Int, round: Round) throws(PageError) {
    self.name = name
    self.passing = passing
    self.room = room
    self.round = round
    do throws(OutputError) {
      file = try OutputFile(passing)
    } catch {
      throw PageError(.disk, error)
    }
  }

  /// Takes more of it.
  ///
  /// - Throws: ``PageError`` beyond the limits, or where the disk is full.
  public mutating func write(_ bytes: [UInt8]) throws(PageError) {
    count += bytes.count
    guard count <= room else { throw Self.tooLarge(room) }
    do throws(OutputError) {
      try file.write(bytes)
    } catch {
      throw PageError(.disk, error)
    }
  }

  /// Puts it in its place.
  ///
  /// - Returns: what became of it and its path among the returns.
  public consuming func finish() throws(PageError) -> (outcome: Outcome, path: String) {
    let (name, passing, round, count) = (name, passing, round, count)
    do throws(OutputError) {
      try file.finish()
    } catch {
      throw PageError(.disk, error)
    }
    defer { StoredFile.remove(passing) }
    return try round.take(passing, as: name, bytes: count)
  }

  static func tooLarge(_ room: Int) -> PageError {
    PageError(
      .tooLarge, "文件太大，或本批次的文件合计太大（还可上传\(room)字节）",
      "the file, or all files of the round together, are too large (\(room) bytes are left)")
  }
}
