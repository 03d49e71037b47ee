internal import ArgumentParser
internal import Evaluation
internal import Glibc
internal import PageOptions

/// `serve`: the local page, a program of its own that is started in this one's place.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "本机网页：发表、收表与审核、退回与汇总。A local page: hand out, review, send back.")

  @OptionGroup var options: PageOptions

  func run() throws {
    guard let program = Self.places.first(where: { access($0, X_OK) == 0 }) else {
      throw CommandError(
        Bilingual(
          "没有找到 scorebook-serve：它应与 scorebook 在同一文件夹；请安装软件包，或用 make serve 生成",
          "scorebook-serve was not found: it belongs beside scorebook; install the package, or build it with make serve"
        ))
    }
    var arguments = ([program] + options.arguments).map { strdup($0) } + [nil]
    execv(program, &arguments)
    let reason = String(cString: strerror(errno))
    throw CommandError(
      Bilingual("不能启动 \(program)：\(reason)", "\(program) cannot be started: \(reason)"))
  }

  /// Beside the command, or where a built one lies.
  private static var places: [String] {
    guard let folder = ProgramPath.folder else { return [] }
    return ["\(folder)/scorebook-serve"]
      + ["release", "debug"].map { "\(folder)/../../../Server/.build/\($0)/scorebook-serve" }
  }
}
