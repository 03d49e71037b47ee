public import Evaluation
internal import Workbooks

/// Takes one returned file all the way: read, found, evaluated, annotated.
public struct ReturnProcessor: Sendable {
  let scheme: Scheme
  let evaluator: Evaluator
  let finder: FormFinder
  let reader: ReturnReader
  /// What the round is about, for the head of 审核结果.
  let occasion: String

  /// A processor for a scheme; `programme` gives what was issued.
  public init(scheme: Scheme, programme: Programme?) {
    self.scheme = scheme
    evaluator = Evaluator(scheme: scheme, programme: programme)
    finder = FormFinder(scheme)
    reader = ReturnReader(finder)
    occasion = SummaryRound.title(programme, scheme: scheme.title)
  }

  /// One form of a file, evaluated.
  struct Form {
    var outcome: ReturnOutcome
    var entry: Standing.Entry
  }

  /// What is known of the forms of a file, by number (from 1), once the whole round is.
  struct Settled {
    /// Of those that do not count, the finding that says so.
    var superseded: [Int: Finding] = [:]
    /// Of those that count, the return each replaces.
    var replaced: [Int: Predecessor] = [:]
  }

  /// A return that is replaced by another.
  struct Predecessor {
    /// Its name in outputs.
    var file: String
    /// Its own findings.
    var items: [Rectification.Item]
  }

  /// A file processed.
  struct Processed {
    var forms: [Form]
    /// The annotated copy; `nil` where none was asked for or none can be made.
    var copy: [UInt8]?
  }

  /// Processes the bytes of a file.
  ///
  /// - Parameters:
  ///   - file: the name of the return in outputs.
  ///   - settled: what the round as a whole says of its forms.
  ///   - annotated: where the annotated copy will lie; `nil` where none is wanted.
  func process(
    _ bytes: [UInt8], file: String, settled: Settled = Settled(), annotated: String?
  ) -> Processed {
    let digest = SHA256.hex(of: bytes)
    do {
      let opened = try open(bytes)
      let workbook = opened.workbook
      let prior = PriorPatch.find(in: workbook)
      let blanks = BlankReader(workbook)
      let search = finder.knowing(blanks.names)
        .find(in: workbook, ignoring: FormFinder.Ignored(prior))
      guard !search.forms.isEmpty else { throw noForm(search.nearest, blanks) }
      let judged = judge(search.forms, in: workbook, blanks, settled)
      var outcomes = judged.map { form in
        self.form(form, in: workbook, file: file, digest: digest, annotated: annotated)
      }
      guard annotated != nil else { return Processed(forms: outcomes, copy: nil) }
      let copy = annotate(judged, &outcomes, opened, prior)
      return Processed(forms: outcomes, copy: copy)
    } catch let rejection as Rejection {
      return rejected(rejection, file: file, digest: digest)
    } catch {
      return rejected(Rejection(unreadable: "\(error)"), file: file, digest: digest)
    }
  }

  /// A file that could not be taken from the disk or its bundle.
  func rejected(_ rejection: Rejection, file: String, digest: String) -> Processed {
    Processed(forms: [rejectedForm(rejection, 1, file: file, digest: digest)], copy: nil)
  }

  private func rejectedForm(_ rejection: Rejection, _ number: Int, file: String, digest: String)
    -> Form
  {
    let finding = rejection.finding(file: number == 1 ? file : "\(file)#\(number)")
    let outcome = ReturnOutcome(
      file: file, form: number, sha256: digest, evaluated: nil, findings: [finding],
      counts: false, fundUnit: fundUnit, annotated: nil)
    let entry = Standing.Entry(
      project: nil, isEligible: false, modified: nil, file: file, sha256: digest)
    return Form(outcome: outcome, entry: entry)
  }

  private var fundUnit: String { scheme.form.funds?.moneyUnit ?? "" }

  private func open(_ bytes: [UInt8]) throws -> WorkbookFile {
    do {
      return try WorkbookFile(bytes)
    } catch {
      throw Rejection(error)
    }
  }

  /// F008, unless a blank says that the form is one of another scheme (F011).
  private func noForm(_ nearest: FormFinder.NearMiss?, _ blanks: BlankReader) -> Rejection {
    for record in blanks.records {
      if let mismatch = evaluator.mismatch(of: record.issued) { return Rejection(mismatch) }
    }
    return Rejection(noForm: nearest, title: scheme.title)
  }

