extension RoundFindings {
  /// A text in the words of a finding: whose it is and where it stands.
  public struct Quotation: Sendable {
    /// The project.
    public var project: ProjectIdentity
    /// The return's file.
    public var file: String
    /// The text.
    public var text: OwnText

    /// A quotation.
    public init(project: ProjectIdentity, file: String, text: OwnText) {
      self.project = project
      self.file = file
      self.text = text
    }

    /// `“湿地保护”（林业局/自评表.xlsx 自评表!I14 恢复面积·原因）`.
    fileprivate var named: String {
      let cell = text.place.cell.map { "!\($0)" } ?? ""
      return "“\(project.name)”（\(file) \(text.place.sheet)\(cell) \(text.label)）"
    }
  }

  /// C005: a text stands in the returns of several projects.
  ///
  /// - Parameters:
  ///   - first: the first of the round.
  ///   - others: the next ones, as many as are to be named.
  ///   - count: how many others there are.
  ///   - digest: the digest of the first text, by which the finding is known.
  public static func copied(
    _ first: Quotation, _ others: [Quotation], of count: Int, isExact: Bool, digest: String
  ) -> Finding {
    let names = others.map(\.named).joined(separator: "、")
    let more = count > others.count ? "等\(count)处" : ""
    let excerpt = excerpt(of: first.text.text)
    let project = first.project
    return Finding(
      id: FindingID.make(
        .c005, project: project.id.isEmpty ? project.name + project.unit : project.id,
        key: "text", field: digest),
      code: .c005, severity: FindingCode.c005.severity, place: first.text.place, indicator: nil,
      label: project.name, found: excerpt, expected: "",
      message: "\(first.named)与\(names)\(more)的文字\(isExact ? "相同" : "大半相同")：“\(excerpt)”。",
      advice: "向有关单位核实是否如实填写。")
  }

  private static func excerpt(of text: String) -> String {
    let plain = text.unicodeScalars.map { Wording.isSpace($0) ? " " : $0 }
    let kept = String(String.UnicodeScalarView(plain.prefix(60)))
    return plain.count > 60 ? kept + "…" : kept
  }
}
