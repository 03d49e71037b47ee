internal import Forms
internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// The one folder that the page writes into.
public final class DataFolder: Sendable {
  private let path: String
  /// A folder for what libraries set aside while they work; emptied at each start.
  public var passing: String { path + "/passing" }
  private let limits: PageLimits
  private let password: String?
  private let sessions = Mutex<[String: Session]>([:])
  private let lock: Int32

  /// Opens the folder, which is made where it is missing, for this process alone.
  ///
  /// - Parameter password: what a browser has to give before it gets a session; `nil` for none.
  /// - Throws: ``PageError`` where it cannot be made or another page has it open.
  public init(_ path: String, limits: PageLimits, password: String?) throws(PageError) {
    self.path = path
    self.limits = limits
    self.password = password
    try attempting { try StoredFile.makeFolder(path + "/sessions") }
    // The folder itself may be one that the person made and shares.
    chmod(path + "/sessions", 0o700)
    lock = Glibc.open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else {
      throw PageError(.disk, "不能写入数据文件夹 \(path)", "the data folder \(path) cannot be written")
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw PageError(
        .tooEarly, "数据文件夹 \(path) 已由另一个网页服务使用；请先停止它，或用 --data 另指文件夹",
        "the data folder \(path) is in use by another page; stop it, or name another with --data")
    }
    StoredFile.remove(passing)
    try attempting { try StoredFile.makeFolder(passing) }
    chmod(passing, 0o700)
  }

  deinit { close(lock) }

  /// The session that a browser's key opens; `nil` where the key opens none.
  public func session(_ key: SessionKey) -> Session? {
    isSealed(key) ? session(in: key.folder) : nil
  }

  private func session(in name: String) -> Session {
    sessions.withLock { sessions in
      if let session = sessions[name] { return session }
      let session = Session("\(path)/sessions/\(name)", limits)
      sessions[name] = session
      return session
    }
  }

  /// Opens a session for a key, new or known.
  ///
  /// - Throws: ``PageError`` beyond the limit of sessions, or where the disk refuses.
  public func open(_ key: SessionKey) throws(PageError) {
    if isSealed(key) { return }
    try attempting {
      let count = StoredFile.names(in: path + "/sessions").count
      guard count < limits.sessions || StoredFile.exists(folder(key)) else { throw tooMany }
      try OutputFile.write(Array(key.seal(password ?? "").utf8), to: folder(key) + "/seal")
    }
  }

  /// Whether a key was given its session under the password of now.
  private func isSealed(_ key: SessionKey) -> Bool {
    guard let seal = try? StoredFile.read(folder(key) + "/seal") else { return false }
    return seal == Array(key.seal(password ?? "").utf8)
  }

  /// Whether a text is the password. As much is compared for a wrong one as for the right one.
  public func isPassword(_ text: String) -> Bool {
    guard let password else { return true }
    let given = Array(SHA256.hex(of: Array(text.utf8)).utf8)
    let wanted = Array(SHA256.hex(of: Array(password.utf8)).utf8)
    return zip(given, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Whether a password is asked for.
  public var hasPassword: Bool { password != nil }

  /// The rounds whose work was not done when the page ended.
  public func unfinished() -> [Round] {
    StoredFile.names(in: path + "/sessions").flatMap { name in
      session(in: name).all.filter(\.isUnfinished)
    }
  }

  private func folder(_ key: SessionKey) -> String { "\(path)/sessions/\(key.folder)" }

  private var tooMany: PageError {
    PageError(
      .tooLarge, "会话太多（\(limits.sessions)个）；请管理员清理数据文件夹",
      "too many sessions (\(limits.sessions)); have the data folder cleared")
  }
}
