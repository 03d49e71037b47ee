internal import ArgumentParser
internal import Evaluation
internal import Forms
internal import Workbooks

/// Reads the programme workbook that an option names.
enum ProgrammeFile {
  /// - Throws: `ValidationError` naming the file and every mistake with sheet and cell.
  static func read(_ path: String, scheme: Scheme) throws -> Programme {
    do {
      guard let input = try Inbox([path]).inputs.first else {
        throw ValidationError("programme \(path): the folder is empty")
      }
      let bytes = try input.read()
      let workbook = try Workbook.read(bytes)
      return try ProgrammeReader(scheme).read(workbook, sha256: SHA256.hex(of: bytes))
    } catch {
      throw ValidationError("programme \(path): \(error)")
    }
  }
}
