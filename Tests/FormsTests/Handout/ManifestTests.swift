import Evaluation
import Figures
@testable import Forms
import Testing
import Workbooks

@Suite struct ManifestTests {
  @Test(arguments: HandoutFixture.shipped)
  func aBlankCarriesWhatWasIssued(_ id: String) throws {
    let scheme = try HandoutFixture.scheme(id)
    let project = HandoutFixture.project()
    let workbook = try HandoutFixture.blank(project, scheme)
    let sheet = try #require(workbook.sheet(named: Manifest.sheetName))
    #expect(Manifest.issued(Self.rows(of: sheet)) == HandoutFixture.issued(project, scheme))
  }

  @Test func whateverWasIssuedComesBackFromItsRows() throws {
    let scheme = try HandoutFixture.scheme("mof-2020")
    var numbers = DrawnNumbers(seed: 22)
    for _ in 0..<300 {
      let issued = HandoutFixture.issued(Self.project(&numbers), scheme)
      #expect(Manifest.issued(Manifest.rows(issued)) == issued)
    }
  }

  @Test func aManifestWithOneValueChangedIsNone() throws {
    let scheme = try HandoutFixture.scheme("mof-2020")
    let rows = Manifest.rows(HandoutFixture.issued(HandoutFixture.project(), scheme))
    for (row, values) in rows.enumerated() {
      for column in values.indices {
        var changed = rows
        changed[row][column] += "0"
        #expect(Manifest.issued(changed) == nil, "\(row) \(column)")
      }
      var shorter = rows
      shorter.remove(at: row)
      #expect(Manifest.issued(shorter) == nil, "without row \(row)")
    }
  }

  static func rows(of sheet: Sheet) -> [[String]] {
    (1...(sheet.rows.last ?? 1)).map { row in
      var values: [String] = []
      for cell in sheet.cells(inRow: row) {
        guard case .text(let text) = cell.value else { continue }
        while values.count < cell.reference.column { values.append("") }
        values[cell.reference.column - 1] = text
      }
      return values
    }
  }

  private static func project(_ numbers: inout DrawnNumbers) -> Programme.Project {
    let words = ["", "甲", "湿地\n保护", "=1+1", "a&b<c>", "  前后  ", "\u{1F600}", "_x0041_"]
    func word(_ numbers: inout DrawnNumbers) -> String { words[numbers.below(words.count)] }
    func figure(_ numbers: inout DrawnNumbers) -> Figure? {
      numbers.below(4) == 0
        ? nil : Figure(significand: Int128(numbers.below(1_000_000) - 10), scale: numbers.below(5))
    }
    var project = Programme.Project(
      id: word(&numbers), name: word(&numbers), department: word(&numbers), unit: word(&numbers))
    project.funds = (0..<numbers.below(4)).map { _ in
      .init(
        source: word(&numbers), initialBudget: figure(&numbers), budget: figure(&numbers))
    }
    project.indicators = (0..<numbers.below(6)).map { _ in
      let target = HandoutFixture.targets[numbers.below(HandoutFixture.targets.count)].0
      return .init(
        id: word(&numbers), tier1: word(&numbers), tier2: word(&numbers), name: word(&numbers),
        unit: word(&numbers), target: target, targetText: word(&numbers), points: figure(&numbers))
    }
    return project
  }
}
