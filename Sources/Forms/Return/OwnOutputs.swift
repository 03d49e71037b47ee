internal import Workbooks

/// What the command writes into its output folder, so that it never takes it for a return and
/// never writes over one.
struct OwnOutputs {
  /// What the output folder gets, by name.
  static let names = ["returned", "summary.xlsx", "results.json", "findings.csv"]

  /// Sheets that every roll-up has. 短板 has the columns of an indicator table.
  private static let summarySheets: Set = ["总表", "排名", "短板", "资金对账", "问题清单"]

  /// Whether a workbook is a roll-up that the command wrote, of this run or another.
  static func isSummary(_ workbook: Workbook) -> Bool {
    summarySheets.isSubset(of: workbook.sheets.map(\.name))
  }

  private let folder: SystemPath

  init(_ folder: String) { self.folder = SystemPath(folder) }

  /// The outputs that are there already.
  var identities: Set<FileSystem.Identity> {
    Set(Self.names.compactMap { FileSystem.identity(of: path($0)) })
  }

  /// Whether a run wrote what is in the folder: its results say so themselves, or its mark where
  /// it did not come to its end.
  var areItsOwn: Bool {
    if FileSystem.kind(of: path(UnfinishedMark.name)) == .file { return true }
    guard let bytes = FileSystem.beginning(of: path("results.json"), count: 64) else {
      return false
    }
    return String(decoding: bytes, as: UTF8.self).contains("\"scorebook-results/")
  }

  /// The output, of those named, that would take the place of a return.
  func replacing(_ inputs: Set<FileSystem.Identity>, copies: [String]) -> String? {
    guard FileSystem.kind(of: folder) == .folder else { return nil }
    return (Self.names + copies).first { name in
      FileSystem.identity(of: path(name)).map(inputs.contains) ?? false
    }
  }

  private func path(_ name: String) -> SystemPath { folder.appending(Array(name.utf8)) }
}
