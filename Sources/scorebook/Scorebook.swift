internal import ArgumentParser
internal import CAllocator
internal import Glibc

/// The command. It prints, reads the environment and exits; the library does none of these.
@main
enum Scorebook {
  static func main() {
    Terminal.prepare()
    keepAllocatorQuiet()
    keepTimesAsTheyAre()
    do {
      var command = try ScorebookCommand.parseAsRoot()
      try command.run()
    } catch {
      ExitStatus.end(with: error)
    }
  }

  /// mimalloc, which the command is linked with, takes the place of the C library's allocator. What
  /// it may have to say is for those who work on it, not for those who use the command.
  private static func keepAllocatorQuiet() {
    mi_option_disable(mi_option_show_errors)
  }

  /// The times in zip directories are local times without a zone. In one zone without summer time
  /// they come out as they went in, and the system's zone is not looked up for each entry.
  private static func keepTimesAsTheyAre() {
    setenv("TZ", "UTC0", 1)
  }
}

/// The root of the verbs.
struct ScorebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorebook",
    abstract: "预算绩效自评：审核、对账、计分、批注、汇总。Checks, reconciles, scores and annotates returned forms.",
    version: VersionText.command,
    subcommands: [
      SchemesCommand.self, ProgrammeCommand.self, HandoutCommand.self, ScoreCommand.self,
      CheckCommand.self,
      SummaryCommand.self, ExplainCommand.self, ServeCommand.self,
    ])
}
