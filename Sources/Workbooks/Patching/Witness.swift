/// One of the cells that were added, by which the others are found where a program that does not
/// keep names up to date has renamed the sheet or moved its rows.
struct Witness: Hashable, Sendable {
  let cell: CellReference
  let mark: TextMark

  init(_ cell: CellReference, _ text: String) {
    self.cell = cell
    mark = TextMark(text)
  }

  /// A witness as records hold it.
  init?(written text: some StringProtocol) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let cell = CellReference(String(parts[0])),
      let mark = TextMark(written: parts[1])
    else { return nil }
    self.cell = cell
    self.mark = mark
  }

  /// The first and the last text of what was added.
  static func ends(of cells: [PatchCell], notAt kept: [CellReference]) -> [Witness] {
    let kept = Set(kept)
    var ends: (first: Int, last: Int)?
    for at in cells.indices {
      guard case .text = cells[at].value,
        kept.isEmpty || !kept.contains(cells[at].reference)
      else { continue }
      guard let known = ends else {
        ends = (at, at)
        continue
      }
      if cells[at].reference < cells[known.first].reference { ends?.first = at }
      if cells[known.last].reference <= cells[at].reference { ends?.last = at }
    }
    guard let ends else { return [] }
    return [ends.first, ends.last].compactMap { at in
      guard case .text(let text) = cells[at].value else { return nil }
      return Witness(cells[at].reference, text)
    }
  }

  /// Whether the text stands on a sheet, so far down and across from where it stood.
  func holds(on sheet: Sheet, down: Int = 0, across: Int = 0) -> Bool {
    guard let place = CellReference(row: cell.row + down, column: cell.column + across),
      case .text(let text) = sheet.cell(place)?.value
    else { return false }
    return TextMark(text) == mark
  }

  /// The cells of a sheet that hold the text, in the order of rows.
  func places(on sheet: Sheet) -> [CellReference] {
    sheet.rows.flatMap { sheet.cells(inRow: $0) }.compactMap { cell in
      guard case .text(let text) = cell.value, TextMark(text) == mark else { return nil }
      return cell.reference
    }
  }
}

extension ByteBuffer {
  /// Appends a witness as records hold it: `J4:2.1a2b3c4d`.
  mutating func append(_ witness: Witness) {
    append(place: witness.cell)
    append(0x3A)
    append(witness.mark)
  }

  /// Appends a mark as records hold it: `38.1a2b3c4d`.
  mutating func append(_ mark: TextMark) {
    append(decimal: mark.count)
    append(0x2E)
    append(text: String(mark.digest, radix: 16))
  }
}

extension PatchRecord.Area {
  /// The added cells where they stand by what is in them, if that is not where names say.
  ///
  /// - Parameters:
  ///   - name: the sheet they are said to be on.
  ///   - cells: the range they are said to fill.
  func found(named name: String, cells named: CellRange, in workbook: Workbook)
    -> (sheet: String, cells: CellRange)?
  {
    guard let top = witnesses.first, let bottom = witnesses.last else { return nil }
    guard let sheet = workbook.sheets.first(where: { $0.name == name }) else {
      let renamed = workbook.sheets.first { top.holds(on: $0) && bottom.holds(on: $0) }
      return renamed.map { ($0.name, cells) }
    }
    let below = named.last.row - cells.last.row
    guard let first = start(of: top, on: sheet, named) else { return nil }
    let (down, across) = (first.row - cells.first.row, first.column - cells.first.column)
    if first == named.first, bottom.holds(on: sheet, down: below, across: across) { return nil }
    let last = cells.last.row + max(down, below, depth(of: bottom, on: sheet, across) ?? 0)
    guard let end = CellReference(row: last, column: cells.last.column + across) else { return nil }
    let found = CellRange(first, end)
    return found == named ? nil : (name, found)
  }

  /// The corner of what was added: where it is said to be, else where its first text is found.
  private func start(of top: Witness, on sheet: Sheet, _ named: CellRange) -> CellReference? {
    let down = named.first.row - cells.first.row
    let across = named.first.column - cells.first.column
    if top.holds(on: sheet, down: down, across: across) { return named.first }
    let places = top.places(on: sheet)
    guard places.count == 1, let place = places.first else { return nil }
    return CellReference(
      row: cells.first.row + place.row - top.cell.row,
      column: cells.first.column + place.column - top.cell.column)
  }

  /// How far down the last text stands from where it stood; of several the lowest.
  private func depth(of bottom: Witness, on sheet: Sheet, _ across: Int) -> Int? {
    bottom.places(on: sheet).last { $0.column == bottom.cell.column + across }
      .map { $0.row - bottom.cell.row }
  }
}
