internal import Evaluation
internal import Forms
internal import Glibc
internal import PageOptions

/// Finds schemes: shipped ones by id, others by path.
enum SchemeLocator {
  /// Reads the scheme that an option names.
  ///
  /// - Throws: `CommandError` with what was looked for and what there is, or the file's error
  ///   with line and column.
  static func scheme(_ name: String) throws -> Scheme {
    let path = try path(of: name)
    return try SchemeLocator.read(text(of: path), path)
  }

  /// The shipped schemes, by id.
  ///
  /// - Throws: `CommandError` where there are none, or one of them has a mistake.
  static func all() throws -> [Scheme] {
    let ids = shipped
    guard !ids.isEmpty else {
      throw CommandError(
        Bilingual(
          "没有找到随附的方案；用 --scheme 给出方案文件的路径",
          "no shipped schemes were found; give the path of a scheme file with --scheme"))
    }
    return try ids.map(scheme)
  }

  /// The path of the file that an option names: its own, or that of a shipped scheme.
  static func path(of name: String) throws -> String {
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
    guard let path = schemes.path(of: name) else { throw unknown(name) }
    return path
  }

  private static func unknown(_ name: String) -> CommandError {
    let known = shipped
    let shown = Terminal.printable(name)
    return CommandError(
      Bilingual(
        "没有方案“\(shown)”；随附的有：\(known.isEmpty ? "（没有找到）" : known.joined(separator: "、"))；"
          + "也可以给出方案文件的路径",
        "no scheme “\(shown)”; shipped are: "
          + "\(known.isEmpty ? "(none found)" : known.joined(separator: ", ")); "
          + "or give the path of a scheme file"))
  }

  /// The text of a scheme file, as it is.
  static func text(of path: String) throws -> String {
    do {
      return try TextFile.read(path)
    } catch let error as TextFile.Unreadable {
      throw CommandError(
        Bilingual("方案 \(path)：\(error.reason.chinese)", "scheme \(path): \(error.reason.english)"))
    }
  }

  private static func read(_ text: String, _ path: String) throws -> Scheme {
    do {
      return try SchemeFile.read(yaml: text, file: path)
    } catch {
      throw CommandError(error)
    }
  }

  /// The ids of the shipped schemes.
  static var shipped: [String] { schemes.ids }

  private static var schemes: ShippedSchemes { ShippedSchemes(beside: ProgramPath.path) }
}
