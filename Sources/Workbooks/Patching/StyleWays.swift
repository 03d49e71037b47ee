internal import Synchronization

/// What a workbook asks of its styles.
enum StyleRequest: Hashable, Sendable {
  /// The look of a number.
  case look(Int)
  /// A conditional format.
  case change(HighlightStyle)
}

/// What workbooks with the same styles.xml asked of it, one thing after the other, the number each
/// got, and what the part came to.
///
/// The numbers and the part depend on nothing but the part as it was and what was asked in which
/// order. The annotations of a round ask for the same looks in some dozens of orders.
struct StyleWays: Sendable {
  /// From one place to the next.
  struct Step: Sendable {
    let request: StyleRequest
    let number: Int
    let next: Int
  }

  private struct Place: Sendable {
    var steps: [Step] = []
    var result: [UInt8]?
  }

  /// Ways that lead nowhere.
  static let none = StyleWays(XMLTree(empty: [], part: ""), .standard)

  /// The place where nothing was asked for yet.
  static let start = 0

  private let part: XMLTree
  private let limits: Limits
  private var places = [Place()]

  private init(_ part: XMLTree, _ limits: Limits) {
    self.part = part
    self.limits = limits
  }

  private func are(of bytes: [UInt8], _ limits: Limits) -> Bool {
    part.bytes.isSame(as: bytes) && self.limits == limits
  }

  /// The part as it was, under its name in a workbook.
  func tree(of name: String) -> XMLTree { part.named(name) }

  /// The step that a request leads to; `nil` where nobody asked for it there.
  func step(from place: Int, for request: StyleRequest) -> Step? {
    for at in places[place].steps.indices where places[place].steps[at].request == request {
      return places[place].steps[at]
    }
    return nil
  }

  /// What the part came to for a workbook that asked for nothing beyond a place.
  func result(at place: Int) -> [UInt8]? { places[place].result }

  private mutating func add(
    _ answers: [(request: StyleRequest, number: Int)], to result: [UInt8]
  ) {
    var place = Self.start
    for (request, number) in answers {
      if let step = step(from: place, for: request) {
        place = step.next
        continue
      }
      places[place].steps.append(Step(request: request, number: number, next: places.count))
      place = places.count
      places.append(Place())
    }
    places[place].result = result
  }
}

/// The ways of the styles that are met more than once.
extension StyleWays {
  private struct Shelf {
    var kept: [UInt64: StyleWays] = [:]
    var met: Set<UInt64> = []
    /// What the kept ways take, at most.
    var bytes = 0

    mutating func makeRoom(for more: Int) {
      if bytes + more > mostBytes { (kept, bytes) = ([:], 0) }
      bytes += more
    }
  }

  private static let shelf = Mutex(Shelf())
  /// The longest part whose ways are kept.
  private static let longest = 64 << 10
  private static let mostBytes = 4 << 20
  private static let mostMet = 1024

  /// The ways of a styles.xml; `nil` where none are known.
  static func known(for part: [UInt8], _ limits: Limits) -> StyleWays? {
    guard part.count <= longest else { return nil }
    let key = StylePiece.digest(of: part.span, 0..<part.count)
    guard let ways = shelf.withLock({ $0.kept[key] }), ways.are(of: part, limits) else {
      return nil
    }
    return ways
  }

  /// Keeps what was asked of a part and what it came to, once the part is met again.
  static func note(
    _ answers: [(request: StyleRequest, number: Int)], to result: [UInt8], for part: XMLTree,
    _ limits: Limits
  ) {
    guard part.bytes.count <= longest else { return }
    let key = StylePiece.digest(of: part.bytes.span, 0..<part.bytes.count)
    let bytes = result.count + answers.count * (MemoryLayout<Step>.stride + 64)
    shelf.withLock { shelf in
      guard shelf.met.contains(key) else {
        if shelf.met.count >= mostMet { shelf.met.removeAll(keepingCapacity: true) }
        shelf.met.insert(key)
        return
      }
      shelf.makeRoom(for: bytes)
      var ways = shelf.kept.removeValue(forKey: key) ?? StyleWays(part, limits)
      if !ways.are(of: part.bytes, limits) { ways = StyleWays(part, limits) }
      ways.add(answers, to: result)
      shelf.kept[key] = ways
    }
  }
}
