internal import Evaluation
internal import Figures
internal import Workbooks

/// Cells that several sheets have.
extension SummaryCell {
  static func number(_ figure: Figure?) -> SummaryCell {
    figure.map { SummaryCell(.number($0.description)) } ?? .blank
  }

  static func index(_ number: Int) -> SummaryCell { SummaryCell(.number(String(number))) }

  /// A rate in percent, as the fraction that a cell shows in percent.
  static func percent(_ rate: Figure?) -> SummaryCell {
    number(rate.flatMap { try? $0.shifted(right: 2) })
  }

  /// 通过, or 退回修改; a return that does not count is told apart by a word.
  static func verdict(_ entry: SummaryIndex.Entry) -> SummaryCell {
    let words = entry.verdict == .accept ? "通过" : "退回修改"
    return .text(entry.counts ? words : words + "\n（不计入）")
  }

  static func level(_ severity: Severity) -> SummaryCell { .text(severity.word) }

  /// The return's path, leading to its annotated copy.
  static func file(of read: RecordedReturn) -> SummaryCell {
    let name = read.form > 1 ? "\(read.file)（表\(read.form)）" : read.file
    var cell = SummaryCell.text(name)
    cell.link = read.annotated.flatMap { link(to: $0) }
    return cell
  }

  /// A text that leads to a cell of the annotated copy.
  static func text(
    _ text: String, of read: RecordedReturn, at place: Place?, _ sheets: SheetPrefixes
  ) -> SummaryCell {
    var cell = SummaryCell.text(text)
    guard let place, let address = place.cell, let path = read.annotated else { return cell }
    cell.link = link(to: path, at: sheets.prefix(of: place.sheet) + address)
    return cell
  }

  /// A link to a file; `nil` where its address would be too long for Excel.
  private static func link(to path: String, at place: String? = nil) -> WrittenLink? {
    // Neither has more UTF-16 units than UTF-8 bytes, which are counted already.
    let isShort =
      path.utf8.count < 600 || path.utf16.count + 2 * path.utf8.count { $0 < 0x30 } < 1_800
    let beyond = (place?.utf8.count ?? 0) > 255 && (place?.utf16.count ?? 0) > 255
    return isShort ? .file(address(of: path), place: beyond ? nil : place) : nil
  }

  /// A path as an address: `#` would end it, `?` begin a query, `%` an escape.
  private static func address(of path: String) -> String {
    guard path.utf8.span.contains(where: { $0 == 0x23 || $0 == 0x25 || $0 == 0x3F }) else {
      return path
    }
    return path.reduce(into: "") { address, character in
      switch character {
      case "#": address += "%23"
      case "%": address += "%25"
      case "?": address += "%3F"
      default: address.append(character)
      }
    }
  }
}

extension Place {
  /// A cell of a sheet; `nil` where either is not known.
  init?(sheet: String, cellText cell: String) {
    guard !sheet.isEmpty, !cell.isEmpty else { return nil }
    self.init(sheet: sheet, cell: cell)
  }
}

/// Sheets as they stand before a cell: the same one comes again and again.
final class SheetPrefixes {
  private var last = (name: "", prefix: "")

  /// `'自评表'!`
  func prefix(of name: String) -> String {
    if !last.prefix.isEmpty, last.name == name { return last.prefix }
    let prefix = SheetName.quoted(name) + "!"
    last = (name, prefix)
    return prefix
  }
}
