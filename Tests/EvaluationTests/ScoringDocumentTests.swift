import Evaluation
import Testing

/// docs/scoring.md is executed: every worked example in it is what the code does.
@Suite struct ScoringDocumentTests {
  private static let document = (try? Repository.text("docs/scoring.md")) ?? ""

  @Test(arguments: WorkedExample.all(in: document))
  func aWorkedExampleIsWhatIsComputed(_ example: WorkedExample) throws {
    let differences = example.differences(
      in: example.evaluated(try ShippedScheme.mof.scheme))
    #expect(differences.isEmpty)
    #expect(!example.expected.isEmpty && !example.given.isEmpty)
  }

  @Test func everyBlockThatBeginsIsExecuted() {
    let begun = Self.document.split(separator: "\n").count { $0 == "```scoring" }
    #expect(WorkedExample.all(in: Self.document).count == begun)
  }

  @Test func clausesAreCounted() {
    let numbers = Self.document.split(separator: "\n## ").dropFirst().map { clause in
      Int(clause.prefix { $0.isNumber })
    }
    #expect(numbers == (1...max(1, numbers.count)).map { Optional($0) })
  }

  @Test func everyClauseHasAWorkedExample() {
    let clauses = Self.document.split(separator: "\n## ").dropFirst()
    #expect(clauses.count >= 15)
    for clause in clauses {
      #expect(clause.contains("```scoring\n"), "\(clause.prefix { !$0.isNewline })")
    }
  }

  @Test func anExampleThatIsWrongIsNoticed() throws {
    let wrong = WorkedExample.all(
      in:
        "```scoring\ntarget  100\nactual  80\npoints  10\n→ score  9.00\n→ finding  T001\n→ mood  good\n```"
    )
    let example = try #require(wrong.first)
    #expect(example.differences(in: example.evaluated(try ShippedScheme.mof.scheme)).count == 3)
  }
}
