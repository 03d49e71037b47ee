internal import Forms
internal import FoundationEssentials

/// Where the files of one round lie. Everything in it appears whole or not at all.
struct RoundFolder: Hashable, Sendable {
  let path: String

  var record: String { path + "/round.json" }
  /// The programme workbook, under one name whatever it was called.
  var programme: String { path + "/programme.xlsx" }
  var returns: String { path + "/returns" }
  var runs: String { path + "/runs" }
  var blanks: String { path + "/blanks" }
  var blanksBundle: String { path + "/blanks.zip" }

  func run(_ number: Int) -> RunFolder { RunFolder(path: "\(runs)/\(number)") }

  /// What is remembered; `nil` where it cannot be read.
  func load() -> RoundRecord? {
    guard let bytes = try? StoredFile.read(record) else { return nil }
    return try? JSONDecoder().decode(RoundRecord.self, from: Data(bytes))
  }

  func save(_ record: RoundRecord) throws {
    try OutputFile.write(Array(JSONEncoder().encode(record)), to: self.record)
  }

  /// Takes away what a process that was killed left behind.
  func tidy(_ record: RoundRecord) {
    for name in ["passing", "blanks"] + (record.hasBlanks ? [] : ["blanks.zip"]) {
      StoredFile.remove("\(path)/\(name)")
    }
    StoredFile.removePassing(in: path)
    for name in StoredFile.names(in: runs) {
      let number = name.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
      if record.run.map(String.init) != String(number) { StoredFile.remove("\(runs)/\(name)") }
    }
  }

  /// How many files were handed in, and their bytes.
  func measure() -> (files: Int, bytes: Int) {
    StoredFile.files(below: returns).reduce((0, 0)) { sum, file in
      (sum.0 + 1, sum.1 + StoredFile.size(returns + "/" + file))
    }
  }
}

/// Where the outputs of one run lie.
struct RunFolder: Hashable, Sendable {
  /// What the command would have as its output folder.
  let path: String

  var results: String { path + "/results.json" }
  /// What the page shows of the run as a whole.
  var outcome: String { path + ".outcome.json" }
  /// What the page shows of each return, one a line.
  var rows: String { path + ".rows.json" }

  /// A bundle of some of it.
  func bundle(_ product: Round.Product) -> String { "\(path).\(product.rawValue).zip" }

  func remove() {
    let bundles = Round.Product.allCases.map(bundle)
    for path in [path, outcome, rows] + bundles { StoredFile.remove(path) }
  }
}
