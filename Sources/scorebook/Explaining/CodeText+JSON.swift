internal import Evaluation
internal import Forms

extension CodeText {
  /// Codes for programs, as one JSON object, a code a line.
  func json(_ codes: [FindingCode]) -> [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.member("schema", "scorebook-codes/1")
    json.key("codes")
    json.list(codes, code)
    json.closeObject()
    json.breakLine()
    return json.bytes
  }

  private func code(_ code: FindingCode, _ json: inout JSONBytes) {
    let guide = FindingGuide(code)
    let page = guide[language]
    json.breakLine()
    json.openObject()
    json.member("code", code.rawValue)
    json.member("severity", code.severity.rawValue)
    json.member("rejects", code.rejects)
    json.member("title", page.title)
    json.member("cause", page.cause)
    json.member("consequence", page.consequence)
    json.member("remedy", page.remedy)
    json.member("basis", guide.basis[language])
    json.member("needs", orNull: guide.needs?[language])
    json.closeObject()
  }
}
