internal import ArgumentParser
internal import Evaluation
internal import Workbooks

/// The bounds within which files are read, where they are to be others than the standard ones.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      改一项安全限度，可多次使用，如cells=5M（名称见docs/limits.md）。Change a safety limit, such as \
      cells=5M; may be repeated (names in docs/limits.md).
      """, valueName: "NAME=VALUE"),
    completion: .list(Limit.allCases.map { $0.name + "=" }))
  var limit: [String] = []

  func validate() throws {
    for text in limit { _ = try Self.change(text) }
  }

  /// The standard limits with the changes, of two for one limit the later.
  var limits: Limits { changed(.standard) }

  /// Those of a programme workbook, likewise.
  var programmeLimits: Limits { changed(.programme) }

  private func changed(_ limits: Limits) -> Limits {
    limit.reduce(into: limits) { limits, text in
      if let (limit, value) = try? Self.change(text) { limits[limit] = value }
    }
  }

  private static func change(_ text: String) throws -> (Limit, Int) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let limit = Limit(named: String(parts.first ?? "")) else {
      let names = Limit.allCases.map(\.name).joined(separator: " ")
      throw ValidationError(
        Language.ofCommandLine(
          "--limit \(text)：没有这项限度，可用：\(names)", "--limit \(text): no such limit; there are \(names)"
        ))
    }
    guard parts.count == 2, let value = number(parts[1]) else {
      throw ValidationError(
        Language.ofCommandLine(
          "--limit \(text)：请给出1到1T的整数，可带K、M、G（1024进）",
          "--limit \(text): give a whole number from 1 to 1T, K, M and G standing for powers of 1024"
        ))
    }
    return (limit, value)
  }

  /// `5000`, `64K`, `5M`, `1G`.
  private static func number(_ text: Substring) -> Int? {
    let powers: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let power = text.last.flatMap { powers[$0] }
    let digits = power == nil ? text : text.dropLast()
    guard (1...13).contains(digits.utf8.count), digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let value = Int(digits), value > 0, value <= (1 << 40) >> (power ?? 0)
    else { return nil }
    return value << (power ?? 0)
  }
}
