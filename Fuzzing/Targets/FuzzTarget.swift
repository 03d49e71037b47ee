/// What is fuzzed: each takes any bytes and either reads them or gives an error.
///
/// A trap, a hang, a leak, or a broken promise (``promise(_:_:)``) is a find.
enum FuzzTarget: String, CaseIterable {
  /// The XML scanner, the tree built on it, and the decoding of text.
  case scanner
  /// A workbook, as a zip archive or as its parts.
  case workbook
  /// A workbook read, annotated, read back, annotated again.
  case patch
  /// A value as somebody types it, in every measure.
  case value
  /// A scheme file.
  case scheme
  /// A programme workbook, by several schemes.
  case programme
  /// A return all the way: found, scored, annotated, and read once more.
  case form

  /// Takes one input.
  func run(_ input: [UInt8]) {
    switch self {
    case .scanner: ScannerFuzzing.run(input)
    case .workbook: WorkbookFuzzing.run(input)
    case .patch: PatchFuzzing.run(input)
    case .value: ValueFuzzing.run(input)
    case .scheme: SchemeFuzzing.run(input)
    case .programme: ProgrammeFuzzing.run(input)
    case .form: FormFuzzing.run(input)
    }
  }
}

/// Ends the run where something does not hold that the library promises.
func promise(_ holds: Bool, _ words: @autoclosure () -> String) {
  guard !holds else { return }
  fatalError("broken promise: \(words())")
}
