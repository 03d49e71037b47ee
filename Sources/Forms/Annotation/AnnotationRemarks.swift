internal import Evaluation
internal import Workbooks

/// S010 in words: parts of the annotation that could not be added without harm.
enum AnnotationRemarks {
  /// The findings that say what was left out, and where it stands instead.
  static func findings(_ remarks: [PatchRemark], _ outcome: ReturnOutcome) -> [Finding] {
    remarks.compactMap { remark in
      // Dropped entries are reported by reading (F007).
      guard remark.kind != .droppedEntry else { return nil }
      let place = remark.sheet.map { Place(sheet: $0, cell: remark.cell?.description) }
      return finding(
        outcome, place: place, key: "\(remark.kind)/\(remark.sheet ?? "")", found: remark.detail,
        message: words(remark.kind))
    }
  }

  /// The finding for a workbook that cannot be annotated at all.
  static func impossible(_ error: WorkbookError, _ outcome: ReturnOutcome) -> Finding {
    finding(
      outcome, place: nil, key: "workbook", found: "\(error)", message: "工作簿结构特殊，不能加批注；审核结果见汇总表。")
  }

  private static func words(_ kind: PatchRemark.Kind) -> String {
    switch kind {
    case .threadedComment: "单元格有会话批注，未再加批注；意见见“审核意见”列和“审核结果”表。"
    case .occupiedCell: "审核列的位置已有内容，未覆盖；意见见“审核结果”表。"
    case .missingSheet: "工作表不在，批注未加；意见见“审核结果”表。"
    case .brokenSignature: "原件有数字签名，批注件的签名不再有效；以原件签名为准。"
    case .droppedEntry: "压缩包内的条目未带入批注件。"
    case .unwritableValue: "审核内容过长，批注中有删节；全文见汇总表。"
    case .changedNote: "审核批注的文字被改动，重新批注时已换掉；改动后的原文见“发现”。"
    case .priorNotFound: "上次的批注有一部分已被改动，未能移除；请人工核对。"
    }
  }

  private static func finding(
    _ outcome: ReturnOutcome, place: Place?, key: String, found: String, message: String
  ) -> Finding {
    let project = outcome.evaluated?.scorecard.project
    return RoundFindings.annotation(
      project: project.map { $0.id.isEmpty ? $0.name + $0.unit : $0.id } ?? outcome.file,
      key: key, place: place, found: found, message: message)
  }
}
