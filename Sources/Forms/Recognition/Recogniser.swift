internal import Evaluation
internal import Workbooks

/// Tells which scheme's form a return is: the witness of its blank first, then the scheme whose
/// form it differs from least. Between two that it differs from equally it does not choose.
struct Recogniser: Sendable {
  let schemes: [Scheme]
  let finders: [FormFinder]
  private let printed: [PrintedForm]
  private let labels: CommonLabels

  /// A recogniser of these schemes, in the order in which they are named to people.
  init(_ schemes: [Scheme]) {
    self.schemes = schemes
    finders = schemes.map(FormFinder.init)
    printed = schemes.map(PrintedForm.init)
    labels = CommonLabels(finders, and: schemes.flatMap(PrintedForm.furtherLabels))
  }

  /// A scheme that found forms on a sheet, and how like they are.
  struct Candidate {
    /// Its place in ``schemes``.
    let scheme: Int
    let forms: [FoundForm]
    let likeness: Likeness
  }

  /// A form of a workbook and the place of its scheme in ``schemes``.
  struct Recognised {
    let form: FoundForm
    let scheme: Int
  }

  /// The forms of a workbook with their schemes, in the order of tabs and rows.
  ///
  /// - Throws: `Rejection` where there is no form of any scheme, or none that is nearest.
  func recognise(
    _ workbook: Workbook, ignoring ignored: FormFinder.Ignored, _ blanks: BlankReader
  ) throws(Rejection) -> [Recognised] {
    let witnesses = try witnesses(blanks)
    let scans = workbook.sheets.filter { !ignored.sheets.contains($0.name) }
      .map { labels.scan($0, ignoring: ignored.columns(of: $0.name)) }
    if witnesses.count == 1, let scheme = witnesses.first {
      return try issued(scheme, scans, blanks.names)
    }
    let allowed = witnesses.isEmpty ? Array(schemes.indices) : witnesses
    let sheets = scans.map { candidates($0, among: allowed) }
    guard let main = Self.nearest(sheets.joined()) else {
      throw noForm(scans, among: allowed)
    }
    return try choose(sheets, beside: main)
  }

  // MARK: The witness of a blank

  /// The schemes that the manifests of a workbook name, each once.
  private func witnesses(_ blanks: BlankReader) throws(Rejection) -> [Int] {
    var found: [Int] = []
    for record in blanks.records {
      guard let scheme = schemes.firstIndex(where: { $0.id == record.issued.scheme }) else {
        throw Rejection(unknownScheme: record.issued.scheme)
      }
      if !found.contains(scheme) { found.append(scheme) }
    }
    return found
  }

  /// The forms of a workbook whose blank names its scheme.
  private func issued(
    _ scheme: Int, _ scans: [CommonLabels.Scan], _ names: NamedCells
  ) throws(Rejection) -> [Recognised] {
    let search = search(scheme, scans, knowing: names)
    guard !search.forms.isEmpty else {
      throw Rejection(noForm: search.nearest, title: schemes[scheme].title)
    }
    return search.forms.map { Recognised(form: $0, scheme: scheme) }
  }

  private func search(
    _ scheme: Int, _ scans: [CommonLabels.Scan], knowing names: NamedCells? = nil
  ) -> FormFinder.Search {
    let finder = names.map(finders[scheme].knowing) ?? finders[scheme]
    return finder.search(
      scans.lazy.map { labels.view($0, of: scheme) }, firstSheet: scans.first?.sheet.name)
  }

  // MARK: Evidence

  private func candidates(_ scan: CommonLabels.Scan, among allowed: [Int]) -> [Candidate] {
    allowed.compactMap { scheme in
      let forms = search(scheme, [scan]).forms
      guard let first = forms.first else { return nil }
      let comparison = FormComparison(
        scan: scan, labels: labels, scheme: scheme, form: schemes[scheme].form,
        printed: printed[scheme], found: first)
      return Candidate(scheme: scheme, forms: forms, likeness: comparison.likeness())
    }
  }

  /// The candidate with the least distance; of equal ones the first.
  private static func nearest(_ candidates: some Sequence<Candidate>) -> Candidate? {
    candidates.min { $0.likeness.distance < $1.likeness.distance }
  }

  /// The forms of each sheet, by the scheme nearest to them. A sheet on which the nearest of the
  /// whole workbook finds nothing is another's form only where that is like it.
  private func choose(
    _ sheets: [[Candidate]], beside main: Candidate
  ) throws(Rejection) -> [Recognised] {
    guard main.likeness.isLike else { throw Rejection(unlike: main, schemes[main.scheme]) }
    var forms: [Recognised] = []
    for candidates in sheets {
      guard let best = Self.nearest(candidates) else { continue }
      let isMain = candidates.contains { $0.scheme == main.scheme }
      guard isMain || best.likeness.isLike else { continue }
      let equal = candidates.filter { $0.likeness.distance == best.likeness.distance }
      if equal.count > 1 { throw Rejection(between: equal, schemes) }
      forms += best.forms.enumerated().map { index, form in
        Recognised(form: form.numbered(forms.count + index + 1), scheme: best.scheme)
      }
    }
    return forms
  }

  /// F008, with the scheme named whose form is missed by least.
  private func noForm(_ scans: [CommonLabels.Scan], among allowed: [Int]) -> Rejection {
    let misses = allowed.compactMap { scheme in
      search(scheme, scans).nearest.map { (scheme: scheme, miss: $0) }
    }
    let best = misses.max { one, other in
      (one.miss.found.count - one.miss.missing.count)
        < (other.miss.found.count - other.miss.missing.count)
    }
    guard let best, !best.miss.found.isEmpty else { return Rejection(noFormOf: schemes.count) }
    return Rejection(nearest: best.miss, schemes[best.scheme])
  }
}
