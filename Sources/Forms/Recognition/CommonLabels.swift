internal import Evaluation
internal import Workbooks

/// The labels of several schemes' forms in one lexicon, so that a workbook is scanned once and not
/// once for each scheme.
struct CommonLabels: Sendable {
  let lexicon: FormLexicon
  /// By scheme: what each word of ``lexicon`` stands for in its form.
  private let meanings: [[FormLexicon.Word?]]

  init(_ finders: [FormFinder], and labels: [String]) {
    let lexicon = FormLexicon(of: finders.map(\.lexicon), and: labels)
    meanings = finders.map { finder in
      lexicon.words.map { finder.lexicon.word(labelled: $0.label) }
    }
    self.lexicon = lexicon
  }

  /// The labels of one sheet.
  struct Scan {
    let sheet: Sheet
    let labels: [(CellReference, Int)]
    let ignored: [CellRange]
    /// The words, by their cell.
    let words: [CellReference: Int]
    /// The labels that stand somewhere, in their compared form.
    let present: Set<String>
  }

  /// Scans a sheet for the labels of all forms.
  func scan(_ sheet: Sheet, ignoring ignored: [CellRange]) -> Scan {
    let labels = sheet.places { lexicon.index(of: $0) }
      .filter { place, _ in !ignored.contains { $0.contains(place) } }
    return Scan(
      sheet: sheet, labels: labels, ignored: ignored,
      words: Dictionary(labels) { one, _ in one },
      present: Set(labels.map { lexicon.words[$0.1].label }))
  }

  /// What one scheme sees of it; `scheme` counts from 0.
  func view(_ scan: Scan, of scheme: Int) -> SheetScan {
    SheetScan(
      scan.sheet, labels: scan.labels, words: meanings[scheme], ignoring: scan.ignored)
  }

  /// Whether a scheme knows a word of ``lexicon``.
  func knows(_ word: Int, _ scheme: Int) -> Bool { meanings[scheme][word] != nil }
}
