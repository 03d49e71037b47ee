import Figures

/// Reads the rules of a scheme file by which rows earn their points: the scheme's own, those of
/// chosen rows, and those of the execution rate.
enum SchemeRows {
  /// The keys that stand here, over rules that hold where they do not.
  static func rules(
    _ keys: SchemeMapping, over base: RowRules = RowRules()
  ) throws(SchemeFileError) -> RowRules {
    var rules = base
    if let node = keys.optional("atLeast") {
      rules.atLeast = try node.choice(of: ScoringRules.ShortfallRule.self)
    }
    if let node = keys.optional("atMost") {
      rules.atMost = try node.choice(of: ScoringRules.ShortfallRule.self)
    }
    if let node = keys.optional("equal") {
      rules.equal = try node.choice(of: RowRules.EqualRule.self)
    }
    if let node = keys.optional("between") {
      rules.between = try node.choice(of: RowRules.RangeRule.self)
    }
    if let node = keys.optional("zeroTarget") {
      rules.zeroTarget = try node.choice(of: RowRules.ZeroTargetRule.self)
    }
    if let node = keys.optional("rateRoundedTo") { rules.rateRoundedTo = try node.places() }
    if let node = keys.optional("passGate") { rules.passGate = try node.figure(through: .hundred) }
    if let node = keys.optional("mostPoints") { rules.mostPoints = try SchemePoints.positive(node) }
    try readFurther(keys, into: &rules)
    if let over = try over(keys) { rules.over = over }
    if let scale = try scale(keys) {
      rules.scale = scale
      // A scale takes the place of the rules for a miss and for too much.
      rules.passGate = nil
      rules.over = nil
      rules.rateRoundedTo = nil
    }
    return rules
  }

  /// The keys about baselines, levels and deadlines.
  private static func readFurther(
    _ keys: SchemeMapping, into rules: inout RowRules
  ) throws(SchemeFileError) {
    if let node = keys.optional("fromBaseline") { rules.fromBaseline = try node.flag() }
    if let node = keys.optional("levelScore") {
      rules.levelScore = try node.choice(of: RowRules.LevelRule.self)
    }
    if let node = keys.optional("levelTakesPercent") { rules.levelTakesPercent = try node.flag() }
    guard let node = keys.optional("late") else { return }
    let late = try SchemeMapping(node, SchemeKeys.late)
    rules.late = try steps(late, from: .to(.zero))
  }

  /// Rows with rules of their own, in the order of the file.
  static func special(
    _ node: SchemeNode?, over base: RowRules
  ) throws(SchemeFileError) -> [SpecialRows] {
    var rows: [SpecialRows] = []
    for entry in try node?.list() ?? [] {
      let keys = try SchemeMapping(entry, SchemeKeys.special)
      let title = try title(keys, among: rows.map(\.title))
      rows.append(
        SpecialRows(
          title: title, source: try keys.optional("source")?.text(),
          tier1: try keys.words("tier1"), tier2: try keys.words("tier2"),
          name: try keys.words("name"), directions: try directions(keys.optional("directions")),
          rules: try rules(keys, over: base)))
    }
    return rows
  }

  private static func title(
    _ keys: SchemeMapping, among titles: [String]
  ) throws(SchemeFileError) -> String {
    let node = try keys.required("title")
    let title = try node.text()
    guard !titles.contains(title) else {
      throw node.error(.duplicateID, "\(quoted(title)) stands here twice", "every name once")
    }
    return title
  }

  private static func directions(
    _ node: SchemeNode?
  ) throws(SchemeFileError) -> [Target.Direction] {
    try node?.list().map { (entry) throws(SchemeFileError) in
      try entry.choice(of: Target.Direction.self)
    } ?? []
  }

  // MARK: Too much

  private static func over(_ keys: SchemeMapping) throws(SchemeFileError) -> OverRule? {
    let steps = keys.optional("over")
    guard let node = keys.optional("overDeviation") else {
      return try steps.map { (node) throws(SchemeFileError) in .steps(try overSteps(node)) }
    }
    guard steps == nil else {
      throw node.error(
        .contradiction, "points are taken off by over already", "one of over and overDeviation")
    }
    let deviation = try SchemeMapping(node, SchemeKeys.overDeviation)
    return .deviation(
      above: try deviation.required("above").figure(from: .hundred),
      takes: try deviation.required("takesPercent").figure(through: .hundred))
  }

