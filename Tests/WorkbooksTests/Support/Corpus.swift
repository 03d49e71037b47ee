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

  /// Workbooks of this repository: some of the inputs of every sample.
  static let samples: [String] = {
    let root = URL(filePath: #filePath).appending(path: "../../../../samples").standardized
    let names = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String }
    let inputs = (names ?? []).filter { $0.contains("input/") && $0.hasSuffix(".xlsx") }.sorted()
    let forms = inputs.filter {
      !$0.contains("findings/") && !$0.contains("_批注") && !$0.contains("programme")
    }
    return forms.enumerated().filter { $0.offset % 2 == 0 }.map { root.path() + "/" + $0.element }
  }()
}
