internal import Figures

/// Understands what people type where a number is due.
///
/// Rules: interface "Reading what people type". Anything that is not one clear number is a
/// reading that failed, with the code that says why; nothing is guessed.
struct ValueParser {
  let vocabulary: Vocabulary
  /// Whether a plain number up to 1.5 where percent is due may be a fraction (0.95 for 95 %), as
  /// people type it. In a programme it stands in the unit beside it.
  var readsFractions = true

  /// The least figure read but 0, as decimals: 10^-12. A rate that a formula computed has more
  /// digits than that and is no less a figure.
  static let finestDecimals = 12

  /// Reads a number in a measure.
  ///
  /// - Parameter known: the cell's text taken apart, where that was done already.
  func number(_ typed: Typed?, as measure: Measure, known: NumberText? = nil) -> Reading {
    guard let typed else { return .failed(.v001, found: "") }
    if typed.frame == nil, case .number(let digits, let isPercent, let shown) = typed.content {
      return stored(digits, isPercent: isPercent, shown: shown, as: measure)
    }
    guard !isBlank(typed) else { return .failed(.v001, found: "") }
    switch typed.content {
    case .blank: return .failed(.v001, found: "")
    case .number(_, _, let shown) where typed.frame != nil:
      var reading = text(typed.spelled ?? "", as: measure, known)
      reading.shownDecimals = shown
      return reading
    case .number(let digits, let isPercent, let shown):
      return stored(digits, isPercent: isPercent, shown: shown, as: measure)
    case .text(let text): return self.text(text, as: measure, known)
    case .boolean: return .failed(.v013, found: typed.shown, expected: "数字")
    case .error(let code): return .failed(.v010, found: code, expected: "数字")
    case .date(let day): return .failed(.v011, found: day.description, expected: "数字")
    case .unevaluatedFormula(let formula):
      return .failed(.v009, found: "=" + formula, expected: "公式的计算结果")
    }
  }

  /// Reads a cell that is not blank as ``number(_:as:known:)`` does, without what there is to say
  /// of a reading that succeeds.
  func reading(_ typed: Typed, _ known: NumberText?, as measure: Measure) -> Reading {
    guard let known, case .text(let text) = typed.content else {
      return number(typed, as: measure, known: known)
    }
    let trimmed = Wording.trimmed(text)
    return wordFailure(trimmed) ?? understood(known, typed: trimmed, as: measure)
  }

  /// Whether nothing was typed, or only a mark that stands for nothing (—, /, 无).
  func isBlank(_ typed: Typed) -> Bool {
    if typed.isBlank { return true }
    guard case .text(let text) = typed.content else { return false }
    return BlankMarks.isBlank(text)
  }

  /// Whether a cell gives a reason: not blank, and no prompt or note of the form left in.
  func isReason(_ typed: Typed?) -> Bool {
    guard let typed, !isBlank(typed) else { return false }
    return !vocabulary.isPlaceholder(typed.shown)
  }

  private func stored(_ digits: String, isPercent: Bool, shown: Int?, as measure: Measure)
    -> Reading
  {
    guard let figure = Figure(stored: digits) else {
      return .failed(.v002, found: digits, expected: Self.rangeWords)
    }
    guard isPercent else {
      guard case .percent = measure else {
        return inRange(
          Reading(figure: figure, decimals: figure.scale, shownDecimals: shown), found: digits)
      }
      return percentage(figure, decimals: figure.scale, shown: shown, found: digits)
    }
    guard let percent = try? figure * .hundred else {
      return .failed(.v002, found: digits, expected: Self.rangeWords)
    }
    // A quantity in a percent cell is what the cell shows only where its unit is percent.
    if measure == .percent || measure.unit.isEmpty {
      return inRange(
        Reading(figure: percent, decimals: percent.scale, shownDecimals: shown, isPercent: true),
        found: digits)
    }
    if measure.isPerMille, let perMille = try? percent.shifted(right: -1) {
      return inRange(Reading(figure: perMille, decimals: perMille.scale), found: digits)
    }
    return .failed(.v002, found: percent.description + "%", expected: "以\(measure.unit)为单位的数字")
  }

  /// A plain number where percent is due: above 1.5 it is in percent, up to 1.5 a fraction.
  private func percentage(_ figure: Figure, decimals: Int, shown: Int?, found: String) -> Reading {
    guard readsFractions, let limit = Self.largestFraction, let size = try? figure.magnitude(),
      size <= limit, let percent = try? figure * .hundred
    else {
      return inRange(
        Reading(figure: figure, decimals: decimals, shownDecimals: shown), found: found)
    }
    return inRange(
      Reading(
        figure: percent, decimals: max(0, decimals - 2), shownDecimals: shown.map { max(0, $0 - 2) }
      ),
      found: found)
  }

