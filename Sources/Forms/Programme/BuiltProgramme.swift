public import Evaluation

/// A programme workbook made of filled forms, and what there is to say about it.
public struct BuiltProgramme: Sendable {
  /// The workbook; `nil` where there is no project.
  public let bytes: [UInt8]?
  /// The projects, in the order of the inputs.
  public let projects: [Project]
  /// What could not be read or was not taken over, in the order of the inputs; then about codes.
  public let remarks: [Remark]
  /// What has to be completed in the workbook before it can be used; `nil` for nothing.
  public let mistakes: ProgrammeErrors?

  /// A project of it.
  public struct Project: Sendable {
    /// What was taken over; money in 万元.
    public let draft: ProjectDraft
    /// The file it was read from.
    public let file: String
    /// Which form of that, from 1.
    public let form: Int
    /// The id of the form's scheme.
    public let scheme: String
    /// Whether its code was made up.
    public let isCodeMade: Bool
  }

  /// Something about one file.
  public struct Remark: Sendable {
    /// How grave it is.
    public let severity: Severity
    /// The file, as in outputs.
    public let file: String
    /// The sheet; `nil` for the file as a whole.
    public let sheet: String?
    /// The cell; `nil` for the form as a whole.
    public let cell: String?
    /// What it is.
    public let text: Bilingual
  }

  /// The gravest of all that is said; what is missing in the workbook is an error.
  public var worst: Severity? {
    mistakes == nil ? remarks.map(\.severity).max() : .error
  }
}

extension BuiltProgramme.Remark {
  init(_ gap: ProjectDraft.Gap, file: String, sheet: String) {
    self.init(
      severity: gap.severity, file: file, sheet: gap.place?.sheet ?? sheet, cell: gap.place?.cell,
      text: gap.text)
  }

  /// A file that cannot be read; why is told in the words that returns are refused with.
  init(_ rejection: Rejection, file: String) {
    let text = "\(rejection.code.rawValue) \(rejection.message)"
    self.init(
      severity: .error, file: file, sheet: nil, cell: nil, text: Bilingual(text, text))
  }

  private init(_ severity: Severity, _ file: String, _ chinese: String, _ english: String) {
    self.init(
      severity: severity, file: file, sheet: nil, cell: nil, text: Bilingual(chinese, english))
  }

  static func overflow(_ file: String, _ form: FoundForm) -> BuiltProgramme.Remark {
    .init(
      severity: .error, file: file, sheet: form.sheet, cell: nil,
      text: Bilingual("表内数值过大，未收入", "its figures are too large; it is not taken over"))
  }

  static func superseded(_ file: String, _ project: String, by newer: String)
    -> BuiltProgramme.Remark
  {
    .init(
      .warning, file, "“\(project)”另有更新的一份 \(newer)，这一份未收入",
      "“\(project)” has a newer form \(newer); this one is not taken over")
  }

  static func made(_ code: String, _ file: String, _ project: String) -> BuiltProgramme.Remark {
    .init(
      .note, file, "“\(project)”没有项目编码，暂编为\(code)",
      "“\(project)” has no code; \(code) was made up")
  }

  static func repeated(_ id: String, _ code: String, _ file: String, _ project: String)
    -> BuiltProgramme.Remark
  {
    .init(
      .warning, file, "“\(project)”的项目编码\(id)与另一项目相同，暂编为\(code)",
      "the code \(id) of “\(project)” is another project's; \(code) was made up")
  }
}
