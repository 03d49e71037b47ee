@testable import Evaluation
import Figures
import Foundation
import Testing

/// The tables and the worked example of docs/scheme-format.md.
struct FormatDocument {
  let text: String

  init() throws {
    text = try Repository.text("docs/scheme-format.md")
  }

  /// What the tables say of every key when it is left out.
  var defaults: [String: String] {
    let rows = text.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /\| `([A-Za-z0-9.\[\]]+)` \|.*\| (.+) \|/)
    }
    return Dictionary(rows.map { (String($0.1), String($0.2)) }) { first, _ in first }
  }

  /// The changes of the worked example in their order: what to replace, and with what.
  var changes: [(path: String, yaml: String)] {
    text.matches(of: /Replace `([A-Za-z.]+)`:\n\n```yaml\n([^`]*)\n```/)
      .map { (String($0.1), String($0.2)) }
  }
}

@Suite struct SchemeFileFormatTests {
  @Test(arguments: ShippedScheme.allCases)
  func deletingAKeyIsRefusedOrHasADocumentedDefault(_ shipped: ShippedScheme) throws {
    let outline = YAMLOutline(try shipped.yaml)
    let defaults = try FormatDocument().defaults
    #expect(outline.keys.count > 60)
    for key in outline.keys where !Self.isColumn(key.path) {
      let left = try #require(defaults[key.path], "\(key.path) is not documented")
      if SampleScheme.error(of: outline.deleting(key)) == nil {
        #expect(left != "required", "\(key.path), line \(key.line + 1)")
      }
    }
  }

  @Test(arguments: ShippedScheme.allCases)
  func renamingAKeyIsRefusedInItsLine(_ shipped: ShippedScheme) throws {
    let outline = YAMLOutline(try shipped.yaml)
    for key in outline.keys {
      let error = try #require(SampleScheme.error(of: outline.renaming(key)), "\(key.path)")
      #expect(error.kind == .unknownKey)
      #expect(error.line == key.line + 1)
      #expect(error.expected == "“\(key.name)”")
    }
  }

  @Test func whatTheTablesCallRequiredIsRequired() throws {
    let outline = YAMLOutline(SampleScheme.yaml)
    let defaults = try FormatDocument().defaults
    for key in outline.keys where defaults[key.path] == "required" {
      #expect(SampleScheme.error(of: outline.deleting(key)) != nil, "\(key.path)")
    }
  }

  /// Columns are documented in one sentence, not in the tables.
  private static func isColumn(_ path: String) -> Bool {
    path.contains("olumns.")
  }

  @Test func everyColumnIsDocumented() throws {
    let text = try FormatDocument().text
    for name in FundColumn.allCases.map(\.rawValue) + IndicatorColumn.allCases.map(\.rawValue) {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  static let places: [(String, String, SchemeKeys)] = [
    ("", "", .root), ("form", "form.", .form), ("funds", "form.funds.", .funds),
    ("source", "form.funds.sources[].", .source), ("group", "form.funds.groups[].", .group),
    ("indicators", "form.indicators.", .indicators), ("blank", "form.blank.", .blank),
    ("blankHeading", "form.blank.headings[].", .blankHeading),
    ("blankGoal", "form.blank.goal.", .blankGoal), ("blankTier", "form.blank.tiers[].", .blankTier),
    ("scoring", "scoring.", .scoring),
    ("execution", "scoring.execution.", .execution), ("block", "scoring.blocks[].", .block),
    ("item", "scoring.blocks[].items[].", .item), ("table", "form.tables[].", .table),
    ("tableColumns", "columns", .tableColumns),
    ("level", "scoring.levels[].", .level), ("grade", "scoring.grades[].", .grade),
    ("part", "scoring.parts[].", .part), ("special", "scoring.special[].", .special),
    ("band", "scoring.special[].bands[].", .band), ("steps", "scoring.special[].steps.", .steps),
    ("overStep", "scoring.over[].", .overStep),
    ("late", "scoring.late.", .late),
    ("notApplicable", "scoring.notApplicable.", .notApplicable),
    ("overDeviation", "scoring.overDeviation.", .overDeviation),
    ("fundColumns", "columns", .fundColumns), ("indicatorColumns", "columns", .indicatorColumns),
  ]

  @Test(arguments: places)
  func theJSONSchemaKnowsTheSameKeys(_ name: String, _: String, _ keys: SchemeKeys) throws {
    let data = try Data(contentsOf: Repository.root.appending(path: "templates/scheme.schema.json"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(root["definitions"] as? [String: Any])
    let object = try #require(name.isEmpty ? root : definitions[name] as? [String: Any])
    let properties = try #require(object["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(keys.all))
    #expect(Set(object["required"] as? [String] ?? []) == Set(keys.required))
    #expect(object["additionalProperties"] as? Bool == false)
  }

  @Test(arguments: places)
  func theTablesKnowTheSameKeys(_: String, _ path: String, _ keys: SchemeKeys) throws {
    guard path != "columns" else { return }
    let defaults = try FormatDocument().defaults
    let documented = defaults.keys.filter { key in
      key.hasPrefix(path) && !key.dropFirst(path.count).contains { $0 == "." || $0 == "[" }
    }
    #expect(Set(documented) == Set(keys.all.map { path + $0 }))
    for key in keys.required { #expect(defaults[path + key] == "required") }
    for key in keys.optional { #expect(defaults[path + key] != "required") }
  }

  @Test func theVariantOfTheDocumentIsReadAndScoresAsItSays() throws {
    let yaml = try variant()
    let scheme = try SchemeFile.read(yaml: yaml, file: "cost-first/scheme.yaml")
    #expect(scheme.id == "cost-first")
    #expect(scheme.form.label(IndicatorColumn.points) == "权重")
    let scoring = scheme.scoring
    #expect(scoring.blocks.compactMap(\.points) == [20, 40, 20, 10].map { Figure($0) })
    #expect(scoring.atMost == .linear)
    #expect(scoring.levels.map(\.lower) == [80, 50, 0].map { Figure($0) })
    #expect(scoring.overLimit == Figure(120))
    #expect(scoring.executionReasonBelow == Figure(90))
    #expect(scoring.grade(of: Figure(75)) == "良")
  }

  @Test func theMistakeOfTheDocumentReadsAsItSays() throws {
    let yaml = try variant().replacing("      points: 40\n", with: "      points: 50\n")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .sum)
    let said = error.description.drop { $0 != " " }.dropFirst()
    #expect(try FormatDocument().text.contains("```text\n\(said)\n```"))
  }

  /// The shipped national scheme with every change of the document made to it.
  private func variant() throws -> String {
    let changes = try FormatDocument().changes
    #expect(changes.count == 9)
    var yaml = try ShippedScheme.mof.yaml
    for change in changes {
      let outline = YAMLOutline(yaml)
      let key = try #require(outline.keys.first { $0.path == change.path }, "\(change.path)")
      yaml = outline.replacing(key, with: change.yaml)
    }
    return yaml
  }
}
