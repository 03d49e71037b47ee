internal import Evaluation

extension ProgrammeReader {
  /// A row of a project that names one above it.
  struct Parent {
    let project: String
    let parent: String
    let row: Int

    /// `nil` where the row names none.
    init?(_ table: ProgrammeTable, _ row: Int) {
      parent = table.code(row, .parent)
      guard !parent.isEmpty else { return nil }
      (project, self.row) = (table.code(row, .projectCode), row)
    }
  }

  /// Parents that are no projects, and projects that stand above themselves.
  func check(
    _ named: [Parent], _ places: [String: Int], _ table: ProgrammeTable,
    _ mistakes: inout ProgrammeMistakes
  ) {
    var parents: [String: (id: String, row: Int)] = [:]
    for row in named {
      if places[row.parent] != nil {
        parents[row.project] = (row.parent, row.row)
      } else {
        mistakes.add(
          .unknownParent, table.name, table.reference(row.row, .parent), found: "「\(row.parent)」",
          expected: "a code of this sheet", "correct the code, or add the project")
      }
    }
    for (id, row) in Self.cyclic(parents) {
      mistakes.add(
        .cyclicParent, table.name, table.reference(row, .parent),
        found: "project 「\(id)」 above itself", expected: "a parent that is no part of it",
        "correct the code")
    }
  }

  /// The projects from which going up leads back to them, by row.
  private static func cyclic(
    _ parents: [String: (id: String, row: Int)]
  ) -> [(id: String, row: Int)] {
    var found: [(id: String, row: Int)] = []
    var visited: Set<String> = []
    for start in parents.keys {
      var path: [String] = []
      var current = start
      while let parent = parents[current], visited.insert(current).inserted {
        path.append(current)
        current = parent.id
      }
      guard let first = path.firstIndex(of: current) else { continue }
      found += path[first...].map { ($0, parents[$0]?.row ?? 0) }
    }
    return found.sorted { $0.row < $1.row }
  }
}
