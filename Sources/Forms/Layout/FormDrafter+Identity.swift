internal import Evaluation
internal import Workbooks

// What stands beside the tables: which project it is about, and texts of the unit's own.
extension FormDrafter {
  mutating func drawIdentity() {
    let pairs = identities
    drawing.firstRow = row + 1
    for start in stride(from: 0, to: pairs.count, by: 2) {
      begin(30)
      let second = start + 1 < pairs.count ? pairs[start + 1] : nil
      let label = columns.secondLabel
      put(pairs[start].label, 1...1, FormLook.heads)
      fill(pairs[start], 2...(second == nil ? columns.last : label.lowerBound - 1))
      if let second {
        put(second.label, label, FormLook.heads)
        fill(second, (label.upperBound + 1)...columns.last)
      }
    }
  }

  private struct Identity {
    let label: String
    let value: String?
    let name: String
    var isCode = false
  }

  private var identities: [Identity] {
    var pairs: [Identity] = []
    func add(_ labels: [String], _ value: String?, _ name: String, isCode: Bool = false) {
      guard let label = labels.first else { return }
      pairs.append(Identity(label: label, value: value, name: name, isCode: isCode))
    }
    add(form.projectName, project?.name, FieldName.projectName)
    add(form.projectCode, project?.id, FieldName.projectCode, isCode: true)
    add(form.department, project?.department, FieldName.department)
    add(form.unit, project?.unit, FieldName.unit)
    for (index, label) in form.blank.fields.enumerated() {
      add([label], nil, FieldName.field(index + 1))
    }
    return pairs
  }

  private mutating func fill(_ identity: Identity, _ span: ClosedRange<Int>) {
    if let value = identity.value {
      put(value, span, identity.isCode ? FormLook.code : FormLook.words)
      return name(identity.name, span)
    }
    open(.words, span, named: identity.name)
    if !identity.isCode { check(identity.label, span, "§\(cell(span))=\"\"") }
  }

  mutating func drawGoal(_ goal: BlankWording.Goal) {
    let right = columns.secondLabel.lowerBound
    let last = goal.reason == nil ? columns.last : max(right, (right + columns.last) / 2)
    let (expected, actual) = (2...(right - 1), right...last)
    let reason = goal.reason == nil || last == columns.last ? nil : (last + 1)...columns.last
    begin(28)
    put(goal.expected, expected, FormLook.heads)
    put(goal.actual, actual, FormLook.heads)
    if let reason { put(goal.reason ?? "", reason, FormLook.heads) }
    begin(88)
    if let project {
      put(project.goal ?? "", expected, FormLook.goal)
    } else {
      open(.words, expected, named: nil)
    }
    open(.result, actual, named: FieldName.goalResult)
    if let reason { open(.reason, reason, named: FieldName.goalReason) }
    if project?.goal != nil { check(goal.actual, actual, "§\(cell(actual))=\"\"") }
    drawSide(goal.title, (row - 1)...row)
  }

  /// Texts of the unit's own, each beside its label.
  mutating func drawTexts(_ position: BlankWording.Texts.Position) {
    var number = 0
    for texts in form.blank.texts {
      let lines = texts.lines.isEmpty ? [""] : texts.lines
      defer { number += lines.count }
      guard texts.position == position else { continue }
      let first = row + 1
      for (index, line) in lines.enumerated() {
        begin(line.isEmpty ? 60 : 34)
        draw(line, number: number + index + 1)
      }
      drawSide(texts.title, first...row)
    }
  }

  private mutating func draw(_ label: String, number: Int) {
    let name = FieldName.text(number)
    guard !label.isEmpty else { return open(.result, 2...columns.last, named: name) }
    let end = max(2, columns.secondLabel.lowerBound / 2)
    put(label, 2...end, FormLook.heads)
    open(.result, (end + 1)...columns.last, named: name)
  }
}
