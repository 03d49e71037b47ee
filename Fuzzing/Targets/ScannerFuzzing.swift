@testable import Workbooks

enum ScannerFuzzing {
  static func run(_ input: [UInt8]) {
    scan(input)
    guard let tree = try? XMLTree(input, part: "fuzz", limits: .standard) else { return }
    for node in tree.nodes {
      promise(
        node.start.upperBound <= tree.bytes.count && node.end.upperBound <= tree.bytes.count,
        "an element lies within its part")
    }
  }

  private static func scan(_ input: [UInt8]) {
    guard var scanner = try? XMLScanner(input, part: "fuzz") else { return }
    var before = 0
    var depth = 0
    while let event = try? scanner.next() {
      promise(scanner.token.lowerBound >= before, "events go forward")
      promise(scanner.token.upperBound <= scanner.bytes.count, "an event lies within the part")
      before = scanner.token.upperBound
      switch event {
      case .start:
        depth += 1
        for attribute in scanner.attributes {
          _ = XMLText.decodedAttribute(scanner.bytes, attribute.value)
        }
      case .end: depth -= 1
      case .text: _ = XMLText.decoded(scanner.bytes, scanner.token)
      case .finished:
        promise(depth == 0, "every element is closed")
        return
      }
      promise(depth == scanner.depth, "the depth is the number of open elements")
    }
  }
}
