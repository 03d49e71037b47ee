public import Evaluation
internal import Workbooks

/// Takes one returned file all the way: read, found, evaluated, annotated.
public struct ReturnProcessor: Sendable {
  let kinds: FormKinds
  /// Within which workbooks are read.
  let limits: Limits

  /// A processor for a scheme; `programme` gives what was issued.
  public init(scheme: Scheme, programme: Programme?) {
    self.init(FormKinds(scheme, programme: programme))
  }

  init(_ kinds: FormKinds, limits: Limits = .standard) {
    self.kinds = kinds
    self.limits = limits
  }

  /// One form of a file, evaluated.
  struct Form {
    var outcome: ReturnOutcome
    var entry: Standing.Entry
    /// The decimals of its figures.
    var places = Results.Places()
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
      let read = try kinds.reports(
        of: workbook, ignoring: FormFinder.Ignored(prior), blanks, limits)
      let judged = judge(read, settled)
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
      counts: false, fundUnit: "", annotated: nil)
    let entry = Standing.Entry(
      project: nil, isEligible: false, modified: nil, file: file, sha256: digest)
    return Form(outcome: outcome, entry: entry)
  }

  private func open(_ bytes: [UInt8]) throws -> WorkbookFile {
    do {
      return try WorkbookFile(bytes, limits: limits)
    } catch {
      throw Rejection(error)
    }
  }

  /// A form of a file: scored, or why it is not.
  private enum Judged {
    case scored(Scored)
    case rejected(Rejection, number: Int)

    var scored: Scored? {
      if case .scored(let scored) = self { scored } else { nil }
    }
  }

  /// A scored form with its kind; handed on by reference, for it is large.
  private final class Scored {
    let form: ScoredForm
    let kind: FormKind

    init(_ form: ScoredForm, _ kind: FormKind) {
      self.form = form
      self.kind = kind
    }
  }

  private func judge(_ read: [FormKinds.ReadForm], _ settled: Settled) -> [Judged] {
    read.map { form in
      if let mismatch = form.report.issued.flatMap(form.kind.evaluator.mismatch) {
        return .rejected(Rejection(mismatch), number: form.form.number)
      }
      return .scored(Scored(scored(form.form, form.report, form.kind, settled), form.kind))
    }
  }

  private func scored(
    _ found: FoundForm, _ report: Report, _ kind: FormKind, _ settled: Settled
  ) -> ScoredForm {
    var evaluated = kind.evaluator.evaluate(report)
    let rectification = settled.replaced[found.number].map { previous in
      Rectification(
        previous: previous.file, before: previous.items,
        after: evaluated.findings.map(Rectification.Item.init))
    }
    if let superseded = settled.superseded[found.number] { evaluated.findings.append(superseded) }
    return ScoredForm(
      form: found, report: report, evaluated: evaluated, occasion: kind.occasion,
      fundUnit: kind.fundUnit, scheme: kind.scheme.id, rectification: rectification)
  }

  private func form(
    _ judged: Judged, in workbook: Workbook, file: String, digest: String, annotated: String?
  ) -> Form {
    switch judged {
    case .scored(let scored):
      form(
        scored.form, scored.kind, in: workbook, file: file, digest: digest, annotated: annotated)
    case .rejected(let rejection, let number):
      rejectedForm(rejection, number, file: file, digest: digest)
    }
  }

  private func form(
    _ scored: ScoredForm, _ kind: FormKind, in workbook: Workbook, file: String, digest: String,
    annotated: String?
  ) -> Form {
    let project = scored.evaluated.scorecard.project
    let isKnown = kind.evaluator.isKnown(project)
    let isSuperseded = scored.evaluated.findings.contains { $0.code == .f009 }
    let outcome = ReturnOutcome(
      file: file, form: scored.form.number, sha256: digest, evaluated: scored.evaluated,
      findings: scored.evaluated.findings, counts: isKnown && !isSuperseded,
      fundUnit: kind.fundUnit, annotated: annotated, modified: workbook.properties.modified,
      rectification: scored.rectification, scheme: kind.scheme.id)
    let entry = Standing.Entry(
      project: kind.evaluator.projectKey(of: project), isEligible: isKnown,
      modified: workbook.properties.modified, file: file, sha256: digest)
    return Form(outcome: outcome, entry: entry, places: kind.places)
  }

  /// Makes the annotated copy. What could not be added is said as findings (S010); a workbook
  /// that cannot be changed at all stays scored, without a copy.
  private func annotate(
    _ judged: [Judged], _ forms: inout [Form], _ opened: consuming WorkbookFile,
    _ prior: PriorPatch?
  ) -> [UInt8]? {
    let workbook = opened.workbook
    let patches = judged.compactMap(\.scored).map {
      Annotator.patch(for: $0.form, in: workbook, replacing: prior)
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
