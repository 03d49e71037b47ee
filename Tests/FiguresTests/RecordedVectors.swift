import Figures
import Foundation
import Testing

/// One recorded case of decimal arithmetic: an operation, its operands, its result.
struct RecordedCase {
  let line: Int
  let operation: String
  let fields: [String]

  /// The result as recorded, the last field.
  var result: String { fields.last ?? "" }

  func figure(_ index: Int) throws -> Figure {
    let text = try #require(fields.indices.contains(index) ? fields[index] : nil)
    if let figure = Figure(text) { return figure }
    // The least integer has no positive counterpart, so its digits alone do not fit.
    let digits = text.filter { $0.isNumber }
    try #require(Int128("-" + digits) == .min, "line \(line): \(text) is not read")
    let scale = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    let figure = try #require(Figure(significand: .min, scale: scale))
    return text.hasPrefix("-") ? figure : try figure.negated()
  }

  func places(_ index: Int) throws -> Int { try #require(Int(fields[index])) }
}

/// The cases that Tests/vectors/make_figures.py wrote with Python's exact numbers.
enum RecordedVectors {
  static let all: [RecordedCase] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "vectors/figures.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").enumerated().map { index, line in
      let words = line.split(separator: " ").map(String.init)
      return RecordedCase(line: index + 1, operation: words[0], fields: Array(words.dropFirst()))
    }
  }()

  static func of(_ operation: String) -> [RecordedCase] {
    all.filter { $0.operation == operation }
  }
}

/// The arithmetic that is recorded, by name.
private func computed(_ operation: some StringProtocol, _ given: RecordedCase) throws -> Figure {
  let left = try given.figure(0)
  switch operation {
  case "add": return try left + given.figure(1)
  case "sub": return try left - given.figure(1)
  case "mul": return try left * given.figure(1)
  case "round": return left.rounded(to: try given.places(1))
  case "ratio":
    let ratio = try #require(try Ratio(left, over: given.figure(1)))
    return try ratio.rounded(to: given.places(2))
  default:
    let ratio = try #require(try Ratio(left, over: given.figure(1)))
    return try ratio.percent(places: given.places(2))
  }
}

@Suite struct RecordedVectorTests {
  @Test(arguments: ["add", "sub", "mul", "round", "ratio", "percent"])
  func ordinaryFiguresAreComputedExactly(_ operation: String) throws {
    let cases = RecordedVectors.of(operation)
    #expect(cases.count >= 100)
    for given in cases {
      let result = try computed(operation, given)
      #expect(result.description == given.result, "figures.txt:\(given.line)")
    }
  }

  @Test(arguments: ["add", "sub", "mul", "ratio", "percent"])
  func extremeFiguresAreComputedExactlyOrReported(_ operation: String) throws {
    let cases = RecordedVectors.of("wide-" + operation)
    #expect(cases.count >= 100)
    for given in cases {
      do {
        let result = try computed(operation, given)
        #expect(result.description == given.result, "figures.txt:\(given.line)")
      } catch is FigureOverflow {
        continue
      }
    }
  }

  @Test func everyPairIsComparedExactly() throws {
    let cases = RecordedVectors.of("cmp")
    #expect(cases.count >= 200)
    for given in cases {
      let (left, right) = (try given.figure(0), try given.figure(1))
      let order = left < right ? "-1" : (right < left ? "1" : "0")
      #expect(order == given.result, "figures.txt:\(given.line)")
      #expect((left == right) == (order == "0"), "figures.txt:\(given.line)")
      let (one, other) = (Ratio(left), Ratio(right))
      #expect((one < other) == (order == "-1"), "figures.txt:\(given.line)")
    }
  }

  @Test func whatIsReadIsPrintedPlainAndReadAgain() throws {
    for given in RecordedVectors.of("parse") {
      let figure = try #require(Figure(given.fields[0]), "figures.txt:\(given.line)")
      #expect(figure.description == given.result, "figures.txt:\(given.line)")
      #expect(Figure(figure.description) == figure)
      #expect(Figure(figure.text(places: 12)) == figure.rounded(to: 12))
    }
  }

  @Test func aStoredNumberIsTheDecimalOfFifteenSignificantDigits() {
    let cases = RecordedVectors.of("stored")
    #expect(cases.count >= 200)
    for given in cases {
      #expect(
        Figure(stored: given.fields[0])?.description == given.result, "figures.txt:\(given.line)")
    }
  }
}
