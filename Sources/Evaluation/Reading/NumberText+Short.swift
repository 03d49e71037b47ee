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
    UnitWords.writingsWithMagnitude.filter(isShort).map { ($0, $0) })

  /// Whether a unit behind a number leaves it what it is: it has no character that makes a number
  /// vague, a bound, a range, a day or a stretch of time. A test holds each against the whole way.
  private static func isShort(_ unit: String) -> Bool {
    unit.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "0"..."9", ",", ";", "、", "。", "~", "-", "—", "≥", "≤", "%", "‰", "=", "<", ">", "+",
        "*",
        "±", "X", "x", "×", "?", "!", ":", "¥", "/", ".", "含", "计", "前", "底", "末", "初", "余", "多",
        "约", "几", "近", "超", "未", "不", "没", "无", "以", "预", "估", "拟", "年", "月", "日", "季", "度",
        "号", "每", "至", "到", "和", "与", "且", "小", "大", "上", "下", "间", "内":
        false
      default: true
      }
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
