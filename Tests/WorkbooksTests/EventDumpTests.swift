import Foundation
import Testing

@testable import Workbooks

/// Writes the scanner's events of documents, to be compared with libexpat's by
/// `Tests/acceptance/events.py`.
@Suite struct EventDumpTests {
  private static let folder = ProcessInfo.processInfo.environment["SCOREBOOK_EVENTS"]

  @Test(.enabled(if: folder != nil))
  func theEventsOfEveryDocumentAreWrittenOut() throws {
    let folder = URL(filePath: try #require(Self.folder))
    let documents = try Data(contentsOf: folder.appending(path: "documents.bin"))
    var output = Data()
    var at = 0
    while at + 4 <= documents.count {
      let length = documents[at..<(at + 4)].reversed().reduce(0) { $0 << 8 | Int($1) }
      let events = Self.events(of: Array(documents[(at + 4)..<(at + 4 + length)]))
      withUnsafeBytes(of: UInt32(events.count).littleEndian) { output.append(contentsOf: $0) }
      output.append(contentsOf: events)
      at += 4 + length
    }
    try output.write(to: folder.appending(path: "events.bin"))
  }

  /// One line an event: `<name`, a tabulator before each attribute in the order of their names;
  /// `>name`; `-` and text. A refusal is `!` and its reason alone.
  private static func events(of bytes: [UInt8]) -> [UInt8] {
    do throws(WorkbookError) {
      var scanner = try XMLScanner(bytes, part: "part")
      var output: [UInt8] = []
      var text = ""
      while true {
        let event = try scanner.next()
        if event == .text {
          text += XMLText.decoded(scanner.bytes, scanner.token)
          continue
        }
        if !text.isEmpty { output += "-\(escaped(text))\n".utf8 }
        text = ""
        let name = String(decoding: scanner.bytes[scanner.name], as: UTF8.self)
        switch event {
        case .start: output += "<\(name)\(attributes(of: scanner))\n".utf8
        case .end: output += ">\(name)\n".utf8
        case .text, .finished: return output
        }
      }
    } catch {
      return Array("!\(error)".utf8)
    }
  }

  private static func attributes(of scanner: borrowing XMLScanner) -> String {
    var all: [String] = []
    for attribute in scanner.attributes {
      let name = String(decoding: scanner.bytes[attribute.name], as: UTF8.self)
      all.append("\t\(name)=\(escaped(scanner.string(attribute)))")
    }
    return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.contains { $0 == "\n" || $0 == "\t" || $0 == "\\" }
      ? text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        .replacing("\t", with: "\\t") : text
  }
}
