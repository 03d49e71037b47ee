internal import Evaluation

extension Rectification {
  /// What became of the findings of the return that was replaced, in a few words.
  func words(_ language: Language) -> String {
    language(
      "整改：已改\(resolved.count)，仍有\(standing.count)，新增\(new.count)",
      "rectified: \(resolved.count) resolved, \(standing.count) standing, \(new.count) new")
  }
}
