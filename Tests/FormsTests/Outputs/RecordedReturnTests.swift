import Evaluation
import Testing

@testable import Forms

@Suite struct RecordedReturnTests {
  private static let line = Results.line(for: Sample.returns[0])

  private func read(_ request: RecordedReturn.Request) throws -> RecordedReturn {
    var json = JSONScanner(Self.line)
    var request = request
    request.parts.formUnion([.shown, .standing])
    return try RecordedReturn(&json, request)
  }

  @Test func whatIsReadDoesNotDependOnWhatElseIsPassedOver() throws {
    let whole = try read(.init([.funds, .indicators, .blocks, .findings, .texts]))
    #expect(!whole.indicators.isEmpty && !whole.funds.isEmpty && !whole.findings.isEmpty)
    #expect(!whole.blocks.isEmpty)
    for lists in [nil, whole.lists] {
      let head = try read(.init([], lists: lists))
      #expect(head.file == whole.file && head.total == whole.total)
      #expect(head.blocks.isEmpty)
      #expect(
        try read(.init(.blocks, lists: lists)).blocks.map(\.name) == whole.blocks.map(\.name))
      #expect(head.modified == whole.modified && head.scheme == whole.scheme)
      #expect(head.funds.isEmpty && head.indicators.isEmpty && head.findings.isEmpty)
      let funds = try read(.init([.funds, .codes], lists: lists))
      #expect(funds.funds.map(\.source) == whole.funds.map(\.source))
      #expect(funds.findings.map(\.code) == whole.findings.map(\.code))
      #expect(funds.findings.map(\.severity) == whole.findings.map(\.severity))
      let places = try read(.init(.counted, lists: lists)).countedIndicators.map(\.place)
      #expect(places.count == whole.indicators.count)
      for (place, row) in zip(places, whole.indicators) {
        let one = try read(.init(.indicators, indicator: place, lists: whole.lists))
        #expect(one.indicators.map(\.id) == [row.id])
        #expect(one.indicators.map(\.working) == [row.working])
        #expect(one.total == whole.total && one.scheme == whole.scheme)
      }
    }
  }

  @Test func listsOfAnotherLineAreNotBelieved() throws {
    let whole = try read(.init([.funds, .indicators, .findings]))
    var other = RecordedLists()
    for list in RecordedLists.List.allCases {
      other.put(list, at: 3..<Self.line.count)
    }
    for indicator in [nil, 5] {
      let head = try read(
        .init(indicator == nil ? [] : .indicators, indicator: indicator, lists: other))
      #expect(head.total == whole.total && head.scheme == whole.scheme)
    }
  }
}
