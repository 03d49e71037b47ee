internal import Evaluation
internal import Figures
internal import Workbooks

// A row of an indicator that was issued.
extension FormDrafter {
  typealias PlacedIndicator = FormColumns.Placed<IndicatorColumn>

  mutating func draw(
    _ indicator: Programme.Indicator, _ column: PlacedIndicator, number: Int
  ) {
    let span = column.span
    let name = FieldName.indicator(indicator.id, number: number, column.meaning)
    switch column.meaning {
    case .target where rules.mode == .filed: return open(.target, span, named: name)
    case .points where rules.mode == .filed: return open(.points, span, named: name)
    case .name: put(indicator.name, span, FormLook.words)
    case .sign: put(indicator.target.direction.word, span, FormLook.targetWords)
    case .unit: put(indicator.unit, span, FormLook.targetWords)
    case .target:
      let text = shownTarget(of: indicator)
      put(text, span, Self.isLatin(text) ? FormLook.target : FormLook.targetWords)
    case .actual, .forecast, .selfActual: drawActual(indicator, span)
    case .points:
      put(indicator.points.map { .figure($0) } ?? .blank, span, FormLook.figure)
    case .score where rules.mode == .reviewed:
      return open(.score(valid: validScore(span)), span, named: name)
    case .score: return drawScore(indicator, span, named: name)
    case .baseline where Self.entry(of: indicator) == .percent:
      return open(.percent, span, named: name)
    case .baseline where Self.entry(of: indicator) == .number:
      return open(.number, span, named: name)
    case .deduction:
      return open(.deduction(valid: validScore(span)), span, named: name)
    case .completionRate: return drawCompletion(indicator, span, named: name)
    case .reason, .explanation: return open(.reason, span, named: name)
    case .adjustedTarget: return open(.target, span, named: name)
    default: return drawOwn(column, named: name)
    }
    let isActual = [.actual, .forecast, .selfActual].contains(column.meaning)
    self.name(name, span, isActual ? actualEntry(of: indicator, span) : nil)
  }

  /// A column that nothing is issued for.
  mutating func drawOwn(_ column: PlacedIndicator, named name: String) {
    switch column.meaning {
    case .selfScore: open(.score(valid: validScore(column.span)), column.span, named: name)
    case .deviation: open(.rate, column.span, named: name)
    case .summary, .remark: open(.words, column.span, named: name)
    case .likelihood: open(.likelihood, column.span, named: name)
    case let tick where tick.isTicked: open(.tick, column.span, named: name)
    default: open(.target, column.span, named: name)
    }
  }

  /// How an actual is filled in: as its kind says, or by the word that says the indicator does not
  /// apply. Answers and levels have that word in their lists.
  private func actualEntry(of indicator: Programme.Indicator, _ span: ClosedRange<Int>) -> Entry {
    let entry = Self.entry(of: indicator)
    let limits: String
    let actual = cell(span)
    switch entry {
    case .number: limits = "\(actual)>=-1E15,\(actual)<=1E15"
    case .percent: limits = "\(actual)>=-10,\(actual)<=10"
    case .day: limits = "\(actual)>=36526,\(actual)<=73415"
    default: return entry
    }
    guard let word = rules.notApplicable?.words.first else { return entry }
    let isWord = "\(actual)=\(ScoreFormula.quoted(word))"
    return .valueOr(word: word, valid: "OR(\(isWord),AND(ISNUMBER(\(actual)),\(limits)))")
  }

  private mutating func drawActual(_ indicator: Programme.Indicator, _ span: ClosedRange<Int>) {
    var style = FormLook.entry(Self.entry(of: indicator), places: rules.scorePlaces)
    if Self.entry(of: indicator) == .number, let unit = hiddenUnit(of: indicator) {
      style.numberFormat = "General\"\(unit)\""
    }
    put(.blank, span, style)
  }

  /// The unit of an indicator that nothing on the form shows; its figures carry it then.
  private func hiddenUnit(of indicator: Programme.Indicator) -> String? {
    let unit = Wording.trimmed(indicator.unit)
    let isShown =
      columns.span(IndicatorColumn.unit) != nil
      || Wording.bracketedSuffix(of: indicator.name) != nil
    let isPlain = !unit.unicodeScalars.contains { "\"\\;@".unicodeScalars.contains($0) }
    return unit.isEmpty || unit.utf8.count > 30 || isShown || !isPlain ? nil : unit
  }

