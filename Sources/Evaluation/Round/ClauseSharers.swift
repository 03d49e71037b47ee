/// Which texts have a clause: the first few of each, in a dozen bytes for each clause, since rounds
/// have hundreds of thousands of them.
struct ClauseSharers {
  /// A text, and the place of the one before it that has the same clause; −1 where there is none.
  private struct Link {
    let text: Int32
    let before: Int32
  }

  /// Of texts that share a clause so many are looked at: a clause that more have is no one's own.
  private static let most = 4

  private var last: [UInt64: Int32] = [:]
  private var links: [Link] = []

  /// Adds a text to those of a clause, which may be in it more than once.
  mutating func add(_ text: Int, to clause: UInt64) {
    let own = Int32(clamping: text)
    let earlier = last[clause] ?? -1
    var (at, count) = (earlier, 0)
    while at >= 0 {
      let link = links[Int(at)]
      if link.text == own { return }
      (at, count) = (link.before, count + 1)
    }
    guard count < Self.most else { return }
    last[clause] = Int32(clamping: links.count)
    links.append(Link(text: own, before: earlier))
  }

  /// Appends the texts that have a clause.
  func append(textsWith clause: UInt64, to texts: inout [Int]) {
    var at = last[clause] ?? -1
    while at >= 0 {
      let link = links[Int(at)]
      texts.append(Int(link.text))
      at = link.before
    }
  }
}
