import Evaluation
import Figures
import Forms
import Foundation
import Testing

@Suite struct ResultsTests {
  /// The line of interface contract and example, byte for byte.
  @Test func aScoredReturnIsOneLineWithEveryKeyInOrder() throws {
    var outcome = Sample.scored(
      "P07", "养老\"扩面\"", "民政局", "服务中心", file: "民政局/自评表.xlsx",
      findings: [
        Sample.finding(.r005, cell: "F18", indicator: "I01", message: "未达标", advice: "说明原因")
      ])
    outcome.modified = "2025-03-01T08:00:00Z"
    let expected =
      #"{"file": "民政局/自评表.xlsx", "form": 1, "#
      + #""sha256": "\#(String(repeating: "ab", count: 32))", "status": "scored", "#
      + #""counts": true, "fundUnit": "万元", "annotated": "returned/民政局/养老\"扩面\"_批注.xlsx", "#
      + #""project": {"id": "P07", "name": "养老\"扩面\"", "unit": "服务中心", "department": "民政局"}, "#
      + #""funds": [{"source": "年度资金总额", "initialBudget": "100", "budget": "100", "#
      + #""received": null, "executed": "90", "executionRate": "90.00", "arrivalRate": null, "#
      + #""pending": null, "role": "total", "issuedBudget": null, "statedBudget": "100"}], "#
      + #""execution": {"rate": "90.00", "points": "10", "score": "9.00", "claimedScore": "9", "#
      + #""status": "shortfall"}, "#
      + #""indicators": [{"id": "I01", "tier1": "产出指标", "tier2": "数量指标", "#
      + #""name": "续保人数（人）", "unit": "人", "direction": "atLeast", "target": "6410", "#
      + #""actual": "5123", "completionRate": "79.92", "claimedRate": null, "points": "8", "#
      + #""score": "6.39", "claimedScore": "8", "status": "shortfall", "#
      + #""working": "5123÷6410×8＝6.39，缺1287", "sheet": "项目支出绩效自评表", "cell": "F18"}], "#
      + #""blocks": [{"name": "预算执行率", "points": "10", "score": "9.00"}, "#
      + #"{"name": "产出指标", "points": "50", "score": "48.39"}, "#
      + #"{"name": "效益指标", "points": "30", "score": "30.00"}, "#
      + #"{"name": "满意度指标", "points": "10", "score": "10.00"}], "#
      + #""total": "97.39", "claimedTotal": "99", "grade": "优", "verdict": "accept", "#
      + #""findings": [{"id": "R005-1a2b", "code": "R005", "severity": "warning", "#
      + #""sheet": "项目支出绩效自评表", "cell": "F18", "indicator": "I01", "found": "5123", "#
      + #""expected": "6410", "message": "未达标", "advice": "说明原因", "#
      + #""label": "续保人数（人）·实际完成值"}], "modified": "2025-03-01T08:00:00Z", "scheme": null, "texts": []}"#
    #expect(String(decoding: Results.line(for: outcome), as: UTF8.self) == expected)
  }

  @Test func aRejectedReturnHasEveryKeyAndNoScores() throws {
    let line = try object(Results.line(for: Sample.rejected("a.xls")))
    let scored = try object(Results.line(for: Sample.returns[0]))
    #expect(Set(line.keys) == Set(scored.keys))
    #expect(line["status"] as? String == "rejected")
    #expect(line["verdict"] as? String == "sendBack")
    for key in ["project", "execution", "total", "claimedTotal", "grade", "annotated", "fundUnit"] {
      #expect(line[key] is NSNull, "\(key)")
    }
    for key in ["funds", "indicators", "blocks"] {
      #expect((line[key] as? [Any])?.isEmpty == true, "\(key)")
    }
    let finding = try #require((line["findings"] as? [[String: Any]])?.first)
    #expect(finding["code"] as? String == "F003")
    #expect(finding["sheet"] is NSNull)
  }

  @Test func scoresHaveThePlacesOfTheScheme() throws {
    let line = try object(
      Results.line(for: Sample.returns[0], places: Results.Places(rate: 1, score: 3)))
    #expect(line["total"] as? String == "86.930")
    #expect((line["execution"] as? [String: Any])?["rate"] as? String == "95.6")
  }

