internal import Evaluation

extension RoundRunner {
  /// What settling writes into.
  private struct Settled {
    var forms: [RoundLedger.Form]
    /// Whether it, or what it replaces, is no longer what was read before.
    var isChanged: Bool
  }

  /// Returns that do not count are done again with the finding that says so (F009), those that
  /// replace others with what became of the others' findings.
  ///
  /// - Returns: the returns that had changed meanwhile: what was read first stands.
  func settle(
    _ ledger: inout RoundLedger, _ results: inout ResultsWriter,
    _ rows: inout FindingsWriter, _ inputs: [Return]
  ) throws -> [String] {
    var changed: [String] = []
    let settlements = ledger.settlements()
    for settlement in settlements {
      for input in [settlement.input] + settlement.replaced.values.map(\.input) {
        inputs[input].input.announceReading()
      }
    }
    try OrderedWork.run(
      count: settlements.count, jobs: jobs,
      work: { index in settled(settlements[index], inputs) },
      take: { (index: Int, done: Result<Settled, any Error>) in
        let settlement = settlements[index]
        let done = try done.get()
        if done.isChanged { changed.append(inputs[settlement.input].input.file) }
        for form in done.forms {
          let number = form.summary.form
          guard let line = ledger.line(input: settlement.input, form: number) else { continue }
          ledger.replace(line, by: form)
          guard let finding = settlement.superseded[number] else { continue }
          rows.replace(line, by: form.findings)
          results.supersede(line, by: finding)
        }
        guard done.forms.isEmpty else { return }
        for (number, finding) in settlement.superseded {
          guard let line = ledger.line(input: settlement.input, form: number) else { continue }
          rows.append(ledger.supersede(line, by: finding), behind: line)
          results.supersede(line, by: finding)
        }
      })
    return changed
  }

  /// What is replaced is read once more: its findings were not kept, for rounds are large.
  private func settled(
    _ settlement: RoundLedger.Settlement, _ inputs: [Return]
  ) -> Result<Settled, any Error> {
    Result {
      var isChanged = false
      var known = ReturnProcessor.Settled(superseded: settlement.superseded)
      for (number, old) in settlement.replaced {
        let forms = try processed(inputs[old.input], .init(), annotated: nil).forms
        guard let form = forms.first(where: { $0.outcome.form == old.form }),
          FileDigest(form.outcome.sha256) == old.digest
        else {
          isChanged = true
          continue
        }
        known.replaced[number] = ReturnProcessor.Predecessor(
          file: form.outcome.file, items: form.outcome.findings.map(Rectification.Item.init))
      }
      let forms = try process(
        inputs[settlement.input], settled: known, ifStill: settlement.digest
      ).get()
      return Settled(forms: forms, isChanged: isChanged || forms.isEmpty)
    }
  }
}
