import Foundation

/// The returns of the repository's samples, each with the scheme it is scored by.
struct SampleInputs {
  var scheme: String
  var returns: [URL]

  /// One of each line of a sample that reads returns.
  static func all() throws -> [SampleInputs] {
    let samples = HandoutFixture.root.appending(path: "samples")
    let files = FileManager.default.enumerator(at: samples, includingPropertiesForKeys: nil)
    let commands = (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.lastPathComponent == "cmd.txt" }.sorted { $0.path < $1.path }
    return try commands.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .compactMap { sample(String($0), in: file.deletingLastPathComponent()) }
    }
  }

  private static func sample(_ line: String, in folder: URL) -> SampleInputs? {
    let words = line.split(separator: " ").map(String.init)
    let isRound = words.contains("score") || words.contains("check")
    guard isRound, let option = words.firstIndex(of: "--scheme"), option + 1 < words.count,
      HandoutFixture.shipped.contains(words[option + 1])
    else { return nil }
    let programme = words.firstIndex(of: "--programme").map { words[$0 + 1] }
    let named = words.filter { $0.hasPrefix("input") && $0 != programme }
    return SampleInputs(
      scheme: words[option + 1], returns: named.flatMap { workbooks(folder.appending(path: $0)) })
  }

  private static func workbooks(_ file: URL) -> [URL] {
    guard file.pathExtension != "xlsx" else { return [file] }
    let files = FileManager.default.enumerator(at: file, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "xlsx" && $0.lastPathComponent != "programme.xlsx" }
      .sorted { $0.path < $1.path }
  }
}
