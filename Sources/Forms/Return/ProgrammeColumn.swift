/// A column of the programme workbook.
enum ProgrammeColumn: Int, CaseIterable {
  case key, value
  case projectCode, projectName, department, unit, parent, goal
  case source, initialBudget, budget
  case indicatorCode, tier1, tier2, indicatorName, direction, target, measure, points
  case part, whole

  /// The word that heads it.
  var word: String {
    switch self {
    case .key: "键"
    case .value: "值"
    case .projectCode: "项目编码"
    case .projectName: "项目名称"
    case .department: "主管部门"
    case .unit: "实施单位"
    case .parent: "上级项目编码"
    case .goal: "年度总体目标"
    case .source: "资金来源"
    case .initialBudget: "年初预算数"
    case .budget: "全年预算数"
    case .indicatorCode: "指标编码"
    case .tier1: "一级指标"
    case .tier2: "二级指标"
    case .indicatorName: "三级指标"
    case .direction: "指标性质"
    case .target: "年度指标值"
    case .measure: "度量单位"
    case .points: "分值"
    case .part: "部分指标"
    case .whole: "整体指标"
    }
  }
}
