internal import Glibc

/// The schemes that come with the program: each a folder with a `scheme.yaml`, by id.
public struct ShippedSchemes: Sendable {
  /// Where they may lie, in the order in which these are looked through.
  private let folders: [String]

  /// The schemes beside an installed program, or above a built one.
  ///
  /// - Parameter executable: the program's own path; `nil` looks in the working directory.
  public init(beside executable: String?) {
    guard let executable else {
      folders = ["templates"]
      return
    }
    var folder = Self.parent(of: executable)
    var folders = ["\(Self.parent(of: folder))/share/scorebook/templates"]
    while !folder.isEmpty {
      folders.append("\(folder)/templates")
      folder = Self.parent(of: folder)
    }
    self.folders = folders
  }

  /// The ids, ascending; none where none are found.
  public var ids: [String] {
    for folder in folders {
      let names = FileSystem.names(in: SystemPath(folder)) ?? []
      let ids = names.map { String(decoding: $0, as: UTF8.self) }.filter { name in
        !name.hasPrefix(".") && access("\(folder)/\(name)/scheme.yaml", R_OK) == 0
      }
      if !ids.isEmpty { return ids.sorted() }
    }
    return []
  }

  /// The path of a scheme's file; `nil` where no scheme has that id.
  public func path(of id: String) -> String? {
    folders.lazy.map { "\($0)/\(id)/scheme.yaml" }.first { access($0, R_OK) == 0 }
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
