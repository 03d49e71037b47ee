import Testing

@testable import Page

/// Paths of uploads stay below the folder of returns.
@Suite struct UploadNameTests {
  @Test(arguments: [
    ("自评表.xlsx", "自评表.xlsx"),
    ("民政局/下属/表.xlsx", "民政局/下属/表.xlsx"),
    ("民政局\\表.xlsx", "民政局/表.xlsx"),
    ("/etc/passwd", "etc/passwd"),
    ("../../表.xlsx", "_/_/表.xlsx"),
    ("./a//b", "_/a/b"),
    ("a\u{0}b\n.xlsx", "a_b_.xlsx"),
    ("a\u{2028}b", "a_b"),
  ])
  func aPathIsMadeSafe(text: String, path: String) {
    #expect(UploadName(text)?.path == path)
  }

  @Test(arguments: ["", "/", "\\//"])
  func aPathWithoutANameIsNone(text: String) {
    #expect(UploadName(text) == nil)
  }

  @Test func aLongNameKeepsItsExtension() throws {
    let name = try #require(UploadName(String(repeating: "长", count: 500) + ".xlsx"))
    #expect(name.path.utf8.count <= UploadName.longest && name.path.hasSuffix("长.xlsx"))
  }

  @Test func deepFoldersAreCut() throws {
    let name = try #require(UploadName(String(repeating: "a/", count: 500) + "b.xlsx"))
    #expect(name.path.split(separator: "/").count == UploadName.deepest + 1)
  }

  @Test(arguments: ["~$表.xlsx", ".表.xlsx", "__MACOSX/表.xlsx", "局/.git/表.xlsx"])
  func whatRoundsLeaveOutIsKnown(text: String) throws {
    #expect(try #require(UploadName(text)).isLeftOut)
  }
}
