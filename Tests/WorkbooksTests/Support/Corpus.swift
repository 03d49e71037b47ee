import Foundation

/// Real workbooks of other projects, where a copy of them is at hand.
enum Corpus {
  static let folder =
    ProcessInfo.processInfo.environment["SCOREBOOK_CORPUS"]
    ?? URL(filePath: #filePath).appending(path: "../../../../../shared/corpus").standardized.path()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  static let files: [String] = {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".xlsm") }.sorted()
      .map { folder + "/" + $0 }
  }()
}