  /// A form of a file: scored, or why it is not.
  private enum Judged {
    case scored(ScoredForm)
    case rejected(Rejection, number: Int)

    var scored: ScoredForm? {
      if case .scored(let form) = self { form } else { nil }
    }
  }

  private func judge(
    _ forms: [FoundForm], in workbook: Workbook, _ blanks: BlankReader,
    _ settled: Settled
  ) -> [Judged] {
    let forms = forms.map { form in
      form.completed(
        by: blanks.names, of: scheme.form, on: workbook.sheet(named: form.sheet))
    }
    var reports = forms.map { reader.read($0, in: workbook, names: blanks.names) }
    blanks.add(to: &reports, of: forms, title: scheme.title)
    return zip(forms, reports).map { found, report in
      if let mismatch = report.issued.flatMap(evaluator.mismatch) {
        return .rejected(Rejection(mismatch), number: found.number)
      }
      return .scored(scored(found, report, settled))
    }
  }

  private func scored(_ found: FoundForm, _ report: Report, _ settled: Settled) -> ScoredForm {
    var evaluated = evaluator.evaluate(report)
    let rectification = settled.replaced[found.number].map { previous in
      Rectification(
        previous: previous.file, before: previous.items,
        after: evaluated.findings.map(Rectification.Item.init))
    }
    if let superseded = settled.superseded[found.number] { evaluated.findings.append(superseded) }
    return ScoredForm(
      form: found, report: report, evaluated: evaluated, occasion: occasion, fundUnit: fundUnit,
      rectification: rectification)
  }

  private func form(
    _ judged: Judged, in workbook: Workbook, file: String, digest: String, annotated: String?
  ) -> Form {
    switch judged {
    case .scored(let form):
      self.form(form, in: workbook, file: file, digest: digest, annotated: annotated)
    case .rejected(let rejection, let number):
      rejectedForm(rejection, number, file: file, digest: digest)
    }
  }

  private func form(
    _ scored: ScoredForm, in workbook: Workbook, file: String, digest: String, annotated: String?
  ) -> Form {
    let project = scored.evaluated.scorecard.project
    let isKnown = evaluator.isKnown(project)
    let isSuperseded = scored.evaluated.findings.contains { $0.code == .f009 }
    let outcome = ReturnOutcome(
      file: file, form: scored.form.number, sha256: digest, evaluated: scored.evaluated,
      findings: scored.evaluated.findings, counts: isKnown && !isSuperseded, fundUnit: fundUnit,
      annotated: annotated, modified: workbook.properties.modified,
      rectification: scored.rectification)
    let entry = Standing.Entry(
      project: evaluator.projectKey(of: project), isEligible: isKnown,
      modified: workbook.properties.modified, file: file, sha256: digest)
    return Form(outcome: outcome, entry: entry)
  }

  /// Makes the annotated copy. What could not be added is said as findings (S010); a workbook
  /// that cannot be changed at all stays scored, without a copy.
  private func annotate(
    _ judged: [Judged], _ forms: inout [Form], _ opened: consuming WorkbookFile,
    _ prior: PriorPatch?
  ) -> [UInt8]? {
    let workbook = opened.workbook
    let patches = judged.compactMap(\.scored).map {
      Annotator.patch(for: $0, in: workbook, replacing: prior)
    }
    guard let patch = WorkbookPatch.joined(patches),
      let first = judged.firstIndex(where: { $0.scored != nil })
    else { return nil }
    do {
      let patched = try opened.adding(patch)
      let remarks = AnnotationRemarks.findings(patched.remarks, forms[first].outcome)
      forms[first].outcome.findings += remarks
      return patched.bytes
    } catch {
      for index in forms.indices where judged[index].scored != nil {
        forms[index].outcome.annotated = nil
        forms[index].outcome.findings.append(
          AnnotationRemarks.impossible(error, forms[index].outcome))
      }
      return nil
    }
  }
}

extension FormFinder.Ignored {
  /// What an earlier annotation added is no part of the return.
  init(_ prior: PriorPatch?) {
    self.init()
    guard let prior else { return }
    if let first = prior.firstSheet { sheets.insert(first) }
    for area in prior.areas {
      if let cells = area.cells { areas[area.sheet, default: []].append(cells) }
    }
  }
}
