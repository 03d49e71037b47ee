import Evaluation
import Testing

/// Mistakes in the keys that the forms of provinces need.
@Suite struct SchemeFileVariantErrorTests {
  static let mistakes = [
    Mistake(
      "denominator: budget", "denominator: [budget, budget]",
      "37:27: scoring.execution.denominator[2]: “budget” stands here twice; "
        + "expected every column once"),
    Mistake(
      "denominator: budget", "denominator: [budget, received]",
      "37:27: scoring.execution.denominator[2]: the fund block has no column “received”; "
        + "expected a column of form.funds.columns, and executed among them"),
    Mistake(
      "overLimit", "overLimit: 130\nunstatedPoints: equal",
      "57:19: scoring.unstatedPoints: “equal” is not known here; "
        + "expected one of unscored, equalShares"),
    Mistake(
      "overLimit", "overLimit: 130\nsharedBy: [tier1]",
      "57:13: scoring.sharedBy: tiers share points that nothing shares out; "
        + "expected the key unstatedPoints"),
    Mistake(
      "overLimit", "overLimit: 130\nunstatedPoints: equalShares\nsharedBy: [tier1, tier1]",
      "58:21: scoring.sharedBy[2]: “tier1” stands here twice; expected every column once"),
    Mistake(
      "overLimit", "overLimit: 130\nunstatedPoints: equalShares\nsharedBy: [name]",
      "58:14: scoring.sharedBy[1]: “name” is not known here; expected one of tier1, tier2"),
    Mistake(
      "overLimit", "overLimit: 130\nchangeNeedsReason: 是",
      "57:22: scoring.changeNeedsReason: “是” stands here; expected true or false"),
    Mistake(
      "indicators:", "reasons: [项目名称]\nindicators:",
      "26:13: form.reasons[1]: “项目名称” already stands for projectName (line 8); "
        + "expected a word that stands for reasons alone"),
    Mistake(
      "indicators:",
      "blank:\n  headings:\n    - title: 年度指标值\n      columns: [name, actual]\nindicators:",
      "29:18: form.blank.headings[1].columns: these are no neighbours among the columns; "
        + "expected columns that stand side by side in form.indicators.columns, "
        + "every one under one heading"),
  ]

  @Test(arguments: mistakes) func everyMistakeIsPlacedAndExplained(_ mistake: Mistake) throws {
    let yaml = SampleScheme.replacing(mistake.line, after: mistake.after, with: mistake.instead)
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.description == "mine.yaml:" + mistake.says)
    #expect(!error.wording(in: .zh).contains("expected"))
  }

  @Test func pointsAreSharedOutOfATotal() throws {
    let yaml = try ShippedScheme.rates.yaml.replacing(
      "scoring:\n", with: "scoring:\n  unstatedPoints: equalShares\n")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .contradiction)
    #expect(error.path == "scoring.unstatedPoints")
    #expect(error.wording(in: .zh).contains("没有总分，却要分摊分值"))
  }

  @Test func aListOfDenominatorsAndOneWordReadAlike() throws {
    let one = try SchemeFile.read(yaml: SampleScheme.yaml, file: "sample")
    let list = try SchemeFile.read(
      yaml: SampleScheme.replacing("denominator: budget", with: "denominator: [budget]"),
      file: "sample")
    #expect(one.scoring.execution?.denominators == [.budget])
    #expect(list.scoring.execution?.denominators == [.budget])
  }
}
