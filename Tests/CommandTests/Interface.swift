import Foundation
import TestSupport

/// The command as it describes itself.
struct Interface: Decodable {
  struct Verb: Decodable {
    var commandName: String
    var abstract: String?
    var arguments: [Argument]?
    var subcommands: [Verb]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var defaultValue: String?
    var allValues: [String]?
    var isOptional: Bool
    var isRepeating: Bool

    /// `--scheme`, `-h`; none for what has no name.
    var spellings: [String] {
      (names ?? []).map { $0.kind == "long" ? "--\($0.name)" : "-\($0.name)" }
    }
  }

  var command: Verb

  /// The verbs that the command has of its own, without `help`.
  var verbs: [Verb] { (command.subcommands ?? []).filter { $0.commandName != "help" } }

  static func read() throws -> Interface {
    let ended = try Command.run(["--experimental-dump-help"])
    return try JSONDecoder().decode(Interface.self, from: Data(ended.output.utf8))
  }
}
