internal import ArgumentParser
internal import Evaluation
internal import Forms

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

  @Option(
    help: ArgumentHelp(
      """
      只审核N片中的第K片（从1起），同一项目的报表在同一片；各片的results.json由summary汇总。Only part K of N \
      (from 1): all returns of a project fall into one; summary puts the parts' results.json together.
      """, valueName: "K/N"))
  var shard: String?

  func validate() throws {
    guard let shard, Shard(shard) == nil else { return }
    throw ValidationError(
      Language.ofCommandLine(
        "--shard \(shard)：请写成K/N，K从1到N，N不超过\(Shard.most)",
        "--shard \(shard): give it as K/N, K from 1 to N and N at most \(Shard.most)"))
  }

  func run() throws {
    try options.run(output: out, shard: shard.flatMap { Shard($0) })
  }
}
