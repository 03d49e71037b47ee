import Evaluation
import Testing

/// Mistakes in the rules of rows: each is named with its place.
@Suite struct SchemeFileRowErrorTests {
  static let rules = [
    Mistake(
      "overLimit", "equal: half",
      "56:10: scoring.equal: “half” is not known here; expected one of nearer, atLeast, exact"),
    Mistake(
      "overLimit", "passGate: 101",
      "56:13: scoring.passGate: 101 is out of range; expected a number from 0 to 100"),
    Mistake(
      "overLimit", "rateRoundedTo: 7",
      "56:18: scoring.rateRoundedTo: 7 is out of range; expected a number of decimals from 0 to 6"),
    Mistake(
      "overLimit", "over: [{above: 130, takesPercent: 5}, {above: 120, takesPercent: 9}]",
      "56:49: scoring.over[2].above: 120 does not lie above 130; expected steps from the lowest up"),
    Mistake(
      "overLimit", "over: [{above: 130}]",
      "56:10: scoring.over[1]: nothing says how many points; "
        + "expected one of takesPercent, takesPoints"),
    Mistake(
      "overLimit",
      "over: [{above: 130, takesPercent: 5}]\noverDeviation: {above: 130, takesPercent: 1}",
      "57:18: scoring.overDeviation: points are taken off by over already; "
        + "expected one of over and overDeviation"),
    Mistake(
      "denominator: budget", "denominator: budget\npassGate: 60\nbands: [{percent: 100}]",
      "38:15: scoring.execution.passGate: bands or steps stand here, and they say it all; "
        + "expected no key “passGate” beside them"),
  ]

  private static func special(_ keys: String) -> String { "special:\n  - {title: 甲, \(keys)}" }

  static let chosen = [
    Mistake(
      "overLimit", "special:\n  - {tier1: [甲]}",
      "57:7: scoring.special[1]: the key “title” is missing; expected it here"),
    Mistake(
      "overLimit", "special:\n  - {title: 甲}\n  - {title: 甲}",
      "58:15: scoring.special[2].title: “甲” stands here twice; expected every name once"),
    Mistake(
      "overLimit", special("directions: [up]"),
      "57:31: scoring.special[1].directions[1]: “up” is not known here; "
        + "expected one of atLeast, atMost, equal, between, yesNo, level, by"),
    Mistake(
      "overLimit", special("measure: actual"),
      "57:27: scoring.special[1].measure: something is measured, but it earns nothing; "
        + "expected the key bands or steps"),
    Mistake(
      "overLimit", special("bands: [{from: 90, percent: 100}]"),
      "57:26: scoring.special[1].bands[1]: the last band has a bound; "
        + "expected none: it takes what is left"),
    Mistake(
      "overLimit", special("bands: [{percent: 100}, {percent: 0}]"),
      "57:26: scoring.special[1].bands[1]: the band has no bound; "
        + "expected the key from or to in every band but the last"),
    Mistake(
      "overLimit", special("bands: [{from: 80, points: 1}, {from: 90, points: 2}, {points: 0}]"),
      "57:49: scoring.special[1].bands[2]: 90 does not come after 80; "
        + "expected bands from the best on, all by from or all by to"),
    Mistake(
      "overLimit", special("bands: [{from: 80, percent: 9, points: 1}, {points: 0}]"),
      "57:26: scoring.special[1].bands[1]: both percent and points stand here; "
        + "expected one of percent, points"),
    Mistake(
      "overLimit", special("bands: [{from: 80, to: 90, points: 1}, {points: 0}]"),
      "57:41: scoring.special[1].bands[1].to: both from and to stand here; expected one of them"),
    Mistake(
      "overLimit", special("bands: [{points: 0}], steps: {from: 9, every: 1, takesPoints: 1}"),
      "57:25: scoring.special[1].bands: both bands and steps stand here; expected one of them"),
    Mistake(
      "overLimit", special("steps: {every: 5, takesPoints: 1}"),
      "57:25: scoring.special[1].steps: the key “from” is missing; expected it, or the key to"),
    Mistake(
      "overLimit", special("steps: {from: 9, every: 0, takesPoints: 1}"),
      "57:42: scoring.special[1].steps.every: 0 points; expected more than 0"),
  ]

  static let exceptions = [
    Mistake(
      "overLimit", "overLimit: 130\nfromBaseline: true",
      "57:17: scoring.fromBaseline: rows are measured from a baseline, and there is no column "
        + "“baseline”; expected the column among form.indicators.columns or otherColumns"),
    Mistake(
      "overLimit", "overLimit: 130\nlevelNeedsSummary: true",
      "57:22: scoring.levelNeedsSummary: a text is due with judged levels, and there is no column "
        + "“summary”; expected the column among form.indicators.columns or otherColumns"),
    Mistake(
      "overLimit", "overLimit: 130\nlevelScore: best",
      "57:15: scoring.levelScore: “best” is not known here; "
        + "expected one of typed, upper, middle, lower"),
    Mistake(
      "overLimit", "overLimit: 130\nlate: {every: 10}",
      "57:9: scoring.late: nothing says how many points; "
        + "expected one of takesPercent, takesPoints"),
    Mistake(
      "overLimit", "overLimit: 130\nmissingTarget: notApplicable",
      "57:18: scoring.missingTarget: nothing says what becomes of indicators that do not apply; "
        + "expected the key notApplicable"),
    Mistake(
      "overLimit", "notApplicable: {words: [否], points: zero}",
      "56:27: scoring.notApplicable.words[1]: “否” already stands for no (line 55); "
        + "expected a word that stands for notApplicable alone"),
    Mistake(
      "overLimit", "notApplicable: {words: [不适用], points: half}",
      "56:41: scoring.notApplicable.points: “half” is not known here; "
        + "expected one of redistribute, rescale, zero, full"),
    Mistake(
      "overLimit", "overLimit: 130\ntotalFrom: rows",
      "57:14: scoring.totalFrom: “rows” is not known here; "
        + "expected one of roundedScores, exactScores"),
  ]

  @Test(arguments: rules + chosen + exceptions)
  func aMistakeIsNamed(_ mistake: Mistake) throws {
    let yaml = SampleScheme.replacing(mistake.line, after: mistake.after, with: mistake.instead)
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.description == "mine.yaml:" + mistake.says)
    let chinese = error.wording(in: .zh)
    #expect(!chinese.contains("expected") && chinese.contains("应为"))
  }
}
