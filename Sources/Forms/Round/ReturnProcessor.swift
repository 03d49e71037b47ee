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
      let search = finder.find(in: workbook, ignoring: FormFinder.Ignored(prior))
      guard !search.forms.isEmpty else {
        throw Rejection(noForm: search.nearest, title: scheme.title)
      }
      let scored = search.forms.map { found in
        evaluate(found, in: workbook, settled)
      }
      var outcomes = scored.map { form in
        self.form(form, in: workbook, file: file, digest: digest, annotated: annotated)
      }
      guard annotated != nil else { return Processed(forms: outcomes, copy: nil) }
      let copy = annotate(scored, &outcomes, opened, prior)
      return Processed(forms: outcomes, copy: copy)
    } catch let rejection as Rejection {
      return rejected(rejection, file: file, digest: digest)
    } catch {
      return rejected(Rejection(unreadable: "\(error)"), file: file, digest: digest)
    }
  }

  /// A file that could not be taken from the disk or its bundle.
  func rejected(_ rejection: Rejection, file: String, digest: String) -> Processed {
    let finding = rejection.finding(file: file)
    let outcome = ReturnOutcome(
      file: file, form: 1, sha256: digest, evaluated: nil, findings: [finding], counts: false,
      fundUnit: fundUnit, annotated: nil)
    let entry = Standing.Entry(
      project: nil, isEligible: false, modified: nil, file: file, sha256: digest)
    return Processed(forms: [Form(outcome: outcome, entry: entry)], copy: nil)
  }

  private var fundUnit: String { scheme.form.funds?.moneyUnit ?? "" }

  private func open(_ bytes: [UInt8]) throws -> WorkbookFile {
    do {
      return try WorkbookFile(bytes)
    } catch {
      throw Rejection(error)
    }
  }

  private func evaluate(_ found: FoundForm, in workbook: Workbook, _ settled: Settled)
    -> ScoredForm
  {
    let report = reader.read(found, in: workbook)
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
    _ scored: [ScoredForm], _ forms: inout [Form], _ opened: consuming WorkbookFile,
    _ prior: PriorPatch?
  ) -> [UInt8]? {
    let workbook = opened.workbook
    let patches = scored.map { Annotator.patch(for: $0, in: workbook, replacing: prior) }
    guard let patch = WorkbookPatch.joined(patches) else { return nil }
    do {
      let patched = try opened.adding(patch)
      let remarks = AnnotationRemarks.findings(patched.remarks, forms[0].outcome)
      forms[0].outcome.findings += remarks
      return patched.bytes
    } catch {
      for index in forms.indices {
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
