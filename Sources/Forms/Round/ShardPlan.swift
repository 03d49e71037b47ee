internal import Evaluation

/// Which inputs and projects fall to a shard.
///
/// A return goes with its project, so that all its versions meet; what a return ties together (the
/// forms of one workbook) or the programme does (a project and its parts, whose money has to add
/// up) goes together, by the least digest among them. What names no project goes by its path.
struct ShardPlan {
  /// What has to be known of an input to tell where it goes.
  struct Sighting: Sendable {
    /// The digests of its projects, of its path where it names none; never empty.
    var digests: [UInt64]
    /// The schemes of its forms.
    var schemes: Set<String> = []
    /// A digest of its bytes; 0 where they cannot be read.
    var bytes: UInt64 = 0
  }

  let shard: Shard
  /// The inputs that fall to the shard, from 0, ascending.
  private(set) var own: [Int] = []
  /// The schemes of all inputs, those of other shards too.
  private(set) var schemes: Set<String> = []
  /// A digest of all inputs, by which shards of one round know each other.
  let round: String
  /// The programme with the shard's projects alone.
  let programme: Programme?

  init(
    _ shard: Shard, files: [String], sightings: [Sighting], scheme: String?,
    programme: Programme?
  ) {
    self.shard = shard
    var ties = Ties()
    var digest = StableDigest()
    digest.add(scheme ?? "")
    digest.add(programme?.sha256 ?? "")
    for (file, sighting) in zip(files, sightings) {
      schemes.formUnion(sighting.schemes)
      digest.add(file)
      digest.add(String(sighting.bytes, radix: 16))
      for other in sighting.digests.dropFirst() { ties.tie(sighting.digests[0], other) }
    }
    round = String(digest.value, radix: 16)
    for project in programme?.projects ?? [] {
      if let parent = project.parent {
        ties.tie(Self.digest(ofProject: project.id), Self.digest(ofProject: parent))
      }
    }
    own = sightings.indices.filter { index in
      sightings[index].digests.first.map { shard.holds(ties.least(of: $0)) } ?? false
    }
    var restricted = programme
    restricted?.projects.removeAll {
      !shard.holds(ties.least(of: Self.digest(ofProject: $0.id)))
    }
    self.programme = restricted
  }

  /// The digest of a project, by what tells it from others.
  static func digest(ofProject key: String) -> UInt64 { StableDigest.of("project", key) }

  /// The digest of a file that names no project.
  static func digest(ofFile path: String) -> UInt64 { StableDigest.of("file", path) }
}

/// What goes together, each group known by the least of its digests.
private struct Ties {
  private var above: [UInt64: UInt64] = [:]

  mutating func tie(_ one: UInt64, _ other: UInt64) {
    let (one, other) = (least(of: one), least(of: other))
    if one != other { above[max(one, other)] = min(one, other) }
  }

  mutating func least(of digest: UInt64) -> UInt64 {
    var top = digest
    while let next = above[top] { top = next }
    var step = digest
    while let next = above[step], next != top {
      above[step] = top
      step = next
    }
    return top
  }
}
