internal import Evaluation

/// What the parser of the command line says, in Chinese. What is not known here stays in English.
enum ParserText {
  /// A complaint or help with its lines, in a language.
  static func text(_ text: String, in language: Language) -> String {
    guard language == .zh else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.map { book.text(of: $0) ?? $0 }.joined(separator: "\n")
  }

  private static let book = PhraseBook([
    "Error: Missing expected argument '{}'": "错误：缺少参数 {}",
    "Error: Missing one of: {}": "错误：缺少下列之一：{}",
    "Error: Missing value for '{}'": "错误：{} 后缺少值",
    "Error: Unknown option '{}'": "错误：没有选项 {}",
    "Error: Unknown option '{}'. Did you mean '{}'?": "错误：没有选项 {}；是不是 {}？",
    "Error: Unexpected argument '{}'": "错误：多余的参数 {}",
    "Error: {} unexpected arguments: {}": "错误：{}个多余的参数：{}",
    "Error: The value '{}' is invalid for '{}'": "错误：{2} 不能是 {1}",
    "Error: The value '{}' is invalid for '{}'. Please provide one of {} or {}.":
      "错误：{2} 不能是 {1}；可以是 {3} 或 {4}",
    "Error: The value '{}' is invalid for '{}'. Please provide one of {}.":
      "错误：{2} 不能是 {1}；可以是 {3}",
    "Error: The value '{}' is invalid for '{}'. Please provide {}.": "错误：{2} 不能是 {1}；可以是 {3}",
    "Error: The option '{}' doesn't take any value": "错误：{} 后不带值",
    "Error: {}": "错误：{}",
    "Help:  {}": "说明：{}",
    "Usage: {}": "用法：{}",
    "  See '{}' for more information.": "  详见 {}",
    "OVERVIEW: {}": "概要：{}",
    "USAGE: {}": "用法：{}",
    "ARGUMENTS:": "参数：",
    "OPTIONS:": "选项：",
    "SUBCOMMANDS:": "命令：",
    "  See 'scorebook help <subcommand>' for detailed help.": "  各命令的说明：scorebook help <命令>",
    "  --version               Show the version.": "  --version               显示版本。",
    "  -h, --help              Show help information.": "  -h, --help              显示说明。",
  ])
}
