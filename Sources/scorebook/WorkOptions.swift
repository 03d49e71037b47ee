internal import ArgumentParser
internal import Evaluation

/// How a verb works on many files.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "同时处理的文件数（默认：全部核心）。Files worked on at a time (default: all cores).", valueName: "N"))
  var jobs: Int?

  func validate() throws { try Processors.validate(jobs: jobs) }
}

/// What a verb says of how it ended, and its status.
struct OutcomeOptions: ParsableArguments {
  @Flag(help: "除错误外什么也不说。Say nothing but errors.")
  var quiet = false

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "有此级别以上的问题时退出码为1。Exit with 1 at findings of this level or above.", valueName: "LEVEL"))
  var failOn: FailOn = .error
}
