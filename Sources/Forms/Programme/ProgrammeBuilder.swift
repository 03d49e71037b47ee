public import Evaluation
internal import Figures
public import Workbooks

/// Builds a programme of filled forms: those in which targets were filed, or last year's returns.
public struct ProgrammeBuilder: Sendable {
  private let kinds: FormKinds
  private let schemes: [Scheme]
  private let jobs: Int
  private let limits: Limits

  /// A builder from forms of one scheme.
  ///
  /// - Parameters:
  ///   - jobs: the files worked on at a time, from 1.
  ///   - limits: within which the files are read.
  public init(scheme: Scheme, jobs: Int, limits: Limits = .standard) {
    kinds = FormKinds(scheme, programme: nil)
    schemes = [scheme]
    self.jobs = jobs
    self.limits = limits
  }

  /// A builder that recognises of which scheme each form is.
  public init(recognising schemes: [Scheme], jobs: Int, limits: Limits = .standard) {
    kinds = FormKinds(Recogniser(schemes), book: nil)
    self.schemes = schemes
    self.jobs = jobs
    self.limits = limits
  }

  /// One form of a file, as it is to be taken over.
  private struct Form: Sendable {
    var file: String
    var number: Int
    var scheme: String
    var fundUnit: String
    var sheet: String
    var draft: ProjectDraft
    var modified: String?
    var sha256: String
  }

  /// What became of a file.
  private struct Drafted: Sendable {
    var forms: [Form] = []
    var remarks: [BuiltProgramme.Remark] = []
  }

  /// Builds a programme of the inputs, in their order.
  ///
  /// - Parameter details: what 基本信息 says, by key (年度, 工作名称).
  /// - Throws: `WorkbookError` where the workbook cannot be made.
  public func build(
    _ inputs: [Inbox.Input], details: [String: String] = [:]
  ) throws -> BuiltProgramme {
    var drafted = Drafted()
    try OrderedWork.run(
      count: inputs.count, jobs: jobs, work: { draft(inputs[$0]) },
      take: { (_: Int, done: Drafted) in
        drafted.forms += done.forms
        drafted.remarks += done.remarks
      })
    let counting = counting(drafted.forms, &drafted.remarks)
    var codes = ProjectCodes(counting.map(\.draft.id))
    let projects = counting.enumerated().map { index, form in
      project(form, code: codes.code(index), &drafted.remarks)
    }
    return try built(projects, counting, details, drafted.remarks)
  }

  // MARK: Files

  private func draft(_ input: Inbox.Input) -> Drafted {
    do throws(Rejection) {
      return try draft(try read(input), input.file)
    } catch {
      return Drafted(remarks: [.init(error, file: input.file)])
    }
  }

  private func read(_ input: Inbox.Input) throws(Rejection) -> [UInt8] {
    do throws(WorkbookError) { return try input.read(limits: limits) } catch {
      throw Rejection(error)
    }
  }

  private func draft(_ bytes: [UInt8], _ file: String) throws(Rejection) -> Drafted {
    let workbook: Workbook
    do throws(WorkbookError) {
      workbook = try Workbook.read(bytes, limits: limits)
    } catch {
      throw Rejection(error)
    }
    let blanks = BlankReader(workbook)
    let prior = FormFinder.Ignored(PriorPatch.find(in: workbook))
    let read = try kinds.reports(of: workbook, ignoring: prior, blanks)
    var drafted = Drafted()
    for form in read {
      if let mismatch = form.report.issued.flatMap(form.kind.evaluator.mismatch) {
        drafted.remarks.append(.init(Rejection(mismatch), file: file))
        continue
      }
      guard let draft = try? ProjectDrafter(form.kind.scheme).draft(form.report) else {
        drafted.remarks.append(.overflow(file, form.form))
        continue
      }
      let entry = Form(
        file: file, number: form.form.number, scheme: form.kind.scheme.id,
        fundUnit: form.kind.fundUnit, sheet: form.form.sheet, draft: draft,
        modified: workbook.properties.modified, sha256: SHA256.hex(of: bytes))
      drafted.forms.append(entry)
    }
    return drafted
  }

  // MARK: Projects

  /// The newest form of each project, with what it lacks; of the others it is said that they are not
  /// taken over.
  private func counting(
    _ forms: [Form], _ remarks: inout [BuiltProgramme.Remark]
  ) -> [Form] {
    let superseded = Standing.superseded(
      forms.map { form in
        let identity = ProjectIdentity(
          id: "", name: form.draft.name, unit: form.draft.unit, department: "")
        return Standing.Entry(
          project: Standing.key(of: identity, inProgramme: false), isEligible: true,
          modified: form.modified, file: form.file, sha256: form.sha256)
      })
    var counting: [Form] = []
    for (index, form) in forms.enumerated() {
      guard let newest = superseded[index] else {
        counting.append(form)
        remarks += form.draft.gaps.map { .init($0, file: form.file, sheet: form.sheet) }
        continue
      }
      remarks.append(.superseded(form.file, form.draft.name, by: forms[newest].file))
    }
    return counting
  }

  private func project(
    _ form: Form, code: ProjectCodes.Code, _ remarks: inout [BuiltProgramme.Remark]
  ) -> BuiltProgramme.Project {
    switch code.origin {
    case .form: break
    case .made: remarks.append(.made(code.text, form.file, form.draft.name))
    case .repeated(let id):
      remarks.append(.repeated(id, code.text, form.file, form.draft.name))
    }
    var draft = form.draft
    draft.id = code.text
    draft.funds = draft.funds.map { fund in
      Programme.Fund(
        source: fund.source,
        initialBudget: fund.initialBudget.flatMap {
          MoneyUnit.tenThousandYuan($0, in: form.fundUnit)
        }, budget: fund.budget.flatMap { MoneyUnit.tenThousandYuan($0, in: form.fundUnit) })
    }
    return BuiltProgramme.Project(
      draft: draft, file: form.file, form: form.number, scheme: form.scheme,
      isCodeMade: code.origin != .form)
  }

  private func built(
    _ projects: [BuiltProgramme.Project], _ forms: [Form], _ details: [String: String],
    _ remarks: [BuiltProgramme.Remark]
  ) throws -> BuiltProgramme {
    guard !projects.isEmpty else {
      return BuiltProgramme(bytes: nil, projects: [], remarks: remarks, mistakes: nil)
    }
    let bytes = try ProgrammeWriter.bytes(of: projects.map(\.draft), details: details)
    let ids = Set(forms.map(\.scheme))
    let read = schemes.filter { ids.contains($0.id) }
    var mistakes: ProgrammeErrors?
    do {
      for scheme in read.prefix(1) {
        _ = try ProgrammeBook(bytes).programme(for: scheme, amongOthers: read.count > 1)
      }
    } catch let errors as ProgrammeErrors {
      mistakes = errors
    }
    return BuiltProgramme(
      bytes: bytes, projects: projects, remarks: remarks, mistakes: mistakes)
  }
}
