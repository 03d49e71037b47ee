import Foundation

/// The manual page, from what the command says of itself.
struct ManualPage {
  let interface: Interface
  let version: String

  var text: String {
    let verbs = interface.verbs
    var lines = [
      #".\" Generated from the command. To write it anew:"#,
      #".\" SCOREBOOK_RECORD=1 swift test --filter ManualPage"#,
      ".TH SCOREBOOK 1 \"\" \"scorebook \(version)\" \"\"",
      ".SH NAME", "scorebook \\- " + Self.escaped(interface.command.abstract ?? ""),
      ".SH SYNOPSIS",
    ]
    lines += verbs.flatMap { [".B scorebook \($0.commandName)", Self.synopsis($0), ".br"] }
    lines += [".SH COMMANDS"]
    lines += verbs.flatMap(Self.section)
    lines += Self.rest
    return lines.joined(separator: "\n") + "\n"
  }

  private static func synopsis(_ verb: Interface.Verb) -> String {
    (verb.arguments ?? []).filter {
      !$0.spellings.contains("--help") && !$0.spellings.contains("--version")
    }
    .map { argument in
      var text = ([argument.spellings.first].compactMap(\.self) + [value(argument)])
        .filter { !$0.isEmpty }.joined(separator: " ")
      if argument.isRepeating { text += " ..." }
      return escaped(argument.isOptional ? "[\(text)]" : text)
    }.joined(separator: " ")
  }

  private static func value(_ argument: Interface.Argument) -> String {
    argument.kind == "flag" ? "" : argument.valueName ?? ""
  }

  private static func section(_ verb: Interface.Verb) -> [String] {
    var lines = [".SS scorebook \(verb.commandName)", escaped(verb.abstract ?? "")]
    for argument in verb.arguments ?? [] {
      let names = argument.spellings.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
      let value = value(argument)
      let head = [names, value.isEmpty ? "" : "\\fI\(escaped(value))\\fR"].filter { !$0.isEmpty }
      lines += [
        ".TP", head.joined(separator: " "), escaped((argument.abstract ?? "") + choices(argument)),
      ]
    }
    return lines
  }

  private static func choices(_ argument: Interface.Argument) -> String {
    guard let values = argument.allValues, !values.isEmpty else { return "" }
    let standard = argument.defaultValue.map { "; default \($0)" } ?? ""
    return " (\(values.joined(separator: ", "))\(standard))"
  }

  /// Signs that the formatter would take for its own.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacingOccurrences(of: "\\", with: "\\e")
      .replacingOccurrences(of: "-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }

  /// What the command does not say of itself; interface and exit statuses are in the README.
  private static let rest = #"""
    .SH VERSIONS
    .B scorebook \-\-version
    一行一个：程序、Swift、libzip、libdeflate、libxlsxwriter 的版本，各随附方案的版本（scheme 方案 版本）。A line each: the versions of the command, Swift, libzip, libdeflate and libxlsxwriter, and of each shipped scheme.
    .SH EXIT STATUS
    .TP
    .B 0
    没有 \-\-fail\-on 以上的问题。Done, nothing at or above \-\-fail\-on.
    .TP
    .B 1
    有这样的问题。Done, findings at or above it.
    .TP
    .B 2
    无法运行：选项、方案、下达工作簿有误，或结果写不出去。Could not run: a bad option, scheme or programme, or an output that cannot be written.
    .SH ENVIRONMENT
    .TP
    .B LC_ALL, LC_MESSAGES, LANG
    终端的语言：以 en 开头为英文，否则为中文。The language of the terminal: English where it begins with en, otherwise Chinese.
    .TP
    .B NO_COLOR
    非空则不用颜色。No colour where it is not empty.
    .TP
    .B TERM
    dumb 则不用颜色，不画进度。No colour and no progress where it is dumb.
    .SH FILES
    .TP
    .B /usr/share/scorebook/templates
    随附的方案。The shipped schemes.
    .TP
    .B ~/.local/share/scorebook
    网页的数据。What the page keeps.
    .TP
    .B /etc/default/scorebook
    网页作为系统服务（systemctl start scorebook）时的地址、端口、口令。Address, port and password of the page as a service of the system.
    .SH EXAMPLES
    .nf
    scorebook score \-\-scheme mof\-2020 \-\-programme 下达.xlsx 回收/ \-\-out 结果
    scorebook check \-\-scheme mof\-2020 回收/
    scorebook explain R005
    scorebook schemes mof\-2020 \-\-yaml > mine.yaml
    .fi
    """#.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
