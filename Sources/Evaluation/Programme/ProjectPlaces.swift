/// Where in a programme a project stands, by its code and by its name and unit.
struct ProjectPlaces: Sendable {
  private let keys: [String: Int]
  private let ids: [String: Int]
  /// The places by the bytes of the keys: sooner found, where a key is spelled as it was issued.
  private let spelled: [ByteText: Int]

  /// The places of projects, from 0; of those with one code the first, with one name and unit the
  /// last.
  init(_ projects: [Programme.Project]) {
    var keys: [String: Int] = [:]
    var ids: [String: Int] = [:]
    keys.reserveCapacity(projects.count)
    ids.reserveCapacity(projects.count)
    for (index, project) in projects.enumerated() {
      keys[Standing.key(project.name, project.unit)] = index
      if !project.id.isEmpty, ids[project.id] == nil { ids[project.id] = index }
    }
    var spelled: [ByteText: Int] = [:]
    spelled.reserveCapacity(keys.count)
    for (key, index) in keys { spelled[ByteText(text: key)] = index }
    (self.keys, self.ids, self.spelled) = (keys, ids, spelled)
  }

  /// The project of a name and unit, as ``Standing/key(_:_:)`` makes them one.
  func place(key: String) -> Int? { spelled[ByteText(text: key)] ?? keys[key] }

  /// The project of a code.
  func place(id: String) -> Int? { ids[id] }
}
