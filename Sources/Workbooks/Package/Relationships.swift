/// What a part refers to, as its `.rels` part lists it.
struct Relationships: Sendable {
  /// One reference.
  struct Relationship: Sendable {
    let id: String
    /// The type without the address before it: `worksheet`, `digital-signature/origin`. The
    /// addresses of Transitional, Strict and Microsoft's own types differ before it only.
    let type: String
    /// The part referred to; `nil` where it lies outside the package.
    let part: String?
  }

  let all: [Relationship]

  /// None.
  init() { all = [] }

  /// The relationships of the part `source`, read from its `.rels` part.
  init(
    _ bytes: [UInt8], of source: String, part: String, limits: Limits
  ) throws(WorkbookError) {
    var scanner = try XMLScanner(bytes, part: part, limits: limits)
    var all: [Relationship] = []
    while true {
      let event = try scanner.next()
      if event == .finished { break }
      guard event == .start, scanner.isLocal("Relationship") else { continue }
      let target = scanner.string("Target") ?? ""
      let isExternal = scanner.string("TargetMode") == "External"
      all.append(
        Relationship(
          id: scanner.string("Id") ?? "", type: Self.type(scanner.string("Type") ?? ""),
          part: isExternal ? nil : PartName.resolved(target, from: source)))
      try Limits.check(.relationships, all.count, within: limits.relationships, part: part)
    }
    self.all = all
  }

  /// The first reference of a type.
  func first(ofType type: String) -> Relationship? { all.first { $0.type == type } }

  /// The reference of an id.
  func reference(_ id: String) -> Relationship? { all.first { $0.id == id } }

  private static func type(_ address: String) -> String {
    let bytes = Array(address.utf8)
    let key = StaticString("/relationships/")
    guard let at = XMLText.find(key, bytes, 0, bytes.count) else { return address }
    return String(decoding: bytes[(at + key.utf8CodeUnitCount)...], as: UTF8.self)
  }
}
