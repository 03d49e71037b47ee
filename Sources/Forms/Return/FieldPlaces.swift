internal import Evaluation
internal import Workbooks

/// Where the fields of a blank stand in a return: by what is read there, and by their names where
/// that says nothing. Names may be gone, or stay behind when a program moves rows.
struct FieldPlaces {
  private let form: FoundForm
  private let names: [String: CellReference]
  private var rows: [String: Int] = [:]
  private var read: [String: CellReference] = [:]

  init(
    _ issued: IssuedForm, _ report: Report, on form: FoundForm, names: [String: CellReference]
  ) {
    self.form = form
    self.names = names
    readRows(issued.project.indicators, report.indicators)
    for line in report.funds {
      for (column, typed) in line.cells {
        guard let name = FieldName.fund(line.role, column) else { continue }
        if read[name] == nil { read[name] = typed.place.reference }
      }
    }
    read[FieldName.totalScore] = report.claimedTotal?.place.reference
  }

  /// The cell of a field; `nil` where it cannot be told.
  subscript(_ name: String) -> CellReference? {
    guard let (key, column) = FieldName.indicator(in: name) else {
      return read[name] ?? names[name]
    }
    guard let row = rows[key] else { return nil }
    let place = form.indicatorHeaders[column]?.column ?? names[name]?.column
    return place.flatMap { CellReference(row: row, column: $0) }
  }

  /// An indicator stands where its label does, if that stands once; else where its names say,
  /// unless the label there is that of another.
  private mutating func readRows(
    _ indicators: [Programme.Indicator], _ lines: [IndicatorLine]
  ) {
    var labelled: [String: [Int]] = [:]
    for line in lines {
      guard let row = line.cells[.name]?.place.reference?.row else { continue }
      labelled[Wording.key(line.name), default: []].append(row)
    }
    let named = Dictionary(
      lines.compactMap { line in line.namedKey.map { ($0, line) } },
      uniquingKeysWith: { one, _ in one })
    let labels = Dictionary(grouping: indicators) { Wording.key($0.name) }.mapValues(\.count)
    for (index, indicator) in indicators.enumerated() {
      let key = Programme.Indicator.key(id: indicator.id, number: index + 1)
      let label = Wording.key(indicator.name)
      if labels[label] == 1, let found = labelled[label], found.count == 1 {
        rows[key] = found[0]
      } else if let line = named[key] {
        let found = Wording.key(line.name)
        guard labels[found] == nil || found == label || labelled[found]?.count != 1 else {
          continue
        }
        rows[key] = line.cells[.name]?.place.reference?.row
      }
    }
  }
}
