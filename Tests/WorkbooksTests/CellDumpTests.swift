import Foundation
import Testing

@testable import Workbooks

/// Writes what was read of every workbook of the corpus, to be compared with other readers by
/// `Tests/acceptance/differential.py`.
@Suite struct CellDumpTests {
  private static let folder = ProcessInfo.processInfo.environment["SCOREBOOK_CELL_DUMP"]

  @Test(.enabled(if: folder != nil && Corpus.isPresent))
  func everyCellIsWrittenOut() throws {
    let folder = URL(filePath: try #require(Self.folder))
    for path in Corpus.files {
      let name = path.dropFirst(Corpus.folder.utf8.count + 1).replacing("/", with: "__")
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
      let lines = Self.lines(bytes)
      let text = lines.joined(separator: "\n") + "\n"
      try text.write(to: folder.appending(path: name + ".tsv"), atomically: false, encoding: .utf8)
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    do throws(WorkbookError) {
      let workbook = try Workbook.read(bytes)
      return workbook.sheets.flatMap { sheet in
        ["S\t\(quoted(sheet.name))\t\(sheet.state)\t\(workbook.uses1904Dates)"]
          + sheet.rows.flatMap { row in sheet.cells(inRow: row).map { line($0) } }
      }
    } catch {
      return ["E\t\(quoted("\(error)"))"]
    }
  }

  private static func line(_ cell: Cell) -> String {
    let (kind, value) =
      switch cell.value {
      case .blank: ("blank", "")
      case .number(let digits): ("number", digits)
      case .text(let text): ("text", text)
      case .boolean(let truth): ("boolean", "\(truth)")
      case .error(let code): ("error", code)
      }
    let form = "\(cell.format.kind)\t\(cell.formula == nil ? "" : "f")"
    return "C\t\(cell.reference)\t\(kind)\t\(form)\t\(quoted(value))"
  }

  /// A text on one line, as JSON writes it.
  private static func quoted(_ text: String) -> String {
    let bytes = (try? JSONEncoder().encode(text)) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }
}
