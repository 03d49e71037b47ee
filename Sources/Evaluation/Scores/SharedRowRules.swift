/// Rules of rows by reference: they are large, and nearly all rows of a scheme have the same.
final class SharedRowRules: Sendable {
  let rules: RowRules

  /// Those of the national form.
  static let national = SharedRowRules(RowRules())

  init(_ rules: RowRules) { self.rules = rules }
}
