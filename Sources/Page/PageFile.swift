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
    "api.js": PackageResources.api_js,
    "back.js": PackageResources.back_js,
    "charts.js": PackageResources.charts_js,
    "chinese.js": PackageResources.chinese_js,
    "choices.js": PackageResources.choices_js,
    "detail.js": PackageResources.detail_js,
    "dom.js": PackageResources.dom_js,
    "drop.js": PackageResources.drop_js,
    "english.js": PackageResources.english_js,
    "files.js": PackageResources.files_js,
    "forms.css": PackageResources.forms_css,
    "index.html": PackageResources.index_html,
    "issue.js": PackageResources.issue_js,
    "list.js": PackageResources.list_js,
    "main.js": PackageResources.main_js,
    "mark.svg": PackageResources.mark_svg,
    "page.css": PackageResources.page_css,
    "review.js": PackageResources.review_js,
    "state.js": PackageResources.state_js,
    "uploads.js": PackageResources.uploads_js,
    "words.js": PackageResources.words_js,
  ]
}
