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
