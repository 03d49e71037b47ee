internal import Figures

extension NumberText {
  /// Takes apart what nearly all numbers look like: `≥50个`, `95.5%`, `217`. A sign, digits with at
  /// most one point, and a percent sign or a unit that is known here, with nothing between them.
  ///
  /// Such a text is no range, no day and no count for each month either. `nil` says nothing:
  /// ``init(inFull:)`` takes apart the others, and these likewise.
  init?(short text: String) {
    let bytes = text.utf8.span
    var at = 0
    bound = Self.shortBound(bytes, &at)
    guard let amount = ShortAmount(bytes, &at) else { return nil }
    figure = amount.figure
    decimals = amount.decimals
    (hasSeparators, isSpelled, isNumeral, isCurrency) = (false, false, false, false)
    if at == bytes.count {
      (part, unit) = (.none, "")
    } else if at == bytes.count - 1, bytes[at] == 0x25 {
      (part, unit) = (.hundred, "")
    } else {
      guard let unit = Self.shortUnits.value(from: at, in: bytes) else { return nil }
      (part, self.unit) = (.none, unit)
    }
  }

  private static func shortBound(_ bytes: Span<UInt8>, _ at: inout Int) -> Bound {
    guard bytes.count > 1 else { return .none }
    switch bytes[0] {
    case 0x3C, 0x3E:
      at = bytes[1] == 0x3D ? 2 : 1
      return bytes[0] == 0x3C ? .atMost : .atLeast
    case 0x3D:
      at = 1
      return .equal
    case 0xE2:
      let scalar = TextBytes.scalar(bytes, at: 0).value
      guard scalar == 0x2264 || scalar == 0x2265 else { return .none }
      at = 3
      return scalar == 0x2264 ? .atMost : .atLeast
    default: return .none
    }
  }

  private static let shortUnits = WordTable(
    (UnitWords.writings
      + UnitText.magnitudes.flatMap { magnitude in
        (UnitWords.counting.sorted() + ["元"]).map { magnitude.0 + $0 }
      })
      .filter(isShort).map { ($0, $0) })

  /// Whether a unit behind a number leaves it what it is, read in full, and has no character of
  /// which a range, a day or a stretch of time could be made.
  private static func isShort(_ unit: String) -> Bool {
    guard let number = NumberText(inFull: "1" + unit), Wording.same(number.unit, unit),
      number.bound == .none, number.part == .none, !number.isSpelled, !number.isCurrency,
      number.figure == .one
    else { return false }
    return !unit.unicodeScalars.contains { scalar in
      "年月日季度号-/.每~—至到和与且,;、≥≤<>小大不±上下间内0123456789".unicodeScalars.contains(scalar)
    }
  }
}

/// Digits with at most one point among them, few enough for 64 bits.
private struct ShortAmount {
  let figure: Figure
  let decimals: Int

  init?(_ bytes: Span<UInt8>, _ at: inout Int) {
    let start = at
    var digits = 0
    var point: Int?
    while at < bytes.count, at - start < 18 {
      if TextBytes.isDigit(bytes[at]) {
        digits = digits * 10 + Int(bytes[at] &- 0x30)
      } else if bytes[at] == 0x2E, point == nil, at > start {
        point = at
      } else {
        break
      }
      at += 1
    }
    let decimals = point.map { at - 1 - $0 }
    guard at > start, decimals != 0, at == bytes.count || !Self.goesOn(bytes[at]),
      let figure = Figure(significand: Int128(digits), scale: decimals ?? 0)
    else { return nil }
    self.figure = figure
    self.decimals = decimals ?? 0
  }

  /// Whether a number may go on with a byte.
  private static func goesOn(_ byte: UInt8) -> Bool { TextBytes.isDigit(byte) || byte == 0x2E }
}
