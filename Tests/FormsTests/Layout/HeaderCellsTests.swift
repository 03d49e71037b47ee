import Testing

@testable import Forms
@testable import Workbooks

@Suite struct HeaderCellsTests {
  private func place(_ row: Int, _ column: Int) -> CellReference {
    CellReference(uncheckedRow: row, column: column)
  }

  @Test func aMeaningHasTheHeaderItWasGivenLast() {
    var cells = HeaderCells("target", place(4, 2))
    cells["name"] = place(4, 1)
    cells["target"] = place(5, 3)
    #expect(cells.count == 2 && cells["points"] == nil)
    #expect(cells.byMeaning == ["name": place(4, 1), "target": place(5, 3)])
    #expect(Set(cells.places) == [place(4, 1), place(5, 3)])
    cells["name"] = nil
    #expect(cells.count == 1 && cells["name"] == nil && cells["target"] == place(5, 3))
  }

  @Test func headersAreRepeatedInTheColumnsTheyHaveInWhateverOrder() {
    var (one, other) = (HeaderCells<String>(), HeaderCells<String>())
    #expect(one.haveColumns(of: other))
    (one["name"], one["target"]) = (place(4, 1), place(4, 2))
    (other["target"], other["name"]) = (place(9, 2), place(9, 1))
    #expect(one.haveColumns(of: other) && other.haveColumns(of: one))
    other["name"] = place(9, 3)
    #expect(!one.haveColumns(of: other))
    other["name"] = nil
    #expect(!one.haveColumns(of: other) && !other.haveColumns(of: one))
    let row = HeaderRow(top: 4, bottom: 4, cells: one)
    #expect(row.columns == 1...2)
    #expect(HeaderRow(top: 4, bottom: 4, cells: HeaderCells<String>()).columns == 1...1)
  }
}
