public import ArgumentParser
public import Evaluation

extension Language: ExpressibleByArgument {
  /// Chinese, unless the locale says English.
  static var ofLocale: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(Terminal.environment).first ?? ""
    return locale.hasPrefix("en") ? .en : .zh
  }

  /// The language asked for in the command line, whether or not the rest of it can be read.
  static var ofCommandLine: Language {
    let words = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
    var asked: Language?
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      if word == "--lang" { asked = Language(rawValue: next) ?? asked }
      if word.hasPrefix("--lang=") {
        asked = Language(rawValue: String(word.dropFirst(7))) ?? asked
      }
    }
    return asked ?? .ofLocale
  }
}
