import Testing

@testable import Workbooks

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      ("General", NumberFormat.Kind.number, nil), ("G/通用格式", .number, nil), ("0", .number, 0),
      ("#,##0.00", .number, 2), ("0.00_);[Red](0.00)", .number, 2), ("0%", .percent, 0),
      ("0.00%;-0.0%", .percent, 2), ("@", .text, nil), ("0.00E+00", .number, 2),
      ("# ?/?", .number, nil), ("yyyy/m/d", .date, nil), ("yyyy\"年\"m\"月\"", .date, nil),
      ("[h]:mm", .date, nil), ("[$-804]aaaa", .date, nil), ("[$-F800]dddd", .date, nil),
      ("[红色]0.0", .number, 1), ("0.00\"万元（含d）\"", .number, 2), ("0\\d", .number, 0),
      ("\"￥\"#,##0.0", .number, 1), ("[DBNum2][$-804]0", .number, 0), ("mm:ss.0", .date, nil),
      ("上午/下午h\"时\"", .date, nil), ("\"unclosed", .number, nil), ("[", .number, nil),
      ("\\", .number, nil), ("", .number, nil), (";;;", .number, nil),
    ] as [(String, NumberFormat.Kind, Int?)])
  func aCodeShowsWhatItsFirstSectionSays(
    _ code: String, _ kind: NumberFormat.Kind, _ decimals: Int?
  ) {
    let format = NumberFormat(code: code)
    #expect(format.kind == kind && format.decimals == decimals)
  }

  @Test(
    arguments: [
      ("\"≤\"0", "≤", "", 0), ("0\"人\"", "", "人", 0), ("##0.00\"万元\"", "", "万元", 0),
      ("0.00\"%\"", "", "%", 0), ("0\\%", "", "%", 0), ("0!人", "", "人", 0), ("0人", "", "人", 0),
      ("General\"个\"", "", "个", 0), ("G/通用格式\"个\"", "", "个", 0), ("\"第\"0\"期\"", "第", "期", 0),
      ("\"≥\"0%", "≥", "", 0), ("\"约\"0", "约", "", 0), ("0.0,", "", "", 3), ("0,,", "", "", 6),
      ("0!.0,", "", "", 4), ("0\".\"00,\"万元\"", "", "万元", 5), ("#,##0.00", "", "", 0),
      ("\"￥\"#,##0.0", "", "", 0), ("_ ¥* #,##0.00_ ;-0", "", "", 0), ("[$¥-804]0.0", "", "", 0),
      ("0.00_);[Red](0.00)", "", "", 0), ("0;\"负\"0", "", "", 0), ("[DBNum2]0\"元整\"", "", "元整", 0),
      ("yyyy\"年\"", "", "", 0), ("@\"元\"", "", "", 0), ("\"a", "a", "", 0), ("\\", "", "", 0),
      ("!", "", "", 0), ("_", "", "", 0),
    ] as [(String, String, String, Int)])
  func whatACodeWritesAroundTheNumberIsKept(
    _ code: String, _ before: String, _ after: String, _ power: Int
  ) {
    let format = NumberFormat(code: code)
    #expect(format.before == before && format.after == after && format.power == power)
  }

  @Test(arguments: [27, 31, 36, 50, 57, 58, 14, 22, 45, 47])
  func builtInDatesAreDatesInChineseEditionsToo(_ id: Int) {
    #expect(NumberFormat.builtIn(id)?.kind == .date)
  }
}

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
    ("36526", "2000-01-01"), ("45351.99999", "2024-02-29"), ("2958465", "9999-12-31"),
  ])
  func serialsCountFrom1900WithTheFalseLeapDay(_ serial: String, _ day: String) {
    #expect(CalendarDate(serial: serial, uses1904Dates: false)?.description == day)
  }

  @Test(arguments: ["0", "-1", "2958466", "", "x", "1e300", "nan", "inf"])
  func whatIsNoDayHasNoDate(_ serial: String) {
    #expect(CalendarDate(serial: serial, uses1904Dates: false) == nil)
  }

  @Test(arguments: [0, 1, 30_000, 45_352])
  func serialsFrom1904ReturnToThemselves(_ serial: Int) {
    let date = CalendarDate(serial: String(serial), uses1904Dates: true)
    #expect(date?.serial(uses1904Dates: true) == serial)
  }
}

@Suite struct PartNameTests {
  @Test(
    arguments: [
      ("worksheets/sheet1.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"),
      ("/xl/a.xml", "xl/workbook.xml", "xl/a.xml"), ("../a.xml", "xl/b/c.xml", "xl/a.xml"),
      ("./a%20b.xml", "", "a b.xml"), ("a.xml#x", "xl/b.xml", "xl/a.xml"),
      ("../../a", "xl/b.xml", nil), ("", "", nil), ("%", "", "%"), ("a%2", "", "a%2"),
    ] as [(String, String, String?)])
  func targetsAreSeenFromTheirSource(_ target: String, _ source: String, _ part: String?) {
    #expect(PartName.resolved(target, from: source) == part)
  }

  @Test func relationshipsStandBesideTheirPart() {
    #expect(PartName.relationships(of: "") == "_rels/.rels")
    #expect(PartName.relationships(of: "xl/workbook.xml") == "xl/_rels/workbook.xml.rels")
  }
}
