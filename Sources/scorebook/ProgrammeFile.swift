internal import Evaluation
internal import Forms
internal import Workbooks

/// Reads the programme workbook that an option names.
enum ProgrammeFile {
  /// - Throws: `CommandError` naming the file and every mistake with sheet and cell.
  static func read(_ path: String, scheme: Scheme, _ limits: Limits) throws -> Programme {
    try attempt(path) { try book(path, limits).programme(for: scheme) }
  }

  /// The workbook, for several schemes to be read by.
  static func book(_ path: String, _ limits: Limits) throws -> ProgrammeBook {
    try ProgrammeBook(try Inbox.file(path).read(limits: limits), limits: limits)
  }

  /// Does something with the workbook, whose errors then name its file.
  static func attempt<Product>(_ path: String, _ work: () throws -> Product) throws -> Product {
    do {
      return try work()
    } catch {
      throw CommandError(
        error, about: Bilingual("下达工作簿 \(path)：", "programme \(path): "))
    }
  }
}
