import Foundation
import Testing

@testable import Workbooks

@Suite struct CorpusTests {
  @Test(.enabled(if: Corpus.isPresent), arguments: Corpus.files)
  func everyFileIsReadOrRefusedByName(_ path: String) throws {
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    do throws(WorkbookError) {
      let workbook = try Workbook.read(bytes)
      for sheet in workbook.sheets { _ = sheet.rows.map { sheet.cells(inRow: $0) } }
      let isEmpty = workbook.sheets.allSatisfy(\.rows.isEmpty)
      let hasValues = try hasValues(bytes)
      #expect(!isEmpty || !hasValues, "a silently empty reading")
    } catch {
      #expect(!path.contains("/strict/"), "\(error)")
      if case .beyondLimit = error { #expect(path.contains("/hostile/"), "\(error)") }
    }
  }
}

/// Whether some worksheet's bytes hold a value or a formula, looked for without any parser.
private func hasValues(_ bytes: [UInt8]) throws(WorkbookError) -> Bool {
  let archive = try ZipArchive(bytes)
  for entry in archive.entries where entry.name.contains("worksheets/") {
    let text = String(decoding: try archive.read(entry), as: UTF8.self)
    // What stands between the tags; after the last one there are controls and drawings.
    let pieces = text.components(separatedBy: "sheetData>").dropFirst().dropLast()
    if pieces.contains(where: { $0.contains("v>") || $0.contains("f>") || $0.contains("<is>") }) {
      return true
    }
  }
  return false
}
