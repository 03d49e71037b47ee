import Evaluation
import Forms
import Foundation
import Testing
import Workbooks

/// Five forms that public bodies published, each in its own layout, read with the national
/// scheme's words. Skipped where the collection is absent.
@Suite struct PublishedFormsTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static var folder: URL {
    let corpus = ProcessInfo.processInfo.environment["SCOREBOOK_CORPUS"].map { URL(filePath: $0) }
    let shared = corpus ?? package.appending(path: "../shared/corpus")
    return shared.deletingLastPathComponent().appending(path: "forms")
  }

  private static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private func report(_ name: String, _ scheme: String = "mof-2020") throws -> Report {
    let file = "templates/\(scheme)/scheme.yaml"
    let yaml = try Data(contentsOf: Self.package.appending(path: file))
    let scheme = try SchemeFile.read(
      yaml: String(decoding: yaml, as: UTF8.self), file: "scheme.yaml")
    let form = Self.folder.appending(path: name + ".xlsx")
    let workbook = try Workbook.read([UInt8](Data(contentsOf: form)))
    let finder = FormFinder(scheme)
    let forms = finder.find(in: workbook).forms
    #expect(forms.count == 1)
    return ReturnReader(finder).read(try #require(forms.first), in: workbook)
  }

  @Test(.enabled(if: isPresent)) func twoHeaderRowsAndMoneyInYuan() throws {
    let report = try report("01_yunnan_school_2022")
    #expect(report.indicators.count == 9)
    #expect(report.moneyUnit?.shown == "元")
    #expect(report.department?.shown == "青禾县教育体育局")
    #expect(report.indicators[1].cells[.sign]?.shown == "≧")
    #expect(report.indicators[1].cells[.target]?.shown == "100")
    #expect(report.claimedTotal?.shown == "96")
    #expect(report.texts.count == 3)
    #expect(report.remarks == [])
  }

  @Test(.enabled(if: isPresent)) func pointsBeforeTargetsAndUnusedLines() throws {
    let report = try report("06_sichuan_waterworks_2022")
    #expect(report.indicators.count == 9)
    #expect(report.indicators[0].tier1 == "产出指标(70分)")
    #expect(report.remarks.map(\.code) == [.s001, .s002])
    #expect(report.texts.count == 2)
  }

  @Test(.enabled(if: isPresent)) func twoGoalsUnderOneHeaderEach() throws {
    let report = try report("09_hubei_soil_2020")
    #expect(report.indicators.count == 5)
    #expect(report.indicators.last?.name == "完成年度资料上报")
    #expect(report.indicatorColumns[.points] == nil)
    #expect(report.claimedTotal?.shown == "99.6")
  }

  @Test(.enabled(if: isPresent)) func noPointsNoTotalAndTiersWrittenDown() throws {
    let report = try report("12_hunan_grain_2020")
    #expect(report.indicators.count == 16)
    #expect(report.indicators.last?.tier2 == "服务对象满意度指标")
    #expect(report.funds.map(\.role) == [.total, .source("县级资金"), .source("other")])
    #expect(report.claimedTotal == nil)
  }

  @Test(.enabled(if: isPresent)) func numberedNamesAreIndicators() throws {
    let report = try report("16_anhui_dept_2023")
    #expect(report.indicators.count == 11)
    #expect(report.indicators[0].name == "指标1:开展精品示范村建设数量")
    #expect(report.projectName == nil)
  }

  @Test(.enabled(if: isPresent)) func aCountysFundHasItsSourcesInItsOwnScheme() throws {
    let report = try report("12_hunan_grain_2020", "hunan-2020")
    #expect(
      report.funds.map(\.role)
        == ["superior", "county", "other"].reduce([.total]) {
          $0 + [.source($1)]
        })
    #expect(report.remarks.map(\.code) == [.s001])
  }

  @Test(.enabled(if: isPresent)) func aDepartmentIsKnownByItsOwnScheme() throws {
    let report = try report("16_anhui_dept_2023", "department-overall")
    #expect(report.projectName?.shown == "金竹县茶谷和美丽乡村建设服务中心")
    #expect(report.unit == nil && report.remarks.isEmpty)
  }
}
