internal import Evaluation
internal import Workbooks

extension ReturnProcessor {
  /// What a shard has to know of a file: read, but not evaluated.
  func sighting(_ bytes: [UInt8], file: String) -> ShardPlan.Sighting {
    var digest = StableDigest()
    digest.add(bytes)
    var sighting = ShardPlan.Sighting(digests: [], bytes: digest.value)
    for form in (try? forms(bytes)) ?? [] where isOfThisRound(form) {
      let identity = form.kind.evaluator.identity(of: form.report)
      sighting.schemes.insert(form.kind.scheme.id)
      if let project = form.kind.evaluator.projectKey(of: identity) {
        sighting.digests.append(ShardPlan.digest(ofProject: project))
      }
    }
    if sighting.digests.isEmpty { sighting.digests = [ShardPlan.digest(ofFile: file)] }
    return sighting
  }

  /// A file that cannot be taken from the disk or its bundle.
  static func unseen(file: String) -> ShardPlan.Sighting {
    .init(digests: [ShardPlan.digest(ofFile: file)])
  }

  private func forms(_ bytes: [UInt8]) throws -> [FormKinds.ReadForm] {
    let workbook = try Workbook.read(bytes, limits: limits)
    return try kinds.reports(
      of: workbook, ignoring: FormFinder.Ignored(PriorPatch.find(in: workbook)),
      BlankReader(workbook), limits)
  }

  private func isOfThisRound(_ form: FormKinds.ReadForm) -> Bool {
    form.report.issued.flatMap(form.kind.evaluator.mismatch) == nil
  }
}
