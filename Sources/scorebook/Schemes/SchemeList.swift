internal import Evaluation
internal import Figures
internal import Forms

/// Schemes in a few words each: for people, and for programs.
struct SchemeList {
  let schemes: [Scheme]

  /// One paragraph a scheme: id, version, title, summary.
  func text(_ language: Language, _ palette: Palette) -> String {
    var text = ""
    for scheme in schemes {
      text += palette.heading(scheme.id) + "  \(scheme.version)  \(scheme.title)\n"
      text += Paragraph.text(scheme.summary, indent: 2) + "\n"
    }
    return text
      + language("一个方案的规则：scorebook schemes ID", "The rules of one: scorebook schemes ID") + "\n"
  }

  /// The same as one JSON object, a scheme a line; points are exact decimals as strings.
  var json: [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.member("schema", "scorebook-schemes/1")
    json.key("schemes")
    json.list(schemes, Self.scheme)
    json.closeObject()
    json.breakLine()
    return json.bytes
  }

  private static func scheme(_ scheme: Scheme, _ json: inout JSONBytes) {
    json.breakLine()
    json.openObject()
    json.member("id", scheme.id)
    json.member("version", scheme.version)
    json.member("title", scheme.title)
    json.member("summary", scheme.summary)
    json.key("sources")
    json.list(scheme.sources) { $1.append($0) }
    json.member("total", orNull: scheme.scoring.totalPoints?.description)
    json.member("execution", orNull: scheme.scoring.execution?.points?.description)
    json.key("blocks")
    json.list(scheme.scoring.blocks) { block, json in
      json.openObject()
      json.member("name", block.labels.first ?? "")
      json.member("points", orNull: block.points?.description)
      json.closeObject()
    }
    json.closeObject()
  }
}
