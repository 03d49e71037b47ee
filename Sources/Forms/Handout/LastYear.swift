public import Evaluation
public import Workbooks

/// What was reached the year before: read from its returns, or from its results.json.
public struct LastYear: Sendable {
  /// A project of the year before.
  struct Project: Sendable {
    var file: String
    var identity: ProjectIdentity
    var indicators: [Indicator]
  }

  /// An indicator of the year before.
  struct Indicator: Sendable {
    var tier1: String
    var tier2: String
    var name: String
    var value: CarriedValue
  }

  /// Something about a file of the year before.
  public struct Remark: Sendable {
    /// The file.
    public let file: String
    /// What it is.
    public let text: Bilingual
  }

  /// The projects, each once.
  let projects: [Project]
  /// What could not be read.
  public let remarks: [Remark]

  init(projects: [Project], remarks: [Remark] = []) {
    self.projects = projects
    self.remarks = remarks
  }

  /// One return, before it is known which of its project counts.
  private struct Read: Sendable {
    var projects: [(project: Project, entry: Standing.Entry)] = []
    var remarks: [Remark] = []
  }

  /// Reads last year's returns.
  ///
  /// - Parameters:
  ///   - scheme: that of this year's blanks; a form that is not recognised is read by it.
  ///   - schemes: those that come into question.
  ///   - jobs: the files worked on at a time, from 1.
  ///   - limits: within which the files are read.
  public init(
    _ inputs: [Inbox.Input], scheme: Scheme, schemes: [Scheme], jobs: Int,
    limits: Limits = .standard
  ) throws {
    let others = schemes.filter { $0.id != scheme.id }
    let recognised = FormKinds(Recogniser([scheme] + others), book: nil)
    let given = FormKinds(scheme, programme: nil)
    var all = Read()
    try OrderedWork.run(
      count: inputs.count, jobs: jobs,
      work: { Self.read(inputs[$0], recognised, orElse: given, limits) },
      take: { (_: Int, read: Read) in
        all.projects += read.projects
        all.remarks += read.remarks
      })
    let superseded = Standing.superseded(all.projects.map(\.entry))
    projects = zip(all.projects, superseded).filter { $1 == nil }.map(\.0.project)
    remarks =
      all.remarks
      + zip(all.projects, superseded).compactMap { read, newer in
        newer.map { Remark(read.project, supersededBy: all.projects[$0].project.file) }
      }
  }

  private static func read(
    _ input: Inbox.Input, _ recognised: FormKinds, orElse given: FormKinds, _ limits: Limits
  ) -> Read {
    do throws(Rejection) {
      let bytes = try bytes(of: input, limits)
      let workbook = try workbook(bytes, limits)
      let forms = try forms(of: workbook, recognised, orElse: given)
      let digest = SHA256.hex(of: bytes)
      return Read(
        projects: forms.map { form in
          let project = project(form, of: input.file)
          let entry = Standing.Entry(
            project: Standing.key(of: project.identity, inProgramme: false), isEligible: true,
            modified: workbook.properties.modified, file: input.file, sha256: digest)
          return (project, entry)
        })
    } catch {
      let text = "\(error.code.rawValue) \(error.message)"
      return Read(remarks: [Remark(file: input.file, text: Bilingual(text, text))])
    }
  }

  private static func forms(
    of workbook: Workbook, _ recognised: FormKinds, orElse given: FormKinds
  ) throws(Rejection) -> [FormKinds.ReadForm] {
    let blanks = BlankReader(workbook)
    let prior = FormFinder.Ignored(PriorPatch.find(in: workbook))
    do throws(Rejection) {
      return try recognised.reports(of: workbook, ignoring: prior, blanks)
    } catch {
      return try given.reports(of: workbook, ignoring: prior, blanks)
    }
  }

  private static func bytes(
    of input: Inbox.Input, _ limits: Limits
  ) throws(Rejection) -> [UInt8] {
    do throws(WorkbookError) { return try input.read(limits: limits) } catch {
      throw Rejection(error)
    }
  }

  private static func workbook(
    _ bytes: [UInt8], _ limits: Limits
  ) throws(Rejection) -> Workbook {
    do throws(WorkbookError) { return try Workbook.read(bytes, limits: limits) } catch {
      throw Rejection(error)
    }
  }

  private static func project(_ form: FormKinds.ReadForm, of file: String) -> Project {
    let report = form.report
    let issued = report.issued?.project
    let identity = ProjectIdentity(
      id: issued?.id ?? report.projectCode?.shown ?? "",
      name: report.projectName?.shown ?? issued?.name ?? "",
      unit: report.unit?.shown ?? issued?.unit ?? "", department: "")
    let indicators = report.indicators.map { line in
      let unit = line.cells[.unit]?.shown ?? ""
      let sign = line.cells[.sign]?.shown ?? ""
      let target = line.cells[.target]?.shown ?? ""
      return Indicator(
        tier1: line.tier1, tier2: line.tier2, name: line.name,
        value: CarriedValue(
          target: withSign(sign, target), actual: withUnit(line.cells[.actual]?.shown ?? "", unit)))
    }
    return Project(file: file, identity: identity, indicators: indicators)
  }

  /// A target with the sign that has a column of its own: ≥ before 5100, and nothing before a
  /// target that has one, or whose kind is a word.
  private static func withSign(_ sign: String, _ target: String) -> String {
    let isSign = ["≥", "≤", "=", "＝", ">", "<"].contains(sign)
    let isBare = target.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
    return isSign && isBare ? sign + target : target
  }

  /// A percentage that stood in a column of figures shows its sign.
  private static func withUnit(_ actual: String, _ unit: String) -> String {
    let isBare = actual.unicodeScalars.last.map { ("0"..."9").contains($0) } ?? false
    return Measure.isPercent(unit: unit) && isBare ? actual + "%" : actual
  }
}

extension LastYear.Remark {
  fileprivate init(_ project: LastYear.Project, supersededBy file: String) {
    let name = project.identity.name
    self.init(
      file: project.file,
      text: Bilingual(
        "“\(name)”另有更新的一份 \(file)，这一份未列出",
        "“\(name)” has a newer form \(file); this one is not shown"))
  }
}

extension LastYear {
  /// Reads the results.json of last year's rounds: what counted in them.
  ///
  /// - Throws: ``ResultsFileError`` for a file that is none.
  public init(results paths: [String]) throws {
    var projects: [Project] = []
    for path in paths {
      let file = try ResultsFile(path)
      let returns = RecordedReturns([
        .init(lines: file.lines, name: path, firstLine: file.firstLine)
      ])
      for index in 0..<returns.count {
        let read = try returns.read(index, .init([.shown, .indicators]))
        guard read.isScored, read.counted else { continue }
        projects.append(
          Project(
            file: read.file, identity: read.project,
            indicators: read.indicators.map { row in
              Indicator(
                tier1: row.tier1, tier2: row.tier2, name: row.name,
                value: CarriedValue(target: row.shownTarget, actual: row.shownActual))
            }))
      }
    }
    self.init(projects: projects)
  }

  /// What two sources say together, the earlier one first.
  public func joined(_ other: LastYear) -> LastYear {
    LastYear(projects: projects + other.projects, remarks: remarks + other.remarks)
  }
}
