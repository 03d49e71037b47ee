internal import Evaluation
internal import Forms

/// The findings of one kind in one return: one line of the terminal.
struct FindingGroup {
  let code: String
  let severity: Severity
  private(set) var findings: [SummaryLine.Remark]

  /// One group for each code and severity, the gravest first, otherwise in the order in which
  /// they were found.
  static func groups(of findings: [SummaryLine.Remark]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      if let index = places[Key(finding)] {
        groups[index].findings.append(finding)
      } else {
        places[Key(finding)] = groups.count
        groups.append(
          FindingGroup(code: finding.code, severity: finding.severity, findings: [finding]))
      }
    }
    return Severity.allCases.reversed().flatMap { severity in
      groups.filter { $0.severity == severity }
    }
  }

  private struct Key: Hashable {
    let code: String
    let severity: Severity

    init(_ finding: SummaryLine.Remark) {
      code = finding.code
      severity = finding.severity
    }
  }

  /// Where they stand: the cells, each once; what has no cell goes by its label.
  ///
  /// - Parameter sheet: the sheet whose name need not be said.
  func places(besides sheet: String?) -> [String] {
    var seen: Set<String> = []
    return findings.compactMap { finding in
      guard let place = finding.place, let cell = place.cell else {
        return finding.label.isEmpty ? nil : finding.label
      }
      return place.sheet == sheet ? cell : "\(place.sheet)!\(cell)"
    }.filter { seen.insert($0).inserted }
  }

  /// What is said once for all of them; `nil` where each says something else.
  var message: String? {
    guard let first = findings.first?.message else { return nil }
    return findings.allSatisfy { $0.message == first } ? first : nil
  }

  /// What was found and what is due, where that is the same for all and in no language.
  var values: String? {
    guard let first = findings.first, !first.found.isEmpty, !first.expected.isEmpty,
      findings.allSatisfy({ $0.found == first.found && $0.expected == first.expected }),
      (first.found + first.expected).unicodeScalars.allSatisfy({ !Self.isIdeograph($0) })
    else { return nil }
    return "\(first.found) → \(first.expected)"
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    0x3000...0x9FFF ~= scalar.value || 0xFF00...0xFF60 ~= scalar.value
  }
}
