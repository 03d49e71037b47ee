/// What a sheet part holds, and what is needed to decode it: shared by all copies of a sheet.
final class SheetContents: Sendable {
  let bytes: [UInt8]
  let store: CellStore
  let layout: SheetLayout
  let strings: SharedStrings
  let styles: Styles
  let uses1904Dates: Bool

  init(
    bytes: [UInt8], store: CellStore, layout: SheetLayout, context: SheetReader.Context
  ) {
    self.bytes = bytes
    self.store = store
    self.layout = layout
    strings = context.strings
    styles = context.styles
    uses1904Dates = context.uses1904Dates
  }

  /// A packed cell, decoded.
  func cell(_ packed: CellStore.PackedCell) -> Cell {
    let value = value(packed)
    return Cell(
      reference: packed.place.reference, value: value, formula: formula(packed),
      format: format(packed, value))
  }

  /// A packed cell as it is shown.
  func shown(_ packed: CellStore.PackedCell) -> ShownCell {
    let value = value(packed)
    return ShownCell(
      value: value, format: format(packed, value),
      lacksValue: packed.formula > 0 && value == .blank)
  }

  @inline(__always)
  private func format(_ packed: CellStore.PackedCell, _ value: CellValue) -> NumberFormat {
    if packed.kind == .isoDate, case .number = value {
      return NumberFormat(kind: .date, decimals: nil)
    }
    return styles.format(Int(packed.style))
  }

  /// The text that a packed cell holds; `nil` where it holds anything else.
  func text(of packed: CellStore.PackedCell) -> String? {
    switch packed.kind {
    case .blank, .boolean, .error: return nil
    case .number where packed.isPlain && Self.isNumber(bytes, packed.value): return nil
    case .number, .sharedString, .string, .inlineString, .isoDate: break
    }
    guard case .text(let text) = value(packed) else { return nil }
    return text
  }

  private func value(_ packed: CellStore.PackedCell) -> CellValue {
    switch packed.kind {
    case .blank: .blank
    case .number: number(packed)
    case .sharedString: .text(strings.text(Int(packed.start)) ?? "")
    case .string: .text(escapedText(packed))
    case .inlineString: .text(RichText.text(bytes, packed.value))
    case .boolean: .boolean(["1", "true"].contains(text(packed)))
    case .error: .error(text(packed))
    case .isoDate: isoDate(text(packed))
    }
  }

  private func text(_ packed: CellStore.PackedCell) -> String {
    packed.isPlain ? plainText(packed.value) : XMLText.decoded(bytes, packed.value)
  }

  /// Numbers and places are short: they need no storage of their own.
  private func plainText(_ range: Range<Int>) -> String {
    guard range.count <= Self.short else { return String(decoding: bytes[range], as: UTF8.self) }
    let bytes = bytes
    return String(unsafeUninitializedCapacity: range.count) { room in
      for at in 0..<range.count { room[at] = bytes[range.lowerBound + at] }
      return range.count
    }
  }

  /// The most bytes that a text holds in itself.
  private static let short = 15

  private func escapedText(_ packed: CellStore.PackedCell) -> String {
    if packed.isPlain { return EscapedText.decoded(bytes[packed.value]) }
    var text: [UInt8] = []
    XMLText.append(bytes, packed.value, to: &text)
    return EscapedText.decoded(text)
  }

  private func formula(_ packed: CellStore.PackedCell) -> String? {
    let index = Int(packed.formula) - 1
    return store.formulas.indices.contains(index) ? text(store.formulas[index]) : nil
  }

  private func text(_ formula: CellStore.Formula) -> String {
    let range = Int(formula.start)..<(Int(formula.start) + Int(formula.length))
    return formula.isPlain
      ? String(decoding: bytes[range], as: UTF8.self) : XMLText.decoded(bytes, range)
  }

  /// The formula of a cell, one that it shares written out for it.
  func ownFormula(_ packed: CellStore.PackedCell) -> String? {
    guard let formula = formula(packed) else { return nil }
    guard formula.isEmpty,
      let master = store.sharedMasters[store.formulas[Int(packed.formula) - 1].shared],
      Int(store.formulas[master.formula].length) <= FormulaParser.longest
    else { return formula }
    return SharedFormula.moved(
      text(store.formulas[master.formula]), rows: Int(packed.row) - Int(master.place.row),
      columns: Int(packed.column) - Int(master.place.column))
  }

  private func number(_ packed: CellStore.PackedCell) -> CellValue {
    packed.isPlain && Self.isNumber(bytes, packed.value)
      ? .number(text(packed)) : Self.number(text(packed))
  }

  /// Whether these bytes are a number and nothing around it.
  @inline(__always)
  static func isNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let span = bytes.span
    var hasDigit = false
    for at in range {
      switch span[at] {
      case 0x30...0x39: hasDigit = true
      case 0x2B, 0x2D, 0x2E, 0x45, 0x65: break
      default: return false
      }
    }
    return hasDigit
  }

  /// What is said to be a number and is none stays visible as the text it is.
  private static func number(_ stored: String) -> CellValue {
    let digits = stored.utf8.drop { XMLScanner.isSpace($0) }
    var text = Substring(digits)
    while let last = text.utf8.last, XMLScanner.isSpace(last) { text.removeLast() }
    guard !text.isEmpty else { return .blank }
    let isNumber = text.utf8.allSatisfy {
      0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B || $0 | 0x20 == 0x65
    }
    return isNumber && text.utf8.contains { 0x30...0x39 ~= $0 }
      ? .number(String(text)) : .text(stored)
  }

  private func isoDate(_ text: String) -> CellValue {
    ISODate.serial(text, uses1904Dates: uses1904Dates).map { .number($0) } ?? .text(text)
  }
}
