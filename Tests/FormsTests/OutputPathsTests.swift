import Forms
import Testing

@Suite struct OutputPathsTests {
  private func path(_ file: String) -> String {
    var paths = OutputPaths()
    return paths.path(for: file)
  }

  @Test func theCopyStandsInTheFoldersOfTheReturn() {
    #expect(path("民政局/自评表.xlsx") == "returned/民政局/自评表_批注.xlsx")
    #expect(path("a.b.XLSM") == "returned/a.b_批注.XLSM")
    #expect(path("回收.zip/一局/表.xlsx") == "returned/回收.zip/一局/表_批注.xlsx")
    #expect(path("表") == "returned/表_批注")
  }

  @Test func aMarkOfAnEarlierRoundIsLostFirst() {
    #expect(path("自评表_批注.xlsx") == "returned/自评表_批注.xlsx")
  }

  @Test func pathsThatDifferInCaseOnlyAreNumbered() {
    var paths = OutputPaths()
    let files = ["a/Form.xlsx", "A/form.xlsx", "a/form_批注.xlsx", "a/form_批注_2.xlsx"]
    #expect(
      files.map { paths.path(for: $0) } == [
        "returned/a/Form_批注.xlsx", "returned/A/form_批注_2.xlsx", "returned/a/form_批注_3.xlsx",
        "returned/a/form_批注_2_批注.xlsx",
      ])
  }

  @Test func charactersThatSystemsRefuseOrThatTurnTextBecomeLines() {
    #expect(path("a:b*c?\"<>|\\d.xlsx") == "returned/a_b_c______d_批注.xlsx")
    #expect(path("x\u{202E}y\u{7}.xlsx") == "returned/x_y__批注.xlsx")
    #expect(path("../../etc/a.xlsx") == "returned/_/_/etc/a_批注.xlsx")
  }

  @Test func namesThatWindowsKeepsForDevicesOrCannotEndGetALine() {
    #expect(path("CON/nul.x.xlsx") == "returned/CON_/nul_.x_批注.xlsx")
    #expect(
      path("com1 /LPT¹.d/console/com10/a.xlsx") == "returned/com1_/LPT¹_.d/console/com10/a_批注.xlsx")
    #expect(path("局. /表 /a.xlsx ") == "returned/局._/表_/a_批注.xlsx_")
    #expect(path("a\u{2028}b.xlsx") == "returned/a_b_批注.xlsx")
  }

  @Test func namesAreCutToTwoHundredBytesWithTheirEndsKept() {
    let long = String(repeating: "绩", count: 100)
    var paths = OutputPaths()
    let first = paths.path(for: long + ".xlsx")
    let second = paths.path(for: long + "效.xlsx")
    for path in [first, second] {
      let name = path.dropFirst("returned/".count)
      #expect(name.utf8.count <= 200)
      #expect(name.utf8.count > 190)
    }
    #expect(first.hasSuffix("绩_批注.xlsx"))
    #expect(second.hasSuffix("绩_批注_2.xlsx"))
  }

  @Test func foldersComeOutTheSameWhateverStoodBefore() {
    let files = [
      "民政局/一.xlsx", "民政局/二.xlsx", "caf\u{E9}/三.xlsx", "cafe\u{301}/四.xlsx", "民政局//五.xlsx",
      "/六.xlsx", "七/", "a./八.xlsx", "a./九.xlsx", "十.xlsx", "民政局/一.xlsx",
    ]
    var paths = OutputPaths()
    let together = files.map { paths.path(for: $0) }
    #expect(together.dropLast() == files.dropLast().map { path($0) }[...])
    #expect(together.last == "returned/民政局/一_批注_2.xlsx")
  }
}
