import Evaluation
import Foundation

/// The schemes of `templates/`, read once.
enum ShippedSchemes {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let rates = scheme("programme-rates")
  static let official = scheme("mof-2020")
  static let rubric = scheme("rubric-2022")

  private static func scheme(_ id: String) -> Scheme {
    do {
      let file = root.appending(path: "templates/\(id)/scheme.yaml")
      return try SchemeFile.read(bytes: Array(Data(contentsOf: file)), file: "scheme.yaml")
    } catch {
      fatalError("templates/\(id): \(error)")
    }
  }
}
