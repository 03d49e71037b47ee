import Testing

@testable import Workbooks

@Suite("Looks made ready")
struct LookTests {
  private static func style(_ size: Double) -> CellStyle {
    CellStyle(font: .init("宋体", size: size), fill: RGB(0xFFEEDD), wraps: true, indent: 2)
  }

  @Test("equal styles have one look, and give the style back")
  func identity() {
    let look = Look(Self.style(10))
    #expect(look == Look(Self.style(10)))
    #expect(look != Look(Self.style(10.5)))
    #expect(look.style == Self.style(10))
    #expect(look.size == 10 && look.indent == 2 && look.wraps && look.showsWhenEmpty)
    #expect(!Look(CellStyle()).showsWhenEmpty)
    #expect(Look(CellStyle(border: .init(bottom: .init()))).showsWhenEmpty)
  }

  @Test("looks made on many threads at once are the same")
  func threads() async {
    let looks = await withTaskGroup(of: [Look].self) { group in
      for _ in 0..<8 { group.addTask { (1..<60).map { Look(Self.style(Double($0))) } } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(looks).count == 1)
  }

  @Test("a list finds a piece again, and no other that differs in one byte")
  func pieces() throws {
    let xml = Array(
      "<fonts><font><sz val=\"10\"/></font><font><sz val=\"11\"/></font></fonts>".utf8)
    let tree = try XMLTree(xml, part: "styles.xml", limits: .standard)
    var list = StyleList(tree.root, in: tree)
    #expect(list.count == 2)
    let eleven = Array("<font><sz val=\"11\"/></font>".utf8)
    #expect(list.index(of: StylePiece(eleven)) == 1)
    for at in eleven.indices {
      var other = eleven
      other[at] ^= 1
      guard other != Array("<font><sz val=\"10\"/></font>".utf8) else { continue }
      let place = list.index(of: StylePiece(other))
      #expect(place == list.count - 1 && list.index(of: StylePiece(other)) == place)
    }
    #expect(list.index(of: StylePiece(eleven)) == 1)
  }

  @Test("a look made while a workbook is changed is found")
  func late() throws {
    var builder = PackageBuilder()
    builder.addSheet("自评表", "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")
    builder.setStyles(formatIDs: [0])
    var package = PackageEditor(try ZipArchive(try builder.packed()))
    let workbook = try WorkbookOutline(&package)
    var styles = try StyleEditor(&package, workbook)
    let first = styles.number(of: Look(Self.style(101)))
    let second = styles.number(of: Look(Self.style(102.25)))
    #expect(second == first + 1)
    #expect(styles.number(of: Look(Self.style(101))) == first)
  }
}
