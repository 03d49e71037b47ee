import Evaluation
import Figures
import Testing

/// C001: sub-projects that do not add up to their parent.
@Suite struct SubprojectSumsTests {
  private func project(_ id: String, parent: String? = nil) -> Programme.Project {
    Programme.Project(id: id, name: "项目\(id)", department: "", unit: "民政局", parent: parent)
  }

  private var programme: Programme {
    Programme(
      year: "2024",
      projects: [
        project("P01"), project("P02", parent: "P01"), project("P03", parent: "P01"),
        project("P04"),
      ])
  }

  private func findings(_ amounts: [String: (String?, String?)]) -> [Finding] {
    SubprojectSums.findings(
      programme,
      funds: amounts.mapValues { budget, executed in
        .init(budget: budget.flatMap { Figure($0) }, executed: executed.flatMap { Figure($0) })
      })
  }

  @Test func partsThatAddUpAreInOrder() {
    #expect(
      findings(["P01": ("300", "280.5"), "P02": ("100", "80.2"), "P03": ("200", "200.3")]).isEmpty)
  }

  @Test func partsThatDoNotAreNamedForEachColumn() throws {
    let found = findings(["P01": ("300", "280"), "P02": ("100", "80"), "P03": ("190", "190")])
    #expect(found.map(\.code) == [.c001, .c001])
    #expect(found.map(\.severity) == [.error, .error])
    #expect(Set(found.map(\.id)).count == 2)
    let budget = try #require(found.first)
    #expect(budget.found == "300" && budget.expected == "290" && budget.label == "项目P01")
    #expect(budget.message.contains("相差10"))
  }

  @Test(arguments: ["P01", "P02", "P03"]) func nothingIsComparedWhereOneSentNothing(_ id: String) {
    var amounts: [String: (String?, String?)] = [
      "P01": ("300", "300"), "P02": ("100", "90"), "P03": ("190", "190"),
    ]
    amounts[id] = nil
    #expect(findings(amounts).isEmpty)
    amounts[id] = (nil, nil)
    #expect(findings(amounts).isEmpty)
  }

  @Test func aDifferenceThatRoundingExplainsIsANote() {
    let found = findings(["P01": ("33.33", "1"), "P02": ("11.11", "0.5"), "P03": ("22.21", "0.5")])
    #expect(found.map(\.severity) == [.note])
    let exact = findings(["P01": ("33.33", "1"), "P02": ("11.11", "0.5"), "P03": ("22.2", "0.5")])
    #expect(exact.map(\.severity) == [.error])
    let whole = findings(["P01": ("300", "1"), "P02": ("100", "0"), "P03": ("199", "1")])
    #expect(whole.map(\.severity) == [.error])
  }

  @Test func aProjectIsNoPartOfItself() {
    let own = Programme(projects: [project("P01", parent: "P01"), project("P02", parent: "P09")])
    let funds = ["P01", "P02"].map {
      ($0, SubprojectSums.Funds(budget: Figure(5), executed: Figure(5)))
    }
    #expect(
      SubprojectSums.findings(own, funds: Dictionary(uniqueKeysWithValues: funds)).isEmpty)
  }
}
