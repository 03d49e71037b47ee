import Evaluation
import Figures
import Testing

/// What is particular to the forms without points and of departments.
@Suite struct SchemeFileVariantTests {
  @Test(arguments: [ShippedScheme.hunan, .transfer])
  func aFormWithoutPointsHasRatesAlone(_ shipped: ShippedScheme) throws {
    let scheme = try shipped.scheme
    #expect(scheme.scoring.totalPoints == nil && scheme.scoring.grades.isEmpty)
    #expect(scheme.scoring.execution != nil && scheme.scoring.execution?.points == nil)
    #expect(scheme.form.indicators.columns.allSatisfy { ![.points, .score].contains($0.meaning) })
    #expect(scheme.scoring.shortfallNeedsReason && !scheme.scoring.overNeedsReason)
  }

  @Test func aTransferReadsWhatIsNotYetPaidAndNeverPrintsIt() throws {
    let funds = try #require(try ShippedScheme.transfer.scheme.form.funds)
    #expect(funds.sources.map(\.id) == ["central", "local", "other"])
    #expect(funds.columns.contains { $0.meaning == .pending && !$0.isPrinted })
  }

  @Test func theTextsOfATransferStandAboveAndBelow() throws {
    let blank = try ShippedScheme.transfer.scheme.form.blank
    #expect(blank.fields == ["中央主管部门"])
    #expect(blank.texts.map(\.position) == [.above, .below])
    #expect(blank.texts.map(\.lines.count) == [7, 0])
  }

  @Test func aDepartmentNamesItselfAloneAndListsItsOwnRowsOfMoney() throws {
    let scheme = try ShippedScheme.department.scheme
    #expect(scheme.form.unit.isEmpty && scheme.form.projectName.contains("部门"))
    #expect(scheme.form.funds?.hasOwnSources == true)
    #expect(scheme.scoring.execution?.points == Figure(10))
    #expect(scheme.scoring.blocks.allSatisfy { $0.points == nil })
    #expect(try ShippedScheme.mof.scheme.form.funds?.hasOwnSources == false)
  }

  @Test func aTextThatIsNoneOfTheFormIsRefused() throws {
    let yaml = try ShippedScheme.transfer.yaml.replacing(
      "lines: [分配科学性, ", with: "lines: [分配合理性, ")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .unknownWord)
    #expect(error.path == "form.blank.texts[1].lines[1]")
    #expect(error.wording(in: .zh).contains("“分配合理性”不是本表的文字栏；应为：form.texts中的词"))
  }

  @Test func aTextStandsAboveOrBelow() throws {
    let yaml = try ShippedScheme.transfer.yaml.replacing("position: above", with: "position: left")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.path == "form.blank.texts[1].position" && error.kind == .unknownWord)
  }
}
