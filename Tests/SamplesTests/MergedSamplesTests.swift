import Foundation
import TestSupport
import Testing
import Workbooks

/// The bureau's round, scored at once and in parts that are rolled up.
@Suite struct MergedSamplesTests {
  private static let sample = Sample.repository.appending(path: "samples/03-bureau-round/input")

  /// Scores a folder of returns into an output folder; its results.json is put aside under a name
  /// of its own.
  private func score(_ returns: URL, into output: URL, as name: String) throws -> String {
    let programme = Self.sample.appending(path: "programme.xlsx").path
    let ended = try Command.run(
      [
        "score", "--scheme", "mof-2020", "--programme", programme, returns.path, "--out",
        output.path, "--fail-on", "never", "--quiet",
      ], in: Sample.repository)
    #expect(ended.status == 0, "\(ended.errors)")
    let results = output.appending(path: name)
    try FileManager.default.moveItem(at: output.appending(path: "results.json"), to: results)
    return results.path
  }

  private func rollUp(_ results: [String], to output: URL) throws -> Data {
    let ended = try Command.run(
      ["summary"] + results + ["--out", output.path, "--fail-on", "never", "--quiet"],
      in: Sample.repository)
    #expect(ended.status == 0, "\(ended.errors)")
    return try Data(contentsOf: output)
  }

  /// The files that a run read, in its order; a bundle once.
  private func inputs(of results: String, in returns: URL) throws -> [String] {
    let data = try Data(contentsOf: URL(filePath: results))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let files = (object?["returns"] as? [[String: Any]] ?? []).compactMap { $0["file"] as? String }
    var names: [String] = []
    for file in files {
      var name = file
      while !FileManager.default.fileExists(atPath: returns.appending(path: name).path) {
        name = (name as NSString).deletingLastPathComponent
      }
      if name != names.last { names.append(name) }
    }
    return names
  }

  @Test(arguments: [1, 2, 3]) func partsThatAreRolledUpGiveTheSummaryOfOneRun(parts: Int) throws {
    try withTemporaryFolder { folder in
      let returns = Self.sample.appending(path: "first")
      let whole = folder.appending(path: "whole")
      let all = try score(returns, into: whole, as: "all.json")
      let summary = try Data(contentsOf: whole.appending(path: "summary.xlsx"))
      // Runs of consecutive inputs, so that together they have the order of the one run.
      let names = try inputs(of: all, in: returns)
      let size = (names.count + parts - 1) / parts
      let output = folder.appending(path: "parts")
      let results = try (0..<parts).map { part in
        let some = folder.appending(path: "returns\(part)")
        for name in names.dropFirst(part * size).prefix(size) {
          let copy = some.appending(path: name)
          try FileManager.default.createDirectory(
            at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
          try FileManager.default.copyItem(at: returns.appending(path: name), to: copy)
        }
        return try score(some, into: output, as: "part\(part).json")
      }
      let merged = try rollUp(results, to: output.appending(path: "summary.xlsx"))
      #expect(merged == summary)
    }
  }

  @Test(arguments: Sample.all) func aRunRollsUpToItsOwnSummary(sample: Sample) throws {
    try withTemporaryFolder { folder in
      let output = folder.appending(path: "out")
      _ = try sample.run(output: output)
      for results in try files(in: output) where results.hasSuffix("results.json") {
        let run = output.appending(path: results).deletingLastPathComponent()
        let summary = try Data(contentsOf: run.appending(path: "summary.xlsx"))
        let merged = try rollUp(
          [output.appending(path: results).path], to: run.appending(path: "again.xlsx"))
        #expect(merged == summary, "\(sample) \(results)")
      }
    }
  }

  @Test func whatIsNoResultsFileEndsWithTwoAndItsName() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "x.json")
      try Data("{\"a\": }".utf8).write(to: path)
      let ended = try Command.run(
        ["summary", path.path, "--out", folder.appending(path: "s.xlsx").path],
        in: Sample.repository)
      #expect(ended.status == 2)
      #expect(ended.errors.contains("x.json") && ended.errors.contains("第1行第7字节"))
    }
  }
}
