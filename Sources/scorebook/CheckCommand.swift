internal import ArgumentParser

/// `check`: the findings of `score`, with nothing written.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "只审核，不写文件。Report the same findings; write nothing.")

  @OptionGroup var options: RoundOptions

  func run() throws {
    try options.run(output: nil)
  }
}
