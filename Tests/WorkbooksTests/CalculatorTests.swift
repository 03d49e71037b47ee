import Foundation
import Testing

@testable import Workbooks

@Suite struct CalculatorTests {
  private let cells = [
    "A1": "6410", "A2": "5123", "A3": "0.1", "A4": "0.30000000000000004", "B1": "未填", "B2": "8",
    "B3": "TRUE", "B4": "=A2/A1", "B5": "12", "B6": "#DIV/0!", "C1": "件", "C2": "件", "C3": "个",
    "D1": "2", "D2": "3", "D3": "4",
  ]

  @Test(arguments: [
    ("200+17", "217"), ("-2^2", "4"), ("2^3^2", "64"), ("2^-2", "0.25"), ("1-2-3", "-4"),
    ("12/3/2", "2"), ("2+3*4", "14"), ("(2+3)*4", "20"), ("50%", "0.5"), ("50%%", "0.005"),
    ("2^50%%*0+1", "1"), ("--3", "3"), ("+5", "5"), ("-5%", "-0.05"), ("1.5E3", "1500"),
    (".5*2", "1"), (" 1 +\n2 ", "3"), ("3*-2", "-6"), ("10%^2", "0.01"),
  ])
  func operatorsBindAsInExcel(_ formula: String, _ value: String) throws {
    let known = formula == "2^50%%*0+1" ? nil : CellValue.number(value)
    #expect(try calculated(formula) == known)
  }

  @Test(arguments: [
    ("1/3", "0.333333333333333"), ("2/3", "0.666666666666667"), ("0.1+0.2", "0.3"),
    ("A3*3-A4", "0"), ("5123/6410*8", "6.39375975039002"), ("1E15+0.4", "1000000000000000"),
    ("ROUND(1.005,2)", "1.01"), ("ROUND(-2.5,0)", "-3"), ("ROUND(1250,-2)", "1300"),
    ("ROUND(90.54/80*100,2)", "113.18"), ("1/3*3", "1"), ("A2/A1", "0.799219968798752"),
  ])
  func figuresAreExactUntilTheyAreShown(_ formula: String, _ value: String) throws {
    #expect(try calculated(formula, cells) == .number(value))
  }

  @Test(arguments: [
    ("A1", "6410"), ("$A$1", "6410"), ("表!A2", "5123"), ("'表'!$A2", "5123"),
    ("'Other sheet'!B2+1", "18"), ("'other SHEET'!b2", "17"), ("B4*B2", "6.39375975039002"),
    ("Z1", "0"), ("Z1+1", "1"), ("B3+1", "2"),
  ])
  func cellsGiveTheirValuesAndBlanksAreNothing(_ formula: String, _ value: String) throws {
    #expect(try calculated(formula, cells) == .number(value))
  }

