internal import Figures

/// Reads an actual in the terms of its target.
struct ActualReader {
  let values: ValueParser
  let unit: String
  /// The year that a day without one belongs to, unless its target has one.
  let year: Int?
  /// The stretches of time of a year, where the target was given for each: 12 for 每月1次.
  var perYear: Int?
  /// Whether a completion in percent may stand in the place of a judged level.
  var levelTakesPercent = false

  func read(_ typed: Typed?, against target: Target) throws(FigureOverflow)
    -> (Actual?, [Reading.Remark])
  {
    // The merge that swallowed the cell is what has to be put right (S009).
    if typed?.isSwallowed == true { return (nil, []) }
    switch target {
    case .atLeast(let figure), .atMost(let figure), .equal(let figure):
      if let periodic = try periodic(typed, against: target) { return periodic }
      return try number(typed, near: figure)
    case .between(_, let high): return try number(typed, near: high)
    case .yesNo: return answer(typed)
    case .level(let words): return reached(typed) ?? level(typed, target: words)
    case .by(let deadline): return day(typed, due: deadline)
    }
  }

  private func number(_ typed: Typed?, near target: Figure) throws(FigureOverflow)
    -> (Actual?, [Reading.Remark])
  {
    let measure = Measure.of(unit: unit)
    var reading = values.number(typed, as: measure)
    guard var figure = reading.figure else { return (nil, reading.remarks) }
    if case .percent = measure, let hundredth = try evident(figure, near: target) {
      reading.remarks.append(
        .init(.v007, found: "\(figure)%", expected: "\(hundredth)%"))
      figure = hundredth
    }
    return (.number(figure), reading.remarks)
  }

  /// 每月1次 as an actual, and a bare number against such a target. The number may be that of the
  /// year or of each month: it counts where both would do, or where it says which it is.
  private func periodic(_ typed: Typed?, against target: Target) throws(FigureOverflow)
    -> (Actual?, [Reading.Remark])?
  {
    guard let typed, perYear != nil || typed.spelled != nil, !values.isBlank(typed),
      UnitText(unit).power == 0, !Measure.isPercent(unit: unit)
    else { return nil }
    let plain = typed.spelled.map { FigureText.plain(Wording.trimmed($0)) } ?? ""
    if let text = PeriodicText(plain), let annual = text.annual,
      UnitText(text.unit).canMean(UnitText(unit))
    {
      let bound = text.number.bound == .none ? FindingCode.v004 : .v015
      return (.number(annual), [.init(bound, found: plain, expected: "全年\(annual)")])
    }
    guard let perYear, perYear > 1, !PeriodicText.saysWhole(plain) else { return nil }
    guard let figure = values.number(typed, as: .of(unit: unit)).figure else { return nil }
    let isSure =
      switch target {
      case .atLeast(let due): figure >= due
      case .atMost(let due): try figure * Figure(perYear) <= due
      default: false
      }
    if isSure { return nil }
    let expected = "写明是全年合计还是每期的数字（如“全年共\(figure)\(unit)”）"
    return (nil, [.init(.v002, found: typed.shown, expected: expected)])
  }

  /// V007: a percentage 20 times the target whose hundredth lies within 0.2–5 times is that.
  private func evident(_ figure: Figure, near target: Figure) throws(FigureOverflow) -> Figure? {
    guard target > .zero, try figure >= target * Figure(20) else { return nil }
    let hundredth = try figure.shifted(right: 2)
    let fifth = try target.shifted(right: 1) * Figure(2)
    let fivefold = try target * Figure(5)
    return hundredth >= fifth && hundredth <= fivefold ? hundredth : nil
  }

  private func answer(_ typed: Typed?) -> (Actual?, [Reading.Remark]) {
    let expected = "是或否"
    guard let typed, !values.isBlank(typed) else {
      return (nil, [.init(.v012, found: "", expected: expected)])
    }
    if let failure = unreadable(typed, expected: expected) { return (nil, [failure]) }
    if case .boolean(let answer) = typed.content { return (.answer(answer), []) }
    if let answer = values.vocabulary.yesNo(typed.shown) { return (.answer(answer), []) }
    return (nil, [.init(.v012, found: typed.shown, expected: expected)])
  }

  /// A completion in percent where a level is due; `nil` for anything else.
  private func reached(_ typed: Typed?) -> (Actual?, [Reading.Remark])? {
    guard levelTakesPercent, let typed, !values.isBlank(typed) else { return nil }
    let reading = values.number(typed, as: .percent)
    return reading.figure.map { (.reached($0), reading.remarks) }
  }

  private func level(_ typed: Typed?, target: String) -> (Actual?, [Reading.Remark]) {
    let words = values.vocabulary.levelNames
    guard let typed, !values.isBlank(typed) else {
      return (nil, [.init(.v001, found: "", expected: words)])
    }
    if let failure = unreadable(typed, expected: words) { return (nil, [failure]) }
    if let level = values.vocabulary.level(of: typed.shown) { return (.level(level), []) }
    if Wording.key(typed.shown) == Wording.key(target), let best = values.vocabulary.best {
      return (.level(best), [])
    }
    return (nil, [.init(.v016, found: typed.shown, expected: words)])
  }

  private func day(_ typed: Typed?, due: Deadline) -> (Actual?, [Reading.Remark]) {
    guard let typed, !values.isBlank(typed) else {
      return (nil, [.init(.v001, found: "", expected: "日期")])
    }
    if let failure = unreadable(typed, expected: "日期") { return (nil, [failure]) }
    guard let days = days(typed, due: due),
      let last = due.lastDay(in: year ?? days.upperBound.year),
      let doubtful = due.firstDoubtfulDay(in: year ?? days.upperBound.year)
    else { return (nil, [.init(.v002, found: typed.shown, expected: "日期")]) }
    // A month in which the last day lies may be in time or late, and so may September be where
    // the deadline is 9月前.
    let isInTime = due.opens == nil ? days.upperBound <= last : days.upperBound < doubtful
    guard isInTime || days.lowerBound > last else {
      let expected = due.opens == nil ? "具体日期" : "日期，并在指标值里写明截止到哪一天"
      return (nil, [.init(.v002, found: typed.shown, expected: expected)])
    }
    return (.day(days.upperBound), [])
  }

  /// The days that a cell names.
  private func days(_ typed: Typed, due: Deadline) -> ClosedRange<CalendarDay>? {
    if case .date(let day) = typed.content { return day...day }
    if let day = DayText.compact(typed.shown) { return day...day }
    return DayText.period(typed.shown)?.days(in: due.year ?? year ?? CalendarDay.noYear)
  }

  /// What stands in the way of any kind of answer.
  private func unreadable(_ typed: Typed, expected: String) -> Reading.Remark? {
    switch typed.content {
    case .error(let code): return .init(.v010, found: code, expected: expected)
    case .unevaluatedFormula(let formula):
      return .init(.v009, found: "=" + formula, expected: expected)
    case .text(let text) where FigureText.isPicture(text):
      return .init(.v002, found: ValueParser.picture, expected: expected)
    case .text(let text) where values.vocabulary.isPlaceholder(text):
      return .init(.v014, found: typed.shown, expected: expected)
    default: return nil
    }
  }
}

extension Vocabulary {
  /// The best level.
  var best: ScoringRules.Level? { allLevels.first }
  /// The names of the levels, for telling people what to choose from.
  var levelNames: String { allLevels.map(\.name).joined(separator: "、") }
}