  /// The target so worded that it is read back as the one that was issued: with its unit where
  /// nothing else shows that.
  private func shownTarget(of indicator: Programme.Indicator) -> String {
    let shown: String
    if columns.span(IndicatorColumn.sign) != nil {
      shown = Self.bare(indicator.target, unit: indicator.unit)
    } else {
      shown = indicator.target.shown(unit: indicator.unit)
    }
    var candidates = [shown, indicator.targetText]
    if Self.entry(of: indicator) == .number, let unit = hiddenUnit(of: indicator) {
      candidates.insert(shown + unit, at: 0)
    }
    return candidates.first { reads($0, as: indicator) } ?? shown
  }

  private func reads(_ text: String, as indicator: Programme.Indicator) -> Bool {
    let place = Place(sheet: drawing.sheet, cell: nil)
    let hasUnit = columns.span(IndicatorColumn.unit) != nil
    let hasSign = columns.span(IndicatorColumn.sign) != nil
    let unit = hasUnit ? indicator.unit : Wording.bracketedSuffix(of: indicator.name) ?? ""
    let sign = hasSign ? Typed(.text(indicator.target.direction.word), at: place) : nil
    return targets.read(Typed(.text(text), at: place), sign: sign, unit: unit).target
      == indicator.target
  }

  /// The target without its sign, which has a column of its own.
  private static func bare(_ target: Target, unit: String) -> String {
    switch target {
    case .atLeast(let figure), .atMost(let figure), .equal(let figure):
      "\(figure)\(Measure.isPercent(unit: unit) ? "%" : "")"
    default: target.shown(unit: unit)
    }
  }

  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }

  static func entry(of indicator: Programme.Indicator) -> Entry {
    switch indicator.target {
    case .atLeast, .atMost, .equal, .between:
      Measure.isPercent(unit: indicator.unit) ? .percent : .number
    case .yesNo: .answer
    case .level: .level
    case .by: .day
    }
  }

  /// The formulas of a row; `nil` where none can be said, since what it is measured from is still
  /// to be filled in.
  func formula(of indicator: Programme.Indicator) -> ScoreFormula? {
    let rows = rules.rules(
      tier1: indicator.tier1, tier2: indicator.tier2, name: indicator.name,
      direction: indicator.target.direction)
    guard !rows.fromBaseline || columns.span(IndicatorColumn.baseline) == nil else { return nil }
    return columns.span(IndicatorColumn.actual).map {
      ScoreFormula(
        rules: rules, rows: rows,
        actual: cell($0), isPercent: Self.entry(of: indicator) == .percent)
    }
  }

  private mutating func drawScore(
    _ indicator: Programme.Indicator, _ span: ClosedRange<Int>, named name: String
  ) {
    let points = columns.span(IndicatorColumn.points)
    guard let points, indicator.points != nil else {
      return open(.score(valid: validScore(span)), span, named: name)
    }
    if let score = formula(of: indicator)?.score(indicator.target, points: cell(points)) {
      put(.formula(score), span, FormLook.computedScore(rules.scorePlaces))
      return self.name(name, span)
    }
    let outside = columns.span(IndicatorColumn.actual).flatMap { actual in
      ScoreFormula.isOutside(
        rules, level: cell(actual), score: cell(span), points: cell(points))
    }
    guard case .level = indicator.target, let outside else {
      return open(.score(valid: validScore(span)), span, named: name)
    }
    let valid = validScore(span)
    open(.judged(valid: "IF(\(valid),IF(\(outside),FALSE,TRUE),FALSE)"), span, named: name)
  }

  /// Holds for a number from 0 to the points of the row begun last.
  func validScore(_ span: ClosedRange<Int>, most: Figure? = nil) -> String {
    let score = cell(span)
    if let most { return "AND(ISNUMBER(\(score)),\(score)>=0,\(score)<=\(most))" }
    let points = columns.span(IndicatorColumn.points).map { ",\(score)<=\(cell($0))" } ?? ""
    return "AND(ISNUMBER(\(score)),\(score)>=0\(points))"
  }

  private mutating func drawCompletion(
    _ indicator: Programme.Indicator, _ span: ClosedRange<Int>, named name: String
  ) {
    let hasPoints = indicator.points != nil && columns.span(IndicatorColumn.points) != nil
    let score = hasPoints ? columns.span(IndicatorColumn.score).map { cell($0) } : nil
    let points = columns.span(IndicatorColumn.points).map { cell($0) }
    let rate = formula(of: indicator)?.rate(indicator.target, score: score, points: points)
    guard let rate else {
      return open(.rate, span, named: name)
    }
    put(.formula(rate), span, FormLook.computedRate)
    self.name(name, span)
  }
}
