import Evaluation
import Testing

/// Forms that are filed, foreseen or reviewed: their columns have to fit.
@Suite struct SchemeFileModeTests {
  @Test(arguments: [
    (ShippedScheme.filing, ScoringRules.Mode.filed), (.monitoring, .forecast), (.review, .reviewed),
    (.mof, .computed), (.rubric, .judged),
  ])
  func aSchemeSaysWhatItsFormIsFor(_ shipped: ShippedScheme, _ mode: ScoringRules.Mode) throws {
    #expect(try shipped.scheme.scoring.mode == mode)
  }

  /// A mode to put into a scheme whose columns do not fit it, and the column that is said.
  struct Misfit: Sendable {
    var shipped: ShippedScheme
    var mode: String
    var column: String
  }

  @Test(arguments: [
    Misfit(shipped: .filing, mode: "forecast", column: "actual"),
    Misfit(shipped: .filing, mode: "reviewed", column: "actual"),
    Misfit(shipped: .monitoring, mode: "computed", column: "forecast"),
    Misfit(shipped: .monitoring, mode: "filed", column: "actual"),
    Misfit(shipped: .review, mode: "computed", column: "selfActual"),
    Misfit(shipped: .review, mode: "forecast", column: "forecast"),
  ])
  func columnsThatDoNotFitAreRefused(_ misfit: Misfit) throws {
    let own = try misfit.shipped.scheme.scoring.mode.rawValue
    let yaml = try misfit.shipped.yaml.replacing("mode: \(own)", with: "mode: \(misfit.mode)")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .contradiction && error.path == "scoring.mode", "\(error)")
    #expect(error.wording(in: .zh).contains("“\(misfit.column)”"), "\(error.wording(in: .zh))")
    #expect(!error.wording(in: .zh).contains("the column"))
  }

  @Test func gradesOfWhatEarnsNothingAreRefused() throws {
    let yaml = try ShippedScheme.filing.yaml + "  grades:\n    - name: 优\n"
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .contradiction && error.path == "scoring.grades")
  }

  @Test func oneWordForTwoLikelihoodsIsRefused() throws {
    let yaml = try ShippedScheme.monitoring.yaml.replacing(
      "possible: [有可能, 可能]", with: "possible: [有可能, 确定]")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .ambiguous && error.path.hasPrefix("scoring.likelihood.possible"))
  }

  @Test func aTableOfTasksHasNoForecast() throws {
    let yaml = try ShippedScheme.rubric.yaml.replacing(
      "completionRate: [完成率, 任务完成率]", with: "forecast: [全年预计]")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .unknownKey && error.path.hasPrefix("form.tables[1].otherColumns"))
  }

  @Test func onlyAFilingMayLackTheHeaderOfItsMoney() throws {
    #expect(try ShippedScheme.filing.scheme.form.funds?.mayLackHeader == true)
    #expect(try ShippedScheme.mof.scheme.form.funds?.mayLackHeader == false)
  }
}