  @Test(arguments: [
    ("SUM(D1:D3)", "9"), ("SUM(D:D)", "9"), ("SUM(D1:D9,1,TRUE)", "11"), ("SUM(B1:B3)", "8"),
    ("AVERAGE(D1:D9)", "3"), ("AVERAGE(B1:B3)", "8"), ("MIN(D1:D3,B2)", "2"), ("MAX(D3:D1)", "4"),
    ("MAX(Z1:Z9)", "0"), ("sum(D1,D3)", "6"), ("SUM(D1:D3)/COUNT", "x"),
    ("COUNT(D1:D3)", "3"), ("COUNT(A1:A9,D1:D9,7)", "8"), ("COUNT(Z1:Z9)", "0"),
    ("COUNT(B1,B3,Z1)", "0"), ("SUM(B1)", "0"),
    ("SUMPRODUCT(D1:D3,D1:D3)", "29"), ("SUMPRODUCT(B1:B3,D1:D3)", "24"),
    (#"SUMPRODUCT((C1:C3="件")*D1:D3)"#, "5"), ("SUMPRODUCT(--(D1:D3>2))", "2"),
    ("SUMPRODUCT(D1:D3>2)", "0"), ("SUMPRODUCT(ROUND(D1:D3/3,0))", "3"), ("SUM(B4:B5)*0", "0"),
  ])
  func functionsTakeOfCellsWhatIsANumber(_ formula: String, _ value: String) throws {
    #expect(try calculated(formula, cells) == (value == "x" ? nil : .number(value)))
  }

  @Test(arguments: [
    ("IF(A1>A2,1,2)", CellValue.number("1")), ("IF(A1<>6410,1)", .boolean(false)),
    (#"IF(D1>=2,"是","否")"#, .text("是")), (#"IF(Z1="","",1)"#, .text("")),
    ("IF(Z1=0,,1)", .number("0")), ("IF(Z1=0,0,A1/Z1)", .number("0")),
    ("IF(TRUE,5,VLOOKUP(1,A:B,2))", .number("5")), (#"C1="件""#, .boolean(true)),
    (#""abc"="ABC""#, .boolean(true)), (#"99<"1""#, .boolean(true)), ("TRUE>9", .boolean(true)),
    ("0.1+0.2=0.3", .boolean(true)), ("IF(D1,IF(D2=3,7,8),9)", .number("7")),
    (#""a""b""#, .text("a\"b")), (#""5"*2"#, .number("10")), ("TRUE()", .boolean(true)),
  ])
  func conditionsTakeOneBranch(_ formula: String, _ value: CellValue) throws {
    #expect(try calculated(formula, cells) == value)
  }

  @Test(arguments: [
    "1/0", "A1/Z1", "B1+1", "B6", "SUM(B5:B6)", "AVERAGE(Z1:Z9)", "2^0.5", "0^0", "0^-1",
    "2^1000000000", "D1:D3", "D1:D3+1", "SUM(D1:D3*2)", "SUM(B1:B3,B1)*VLOOKUP(1,A:B,2)",
    #"A1&"件""#, "INDEX(A1:A9,3)", "一季度", "#REF!", "[1]表!A1", "缺!A1", "A1:A2 A2:A3",
    "SUMPRODUCT(D1:D3,D1:D2)", "{1,2}", "1+", "(1", "1)", "SUM(1", "", "\"open", "'open", "1 2",
    "ROUND(1)", "IF(1)", "IF(\"x\",1,2)", "1,2", "D1:D2:D3", "Sheet1:Sheet2!A1", "A1048577",
    "1E400", "SUM()", "@A1", "A1#",
  ])
  func whatIsNotKnownIsLeftOpen(_ formula: String) throws {
    #expect(try calculated(formula, cells) == nil)
  }

  @Test func aFormulaThatIsNoneHasNoAnswer() throws {
    #expect(try answer("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", at: "A1") == nil)
    #expect(try answer("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", at: "B7") == nil)
  }

  @Test func aFormulaWithAStoredValueCountsByIt() throws {
    let row = "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>5</v></c><c r=\"B1\"><f>A1*2</f></c></row>"
    #expect(try answer(row, at: "B1") == .number("10"))
  }

  @Test func manyFractionsStayTrueToFifteenDigits() throws {
    // 1/3 + 1/7 + … + 1/61: the common denominator leaves 128 bits on the way.
    let primes = [
      3, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 10007, 10009, 100_003,
    ]
    let formula = primes.map { "1/\($0)" }.joined(separator: "+")
    #expect(try calculated(formula + "+1/1000003+1/999983") == .number("1.01406887655332"))
  }
}

@Suite struct FormulaVectorTests {
  /// The lines that Tests/vectors/make_formulas.py wrote, field by field.
  private static let lines: [[String]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "vectors/formulas.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }()

  @Test func recordedFormulasComeToWhatExactFractionsDo() throws {
    let cells = Self.lines.filter { $0[0] == "cell" }
      .map { ($0[1], $0[2].replacing("\"", with: "")) }
    let formulas = Self.lines.filter { $0[0] == "formula" }
    #expect(formulas.count == 200)
    for line in formulas {
      let value = try calculated(line[1], Dictionary(uniqueKeysWithValues: cells))
      #expect(value == .number(line[2]), "\(line[1])")
    }
  }
}
