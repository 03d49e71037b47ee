internal import Evaluation
internal import Figures
internal import Workbooks

/// What stands in a cell of the programme workbook, each way to read it worked out once.
final class ProgrammeCell {
  /// Which of the contents of its sheet it is, from 0; -1 where that is not known.
  let number: Int
  let typed: Typed
  /// The content as it is shown.
  let text: String
  /// Whether nothing was typed into it.
  let isBlank: Bool
  /// The text with full-width letters and digits made plain, as codes are compared.
  private(set) lazy var code = Wording.plain(text)
  /// The numbers of its code and of its wording among those of its sheet, where they were asked for.
  var codeNumber: Int32?
  var wordingNumber: Int32?
  /// The number in it; `nil` where it is none. Thousands separators and 万元 behind it are allowed.
  private(set) lazy var figure = Self.figure(typed)

  /// Whether it is a word for a kind of target, or blank.
  private(set) lazy var isDirection = isBlank || TargetParser.kind(of: text) != nil

  init(_ typed: Typed, number: Int = -1) {
    (self.typed, self.number) = (typed, number)
    (text, isBlank) = (typed.shown, typed.isBlank)
  }

  private static func figure(_ typed: Typed) -> Figure? {
    switch typed.content {
    case .number(let digits, _, _): return Figure(stored: digits)
    case .text(let text):
      var plain = Wording.key(text).replacing(",", with: "")
      if plain.hasSuffix("万元") { plain.removeLast(2) }
      return Figure(plain)
    default: return nil
    }
  }
}

/// The cells of a sheet by what they hold: a programme of thousands of projects has the same
/// texts again and again, and what holds the same is read once.
///
/// Bounded in size: it begins anew once it is full.
struct ProgrammeCells {
  private static let most = 4_096
  private static let mostStrings = 1 << 16
  private var known = ByteTable(most: most)
  private var cells: [ProgrammeCell] = []
  private var count = 0
  /// By the number of a shared string: the cell that held it last, and the number of its style.
  private var byString: [(cell: ProgrammeCell, style: Int)?] = []

  /// The cell that holds a shared string in a style; `nil` where that has to be found out by what
  /// it is.
  func cell(string: Int, style: Int) -> ProgrammeCell? {
    guard string < byString.count, let known = byString[string], known.style == style else {
      return nil
    }
    return known.cell
  }

  /// Remembers which cell holds a shared string in a style.
  mutating func note(_ cell: ProgrammeCell, string: Int, style: Int) {
    guard 0..<Self.mostStrings ~= string else { return }
    while byString.count <= string { byString.append(nil) }
    byString[string] = (cell, style)
  }

  /// The cell that holds a stored value; `read` reads one that was not met before.
  mutating func cell(
    _ value: Sheet.StoredValue, style: Int, _ read: () -> Typed
  ) -> ProgrammeCell {
    // What a number is depends on its format, too.
    switch value {
    case .text(let bytes): cell(bytes, 2 * style, read)
    case .number(let bytes): cell(bytes, 2 * style + 1, read)
    case .other: ProgrammeCell(read())
    }
  }

  private mutating func cell(
    _ bytes: ArraySlice<UInt8>, _ kind: Int, _ read: () -> Typed
  ) -> ProgrammeCell {
    if let index = known.find(bytes, kind) { return cells[index] }
    if cells.count == Self.most {
      known = ByteTable(most: Self.most)
      cells.removeAll(keepingCapacity: true)
      byString.removeAll(keepingCapacity: true)
    }
    let cell = ProgrammeCell(read(), number: count)
    count += 1
    known.insert(bytes, kind, cells.count)
    cells.append(cell)
    return cell
  }
}
