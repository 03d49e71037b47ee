import Evaluation
import Foundation
import TestSupport
import Testing

@testable import scorebook

@Suite struct HelpTests {
  @Test func theHelpOfEveryVerbNamesEveryOptionInBothLanguages() throws {
    let verbs = try Interface.read().verbs
    #expect(verbs.count >= 4)
    for verb in verbs {
      let help = try Command.run(["help", verb.commandName])
      #expect(help.status == 0)
      for argument in verb.arguments ?? [] {
        for name in argument.spellings { #expect(help.output.contains(name)) }
        #expect(Self.isInBothLanguages(argument), "\(verb.commandName) \(argument.spellings)")
      }
      #expect(Self.hasIdeographs(verb.abstract) && Self.hasWords(verb.abstract))
    }
  }

  /// All but what the parser has of itself.
  private static func isInBothLanguages(_ argument: Interface.Argument) -> Bool {
    if ["--help", "--version"].contains(where: argument.spellings.contains) { return true }
    return hasIdeographs(argument.abstract) && hasWords(argument.abstract)
  }

  private static func hasIdeographs(_ text: String?) -> Bool {
    text?.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } == true
  }

  private static func hasWords(_ text: String?) -> Bool {
    text?.range(of: "[A-Za-z]+ [a-z]+", options: .regularExpression) != nil
  }

  @Test func headingsOfHelpFollowTheLanguage() throws {
    #expect(try Command.run(["--help"]).output.contains("选项："))
    let english = try Command.run(["--help"], environment: ["LC_ALL": "en_US.UTF-8"])
    #expect(english.output.contains("OPTIONS:"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func aShellGetsACompletionScriptThatNamesEveryVerb(_ shell: String) throws {
    let ended = try Command.run(["--generate-completion-script", shell])
    #expect(ended.status == 0)
    for verb in try Interface.read().verbs { #expect(ended.output.contains(verb.commandName)) }
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "completion")
      try Data(ended.output.utf8).write(to: file)
      guard let status = try Self.status(of: shell, reading: file) else { return }
      #expect(status == 0)
    }
  }

  /// Whether a shell can read a script, without running it; `nil` where there is no such shell.
  private static func status(of shell: String, reading file: URL) throws -> Int32? {
    let places = ["/bin/\(shell)", "/usr/bin/\(shell)"]
    guard let path = places.first(where: FileManager.default.isExecutableFile) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-n", file.path]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
