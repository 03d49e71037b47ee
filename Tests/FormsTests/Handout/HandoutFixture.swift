import Evaluation
import Figures
@testable import Forms
import Foundation
import Testing
import Workbooks

/// A programme of one project with every kind of target, and its blank.
enum HandoutFixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The schemes that are shipped.
  static let shipped: [String] = {
    let folder = root.appending(path: "templates")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/scheme.yaml").path)
    }
  }()

  static func scheme(_ id: String) throws -> Scheme {
    let path = "templates/\(id)/scheme.yaml"
    let bytes = try [UInt8](Data(contentsOf: root.appending(path: path)))
    return try SchemeFile.read(bytes: bytes, file: path)
  }

  static let targets: [(Target, String, String)] = [
    (.atLeast(Figure(5100)), "", "（人）"), (.atLeast(Figure(98)), "%", "（%）"),
    (.atMost(Figure(1400)), "万元", ""), (.equal(Figure(100)), "%", "（%）"),
    (.between(Figure(60), Figure(80)), "天", ""), (.yesNo(true), "", "（是/否）"),
    (.level("达成"), "", "（定性）"), (.atMost(.zero), "", "（起）"),
  ]

  static func project(
    id: String = "P01", name: String = "湿地保护", unit: String = "湿地管理站",
    sources: [String] = ["当年财政拨款", "其他资金"]
  ) -> Programme.Project {
    let tiers = [("产出指标", 50), ("产出指标", 0), ("效益指标", 30), ("满意度指标", 10)]
    var indicators = targets.enumerated().map { index, target in
      Programme.Indicator(
        id: "I0\(index + 1)", tier1: tiers[index / 2].0, tier2: "第\(index / 2 + 1)类",
        name: "第\(index + 1)项\(target.2)", unit: target.1, target: target.0, targetText: "",
        points: Figure(index < 4 ? 10 : index < 6 ? 15 : 5))
    }
    if let deadline = Deadline(year: 2024, month: 11, day: 30) {
      indicators.insert(
        .init(
          id: "按期 1", tier1: "产出指标", tier2: "第1类", name: "上线（期限）", unit: "",
          target: .by(deadline), targetText: "2024-11-30", points: Figure(10)), at: 2)
    }
    return Programme.Project(
      id: id, name: name, department: "林业局", unit: unit, goal: "恢复湿地两百亩",
      funds: sources.map { .init(source: $0, initialBudget: Figure(90), budget: Figure(100)) },
      indicators: indicators)
  }

  static func programme(_ projects: [Programme.Project]) -> Programme {
    Programme(
      year: "2024", title: "市级自评",
      details: ["发放单位": "市财政局", "回收截止日期": "2025年3月20日", "联系人": "方知行"],
      projects: projects)
  }

  static func issued(_ project: Programme.Project, _ scheme: Scheme) -> IssuedForm {
    IssuedForm(project, of: programme([project]), scheme: scheme)
  }

  /// The blank of a project, read back.
  static func blank(
    _ project: Programme.Project = project(), _ scheme: Scheme
  ) throws -> Workbook {
    let writer = HandoutWriter(scheme, programme: programme([project]))
    return try Workbook.read(try writer.blank(issued(project, scheme)))
  }
}

/// Random numbers that are the same on every run (SplitMix64).
struct DrawnNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
