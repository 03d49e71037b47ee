internal import Evaluation
internal import Workbooks

/// How the rows of a further table stand, by what they are listed under.
struct StandingTable: Sendable {
  let title: String
  /// The rows without the header.
  let rows: [[SheetDraft.Span]]

  static let header: [SheetDraft.Span] = zip(
    8...13, ["类别", "项数", "达标", "未达标", "未能计算", "只列出"]
  ).map { .init($0...$0, $1, AuditLook.header) }

  /// The tables of a form, in its order.
  static func all(of card: Scorecard) -> [StandingTable] {
    let indicators = card.indicators
    var titles: [String] = []
    for at in indicators.indices {
      guard let title = indicators[at].table, !titles.contains(title) else { continue }
      titles.append(title)
    }
    return titles.map { title in
      StandingTable(title, card.indicators.filter { $0.table == title })
    }
  }

  private init(_ title: String, _ own: [IndicatorResult]) {
    self.title = title
    var names: [String] = []
    for row in own where !row.tier1.isEmpty && !names.contains(row.tier1) {
      names.append(row.tier1)
    }
    rows =
      names.map { name in Self.line(name, own.filter { $0.tier1 == name }, .body) }
      + [Self.line("合计", own, .lastSum)]
  }

  private static func line(
    _ name: String, _ rows: [IndicatorResult], _ row: AuditLook.Row
  ) -> [SheetDraft.Span] {
    let kinds: [Set<RowStatus>] = [
      Set(RowStatus.allCases), [.met, .over], [.shortfall], [.unresolved], [.excluded],
    ]
    let style = AuditLook.figure(.count, row)
    return [.init(8...8, TextExtent.clipped(name, to: 40), AuditLook.words(row))]
      + zip(9...13, kinds).map { column, kind in
        let count = rows.count { kind.contains($0.status) }
        return .init(column...column, .number(String(count)), style)
      }
  }
}
