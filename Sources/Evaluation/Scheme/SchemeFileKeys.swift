/// The keys that one place of a scheme file takes.
struct SchemeKeys: Sendable {
  let required: [String]
  let optional: [String]

  var all: [String] { required + optional }

  init(_ required: [String], optional: [String] = []) {
    self.required = required
    self.optional = optional
  }

  static let root = SchemeKeys([
    "id", "version", "title", "summary", "sources", "form", "scoring",
  ])
  static let form = SchemeKeys(
    ["sheetNames", "projectName", "indicators"],
    optional: [
      "unit", "department", "projectCode", "texts", "reasons", "funds", "blank", "tables",
    ])
  static let blank = SchemeKeys(
    [],
    optional: [
      "funds", "fundSources", "indicators", "headings", "goal", "fields", "texts", "tiers",
      "lines", "signatures", "notes",
    ])
  static let blankHeading = SchemeKeys(["title", "columns"])
  static let blankGoal = SchemeKeys(["title", "expected", "actual"], optional: ["reason"])
  static let blankTexts = SchemeKeys(["title"], optional: ["lines", "position"])
  static let blankTier = SchemeKeys(["tier1"], optional: ["tier2"])
  static let funds = SchemeKeys(
    ["moneyUnit", "columns", "required", "total"],
    optional: ["otherColumns", "sources", "groups", "ownSources", "mayLackHeader"])
  static let source = SchemeKeys(["id", "labels"])
  static let group = SchemeKeys(["id", "labels", "members"])
  static let indicators = SchemeKeys(
    ["columns", "required"],
    optional: ["otherColumns", "total", "end", "goals", "templateLines"])
  static let table = SchemeKeys(
    ["id", "title", "columns", "required"],
    optional: ["otherColumns", "total", "end", "templateLines", "withoutTarget"])
  static let tableColumns = SchemeKeys(
    [],
    optional: IndicatorColumn.allCases.filter { !$0.isOfPoints && !$0.isOfOneMode }.map(\.rawValue))
  static let fundColumns = SchemeKeys([], optional: FundColumn.allCases.map(\.rawValue))
  static let indicatorColumns = SchemeKeys([], optional: IndicatorColumn.allCases.map(\.rawValue))
  static let scoring = SchemeKeys(
    [
      "atLeast", "atMost", "yesWords", "noWords", "shortfallNeedsReason", "overNeedsReason",
      "ratePlaces", "scorePlaces",
    ],
    optional: [
      "mode", "total", "execution", "blocks", "levels", "overLimit", "executionReasonBelow",
      "grades", "placeholders", "costWords", "parts", "likelihood", "special", "unstatedPoints",
      "sharedBy", "changeNeedsReason", "notApplicable", "missingTarget", "totalFrom",
      "lostPointsNeedReason", "levelNeedsSummary",
    ] + rowRules)
  /// Rules of rows that may stand for all of them and for chosen ones.
  private static let rowRules = [
    "equal", "between", "zeroTarget", "passGate", "rateRoundedTo", "over", "overDeviation",
    "fromBaseline", "levelScore", "levelTakesPercent", "late",
  ]
  static let special = SchemeKeys(
    ["title"],
    optional: ["source", "tier1", "tier2", "name", "directions", "atLeast", "atMost"] + rowRules
      + ["measure", "bands", "steps", "mostPoints"])
  static let notApplicable = SchemeKeys(["words", "points"])
  static let band = SchemeKeys([], optional: ["from", "to", "percent", "points"])
  static let steps = SchemeKeys(
    ["every"], optional: ["from", "to", "takesPercent", "takesPoints", "begunCounts"])
  static let late = SchemeKeys(["every"], optional: ["takesPercent", "takesPoints", "begunCounts"])
  static let overStep = SchemeKeys(["above"], optional: ["takesPercent", "takesPoints"])
  static let overDeviation = SchemeKeys(["above", "takesPercent"])
  static let likelihood = SchemeKeys(["certain", "possible", "impossible"])
  static let execution = SchemeKeys(
    ["name", "denominator"], optional: ["points", "passGate", "rateRoundedTo", "bands", "steps"])
  static let block = SchemeKeys(["labels"], optional: ["points", "items"])
  static let item = SchemeKeys(
    ["tier2", "labels"], optional: ["explanation", "points", "restsOn", "example"])
  static let level = SchemeKeys(["name", "words", "upper", "lower"])
  static let grade = SchemeKeys(["name"], optional: ["from"])

  /// The key nearest to a misspelt one, where one is near: at most a third of its letters off.
  func nearest(to key: String) -> String? {
    guard key.utf8.count <= 40 else { return nil }
    let distances = all.map { (key: $0, distance: Self.distance(key, $0)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }),
      best.distance <= max(2, best.key.utf8.count / 3)
    else { return nil }
    return best.key
  }

  /// How many letters have to be put in, taken out or changed; the case of letters is free.
  private static func distance(_ left: String, _ right: String) -> Int {
    let target = Array(right.lowercased().unicodeScalars)
    var row = Array(0...target.count)
    for (index, letter) in left.lowercased().unicodeScalars.enumerated() {
      var next = [index + 1]
      for (place, (other, costs)) in zip(target, zip(row, row.dropFirst())).enumerated() {
        let changed = costs.0 + (letter == other ? 0 : 1)
        next.append(min(changed, costs.1 + 1, next[place] + 1))
      }
      row = next
    }
    return row.last ?? 0
  }
}
