internal import FoundationEssentials
internal import Glibc
internal import Synchronization

extension Round {
  /// Begins to take a return in.
  ///
  /// - Parameters:
  ///   - name: its path as the browser sent it.
  ///   - length: its bytes, where the browser said.
  /// - Throws: ``PageError`` for a name without characters, and beyond the limits.
  public func upload(_ name: String, length: Int?) throws(PageError) -> ReturnUpload {
    guard let safe = UploadName(name) else {
      throw PageError(.unusable, "文件没有名称", "the file has no name")
    }
    let (number, room) = try state.withLock { state throws(PageError) in
      guard !state.isClosed else { throw .noRound }
      state.uploads += 1
      return (state.uploads, try roomLeft(state))
    }
    let most = min(limits.uploadBytes, room)
    if let length, length > most { throw ReturnUpload.tooLarge(most) }
    return try ReturnUpload(
      safe, passing: "\(folder.path)/passing/\(number)", room: most, round: self)
  }

  /// Puts a whole file among the returns.
  func take(
    _ passing: String, as name: UploadName, bytes: Int
  ) throws(PageError) -> (outcome: ReturnUpload.Outcome, path: String) {
    if name.isLeftOut { return (.leftOut, name.path) }
    return try attempting {
      try state.withLock { state in
        guard !state.isClosed else { throw PageError.noRound }
        let (outcome, path) = try place(passing, name, bytes)
        guard outcome != .same else { return (outcome, path) }
        // Others that came at the same time may have taken the room.
        let room = try roomLeft(state)
        guard bytes <= room else { throw ReturnUpload.tooLarge(room) }
        try change(&state, stale: true) { _ in }
        guard Glibc.rename(passing, "\(folder.returns)/\(path)") == 0 else {
          throw Self.notKept(name)
        }
        state.files += 1
        state.bytes += bytes
        return (outcome, path)
      }
    }
  }

  /// The bytes that the round still takes.
  private func roomLeft(_ state: State) throws(PageError) -> Int {
    guard state.files < limits.roundFiles else {
      throw PageError(
        .tooLarge, "本批次已有\(state.files)个文件，不能再多",
        "the round has \(state.files) files, which is the most")
    }
    return max(0, limits.roundBytes - state.bytes)
  }

  /// The first place that is free: its own, or a folder of its own for what is called the same.
  private func place(
    _ passing: String, _ name: UploadName, _ bytes: Int
  ) throws -> (ReturnUpload.Outcome, String) {
    for number in 1...999 {
      let path = number == 1 ? name.path : "重名\(number)/\(name.path)"
      let target = "\(folder.returns)/\(path)"
      if StoredFile.exists(target) {
        if Self.areSame(passing, target, bytes) { return (.same, path) }
        continue
      }
      guard (try? StoredFile.makeFolder(Self.parent(of: target))) != nil else { continue }
      return (number == 1 ? .new : .beside, path)
    }
    throw Self.notKept(name)
  }

  private static func notKept(_ name: UploadName) -> PageError {
    PageError(
      .disk, "\(name.path)：不能保存；请换一个文件名", "\(name.path): it cannot be kept; give it another name")
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func areSame(_ one: String, _ other: String, _ bytes: Int) -> Bool {
    guard StoredFile.size(other) == bytes else { return false }
    return FileManager.default.contentsEqual(atPath: one, andPath: other)
  }

  /// Takes a return out again.
  ///
  /// - Parameter path: its path among the returns; that of a bundle takes out all that is in it.
  /// - Throws: ``PageError`` where there is none.
  public func removeReturn(_ path: String) throws(PageError) {
    try attempting {
      try state.withLock { state in
        guard let name = UploadName(path), name.path == path,
          StoredFile.files(below: folder.returns).contains(path)
        else { throw PageError(.missing, "没有文件 \(path)", "there is no file \(path)") }
        state.files -= 1
        state.bytes -= StoredFile.size("\(folder.returns)/\(path)")
        StoredFile.remove("\(folder.returns)/\(path)")
        try change(&state, stale: true) { _ in }
      }
    }
  }
}
