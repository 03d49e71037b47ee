internal import Evaluation
internal import Workbooks

extension FormFinder {
  /// The headers of fund blocks, or what stands for them. Where the scheme's form may lack them, amounts stand beside the
  /// name of the total: the row above it then stands for the header. A name that also ends the
  /// indicators says nothing.
  func fundBlocks(in scan: SheetScan) -> [HeaderRow<FundColumn>] {
    let found = fundHeaders(in: scan)
    guard found.isEmpty, let funds = form.funds, funds.mayLackHeader,
      let column = funds.columns.first?.meaning
    else { return found }
    return scan.hits.compactMap { hit in
      guard hit.word.fundRow == .total, !hit.word.endsIndicators, hit.place.row > 1,
        let amount = amount(rightOf: hit.place, in: scan),
        let place = CellReference(row: hit.place.row - 1, column: amount)
      else { return nil }
      return HeaderRow(top: place.row, bottom: place.row, cells: HeaderCells(column, place))
    }
  }

  /// The column of the next cell with something in it that is no label; else the one next to the
  /// label.
  private func amount(rightOf label: CellReference, in scan: SheetScan) -> Int? {
    let right = scan.cells(inRow: label.row).first { cell in
      cell.reference.column > label.column && cell.value != .blank
    }
    guard let right else { return nil }
    if case .text(let text) = right.value, lexicon.word(of: text) != nil { return nil }
    return right.reference.column
  }
}
