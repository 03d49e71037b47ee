import Testing

@testable import Evaluation

@Suite struct StandingTests {
  private func entry(
    _ file: String, _ modified: String? = nil, sha256: String? = nil, project: String? = "P1",
    isEligible: Bool = true
  ) -> Standing.Entry {
    Standing.Entry(
      project: project, isEligible: isEligible, modified: modified, file: file,
      sha256: sha256 ?? file)
  }

  /// The file that counts, and the one it replaces.
  private func standing(_ entries: Standing.Entry...) -> (counts: String?, replaces: String?) {
    let superseded = Standing.superseded(entries)
    let replaced = Standing.replaced(entries, superseded: superseded)
    let counts = entries.indices.first { superseded[$0] == nil && entries[$0].isEligible }
    return (
      counts.map { entries[$0].file }, counts.flatMap { replaced[$0] }.map { entries[$0].file }
    )
  }

  @Test func `the newest counts and replaces the next, in either order of the inputs`() {
    let (old, new) = (entry("a", "2025-01-01T00:00:00Z"), entry("b", "2025-02-01T00:00:00Z"))
    #expect(standing(old, new) == ("b", "a"))
    #expect(standing(new, old) == ("b", "a"))
  }

  @Test func `of several superseded returns the newest is the one replaced`() {
    let entries = [
      entry("一", "2025-01-01T00:00:00Z"), entry("三", "2025-03-01T00:00:00Z"),
      entry("二", "2025-02-01T00:00:00Z"),
    ]
    #expect(standing(entries[0], entries[1], entries[2]) == ("三", "二"))
    #expect(standing(entries[2], entries[1], entries[0]) == ("三", "二"))
  }

  @Test func `a copy of the same bytes is not what a return replaces`() {
    let (one, two) = (entry("a", sha256: "1"), entry("b", sha256: "1"))
    #expect(standing(one, two) == ("b", nil))
    #expect(standing(entry("旧", sha256: "0"), one, two) == ("b", "旧"))
  }

  @Test func `what could not be read or belongs to no project is neither`() {
    let lost = entry("x", "2026-01-01T00:00:00Z", project: nil, isEligible: false)
    #expect(standing(entry("a"), lost, entry("b")) == ("b", "a"))
  }

  @Test(arguments: [
    ("2025-01-01T08:00:00+08:00", "2025-01-01T00:00:01Z"),
    ("2025-01-01T00:00:00Z", "2025-01-01T00:00:00.5Z"),
    ("2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z"), ("2024-02-29T12:00Z", "2024-03-01T00:00Z"),
    ("2025-01-01T00:00:00-01:00", "2025-01-01T01:00:01Z"), ("", "2025-01-01T00:00:00Z"),
    ("2025年1月", "0001-01-01T00:00:00Z"),
  ]) func `times are compared in one zone`(older: String, newer: String) {
    #expect(SavingTime(older) < SavingTime(newer))
    #expect(!(SavingTime(newer) < SavingTime(older)))
  }

  @Test(arguments: [("2025-01-01T08:00:00+08:00", "2025-01-01T00:00:00Z"), ("1Z.50", "1Z.50")])
  func `one moment is one time however it is written`(one: String, other: String) {
    #expect(SavingTime(one) == SavingTime(other))
    #expect(SavingTime("2025-01-01T00:00:00.50Z") == SavingTime("2025-01-01T00:00:00.5Z"))
  }

  @Test(arguments: [
    ("表.xlsx", "表（2）.xlsx"), ("表(2).xlsx", "表 (10).xlsx"), ("表第一次.xlsx", "表第２次.xlsx"),
    ("第九次.xlsx", "第十次.xlsx"), ("第十次.xlsx", "第十一次.xlsx"), ("第19稿.xlsx", "第二十一稿.xlsx"),
    ("表v2.xlsx", "表V10.xlsx"), ("表_v2.xlsx", "表_v2.1.xlsx"), ("表_v2.9.xlsx", "表_v2.10.xlsx"),
    ("表第99次.xlsx", "表终稿.xlsx"), ("终稿.xlsx", "终稿2.xlsx"), ("final.xlsx", "ＦＩＮＡＬ（２）.xlsx"),
    ("表(2).xlsx", "表(3)_批注.xlsx"), ("表.xlsx", "表_批注.xlsx"), ("表_批注.xlsx", "表(1).xlsx"),
    ("表_批注.xlsx", "表_批注(1).xlsx"), ("第一次/表.xlsx", "第二次/表.xlsx"),
    ("第三次.zip/局/表.xlsx", "第四次.zip/局/表.xlsx"), ("第九次/表.xlsx", "第一次/表(1).xlsx"),
  ]) func `an ordinal in the name tells which is newer`(older: String, newer: String) {
    #expect(Ordinal(of: older) < Ordinal(of: newer))
    #expect(!(Ordinal(of: newer) < Ordinal(of: older)))
  }

  @Test(arguments: [
    "2024年.xlsx", "表(2024).xlsx", "第二小学.xlsx", "第十十次.xlsx", "mov3.xlsx", "表v.xlsx", "v2.1.3.xlsx",
    "表().xlsx", "表_批注意见.xlsx", "", ".xlsx",
  ]) func `other numbers in a name are no ordinals`(file: String) {
    #expect(Ordinal(of: file) <= Ordinal(of: "表.xlsx"))
    #expect(Ordinal(of: "表.xlsx") <= Ordinal(of: file))
  }
}