  private static func overSteps(
    _ node: SchemeNode
  ) throws(SchemeFileError) -> [OverRule.Step] {
    var steps: [OverRule.Step] = []
    for entry in try node.list() {
      let keys = try SchemeMapping(entry, SchemeKeys.overStep)
      let bound = try keys.required("above")
      let above = try bound.figure(from: .hundred)
      if let last = steps.last, above <= last.above {
        throw bound.error(
          .order, "\(above) does not lie above \(last.above)", "steps from the lowest up")
      }
      let takes = try portion(keys, percent: "takesPercent", points: "takesPoints")
      steps.append(.init(above: above, takes: takes))
    }
    return steps
  }

  // MARK: Scales

  /// The scale that stands among the keys; `nil` where none does.
  static func scale(_ keys: SchemeMapping) throws(SchemeFileError) -> Scale? {
    let bands = keys.optional("bands")
    let steps = keys.optional("steps")
    guard let node = bands ?? steps else {
      guard let node = keys.optional("measure") else { return nil }
      throw node.error(
        .contradiction, "something is measured, but it earns nothing", "the key bands or steps")
    }
    guard bands == nil || steps == nil else {
      throw node.error(.contradiction, "both bands and steps stand here", "one of them")
    }
    for key in ["passGate", "over", "overDeviation", "rateRoundedTo"] {
      guard let node = keys.optional(key) else { continue }
      throw node.error(
        .contradiction, "bands or steps stand here, and they say it all",
        "no key “\(key)” beside them")
    }
    let measure = try keys.optional("measure").map { (node) throws(SchemeFileError) in
      try node.choice(of: Scale.Measured.self)
    }
    return Scale(
      measure: measure ?? .completion,
      kind: bands == nil ? .steps(try self.steps(node)) : .bands(try self.bands(node)))
  }

  private static func steps(_ node: SchemeNode) throws(SchemeFileError) -> Scale.Steps {
    let keys = try SchemeMapping(node, SchemeKeys.steps)
    guard let start = try bound(keys) else {
      throw node.error(.missingKey, "the key “from” is missing", "it, or the key to")
    }
    return try steps(keys, from: start)
  }

  private static func steps(
    _ keys: SchemeMapping, from start: Scale.Bound
  ) throws(SchemeFileError) -> Scale.Steps {
    Scale.Steps(
      start: start, every: try SchemePoints.positive(keys.required("every")),
      takes: try portion(keys, percent: "takesPercent", points: "takesPoints"),
      countsBegun: try keys.optional("begunCounts")?.flag() ?? false)
  }

  private static func bands(_ node: SchemeNode) throws(SchemeFileError) -> [Scale.Band] {
    var bands: [Scale.Band] = []
    let entries = try node.list()
    for (index, entry) in entries.enumerated() {
      let keys = try SchemeMapping(entry, SchemeKeys.band)
      let bound = try bound(keys)
      let isLast = index == entries.count - 1
      guard (bound == nil) == isLast else {
        throw entry.error(
          .order, isLast ? "the last band has a bound" : "the band has no bound",
          isLast ? "none: it takes what is left" : "the key from or to in every band but the last")
      }
      if let bound, let above = bands.last?.bound, !bound.isWorse(than: above) {
        throw entry.error(
          .order, "\(bound.figure) does not come after \(above.figure)",
          "bands from the best on, all by from or all by to")
      }
      let earns = try portion(keys, percent: "percent", points: "points")
      bands.append(.init(bound: bound, earns: earns))
    }
    return bands
  }

  private static func bound(_ keys: SchemeMapping) throws(SchemeFileError) -> Scale.Bound? {
    if let node = keys.optional("to") {
      guard keys.optional("from") == nil else {
        throw node.error(.contradiction, "both from and to stand here", "one of them")
      }
      return .to(try node.figure())
    }
    return try keys.optional("from").map { (node) throws(SchemeFileError) in
      .from(try node.figure())
    }
  }

  /// Points, or a part of the row's points, whichever stands here.
  private static func portion(
    _ keys: SchemeMapping, percent: String, points: String
  ) throws(SchemeFileError) -> Portion {
    let part = keys.optional(percent)
    let whole = keys.optional(points)
    guard (part == nil) != (whole == nil) else {
      throw keys.place.error(
        part == nil ? .missingKey : .contradiction,
        part == nil ? "nothing says how many points" : "both percent and points stand here",
        "one of \(percent), \(points)")
    }
    if let part { return .percent(try part.figure(through: .hundred)) }
    return .points(try whole?.figure() ?? .zero)
  }
}

extension Scale.Bound {
  /// Whether it comes after another where bands are listed from the best on.
  fileprivate func isWorse(than other: Scale.Bound) -> Bool {
    switch (self, other) {
    case (.from(let own), .from(let other)): own < other
    case (.to(let own), .to(let other)): own > other
    case (.from, .to), (.to, .from): false
    }
  }
}
