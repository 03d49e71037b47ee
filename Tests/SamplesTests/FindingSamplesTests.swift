import Foundation
import Testing

/// Every code has returns that give it and nothing else.
@Suite struct FindingSamplesTests {
  @Test func thereAreSamplesAndCleanOnes() {
    #expect(FindingSample.all.count > 70)
    #expect(FindingSample.all.contains { $0.code == nil })
  }

  @Test(arguments: FindingSample.all)
  func aSampleGivesItsFindingsAndNoOthers(_ sample: FindingSample) throws {
    #expect(try sample.found() == sample.expected())
  }

  @Test(arguments: FindingSample.all)
  func whatIsExpectedIsTheOneCodeInItsPlace(_ sample: FindingSample) throws {
    let codes = try Set(sample.expected().map { String($0.prefix(4)) })
    #expect(codes == Set([sample.code].compactMap { $0 }))
  }

  @Test(arguments: FindingSample.all)
  func aSampleIsSmall(_ sample: FindingSample) throws {
    let input = sample.folder.appending(path: "input")
    for name in try files(in: input) {
      let size = try Data(contentsOf: input.appending(path: name)).count
      #expect(size < 24_000, "\(name)")
    }
  }
}
