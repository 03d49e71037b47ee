@testable import Forms
import Testing

@Suite struct BlankNamesTests {
  @Test func aNameHasCodeUnitAndProject() {
    var names = BlankNames()
    #expect(names.name("P01", unit: "甲单位", project: "乙项目") == "P01_甲单位_乙项目_自评表.xlsx")
  }

  @Test(arguments: [
    ("../../etc", "passwd", "x"), ("a/b", "c\\d", "e:f*g?h\"i<j>k|l"), ("..", ".", ""),
    ("\u{202E}fdp", "单位\n换行", "\u{7}"), (".hidden", "a", "b"), ("~$a", "b", "c"),
  ])
  func aHostileNameStaysInItsFolderAndIsSeen(_ id: String, _ unit: String, _ project: String) {
    var names = BlankNames()
    let name = names.name(id, unit: unit, project: project)
    let unsafe = "\\/:*?\"<>|\n\u{7}\u{202E}".unicodeScalars
    #expect(!name.unicodeScalars.contains { unsafe.contains($0) })
    #expect(!name.hasPrefix(".") && !name.hasPrefix("~$"))
    #expect(name.hasSuffix("_自评表.xlsx"))
  }

  @Test func aLongNameIsCutBetweenCharactersAndKeepsItsEnd() {
    var names = BlankNames()
    let long = String(repeating: "长", count: 300)
    let name = names.name("P01", unit: long, project: long)
    #expect(name.utf8.count <= 200)
    #expect(name.hasPrefix("P01_长") && name.hasSuffix("长_自评表.xlsx"))
  }

  @Test func whatWouldBeOneNameIsNumbered() {
    var names = BlankNames()
    #expect(names.name("p", unit: "A", project: "x") == "p_A_x_自评表.xlsx")
    #expect(names.name("P", unit: "a", project: "X") == "P_a_X_自评表_2.xlsx")
    #expect(names.name("p", unit: "A", project: "x") == "p_A_x_自评表_3.xlsx")
  }
}
