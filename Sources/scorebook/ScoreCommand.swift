internal import ArgumentParser

/// `score`: the main job.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract:
      "审核回收的自评表：对账、计分、批注、汇总。Score returns and write annotated copies, results and a summary.")

  @OptionGroup var options: RoundOptions

  @Option(
    help: ArgumentHelp("写出全部结果的文件夹。The folder for everything that is written.", valueName: "DIR"),
    completion: .directory)
  var out: String

  func run() throws {
    try options.run(output: out)
  }
}
