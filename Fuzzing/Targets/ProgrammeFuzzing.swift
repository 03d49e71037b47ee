import Evaluation
import Forms

enum ProgrammeFuzzing {
  private static let schemes = [
    ShippedSchemes.official, ShippedSchemes.rates, ShippedSchemes.rubric,
  ]

  static func run(_ input: [UInt8]) {
    guard let book = try? ProgrammeBook(PackageInput.file(input)) else { return }
    for scheme in schemes {
      do throws(ProgrammeErrors) {
        _ = try book.programme(for: scheme)
      } catch {
        promise(!"\(error)".isEmpty, "an error has words")
      }
    }
    _ = try? book.programme(forAnyOf: schemes)
  }
}
