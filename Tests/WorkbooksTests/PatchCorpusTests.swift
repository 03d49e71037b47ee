import Foundation
import Testing

@testable import Workbooks

/// Real workbooks of other projects, where a copy of them is at hand.
private enum PatchCorpus {
  static let folder =
    ProcessInfo.processInfo.environment["SCOREBOOK_CORPUS"]
    ?? URL(filePath: #filePath).appending(path: "../../../../shared/corpus").standardized.path()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  static let files: [String] = {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".xlsm") }.sorted()
      .map { folder + "/" + $0 }
  }()
}

@Suite("Patching real workbooks", .enabled(if: PatchCorpus.isPresent))
struct PatchCorpusTests {
  @Test("every readable workbook can be patched, and patched again alike", arguments: 0..<8)
  func patchesEveryReadableWorkbook(_ share: Int) throws {
    var patched = 0
    for (index, path) in PatchCorpus.files.enumerated() where index % 8 == share {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      guard let workbook = try? Workbook.read(bytes), let sheet = workbook.sheets.first,
        workbook.sheets.count < Limits.standard.sheets
      else { continue }
      let column = (sheet.formattedExtent?.last.column ?? 8) + 1
      guard column < 16_000 else { continue }
      do {
        let patch = try samplePatch(sheet: sheet.name, column: column)
        let once = try WorkbookPatch.apply(patch, to: bytes)
        try checkUntouched(bytes, once.bytes, path)
        let again = try Workbook.read(once.bytes)
        #expect(again.sheets.first?.name == once.firstSheetName, "\(path)")
        var second = patch
        second.removing = try #require(PriorPatch.find(in: again), "\(path)")
        let isSame = try WorkbookPatch.apply(second, to: once.bytes).bytes == once.bytes
        #expect(isSame, "\(path)")
        patched += 1
      } catch {
        Issue.record("\(path): \(error)")
      }
    }
    #expect(patched > 0)
  }

  private static let changing = [
    "sheet", "workbook", ".rels", "[Content_Types]", "styles", "omments",
    "mlDrawing", "docProps/",
  ]

  /// Parts that no annotation has to do with are the same, and take as many bytes.
  private func checkUntouched(_ before: [UInt8], _ after: [UInt8], _ path: String) throws {
    let old = try ZipArchive(before)
    let new = try ZipArchive(after)
    for entry in old.entries where !entry.isFolder {
      if Self.changing.contains(where: { entry.name.contains($0) }) { continue }
      let found = new.entry(named: entry.name)
      let copy = try #require(found, "\(path): \(entry.name)")
      #expect(copy.compressedSize == entry.compressedSize, "\(path): \(entry.name)")
      let isSame = try old.read(entry) == new.read(copy)
      #expect(isSame, "\(path): \(entry.name)")
    }
  }
}
