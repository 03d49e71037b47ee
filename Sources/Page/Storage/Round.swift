internal import Evaluation
internal import Forms
internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// One round of returns: its files on the disk and the work on them.
public final class Round: Sendable {
  struct State {
    var record: RoundRecord
    var scoring = Progress.idle
    var issuing = Progress.idle
    /// What is told of the returns of a running run, one a row.
    var rows: [[UInt8]] = []
    var files: Int
    var bytes: Int
    /// How often something was changed that results depend on.
    var changes = 0
    /// How often scheme or programme were changed, which blanks depend on.
    var bases = 0
    var uploads = 0
    /// What is said of the programme, while neither it nor the scheme changes.
    var programmeAnswer: [UInt8]?
    /// Where the returns of the run that is shown stand in its results.json.
    var lines: (run: Int, lines: ResultLines)?
    var isClosed = false
  }

  /// Its number within the session, from 1.
  public let number: Int
  let folder: RoundFolder
  let limits: PageLimits
  let state: Mutex<State>

  /// A round on the disk; `nil` where there is none.
  init?(_ number: Int, _ folder: RoundFolder, _ limits: PageLimits) {
    guard let record = folder.load() else { return nil }
    self.number = number
    self.folder = folder
    self.limits = limits
    folder.tidy(record)
    let (files, bytes) = folder.measure()
    state = Mutex(State(record: record, files: files, bytes: bytes))
  }

  /// Whether something was asked for and is not done.
  var isUnfinished: Bool {
    state.withLock { $0.record.isWanted || $0.record.areBlanksWanted == true }
  }

  /// A name as it is kept: one line, not long.
  static func name(_ text: String) -> String {
    String(
      text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ").unicodeScalars
        .filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(60).map(Character.init))
  }

  /// Changes what is remembered, on the disk first.
  func change(
    _ state: inout State, stale: Bool = false, _ change: (inout RoundRecord) -> Void
  ) throws {
    var record = state.record
    change(&record)
    if stale {
      state.changes += 1
      record.isStale = true
    }
    guard record != state.record else { return }
    try folder.save(record)
    state.record = record
  }

  /// Gives the round another name.
  ///
  /// - Throws: ``PageError`` where the disk refuses.
  public func rename(_ name: String) throws(PageError) {
    try attempting {
      try state.withLock { state in
        try change(&state) { $0.name = Self.name(name).isEmpty ? $0.name : Self.name(name) }
      }
    }
  }

  /// Sets the scheme by its id; `nil` has each form recognised.
  ///
  /// - Throws: ``PageError`` for an id that no scheme has.
  public func setScheme(_ id: String?, of shelf: SchemeShelf) throws(PageError) {
    if let id { _ = try shelf.scheme(id) }
    try attempting {
      try state.withLock { state in
        state.programmeAnswer = nil
        state.bases += 1
        try change(&state, stale: id != state.record.scheme) {
          if $0.scheme != id { $0.hasBlanks = false }
          $0.scheme = id
        }
      }
    }
  }

  /// Takes the programme workbook; `nil` takes it away.
  ///
  /// - Parameter name: what the person calls the file.
  /// - Throws: ``PageError`` where the disk refuses.
  public func setProgramme(_ bytes: [UInt8]?, name: String) throws(PageError) {
    try attempting {
      try state.withLock { state in
        // First what was made of the old one is disowned: a kill in between must not leave it as
        // what was made of the new one.
        state.programmeAnswer = nil
        state.bases += 1
        try change(&state, stale: true) {
          if bytes == nil { $0.programme = nil }
          $0.hasBlanks = false
        }
        if let bytes {
          try OutputFile.write(bytes, to: folder.programme)
          try change(&state) { $0.programme = Self.name(name) }
        } else {
          StoredFile.remove(folder.programme)
        }
      }
    }
  }

  /// Lets nothing more be done with the round.
  func close() throws(PageError) {
    let isBusy = state.withLock { state in
      if !state.scoring.isBusy && !state.issuing.isBusy { state.isClosed = true }
      return !state.isClosed
    }
    guard isBusy else { return }
    throw PageError(.tooEarly, "正在处理，完成后才能删除", "it is being worked on; delete it when that is done")
  }
}
