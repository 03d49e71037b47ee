internal import Evaluation

/// Why it cannot be said which scheme's form a return is. Each names what would be the next step.
extension Rejection {
  /// A blank of a scheme that is not at hand (F011).
  init(unknownScheme id: String) {
    self.init(
      code: .f011, found: "评价方案：\(id)",
      message: "所用空表是按方案“\(id)”下发的，随附的方案里没有它，未计分。",
      advice: "用 --scheme 给出该方案的文件，再审核。")
  }

  /// F008: a roll-up of the command's own, which lists indicators of many returns.
  static var ownSummary: Rejection {
    Rejection(
      code: .f008, found: "汇总表",
      message: "这是本工具写出的汇总表（summary.xlsx），不是自评表。",
      advice: "不要把汇总表放进报表的文件夹；批注过的表在returned文件夹里。")
  }

  /// F008: no sheet has a header of any scheme's form.
  init(noFormOf count: Int) {
    self.init(
      code: .f008, found: "没有自评表的表头",
      message: "没有认出任何一种表：各工作表都没有随附\(count)种方案所需的表头。",
      advice: "用下发的空表填报；是随附方案以外的表式，用 --scheme 给出方案文件。")
  }

  /// F008: headers of a scheme's form, and not all of them.
  init(nearest miss: FormFinder.NearMiss, _ scheme: Scheme) {
    var rejection = Rejection(noForm: miss, title: scheme.title)
    rejection.message = "没有认出是哪一种表，最接近\(Self.name(scheme))。" + rejection.message
    rejection.advice += "是随附方案以外的表式，用 --scheme 给出方案文件。"
    self = rejection
  }

  /// F008: a form that differs from the nearest scheme's in more than it shares with it.
  init(unlike candidate: Recogniser.Candidate, _ scheme: Scheme) {
    let differences = candidate.likeness.differences.sorted { $0.weight > $1.weight }
      .prefix(6).map(\.text).joined(separator: "；")
    let sheet = candidate.forms.first.map { "工作表“\($0.sheet)”" } ?? ""
    self.init(
      code: .f008, found: "最接近\(Self.name(scheme))",
      message: "没有认出是哪一种表：\(sheet)最接近\(Self.name(scheme))，但\(differences)。",
      advice: "确是这种表的，用 --scheme \(scheme.id) 指明；否则用 --scheme 给出方案文件。")
  }

  /// F008: two or more schemes' forms fit equally well.
  init(between candidates: [Recogniser.Candidate], _ schemes: [Scheme]) {
    let names = candidates.map { Self.name(schemes[$0.scheme]) }.joined(separator: "和")
    let apart = Self.difference(candidates)
    let options = candidates.map { "--scheme \(schemes[$0.scheme].id)" }
      .joined(separator: " 或 ")
    self.init(
      code: .f008, found: "同样像\(names)",
      message: "认不出是哪一种表：与\(names)同样相符，不作猜测。\(apart)", advice: "用 \(options) 指明。")
  }

  private static func name(_ scheme: Scheme) -> String { "“\(scheme.title)”（\(scheme.id)）" }

  /// What would tell the first two apart: the differences that are not common to both.
  private static func difference(_ candidates: [Recogniser.Candidate]) -> String {
    let texts = candidates.prefix(2).map { Set($0.likeness.differences.map(\.text)) }
    guard texts.count == 2 else { return "" }
    let apart = candidates.prefix(2).enumerated().flatMap { index, candidate in
      candidate.likeness.differences.filter { !texts[1 - index].contains($0.text) }
    }
    guard !apart.isEmpty else { return "两种表印的字相同，只有计分规则不同。" }
    let listed = apart.sorted { $0.weight > $1.weight }.prefix(4).map(\.text)
    return "能区分的是：\(listed.joined(separator: "；"))。"
  }
}
