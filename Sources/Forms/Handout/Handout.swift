public import Evaluation
internal import Workbooks

/// Hands a programme out: one blank a project, written whole or not at all.
public struct Handout: Sendable {
  private let scheme: Scheme
  private let programme: Programme
  private let writer: HandoutWriter
  private let output: String
  private let jobs: Int
  private let carried: CarriedValues?

  /// - Parameters:
  ///   - output: the folder for the blanks; it is made where it is missing.
  ///   - jobs: the blanks worked on at a time, from 1.
  ///   - carried: last year's values, shown beside this year's targets; `nil` shows none.
  public init(
    scheme: Scheme, programme: Programme, output: String, jobs: Int,
    carried: CarriedValues? = nil
  ) {
    self.scheme = scheme
    self.programme = programme
    writer = HandoutWriter(scheme, programme: programme)
    self.output = output
    self.jobs = jobs
    self.carried = carried
  }

  /// Writes the blanks.
  ///
  /// - Parameter progress: is told of each blank that is done, on any thread.
  /// - Returns: their names below the folder, in the order of the programme.
  /// - Throws: ``OutputError`` where one cannot be written, or another file of its name is there,
  ///   which may be a return: blanks come back under their own names. `WorkbookError` where a
  ///   project holds what no workbook can.
  public func write(progress: (@Sendable () -> Void)? = nil) throws -> [String] {
    Leftovers.remove(in: output)
    var names = BlankNames()
    let files = programme.projects.map { project in
      names.name(project.id, unit: project.unit, project: project.name)
    }
    try OrderedWork.run(
      count: files.count, jobs: jobs,
      work: { index in
        Result {
          try write(
            programme.projects[index], carried?.values(of: index) ?? [:], to: files[index])
          progress?()
        }
      },
      take: { (_: Int, done: Result<Void, any Error>) in try done.get() })
    return files
  }

  private func write(
    _ project: Programme.Project, _ carried: [String: CarriedValue], to file: String
  ) throws {
    let issued = IssuedForm(project, of: programme, scheme: scheme)
    let blank = try writer.blank(issued, carried: carried)
    let path = output + "/" + file
    guard
      try !OutputFile.holds(
        blank, path, orElse: "another file of that name is there, maybe a return")
    else { return }
    try OutputFile.write(blank, to: file, below: output)
  }
}
