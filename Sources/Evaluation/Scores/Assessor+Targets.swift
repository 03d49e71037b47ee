internal import Figures

/// What a row states as its target, and in which unit.
extension Assessor {
  /// The return's own target. Where a plain number under % can be read two ways, the one that was
  /// issued is meant.
  func ownTarget(of line: IndicatorLine?, unit: String, issued: Target?)
    -> TargetParser.Result
  {
    let typed = targetCell(of: line)
    let own = targets.read(typed, sign: line?.cell(.sign), unit: unit)
    if issued == nil, own.target == nil, own.remarks.first?.code == .v001, let line,
      !isJudged(line), typed?.isSwallowed != true,
      let named = targets.read(name: line.name, sign: line.cell(.sign), unit: unit)
    {
      return named
    }
    guard let issued, own.target != issued, Measure.isPercent(unit: own.unit) else { return own }
    let literal = literalTargets.read(typed, sign: line?.cell(.sign), unit: unit)
    return literal.target == issued ? literal : own
  }

  /// The cell of the target that counts: the adjusted one where it is filled in.
  private func targetCell(of line: IndicatorLine?) -> Typed? {
    guard let adjusted = line?.cell(.adjustedTarget), !values.isBlank(adjusted) else {
      return line?.cell(.target)
    }
    return adjusted
  }

  /// The target before its adjustment, as typed; `nil` where nothing was adjusted.
  func adjustedFrom(_ line: IndicatorLine?, _ own: Target?, unit: String) -> String? {
    guard let line, line.cell(.adjustedTarget) != nil, let original = line.cell(.target),
      let counting = targetCell(of: line),
      counting.place != original.place
    else { return nil }
    let before = targets.read(original, sign: line.cell(.sign), unit: unit).target
    return before == own ? nil : original.isBlank ? "未定" : Wording.trimmed(original.shown)
  }

  /// The unit of a row: its unit column, else the brackets of its name.
  static func unit(of line: IndicatorLine?) -> String {
    guard let line else { return "" }
    if let typed = line.cell(.unit), !typed.isBlank {
      let stated = UnitText.stated(Wording.plain(typed.shown))
      if !stated.isEmpty { return stated }
    }
    guard let unit = Wording.bracketedSuffix(of: line.name), unit.unicodeScalars.count <= 8 else {
      return ""
    }
    return unit
  }

  /// Whether a row states no target, in a table that lets it.
  func isWithoutTarget(
    _ line: IndicatorLine?, _ own: TargetParser.Result, _ issued: Programme.Indicator?
  ) -> Bool {
    guard let line, line.table != nil, issued == nil, own.target == nil,
      own.remarks.first?.code == .v001, line.cell(.target)?.isSwallowed != true
    else { return false }
    return scheme.form.tables.first { $0.id == line.table }?.withoutTarget == .excluded
  }
}
