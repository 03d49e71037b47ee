internal import Evaluation
internal import Forms
internal import FoundationEssentials
internal import Synchronization

/// A file to take away.
public struct Download: Hashable, Sendable {
  /// Where it lies.
  public let path: String
  /// What it is called.
  public let name: String
}

extension Round {
  /// What can be taken away of a round.
  public enum Product: String, Hashable, Sendable, CaseIterable {
    /// summary.xlsx, the roll-up.
    case summary
    /// findings.csv, one finding a row.
    case findings
    /// results.json, for programs.
    case results
    /// Everything that the command would write, as a bundle.
    case everything
    /// The annotated copies of what must go back, as a bundle.
    case sendBack
    /// The blanks of the programme, as a bundle.
    case blanks
  }

  /// A product; a bundle is made when it is asked for first.
  ///
  /// - Throws: ``PageError`` where it is not there yet.
  public func download(_ product: Product) throws(PageError) -> Download {
    let record = state.withLock { $0.record }
    if product == .blanks {
      guard record.hasBlanks else {
        throw PageError(.tooEarly, "请先生成空表", "have the blanks made first")
      }
      return Download(path: folder.blanksBundle, name: "\(record.name)_空表.zip")
    }
    guard let number = record.run else { throw .noRun }
    let run = folder.run(number)
    switch product {
    case .summary: return Download(path: run.path + "/summary.xlsx", name: "\(record.name)_汇总.xlsx")
    case .findings:
      return Download(path: run.path + "/findings.csv", name: "\(record.name)_问题清单.csv")
    case .results: return Download(path: run.results, name: "results.json")
    case .everything:
      return try bundle(run, product, "\(record.name)_全部.zip") {
        StoredFile.files(below: run.path)
      }
    case .sendBack:
      return try bundle(run, product, "\(record.name)_退回.zip") {
        try self.copiesToSendBack(run)
      }
    case .blanks: throw .noRun
    }
  }

  /// The annotated copy of a return.
  ///
  /// - Parameter index: its place among the returns, from 0.
  /// - Throws: ``PageError`` where it has none.
  public func annotated(_ index: Int) throws(PageError) -> Download {
    let path = try copy(of: index)
    let name = path.split(separator: "/").last.map(String.init) ?? "批注.xlsx"
    return Download(path: path, name: name)
  }

  private func bundle(
    _ run: RunFolder, _ product: Product, _ name: String, _ names: () throws -> [String]
  ) throws(PageError) -> Download {
    let path = run.bundle(product)
    if !StoredFile.exists(path) {
      try attempting { try Bundling.write(names(), below: run.path, to: path) }
    }
    return Download(path: path, name: name)
  }

  private struct Row: Decodable {
    var copy: String?
    var accepted: Bool
    var superseded: Bool
  }

  /// The copies with an error in one of their forms, each once, in the order of the returns.
  private func copiesToSendBack(_ run: RunFolder) throws -> [String] {
    let rows = try StoredFile.read(run.rows).split(separator: 0x0A).map {
      try JSONDecoder().decode(Row.self, from: Data($0))
    }
    var seen: Set<String> = []
    return rows.filter { !$0.accepted && !$0.superseded }.compactMap(\.copy)
      .filter { seen.insert($0).inserted }
  }
}
