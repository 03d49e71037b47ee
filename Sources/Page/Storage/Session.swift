internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// The rounds of one browser: nobody else sees them.
public final class Session: Sendable {
  private let path: String
  private let limits: PageLimits
  private let rounds: Mutex<[Int: Round]>

  init(_ path: String, _ limits: PageLimits) {
    self.path = path
    self.limits = limits
    StoredFile.remove(path + "/removed")
    StoredFile.removePassing(in: path)
    let numbers = StoredFile.names(in: path + "/rounds").compactMap { Int($0) }
    let found = numbers.compactMap { number in
      Round(number, RoundFolder(path: "\(path)/rounds/\(number)"), limits).map { (number, $0) }
    }
    rounds = Mutex(Dictionary(uniqueKeysWithValues: found))
  }

  /// The rounds, in the order in which they were begun.
  public var all: [Round] {
    rounds.withLock { $0.values.sorted { $0.number < $1.number } }
  }

  /// A round by its number.
  ///
  /// - Throws: ``PageError`` where there is none.
  public func round(_ number: Int) throws(PageError) -> Round {
    guard let round = rounds.withLock({ $0[number] }) else { throw .noRound }
    return round
  }

  /// Begins a round.
  ///
  /// - Throws: ``PageError`` beyond the limit of rounds, or where the disk refuses.
  public func begin(_ name: String) throws(PageError) -> Round {
    try attempting {
      try rounds.withLock { rounds in
        guard rounds.count < limits.rounds else { throw tooMany }
        // A folder whose record cannot be read is nobody's to take.
        let used = StoredFile.names(in: path + "/rounds").compactMap { Int($0) }
        let number = max(used.max() ?? 0, rounds.keys.max() ?? 0) + 1
        let folder = RoundFolder(path: "\(path)/rounds/\(number)")
        try StoredFile.makeFolder(folder.returns)
        let clean = Round.name(name)
        try folder.save(RoundRecord(name: clean.isEmpty ? "第\(number)批" : clean))
        guard let round = Round(number, folder, limits) else { throw PageError.noRound }
        rounds[number] = round
        return round
      }
    }
  }

  /// Deletes a round with everything in it.
  ///
  /// - Throws: ``PageError`` where there is none, or while it is worked on.
  public func delete(_ number: Int) throws(PageError) {
    let round = try round(number)
    try round.close()
    let removed = "\(path)/removed/\(number)"
    try attempting {
      try rounds.withLock { rounds in
        guard rounds[number] === round else { throw PageError.noRound }
        // It goes as a whole: a kill leaves no round with half of its files.
        StoredFile.remove(removed)
        try StoredFile.makeFolder(path + "/removed")
        guard Glibc.rename(round.folder.path, removed) == 0 else {
          throw PageError(.disk, "不能删除批次", "the round cannot be deleted")
        }
        rounds[number] = nil
      }
    }
    StoredFile.remove(removed)
  }

  private var tooMany: PageError {
    PageError(
      .tooLarge, "批次已有\(limits.rounds)个；请先删除不用的",
      "there are \(limits.rounds) rounds already; delete some first")
  }
}

/// Does something whose errors become those of the page.
func attempting<Product>(_ work: () throws -> Product) throws(PageError) -> Product {
  do {
    return try work()
  } catch let error as PageError {
    throw error
  } catch {
    throw PageError(.disk, error)
  }
}
