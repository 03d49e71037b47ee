extension Figure {
  /// Reads a plain decimal: digits, an optional sign and point, and the exponent that
  /// spreadsheets store (`1.5E-3`).
  ///
  /// `nil` where the text is anything else, or has more digits than a figure keeps.
  public init?(_ text: some StringProtocol) {
    self.init(String(text))
  }

  /// Reads a plain decimal as ``init(_:)-(StringProtocol)`` does.
  public init?(_ text: String) {
    if let short = Figure(short: text.utf8.span) {
      self = short
    } else {
      self.init(anyDecimal: text)
    }
  }

  /// Reads a sign, digits and at most one point among them, few enough for 64 bits: nearly every
  /// text that is a figure. `nil` does not mean that a text is none.
  private init?(short bytes: Span<UInt8>) {
    guard bytes.count > 0, bytes.count <= 18 else { return nil }
    var digits: Int64 = 0
    var point: Int?
    let isNegative = bytes[0] == 0x2D
    let start = isNegative ? 1 : 0
    for at in start..<bytes.count {
      switch bytes[at] {
      case 0x30...0x39: digits = digits &* 10 &+ Int64(bytes[at] &- 0x30)
      case 0x2E where point == nil && at > start: point = at
      default: return nil
      }
    }
    guard bytes.count > start else { return nil }
    self.init(
      trimming: isNegative ? -digits : digits, point.map { bytes.count - 1 - $0 } ?? 0)
  }

  /// Reads a plain decimal of any form, a byte at a time.
  init?(anyDecimal text: String) {
    var parser = DecimalParser()
    for byte in text.utf8 {
      guard parser.take(byte) else { return nil }
    }
    guard let (digits, scale) = parser.finish() else { return nil }
    self.init(trimming: digits, scale)
  }

  /// The figure a spreadsheet shows for a stored number: the decimal of at most 15 significant
  /// digits (`0.30000000000000004` is 0.3).
  public init?(stored text: some StringProtocol) {
    self.init(stored: String(text))
  }

  /// The figure a spreadsheet shows for a stored number.
  public init?(stored text: String) {
    guard let exact = Figure(text) else {
      guard text.utf8.allSatisfy(Self.isDecimalByte), let double = Double(text),
        double.isFinite,
        let short = Figure(String(describing: double))
      else { return nil }
      self = short.limited(toSignificantDigits: 15)
      return
    }
    self = exact.limited(toSignificantDigits: 15)
  }

  /// Whether a byte can stand in a decimal: `Double` reads hexadecimal as well.
  private static func isDecimalByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  func limited(toSignificantDigits limit: Int) -> Figure {
    if let bound = PowerOfTen.of(limit), significand.magnitude < bound.magnitude { return self }
    var count = 0
    var rest = significand.magnitude
    while rest > 0 {
      rest /= 10
      count += 1
    }
    guard count > limit else { return self }
    let drop = count - limit
    guard let power = PowerOfTen.of(drop) else { return self }
    let rounded = Rounding.halfUp(significand, over: power)
    if drop <= scale { return Figure(trimming: rounded, scale - drop) }
    guard let back = PowerOfTen.of(drop - scale) else { return self }
    let (product, overflow) = rounded.multipliedReportingOverflow(by: back)
    return overflow ? self : Figure(trimming: product, 0)
  }

  /// The figure with exactly `places` decimals, rounded half up where it has more (`8.00`).
  public func text(places: Int) -> String {
    let shown = rounded(to: places)
    return Self.text(shown.significand, shown.scale, padding: places - shown.scale)
  }

  private static func text(_ significand: Int128, _ scale: Int, padding: Int) -> String {
    if let narrow = significand.narrow, scale <= 18, padding <= 18 {
      return text(narrow, scale, max(0, padding))
    }
    return wideText(significand, scale, padding: padding)
  }

  /// Written from the back: at most 19 digits with a sign, a point, and 18 decimals beside.
  private static func text(_ significand: Int64, _ scale: Int, _ padding: Int) -> String {
    var room = InlineArray<40, UInt8>(repeating: 0x30)
    var at = room.count - padding
    var digits = significand.magnitude
    if scale + padding > 0 {
      for _ in 0..<scale { digits = put(digits, &at, &room) }
      at -= 1
      room[at] = 0x2E
    }
    repeat { digits = put(digits, &at, &room) } while digits > 0
    if significand < 0 {
      at -= 1
      room[at] = 0x2D
    }
    let text = room.span.extracting(at..<room.count)
    // Digits, a sign and a point are ASCII.
    return String(copying: UTF8Span(unchecked: text, isKnownASCII: true))
  }

  /// Puts the last digit in front of a place; gives the others.
  @inline(__always)
  private static func put(
    _ digits: UInt64, _ at: inout Int, _ room: inout InlineArray<40, UInt8>
  ) -> UInt64 {
    at -= 1
    room[at] = 0x30 + UInt8(truncatingIfNeeded: digits % 10)
    return digits / 10
  }

  static func wideText(_ significand: Int128, _ scale: Int, padding: Int) -> String {
    let digits =
      UInt64(exactly: significand.magnitude).map { String($0) }
      ?? String(significand.magnitude)
    if scale == 0, padding <= 0 { return significand < 0 ? "-" + digits : digits }
    var bytes: [UInt8] = significand < 0 ? [0x2D] : []
    bytes.append(contentsOf: repeatElement(0x30, count: max(0, scale + 1 - digits.utf8.count)))
    bytes.append(contentsOf: digits.utf8)
    bytes.insert(0x2E, at: bytes.count - scale)
    bytes.append(contentsOf: repeatElement(0x30, count: max(0, padding)))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Figure: CustomStringConvertible {
  /// The plain decimal, without exponent or trailing zeros (`5.59`).
  public var description: String { Self.text(significand, scale, padding: 0) }
}

/// Reads the digits of a decimal number one byte at a time.
private struct DecimalParser {
  private enum State { case start, whole, fraction, exponentStart, exponent }

  private var state = State.start
  private var negative = false
  private var digits: Int128 = 0
  private var scale = 0
  private var digitCount = 0
  private var exponent = 0
  private var exponentNegative = false
  private var exponentDigits = 0

  mutating func take(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39: return takeDigit(Int128(byte &- 0x30))
    case 0x2E where state == .start || state == .whole: state = .fraction
    case 0x2B where state == .start && digitCount == 0: state = .whole
    case 0x2D where state == .start && digitCount == 0:
      negative = true
      state = .whole
    case 0x65, 0x45:
      guard digitCount > 0, state == .whole || state == .fraction else { return false }
      state = .exponentStart
    case 0x2B where state == .exponentStart: state = .exponent
    case 0x2D where state == .exponentStart:
      exponentNegative = true
      state = .exponent
    default: return false
    }
    return true
  }

  private mutating func takeDigit(_ digit: Int128) -> Bool {
    switch state {
    case .exponentStart, .exponent:
      state = .exponent
      exponentDigits += 1
      exponent = exponent * 10 + Int(digit)
      return exponent < 1000
    case .start: state = .whole
    case .whole: break
    case .fraction: scale += 1
    }
    digitCount += 1
    let (tens, overflow) = digits.multipliedReportingOverflow(by: 10)
    guard !overflow else { return false }
    let (sum, carried) = tens.addingReportingOverflow(digit)
    digits = sum
    return !carried
  }

  func finish() -> (Int128, Int)? {
    guard digitCount > 0 else { return nil }
    if state == .exponentStart || (state == .exponent && exponentDigits == 0) { return nil }
    let signed = negative ? -digits : digits
    let places = scale + (exponentNegative ? exponent : -exponent)
    if digits == 0 { return (0, 0) }
    if places >= 0 {
      let trimmed = Figure(trimming: signed, places)
      return trimmed.scale <= Figure.maximumScale ? (trimmed.significand, trimmed.scale) : nil
    }
    guard let power = PowerOfTen.of(-places) else { return nil }
    let (product, overflow) = signed.multipliedReportingOverflow(by: power)
    return overflow ? nil : (product, 0)
  }
}
