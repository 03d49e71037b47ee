import Evaluation

/// A small scheme that uses every kind of entry, to be broken line by line.
enum SampleScheme {
  static let lines = """
    id: sample
    version: "1"
    title: 自评表
    summary: 一句话
    sources: [办法]
    form:
      sheetNames: [自评表]
      projectName: [项目名称]
      unit: [实施单位]
      funds:
        moneyUnit: 万元
        columns:
          budget: [全年预算数, 预算数]
          executed: [全年执行数]
        required: [budget, executed]
        total: [合计]
        sources:
          - id: central
            labels: [中央资金]
          - id: local
            labels: [地方资金]
        groups:
          - id: public
            labels: [财政资金]
            members: [central, local]
      indicators:
        columns:
          name: [三级指标]
          target: [指标值]
          actual: [完成值]
        required: [name, target, actual]
    scoring:
      total: 100
      execution:
        name: 预算执行率
        points: 10
        denominator: budget
      blocks:
        - labels: [产出指标]
          points: 60
        - labels: [效益指标]
          points: 30
      atLeast: ratio
      atMost: ratio
      levels:
        - name: 达成
          words: [达成]
          upper: 100
          lower: 60
        - name: 未达成
          words: [未达成]
          upper: 60
          lower: 0
      yesWords: [是]
      noWords: [否]
      overLimit: 130
      shortfallNeedsReason: true
      overNeedsReason: true
      ratePlaces: 2
      scorePlaces: 2
      grades:
        - name: 优
          from: 90
        - name: 良
          from: 80
        - name: 差
      placeholders: [请填]
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  static var yaml: String { lines.joined(separator: "\n") }

  /// The sample with one line of it replaced; the line is known by its beginning, after `after`.
  static func replacing(_ line: String, after: String = "id", with replacement: String) -> String {
    var copy = lines
    let start = copy.firstIndex { $0.contains(after) } ?? copy.startIndex
    guard let index = copy[start...].firstIndex(where: { bare($0).hasPrefix(line) }) else {
      return ""
    }
    let indentation = copy[index].prefix { $0 == " " }
    copy[index] = replacement.split(separator: "\n", omittingEmptySubsequences: false)
      .map { indentation + $0 }.joined(separator: "\n")
    return copy.joined(separator: "\n")
  }

  private static func bare(_ line: String) -> Substring {
    line.drop { $0 == " " }
  }

  /// What reading a text throws; `nil` where it is read.
  static func error(of yaml: String) -> SchemeFileError? {
    do {
      _ = try SchemeFile.read(yaml: yaml, file: "mine.yaml")
      return nil
    } catch {
      return error
    }
  }
}
