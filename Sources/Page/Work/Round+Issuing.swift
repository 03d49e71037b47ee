internal import Evaluation
internal import Forms
internal import FoundationEssentials
internal import Synchronization
internal import Workbooks

extension Round {
  /// Has the blanks of the programme made and bundled.
  ///
  /// - Throws: ``PageError`` without a scheme or programme, or while they are being made.
  public func startIssuing(
    _ queue: WorkQueue, _ shelf: SchemeShelf, cores: Int
  ) throws(PageError) {
    let scheme = try state.withLock { state throws(PageError) in
      guard let scheme = state.record.scheme else {
        throw PageError(.tooEarly, "请先选择方案", "choose a scheme first")
      }
      guard state.record.programme != nil else {
        throw PageError(.tooEarly, "请先上传下达工作簿", "hand in the programme workbook first")
      }
      guard !state.issuing.isBusy, !state.isClosed else {
        throw PageError(.tooEarly, "正在生成，请稍候", "the blanks are being made; please wait")
      }
      return try shelf.scheme(scheme)
    }
    try attempting {
      try state.withLock { state in
        try change(&state) { $0.areBlanksWanted = true }
        state.issuing = .waiting
      }
    }
    queue.add { sharers in self.issue(scheme, jobs: max(1, cores / sharers)) }
  }

  private func issue(_ scheme: Scheme, jobs: Int) {
    do {
      let bases = state.withLock { $0.bases }
      let programme = try ProgrammeBook(
        StoredFile.read(folder.programme), limits: limits.workbooks
      ).programme(for: scheme)
      let total = programme.projects.count
      state.withLock { $0.issuing = .running(done: 0, total: total) }
      StoredFile.remove(folder.blanks)
      let done = Atomic(0)
      let names = try Handout(
        scheme: scheme, programme: programme, output: folder.blanks, jobs: jobs
      ).write {
        let count = done.add(1, ordering: .relaxed).newValue
        self.state.withLock { $0.issuing = .running(done: count, total: total) }
      }
      try Bundling.write(names, below: folder.blanks, to: folder.blanksBundle)
      StoredFile.remove(folder.blanks)
      try state.withLock { state in
        let areCurrent = state.bases == bases
        try change(&state) {
          $0.hasBlanks = areCurrent
          $0.areBlanksWanted = nil
        }
        state.issuing = .idle
      }
    } catch {
      let text = (error as? PageError ?? PageError(.disk, error)).text
      StoredFile.remove(folder.blanks)
      state.withLock { state in
        try? change(&state) { $0.areBlanksWanted = nil }
        state.issuing = .failed(text)
      }
    }
  }
}
