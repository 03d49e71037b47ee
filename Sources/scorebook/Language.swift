public import ArgumentParser
public import Evaluation

extension Language: ExpressibleByArgument {
  /// Chinese, unless the locale says English.
  static var ofLocale: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(Terminal.environment).first ?? ""
    return locale.hasPrefix("en") ? .en : .zh
  }
}
