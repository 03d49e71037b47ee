/// A file that the page consists of. None of them names an address outside the page.
public struct PageFile: Sendable {
  /// Its bytes.
  public let bytes: [UInt8]
  /// Its media type.
  public let type: String

  /// The file of a name (`page.css`); `nil` where the page has none of it.
  public init?(named name: String) {
    guard let bytes = Self.files[name] else { return nil }
    self.bytes = bytes
    type =
      switch name.split(separator: ".").last {
      case "html": "text/html; charset=utf-8"
      case "css": "text/css; charset=utf-8"
      case "js": "text/javascript; charset=utf-8"
      default: "image/svg+xml"
      }
  }

  /// The names of all files.
  public static var names: [String] { files.keys.sorted() }

  private static let files: [String: [UInt8]] = [
    "index.html": PackageResources.index_html
  ]
}
