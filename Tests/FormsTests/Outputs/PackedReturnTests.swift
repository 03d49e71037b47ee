import Evaluation
import Figures
import Testing

@testable import Forms

@Suite struct PackedReturnTests {
  private func packed(
    _ outcome: ReturnOutcome, _ request: RecordedReturn.Request, places: Results.Places = .init()
  ) throws -> (RecordedReturn, [UInt8]) {
    let bytes = PackedReturn.bytes(of: outcome, places: places)
    // Not the first of its stretch.
    let stretch = [1, 2, 3] + bytes + [4]
    let reader = PackedReader(stretch, 3..<3 + bytes.count)
    return (try RecordedReturn(packed: reader, request), stretch)
  }

  private func recorded(
    _ outcome: ReturnOutcome, _ request: RecordedReturn.Request, places: Results.Places = .init()
  ) throws -> (RecordedReturn, [UInt8]) {
    let line = Results.line(for: outcome, places: places)
    var json = JSONScanner(line)
    return (try RecordedReturn(&json, request), line)
  }

  @Test(arguments: Sample.returns.indices)
  func saysWhatTheLineOfItsReturnSays(number: Int) throws {
    let request = RecordedReturn.Request([.shown, .standing, .funds, .blocks, .findings])
    let (packed, _) = try packed(Sample.returns[number], request)
    let (line, _) = try recorded(Sample.returns[number], request)
    #expect(packed.file == line.file && packed.form == line.form)
    #expect(packed.sha256 == line.sha256 && packed.modified == line.modified)
    #expect(packed.isScored == line.isScored && packed.counted == line.counted)
    #expect(packed.verdict == line.verdict && packed.scheme == line.scheme)
    #expect(packed.project == line.project && packed.annotated == line.annotated)
    #expect(packed.fundUnit == line.fundUnit && packed.grade == line.grade)
    #expect(packed.executionRate == line.executionRate)
    #expect(packed.total == line.total && packed.claimedTotal == line.claimedTotal)
    #expect(packed.funds.map { "\($0)" } == line.funds.map { "\($0)" })
    #expect(packed.blocks.map { "\($0)" } == line.blocks.map { "\($0)" })
    #expect(packed.findings.map(\.id) == line.findings.map(\.id))
    #expect(packed.findings.map(\.place) == line.findings.map(\.place))
    #expect(packed.findings.map(\.message) == line.findings.map(\.message))
    #expect(packed.findings.map(\.expected) == line.findings.map(\.expected))
    // Advice is shown of returns that could not be read.
    if !line.isScored { #expect(packed.findings.map(\.advice) == line.findings.map(\.advice)) }
  }

  @Test(arguments: Sample.returns.indices)
  func countsIndicatorsAsTheLineDoes(number: Int) throws {
    let (packed, bytes) = try packed(Sample.returns[number], .init(.counted))
    let (line, json) = try recorded(Sample.returns[number], .init(.counted))
    #expect(packed.countedIndicators.count == line.countedIndicators.count)
    for (one, other) in zip(packed.countedIndicators, line.countedIndicators) {
      #expect(one.status == other.status && one.completionRate == other.completionRate)
      #expect(one.points == other.points && one.score == other.score)
      for (text, same) in [
        (one.tier1, other.tier1), (one.tier2, other.tier2), (one.name, other.name),
      ] {
        let text = try JSONScanner(bytes).text(of: try #require(text))
        #expect(text == (try JSONScanner(json).text(of: try #require(same))))
      }
    }
  }

  @Test func anIndicatorThatFellShortIsReadByItsPlace() throws {
    var found = 0
    for outcome in Sample.returns {
      let (packed, _) = try packed(outcome, .init(.counted))
      let (line, _) = try recorded(outcome, .init(.indicators))
      for (counted, whole) in zip(packed.countedIndicators, line.indicators)
      where counted.status == .shortfall && counted.completionRate != nil {
        found += 1
        let (one, _) = try self.packed(outcome, .init(.indicators, indicator: counted.place))
        #expect(one.indicators.map(\.name) == [whole.name])
        #expect(one.indicators.map(\.shownTarget) == [whole.shownTarget])
        #expect(one.indicators.map(\.shownActual) == [whole.shownActual])
        #expect(one.indicators.map(\.lost) == [whole.lost])
        #expect(one.indicators.map(\.cell) == [whole.cell])
      }
    }
    #expect(found > 0)
  }

  @Test func figuresHaveTheDecimalsOfTheLine() throws {
    var outcome = Sample.returns[0]
    outcome.evaluated?.scorecard.total = Figure("86.9349")
    outcome.evaluated?.scorecard.claimedTotal = Figure("-170141183460469231731687303715884105727")
    for places in [Results.Places(), .init(rate: 0, score: 3)] {
      let (packed, _) = try packed(outcome, .init([]), places: places)
      let (line, _) = try recorded(outcome, .init([]), places: places)
      #expect(packed.total == line.total && packed.total != nil)
      #expect(packed.claimedTotal == line.claimedTotal && packed.claimedTotal != nil)
      #expect(packed.executionRate == line.executionRate)
    }
  }

  @Test func whatIsCutOffIsAFault() throws {
    let bytes = PackedReturn.bytes(of: Sample.returns[0], places: .init())
    let all: RecordedReturn.Parts = [.shown, .funds, .blocks, .counted, .findings]
    // Behind the findings stand indicators that fell short, which are not asked for.
    var cut = 0
    for count in 0..<bytes.count {
      let reader = PackedReader(Array(bytes.prefix(count)), 0..<bytes.count)
      do {
        _ = try RecordedReturn(packed: reader, .init(all))
      } catch let fault as JSONScanner.Fault {
        cut += 1
        #expect(fault.reason == "cut off")
      }
    }
    #expect(cut > bytes.count / 2)
    for place in [-1, bytes.count] {
      #expect(throws: JSONScanner.Fault.self) {
        try RecordedReturn(
          packed: PackedReader(bytes, 0..<bytes.count), .init([], indicator: place))
      }
    }
  }

  @Test func returnsAreReadInAnyOrder() throws {
    var pieces = SetAside(for: "packed")
    let all = (0..<300).map { number in
      [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 200 + number)
    }
    for piece in all { try pieces.append(piece) }
    let packed = PackedReturns(pieces.reader)
    let orders = [Array(0..<300), (0..<300).reversed(), (0..<300).map { $0 * 7 % 300 }]
    for index in orders.joined() {
      var reader = try packed.reader(index)
      let bytes = try (0..<all[index].count).map { _ in try reader.byte() }
      #expect(bytes == all[index])
      #expect(throws: JSONScanner.Fault.self) { try reader.byte() }
    }
  }

  @Test func aRollUpOfPackedReturnsIsThatOfTheirLines() throws {
    var writer = ResultsWriter()
    for outcome in Sample.returns {
      try writer.add(
        Results.line(for: outcome),
        packed: PackedReturn.bytes(of: outcome, places: .init()))
    }
    var bytes: [UInt8] = []
    _ = try SummaryWriter.write(
      SummaryRound(title: RolledUp.title, programme: Sample.programme), writer.returns
    ) { bytes += $0 }
    let lines = try RolledUp.bytes(
      Sample.returns, programme: Sample.programme, title: RolledUp.title)
    #expect(bytes == lines)
  }
}
