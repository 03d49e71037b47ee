import Foundation
import Testing

@testable import Workbooks

@Suite("Patching real workbooks", .enabled(if: Corpus.isPresent))
struct PatchCorpusTests {
  @Test("every readable workbook can be patched twice alike, untouched entries identical")
  func patchesEveryReadableWorkbook() throws {
    var patched = 0
    for path in Corpus.files {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      guard let workbook = try? Workbook.read(bytes), let sheet = workbook.sheets.first else {
        continue
      }
      let column = (sheet.formattedExtent?.last.column ?? 8) + 1
      guard column < 16_000, workbook.sheets.count < Limits.standard.sheets else { continue }
      do {
        let patch = try samplePatch(sheet: sheet.name, column: column)
        let once = try WorkbookPatch.apply(patch, to: bytes)
        try expectUntouched(bytes, once.bytes, path)
        let again = try Workbook.read(once.bytes)
        #expect(again.sheets.first?.name == once.firstSheetName, "\(path)")
        guard let prior = PriorPatch.find(in: again) else {
          Issue.record("the annotation is not found again: \(path)")
          continue
        }
        var second = patch
        second.removing = prior
        let twice = try WorkbookPatch.apply(second, to: once.bytes)
        if twice.bytes != once.bytes { report(path, once.bytes, twice.bytes) }
        #expect(twice.bytes == once.bytes, "\(path)")
        patched += 1
        if let out = ProcessInfo.processInfo.environment["SCOREBOOK_PATCHED"] {
          let name = path.split(separator: "/").suffix(3).joined(separator: "__")
          try Data(once.bytes).write(to: URL(fileURLWithPath: out + "/" + name))
          let removed = try WorkbookPatch.remove(prior, from: once.bytes)
          try Data(removed.bytes).write(to: URL(fileURLWithPath: out + "/removed/" + name))
        }
      } catch {
        Issue.record("\(path): \(error)")
      }
    }
    #expect(patched > 0)
  }

  /// Every entry is there again: packed as it was, or one of the parts an annotation writes into.
  private func expectUntouched(_ before: [UInt8], _ after: [UInt8], _ path: String) throws {
    let written = [
      "content_types", ".rels", "docprops/", "workbook.xml", "styles.xml", "sheet", "comments",
      ".vml",
    ]
    let old = try ZipArchive(before)
    let new = try ZipArchive(after)
    for entry in old.entries where !entry.isFolder {
      let found = new.entry(named: entry.name)
      let kept = try #require(found, "\(path): \(entry.name) is lost")
      if written.contains(where: entry.name.lowercased().contains) { continue }
      #expect(kept.compressedSize == entry.compressedSize, "\(path): \(entry.name)")
      // What cannot be inflated is kept all the same.
      guard let content = try? old.read(entry) else { continue }
      let copied = try new.read(kept)
      #expect(copied == content, "\(path): \(entry.name)")
    }
  }

  private func report(_ path: String, _ one: [UInt8], _ two: [UInt8]) {
    guard let a = try? entries(of: one), let b = try? entries(of: two) else { return }
    for name in Set(a.keys).union(b.keys).sorted() where a[name] != b[name] {
      print(String(decoding: a[name]?.prefix(3500) ?? [], as: UTF8.self))
      print(String(decoding: b[name]?.prefix(3500) ?? [], as: UTF8.self))
      print("DIFF \(path) \(name) \(a[name]?.count ?? -1) \(b[name]?.count ?? -1)")
    }
  }
}
