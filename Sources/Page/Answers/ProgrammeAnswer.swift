internal import Evaluation
internal import Figures
internal import Forms
internal import Workbooks

/// What the page says of a programme workbook: what is in it, or everything that is wrong with it.
enum ProgrammeAnswer {
  /// The most projects that are listed.
  private static let mostListed = 300

  /// What is said of the workbook by a scheme, or by the one that fits where none is chosen.
  static func json(_ bytes: [UInt8], scheme: Scheme?, _ shelf: SchemeShelf, _ limits: Limits)
    -> [UInt8]
  {
    var json = JSONBytes()
    json.openObject()
    do {
      let book = try ProgrammeBook(bytes, limits: limits)
      let read = try scheme.map { try book.programme(for: $0) }
      if let programme = try read ?? book.programme(forAnyOf: shelf.schemes) {
        append(programme, isJudged: scheme?.scoring.mode == .judged, to: &json)
      }
      json.key("errors")
      json.list([Int]()) { _, _ in }
    } catch let errors as ProgrammeErrors {
      json.key("errors")
      append(errors, to: &json)
      json.member("count", errors.count)
    } catch {
      json.key("errors")
      json.list([PageError(.unusable, error)]) { append($0.text, to: &$1) }
      json.member("count", 1)
    }
    json.closeObject()
    return json.bytes
  }

  /// A list of mistakes, each with its place.
  static func append(_ errors: ProgrammeErrors, to json: inout JSONBytes) {
    json.list(errors.errors) { error, json in
      json.openObject()
      json.member("sheet", error.sheet)
      json.member("cell", orNull: error.cell)
      json.member("zh", error.wording(in: .zh))
      json.member("en", error.wording(in: .en))
      json.closeObject()
    }
  }

  private static func append(_ text: Bilingual, to json: inout JSONBytes) {
    json.openObject()
    json.member("sheet", orNull: nil)
    json.member("cell", orNull: nil)
    json.member("zh", text[.zh])
    json.member("en", text[.en])
    json.closeObject()
  }

  private static func append(
    _ programme: Programme, isJudged: Bool, to json: inout JSONBytes
  ) {
    json.member("year", orNull: programme.year)
    json.member("title", orNull: programme.title)
    json.member("projects", programme.projects.count)
    json.member("indicators", programme.projects.reduce(0) { $0 + $1.indicators.count })
    json.member(
      "withoutIndicators", isJudged ? 0 : programme.projects.count { $0.indicators.isEmpty })
    json.key("list")
    json.list(Array(programme.projects.prefix(mostListed))) { project, json in
      json.openObject()
      json.member("id", project.id)
      json.member("name", project.name)
      json.member("unit", project.unit)
      json.member("department", project.department)
      json.member("indicators", project.indicators.count)
      json.closeObject()
    }
  }
}
