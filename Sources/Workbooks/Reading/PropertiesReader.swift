/// Reads what a file says about itself.
enum PropertiesReader {
  /// `dcterms:modified` of `core.xml`.
  static func modified(
    _ bytes: [UInt8], part: String, limits: Limits
  ) throws(WorkbookError) -> String? {
    var scanner = try XMLScanner(bytes, part: part, limits: limits)
    while true {
      switch try scanner.next() {
      case .finished: return nil
      case .start where scanner.isLocal("modified"):
        return XMLText.decoded(scanner.bytes, try scanner.content().range)
      default: break
      }
    }
  }

  /// The properties of `custom.xml`.
  static func custom(
    _ bytes: [UInt8], part: String, limits: Limits
  ) throws(WorkbookError) -> [String: String] {
    var scanner = try XMLScanner(bytes, part: part, limits: limits)
    var properties: [String: String] = [:]
    while true {
      switch try scanner.next() {
      case .finished: return properties
      case .start where scanner.isLocal("property"):
        let name = scanner.string("name")
        let value = XMLText.decoded(scanner.bytes, try scanner.content().range)
        if let name { properties[name] = value }
      default: break
      }
    }
  }
}
