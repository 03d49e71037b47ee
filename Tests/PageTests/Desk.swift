import Foundation
import Synchronization
import TestSupport

@testable import Forms
@testable import Page

/// A page's data in a passing folder, with the shipped schemes.
struct Desk {
  let path: String
  let shelf: SchemeShelf
  let queue = WorkQueue(slots: 2)
  var limits = PageLimits()

  static let round = Command.repository.appending(path: "samples/03-bureau-round/input").path()

  init(_ folder: URL) throws {
    path = folder.appending(path: "data").path()
    let program = Command.repository.appending(path: "bin/scorebook").path()
    shelf = try SchemeShelf(ShippedSchemes(beside: program))
  }

  func data(password: String? = nil) throws -> DataFolder {
    try DataFolder(path, limits: limits, password: password)
  }

  /// The session of a key, opened.
  func session(_ data: DataFolder, _ key: SessionKey) throws -> Session {
    try data.open(key)
    guard let session = data.session(key) else { throw PageError.noRound }
    return session
  }

  /// Hands all files below a folder in.
  static func handIn(_ folder: String, to round: Round) throws {
    for file in StoredFile.files(below: folder) {
      try handIn(StoredFile.read(folder + "/" + file), as: file, to: round)
    }
  }

  @discardableResult static func handIn(
    _ bytes: [UInt8], as name: String, to round: Round
  ) throws -> (outcome: ReturnUpload.Outcome, path: String) {
    var upload = try round.upload(name, length: bytes.count)
    try upload.write(bytes)
    return try upload.finish()
  }

  /// Has the returns scored and waits.
  func score(_ round: Round) throws {
    try round.startScoring(queue, shelf, cores: 2)
    Self.wait { round.state.withLock { !$0.scoring.isBusy } }
  }

  static func wait(until isDone: () -> Bool) {
    for _ in 0..<3000 where !isDone() { usleep(10_000) }
  }
}
