import Evaluation
@testable import Forms

enum FormFuzzing {
  private static let processors = [
    ReturnProcessor(scheme: ShippedSchemes.official, programme: nil),
    ReturnProcessor(scheme: ShippedSchemes.rates, programme: nil),
  ]

  static func run(_ input: [UInt8]) {
    let bytes = PackageInput.file(input)
    for processor in processors {
      let first = processor.process(bytes, file: "a.xlsx", annotated: "a_批注.xlsx")
      promise(!first.forms.isEmpty, "every file has an outcome")
      guard let copy = first.copy else {
        promise(
          first.forms.contains { !$0.outcome.findings.isEmpty }, "nothing is skipped in silence")
        continue
      }
      let second = processor.process(copy, file: "a.xlsx", annotated: "a_批注.xlsx")
      promise(second.forms.count == first.forms.count, "a copy has the forms of its return")
      promise(second.copy != nil, "a copy can be annotated again")
    }
  }
}
