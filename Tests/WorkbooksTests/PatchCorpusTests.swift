import Foundation
import Testing

@testable import Workbooks

/// Every readable workbook can be annotated: those of this repository, and other people's where
/// `SCOREBOOK_CORPUS` names them. `SCOREBOOK_PATCHED` names a folder for the copies, which
/// `Tests/acceptance/lossless.py` then holds against the originals through other readers.
@Suite("Patching real workbooks")
struct PatchCorpusTests {
  private static let copies = ProcessInfo.processInfo.environment["SCOREBOOK_PATCHED"]

  @Test(
    "every readable workbook can be patched twice alike, untouched entries identical",
    .enabled(if: Corpus.isPresent))
  func patchesEveryReadableWorkbook() throws {
    var patched = 0
    for path in Corpus.files where try patch(path) { patched += 1 }
    print("\(patched) of \(Corpus.files.count) workbooks patched")
    #expect(patched * 2 > Corpus.files.count)
  }

  @Test("so can the workbooks of the samples", arguments: Corpus.samples)
  func patchesTheSamples(_ path: String) throws {
    #expect(try patch(path))
  }

  /// Patches a workbook, again on top of that, and takes the patch out; `false` where the file
  /// cannot be read or has no room.
  private func patch(_ path: String) throws -> Bool {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    guard let workbook = try? Workbook.read(bytes), let sheet = workbook.sheets.first else {
      return false
    }
    let column = (sheet.formattedExtent?.last.column ?? 8) + 1
    guard column < 16_000, workbook.sheets.count < Limits.standard.sheets else { return false }
    do {
      var patch = try samplePatch(sheet: sheet.name, column: column)
      patch.removing = PriorPatch.find(in: workbook)
      let once = try WorkbookPatch.apply(patch, to: bytes)
      if patch.removing == nil { try expectUntouched(bytes, once.bytes, path) }
      let again = try Workbook.read(once.bytes)
      #expect(again.sheets.first?.name == once.firstSheetName, "\(path)")
      expectWritten(patch, in: again, remarks: once.remarks, path)
      guard let prior = PriorPatch.find(in: again) else {
        Issue.record("the annotation is not found again: \(path)")
        return true
      }
      var second = patch
      second.removing = prior
      let twice = try WorkbookPatch.apply(second, to: once.bytes)
      #expect(twice.bytes == once.bytes, "\(path)")
      try keep(once.bytes, of: path)
    } catch {
      Issue.record("\(path): \(error)")
    }
    return true
  }

  /// Every entry is there again: packed as it was, byte for byte, or one of the parts an
  /// annotation writes into.
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
      #expect(kept.checksum == entry.checksum, "\(path): \(entry.name)")
      let stored = try RawEntries.bytes(of: entry.name, in: before)
      #expect(try RawEntries.bytes(of: entry.name, in: after) == stored, "\(path): \(entry.name)")
    }
  }

  /// What was written is read back, but for what a remark says was left out.
  private func expectWritten(
    _ patch: WorkbookPatch, in workbook: Workbook, remarks: [PatchRemark], _ path: String
  ) {
    let leftOut = Set(remarks.compactMap(\.cell))
    for part in patch.sheets {
      let sheet = workbook.sheets.first { $0.name == part.sheet }
      for cell in part.cells where !leftOut.contains(cell.reference) {
        let read = sheet?.cell(cell.reference)?.value ?? .blank
        let wanted: CellValue =
          switch cell.value {
          case .number(let digits): .number(digits)
          case .text(let text): .text(text)
          case .blank: .blank
          }
        #expect(read == wanted, "\(path): \(cell.reference)")
      }
    }
  }

  private func keep(_ bytes: [UInt8], of path: String) throws {
    guard let folder = Self.copies, path.hasPrefix(Corpus.folder) else { return }
    let name = URL(filePath: String(path.dropFirst(Corpus.folder.utf8.count)))
    let copy = URL(filePath: folder + "/" + name.deletingPathExtension().path() + "_批注")
      .appendingPathExtension(name.pathExtension)
    let place = copy.path(percentEncoded: false).removingPercentEncoding ?? copy.path()
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: place))
  }
}

/// The compressed bytes of entries, found without the library: through the central directory of
/// APPNOTE.TXT 4.3.12 to the local header of 4.3.7.
enum RawEntries {
  static func bytes(of name: String, in file: [UInt8]) throws -> [UInt8] {
    let end = try #require(
      (0...(file.count - 22)).last { file[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) })
    var at = number(file, end + 16, 4)
    for _ in 0..<number(file, end + 10, 2) {
      let (length, extra) = (number(file, at + 28, 2), number(file, at + 30, 2))
      let found = String(decoding: file[(at + 46)..<(at + 46 + length)], as: UTF8.self)
      if found == name {
        let local = number(file, at + 42, 4)
        let start = local + 30 + number(file, local + 26, 2) + number(file, local + 28, 2)
        return Array(file[start..<(start + number(file, at + 20, 4))])
      }
      at += 46 + length + extra + number(file, at + 32, 2)
    }
    // A name that is not UTF-8, or of another spelling: its checksum was compared.
    return []
  }

  private static func number(_ file: [UInt8], _ at: Int, _ count: Int) -> Int {
    file[at..<(at + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
