import Figures

/// Reads the steps of a scheme file that descend: judged levels and grades.
enum SchemeBands {
  /// Levels from 100 down to 0 without a gap.
  static func levels(
    _ node: SchemeNode?, _ answers: inout SchemeWords
  ) throws(SchemeFileError) -> [ScoringRules.Level] {
    guard let node else { return [] }
    var levels: [ScoringRules.Level] = []
    var bound = Figure.hundred
    for entry in try node.list() {
      let keys = try SchemeMapping(entry, SchemeKeys.level)
      let name = try uniqueName(keys, among: levels.map(\.name))
      let words = try answers.take(keys.required("words"), for: name)
      try checkUpper(keys.required("upper"), bound: bound, isFirst: levels.isEmpty)
      let lower = try checkLower(keys.required("lower"), below: bound)
      levels.append(.init(name: name, words: words, upper: bound, lower: lower))
      bound = lower
    }
    guard bound.isZero else {
      throw node.error(.order, "the lowest band ends at \(bound)", "0")
    }
    return levels
  }

  private static func checkUpper(
    _ node: SchemeNode, bound: Figure, isFirst: Bool
  ) throws(SchemeFileError) {
    let upper = try node.figure(through: .hundred)
    guard upper == bound else {
      throw node.error(
        .order, "the band begins at \(upper)",
        isFirst ? "100" : "\(bound), where the band above it ends")
    }
  }

  private static func checkLower(
    _ node: SchemeNode, below bound: Figure
  ) throws(SchemeFileError) -> Figure {
    let lower = try node.figure(through: .hundred)
    guard lower < bound else {
      throw node.error(.order, "the band ends at \(lower)", "less than \(bound), where it begins")
    }
    return lower
  }

  private static func uniqueName(
    _ keys: SchemeMapping, among names: [String]
  ) throws(SchemeFileError) -> String {
    let node = try keys.required("name")
    let name = try node.text()
    guard !names.contains(name) else {
      throw node.error(.duplicateID, "\(quoted(name)) stands here twice", "every name once")
    }
    return name
  }

  /// Grades in descending order; the last one takes what is left.
  static func grades(
    _ scoring: SchemeMapping, total: Figure?
  ) throws(SchemeFileError) -> [ScoringRules.Grade] {
    guard let total else {
      guard let node = scoring.optional("grades") else { return [] }
      throw node.error(.contradiction, "grades of a total that is not given", "the key total")
    }
    let entries = try scoring.required("grades").list()
    var grades: [ScoringRules.Grade] = []
    for (index, entry) in entries.enumerated() {
      let keys = try SchemeMapping(entry, SchemeKeys.grade)
      let name = try uniqueName(keys, among: grades.map(\.name))
      let bound = try from(keys, isLast: index == entries.count - 1, through: total)
      try checkDescent(keys, bound, after: grades.last?.from)
      grades.append(.init(name: name, from: bound))
    }
    return grades
  }

  private static func from(
    _ keys: SchemeMapping, isLast: Bool, through total: Figure
  ) throws(SchemeFileError) -> Figure? {
    guard let node = keys.optional("from") else {
      if isLast { return nil }
      throw keys.place.error(
        .missingKey, "the key “from” is missing", "it in every grade but the last")
    }
    guard !isLast else {
      throw node.error(
        .order, "the last grade begins somewhere", "no key “from”: it takes what is left")
    }
    return try node.figure(through: total)
  }

  private static func checkDescent(
    _ keys: SchemeMapping, _ bound: Figure?, after above: Figure?
  ) throws(SchemeFileError) {
    guard let bound, let above, bound >= above, let node = keys.optional("from") else { return }
    throw node.error(.order, "\(bound) does not lie below \(above)", "grades from the best down")
  }
}
