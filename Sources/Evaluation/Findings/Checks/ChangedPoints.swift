internal import Figures

/// T002: the points differ from those issued.
enum ChangedPoints: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.indicators.compactMap { row in
      guard row.mode != .filed, let issued = row.issued?.points, let own = row.ownPoints,
        let typed = row.cell(.points),
        own.figure != issued, own.remarks.first?.code != .v001
      else { return nil }
      if assessment.isAsHandedOut(row, { own.figure == $0.points }) {
        return Draft(
          .t002, .warning, at: typed.place, assessment.subject(row, .points), found: typed.shown,
          expected: issued.description,
          "空表下发后分值改为\(issued)分，表内仍是下发时的\(typed.shown)分，按\(issued)分计。",
          advice: "核对调整文件；已调整的，按新下发的空表填报。")
      }
      return Draft(
        .t002, at: typed.place, assessment.subject(row, .points), found: typed.shown,
        expected: issued.description, "分值填的是\(typed.shown)，下达的是\(issued)，按\(issued)分计。",
        advice: "改回\(issued)；需要调整分值的，先报批。")
    }
  }
}