  private func text(_ text: String, as measure: Measure, _ known: NumberText?) -> Reading {
    let trimmed = Wording.trimmed(text)
    if let failure = wordFailure(trimmed) { return failure }
    let plain = FigureText.plain(trimmed)
    guard let number = known ?? NumberText(plain) else {
      return .failed(.v002, found: trimmed, expected: "数字")
    }
    var reading = understood(number, typed: trimmed, as: measure)
    guard let figure = reading.figure else { return reading }
    let meant = figure.description
    let isUnusual = plain != trimmed || number.isNumeral
    if isUnusual { reading.note(.v003, found: trimmed, meant: meant) }
    if number.bound != .none { reading.note(.v015, found: trimmed, meant: meant) }
    if number.part != .none {
      reading.note(.v006, found: trimmed, meant: meant + measure.partSign(number.part))
    } else if !number.unit.isEmpty || number.isCurrency || number.isSpelled {
      reading.note(.v004, found: trimmed, meant: meant)
    } else if number.bound == .none, !isUnusual || number.hasSeparators {
      reading.note(.v005, found: trimmed, meant: meant)
    }
    return reading
  }

  /// Words that say something, but no number.
  private func wordFailure(_ text: String) -> Reading? {
    if FigureText.isPicture(text) { return .failed(.v002, found: Self.picture, expected: "数字") }
    if vocabulary.isPlaceholder(text) { return .failed(.v014, found: text, expected: "数字") }
    if vocabulary.yesNo(text) != nil || vocabulary.level(of: text) != nil {
      return .failed(.v013, found: text, expected: "数字")
    }
    return nil
  }

  /// How a finding shows a picture that WPS keeps in a cell.
  static let picture = "（图片）"

  private func understood(_ number: NumberText, typed: String, as measure: Measure) -> Reading {
    if number.part != .none || measure == .percent {
      return part(number, typed: typed, as: measure)
    }
    guard let figure = converted(number, to: measure) else {
      return .failed(.v002, found: typed, expected: "以\(measure.unit)为单位的数字")
    }
    let isAsTyped = number.unit.isEmpty && !number.isSpelled
    return inRange(
      Reading(
        figure: figure, decimals: isAsTyped ? number.decimals : figure.scale,
        typedUnit: number.unit), found: typed)
  }

  /// A number in percent or per mille, or one that is due in percent.
  private func part(_ number: NumberText, typed: String, as measure: Measure) -> Reading {
    let due: NumberText.Part =
      measure == .percent ? .hundred : measure.isPerMille ? .thousand : number.part
    guard number.unit.isEmpty, !number.isCurrency else {
      return .failed(.v002, found: typed, expected: "百分数")
    }
    guard measure == .percent || measure.isPerMille || measure.unit.isEmpty else {
      return .failed(.v002, found: typed, expected: "以\(measure.unit)为单位的数字")
    }
    if number.part == .none {
      return percentage(number.figure, decimals: number.decimals, shown: nil, found: typed)
    }
    let shift = number.part == due ? 0 : due == .hundred ? 1 : -1
    guard let figure = shift == 0 ? number.figure : try? number.figure.shifted(right: shift) else {
      return .failed(.v002, found: typed, expected: Self.rangeWords)
    }
    return inRange(
      Reading(
        figure: figure, decimals: max(0, number.decimals + shift), isPercent: due == .hundred),
      found: typed)
  }

  /// The number in the measure's own unit; `nil` where the typed unit cannot mean it.
  private func converted(_ number: NumberText, to measure: Measure) -> Figure? {
    let due = UnitText(measure.unit)
    if number.isCurrency {
      // ¥ under 万元 may stand for 元 or be there for show.
      let typed = UnitText(number.unit.isEmpty ? "元" : number.unit)
      let isSure = due.base.isEmpty && due.power == 0 || due.isMoney && due.power == typed.power
      return isSure && typed.isMoney && !number.isSpelled ? number.figure : nil
    }
    guard !number.unit.isEmpty || number.isSpelled else { return number.figure }
    let typed = UnitText(number.unit)
    guard typed.canMean(due), typed.power == 0 || !number.isSpelled else { return nil }
    // A quantity without a known unit keeps a unit typed whole (≤90万元 is 90 万元); a bare
    // magnitude is part of the number (3万 is 30 000).
    if measure.unit.isEmpty, !typed.base.isEmpty { return number.figure }
    return try? number.figure.shifted(right: due.power - typed.power)
  }

  private static let largest = Figure(significand: 1_000_000_000_000_000, scale: 0)
  private static let least = Figure(significand: 1, scale: finestDecimals)
  private static let largestFraction = Figure(significand: 15, scale: 1)

  static let rangeWords = "绝对值在10⁻¹²～10¹⁵之间的数字"

  /// Whether the digits alone tell that a figure is in range: of nearly all they do.
  private static func isPlainlyInRange(_ figure: Figure) -> Bool {
    figure.scale <= finestDecimals && figure.significand.magnitude <= 1_000_000_000_000_000
  }

  private func inRange(_ reading: consuming Reading, found: String) -> Reading {
    if let figure = reading.figure, Self.isPlainlyInRange(figure) { return reading }
    guard let figure = reading.figure, let size = try? figure.magnitude(),
      let largest = Self.largest, let least = Self.least,
      size <= largest, size.isZero || size >= least
    else { return .failed(.v002, found: found, expected: Self.rangeWords) }
    return reading
  }
}

extension Reading {
  mutating func note(_ code: FindingCode, found: String, meant: String) {
    remarks.append(Remark(code, found: found, expected: meant))
  }
}
