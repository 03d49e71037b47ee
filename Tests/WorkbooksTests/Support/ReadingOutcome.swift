import Workbooks

/// What reading came to, in words that two ways of reading have in common.
func readingOutcome(_ read: () throws -> String) -> String {
  do {
    return try read()
  } catch WorkbookError.damaged(_, let detail) {
    // Where it is damaged depends on what only one of two texts has.
    guard let place = detail.firstRange(of: " at byte") else { return "damaged \(detail)" }
    return "damaged \(detail[..<place.lowerBound])"
  } catch {
    return "\(error)"
  }
}
