import Evaluation
import Forms
import Testing

@Suite struct FindingsCSVTests {
  @Test func headerHasByteOrderMarkAndTheColumnsOfTheContract() {
    #expect(FindingsCSV.header.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      text(Array(FindingsCSV.header.dropFirst(3)))
        == "文件,项目编码,项目名称,实施单位,代码,级别,工作表,单元格,指标,发现,应为,说明,建议\r\n")
  }

  @Test func aFindingIsARowInTheOrderOfTheColumns() {
    let finding = Sample.finding(.r005, cell: "F18", indicator: "I01", message: "说,\"明\"\n二")
    let outcome = Sample.scored("P07", "养老", "民政局", "中心", findings: [finding])
    #expect(
      text(FindingsCSV.rows(for: outcome))
        == "民政局/养老.xlsx,P07,养老,中心,R005,须核实,项目支出绩效自评表,F18,I01 续保人数（人）·实际完成值,"
        + "5123,6410,\"说,\"\"明\"\"\n二\",核对后改正。\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("  =1", "'  =1"), ("\u{1}=1", "'=1"),
    ("＝1+1", "'＝1+1"), ("　－1", "'　－1"), ("=\"a\",1", "\"'=\"\"a\"\",1\""),
    ("5-3", "5-3"), ("'=1", "'=1"), ("", ""), ("\u{0}\u{7}空", "空"),
  ]) func nothingRunsAsAFormula(found: String, field: String) {
    let finding = Sample.finding(.v002, label: "", found: found, expected: "数字")
    let row = text(FindingsCSV.row(finding, file: "a.xlsx", project: nil))
    #expect(row == "a.xlsx,,,,V002,须改,,,,\(field),数字,未达标，缺1287人；已说明原因。,核对后改正。\r\n")
  }

  @Test func aRoundsFindingsNameTheirProjects() {
    let rows = text(FindingsCSV.rows(for: Sample.round))
    #expect(rows.hasPrefix(",QL-2024-13,地质灾害群测群防项目,地质环境监测站,C002,须核实,"))
    #expect(rows.contains("\r\n,QL-2024-14,"))
  }

  @Test func returnsWithoutFindingsHaveNoRows() {
    #expect(FindingsCSV.rows(for: Sample.scored("P", "名", "局", "中心")).isEmpty)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