  @Test(arguments: [
    "0", "-0.5", "0.05", "100", "-100", "10.01", "6.39", "1234567.891", "0.004", "0.005", "-0.005",
    "99999999999999.99", "0.000000000001", "12345678901234567890123456.78", "18446744073709551615",
  ]) func figuresAreWrittenAsTheirTextIs(text: String) throws {
    let figure = try #require(Figure(text))
    let row = Sample.scored(
      "P", "名", "局", "中心", budget: text, total: text, claimed: text)
    let line = try object(Results.line(for: row))
    #expect(line["claimedTotal"] as? String == figure.description)
    #expect(line["total"] as? String == figure.text(places: 2))
  }

  @Test func theBudgetIsTheOneTheRateIsComputedFrom() throws {
    var outcome = Sample.returns[0]
    outcome.evaluated?.scorecard.funds[0].issuedBudget = Figure(1500)
    let line = try object(Results.line(for: outcome))
    let fund = try #require((line["funds"] as? [[String: Any]])?.first)
    #expect(fund["budget"] as? String == "1500")
  }

  @Test func hostileTextStaysWithinItsQuotationMarks() throws {
    let text = "\"\\\n\r\t\u{0}\u{1F}\u{7F}\u{2028}𠮷,\"counts\": true}]}"
    var outcome = Sample.rejected(text)
    outcome.counts = true
    let bytes = Results.line(for: outcome)
    #expect(!bytes.contains(0x0A))
    #expect(try object(bytes)["file"] as? String == text)
    outcome.modified = "], \"modified\": \"" + text
    let changed = try object(
      Results.superseded(Results.line(for: outcome), by: Sample.finding(.f009)))
    #expect((changed["findings"] as? [Any])?.count == 2)
    #expect(changed["file"] as? String == text)
    #expect(changed["counts"] as? Bool == false)
  }

  @Test(arguments: [true, false]) func aSupersededReturnReadsAsIfItHadBeenWrittenSo(
    hasFindings: Bool
  ) throws {
    let finding = Sample.finding(.f009)
    var outcome = Sample.returns[1]
    if !hasFindings { outcome.findings = [] }
    let changed = Results.superseded(Results.line(for: outcome), by: finding)
    outcome.counts = false
    outcome.findings.append(finding)
    #expect(changed == Results.line(for: outcome))
  }

  @Test func aRoundIsOneObjectWithAReturnALine() throws {
    let bytes = Results.bytes(of: Sample.round)
    let round = try object(bytes)
    #expect(round["schema"] as? String == "scorebook-results/1")
    #expect(round["missing"] as? [String] == ["QL-2024-13", "QL-2024-14"])
    #expect((round["returns"] as? [Any])?.count == 6)
    let programme = try #require(round["programme"] as? [String: Any])
    #expect(programme["year"] as? String == "2024")
    #expect(
      (programme["projects"] as? [[String: Any]])?.allSatisfy { $0["parent"] is NSNull } == true)
    let lines = bytes.split(separator: 0x0A).filter { $0.starts(with: Array("{\"file\"".utf8)) }
    #expect(lines.count == 6)
    let keys = ["schema", "scheme", "programme", "missing", "findings", "returns", "round"]
    let text = String(decoding: bytes, as: UTF8.self)
    let places = keys.compactMap { text.range(of: "\"\($0)\": ")?.lowerBound }
    #expect(places.count == keys.count && places == places.sorted())
  }

  @Test func aRoundWithoutProgrammeOrReturnsIsStillWhole() throws {
    let round = RoundOutcome(
      scheme: "mof-2020", programme: nil, missing: [], findings: [], returns: [])
    let object = try object(Results.bytes(of: round))
    #expect(object["programme"] is NSNull)
    #expect((object["returns"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: [true, false]) func settingLinesAsideGivesTheSameBytes(inFile: Bool) throws {
    try withFolder { folder in
      var writer = inFile ? try ResultsWriter(settingAsideIn: folder) : ResultsWriter()
      for outcome in Sample.round.returns { try writer.add(outcome) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      let bytes = try assembled(writer)
      #expect(bytes == Results.bytes(of: Sample.round))
    }
  }

  @Test func whatIsSupersededLaterIsWrittenSo() throws {
    var writer = ResultsWriter()
    for outcome in Sample.round.returns { try writer.add(outcome) }
    writer.supersede(1, by: Sample.finding(.f009))
    var round = Sample.round
    round.returns[1].counts = false
    round.returns[1].findings.append(Sample.finding(.f009))
    #expect(try assembled(writer) == Results.bytes(of: round))
  }

  private func assembled(_ writer: consuming ResultsWriter) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try writer.finish(Sample.round) { bytes += $0 }
    return bytes
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}

/// A new folder, gone afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
