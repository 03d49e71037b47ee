internal import ArgumentParser

/// The language of the terminal.
enum Language: String, ExpressibleByArgument, CaseIterable {
  case zh
  case en

  /// Chinese, unless the locale says English.
  static var ofLocale: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(Terminal.environment).first ?? ""
    return locale.hasPrefix("en") ? .en : .zh
  }

  /// The text in this language.
  func callAsFunction(_ chinese: String, _ english: String) -> String {
    self == .zh ? chinese : english
  }
}
