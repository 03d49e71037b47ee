internal import Evaluation
internal import Synchronization
internal import Workbooks

/// The kinds of forms of one round: the one that was asked for, or those that are recognised, each
/// made ready when it is first met.
final class FormKinds: Sendable {
  /// A programme that does not suit a scheme in full.
  struct Reservation: Sendable {
    let scheme: Scheme
    let errors: ProgrammeErrors
  }

  private struct State {
    var made: [Int: FormKind] = [:]
    var reservations: [Int: Reservation] = [:]
    var failure: (any Error)?
  }

  private let recogniser: Recogniser?
  private let book: ProgrammeBook?
  private let state = Mutex(State())

  /// The kind that was asked for.
  init(_ scheme: Scheme, programme: Programme?) {
    recogniser = nil
    book = nil
    state.withLock { $0.made[0] = FormKind(scheme, FormFinder(scheme), programme: programme) }
  }

  /// Kinds to be recognised.
  init(_ recogniser: Recogniser, book: ProgrammeBook?) {
    self.recogniser = recogniser
    self.book = book
  }

  /// Why the programme is of no use for a scheme whose form came back; the round ends with it.
  var failure: (any Error)? { state.withLock { $0.failure } }

  /// The programme's mistakes by schemes whose forms came back, in the schemes' order.
  var reservations: [Reservation] {
    state.withLock { state in
      state.reservations.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// The forms of a workbook, each with its kind.
  ///
  /// - Throws: `Rejection` where there is none, or none that can be told.
  func forms(
    of workbook: Workbook, ignoring ignored: FormFinder.Ignored, _ blanks: BlankReader
  ) throws(Rejection) -> [(form: FoundForm, kind: FormKind)] {
    if OwnOutputs.isSummary(workbook) { throw .ownSummary }
    guard let recogniser else {
      return try given(workbook, ignored, blanks)
    }
    let recognised = try recogniser.recognise(workbook, ignoring: ignored, blanks)
    return recognised.compactMap { entry in
      kind(entry.scheme, recogniser).map { (entry.form, $0) }
    }
  }

  /// A form that was read, with its kind; handed on by reference, for it is large.
  final class ReadForm {
    let form: FoundForm
    let kind: FormKind
    let report: Report

    init(form: FoundForm, kind: FormKind, report: Report) {
      self.form = form
      self.kind = kind
      self.report = report
    }
  }

  /// The forms of a workbook, read, with what their blanks carried.
  ///
  /// - Throws: `Rejection` where there is none, or none that can be told.
  func reports(
    of workbook: Workbook, ignoring ignored: FormFinder.Ignored, _ blanks: BlankReader,
    _ limits: Limits = .standard
  ) throws(Rejection) -> [ReadForm] {
    let found = try forms(of: workbook, ignoring: ignored, blanks)
    try limits.check(.forms, found.count)
    try limits.check(.indicators, found.reduce(0) { $0 + ($1.form.indicatorRows?.count ?? 0) })
    let forms = found.map { form, kind in
      blanks.names.isEmpty
        ? form
        : form.completed(
          by: blanks.names, of: kind.scheme.form, on: workbook.sheet(named: form.sheet))
    }
    var reports = zip(forms, found).map { form, entry in
      entry.kind.reader.read(form, in: workbook, names: blanks.names)
    }
    blanks.add(to: &reports, of: forms, titles: found.map { $0.kind.scheme.title })
    return forms.indices.map {
      ReadForm(form: forms[$0], kind: found[$0].kind, report: reports[$0])
    }
  }

  private func given(
    _ workbook: Workbook, _ ignored: FormFinder.Ignored, _ blanks: BlankReader
  ) throws(Rejection) -> [(form: FoundForm, kind: FormKind)] {
    guard let kind = state.withLock({ $0.made[0] }) else { return [] }
    // A finder is large to hand on, and most returns have no names.
    let search =
      blanks.names.isEmpty
      ? kind.finder.find(in: workbook, ignoring: ignored)
      : kind.finder.knowing(blanks.names).find(in: workbook, ignoring: ignored)
    guard !search.forms.isEmpty else { throw noForm(search.nearest, kind, blanks) }
    return search.forms.map { ($0, kind) }
  }

  /// F008, unless a blank says that the form is one of another scheme (F011).
  private func noForm(
    _ nearest: FormFinder.NearMiss?, _ kind: FormKind, _ blanks: BlankReader
  ) -> Rejection {
    for record in blanks.records {
      if let mismatch = kind.evaluator.mismatch(of: record.issued) { return Rejection(mismatch) }
    }
    return Rejection(noForm: nearest, title: kind.scheme.title)
  }

  private func kind(_ scheme: Int, _ recogniser: Recogniser) -> FormKind? {
    state.withLock { state in
      if let kind = state.made[scheme] { return kind }
      let own = recogniser.schemes[scheme]
      do {
        let programme = try book.map { try read($0, for: own, at: scheme, &state) }
        let kind = FormKind(own, recogniser.finders[scheme], programme: programme)
        state.made[scheme] = kind
        return kind
      } catch {
        state.failure = state.failure ?? error
        return nil
      }
    }
  }

  private func read(
    _ book: ProgrammeBook, for scheme: Scheme, at place: Int, _ state: inout State
  ) throws -> Programme {
    do {
      return try book.programme(for: scheme)
    } catch {
      let programme = try book.programme(for: scheme, amongOthers: true)
      state.reservations[place] = Reservation(scheme: scheme, errors: error)
      return programme
    }
  }
}

extension Limits {
  /// Refuses a workbook whose forms are more than can be worked on in time.
  fileprivate func check(_ limit: Limit, _ found: Int) throws(Rejection) {
    guard found > self[limit] else { return }
    throw Rejection(beyond: limit, found: found, allowed: self[limit], part: "the file")
  }
}
