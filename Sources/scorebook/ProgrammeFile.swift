internal import Evaluation
internal import Forms
internal import Workbooks

/// Reads the programme workbook that an option names.
enum ProgrammeFile {
  /// - Throws: `CommandError` naming the file and every mistake with sheet and cell.
  static func read(_ path: String, scheme: Scheme) throws -> Programme {
    do {
      let bytes = try Inbox.file(path).read()
      let workbook = try Workbook.read(bytes)
      return try ProgrammeReader(scheme).read(workbook, sha256: SHA256.hex(of: bytes))
    } catch {
      throw CommandError(
        error, about: Bilingual("下达工作簿 \(path)：", "programme \(path): "))
    }
  }
}
