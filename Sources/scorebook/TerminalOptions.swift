internal import ArgumentParser
internal import Evaluation

/// How a verb speaks to the terminal.
struct TerminalOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-color"), help: "即使在终端上也不用颜色。No colour, even on a terminal.")
  var noColor = false

  @Option(
    help: ArgumentHelp(
      "终端的语言（默认依系统语言）。Language of the terminal (default: as the locale).", valueName: "L"))
  var lang: Language?

  var language: Language { lang ?? .ofLocale }
  var palette: Palette { Palette(noColour: noColor) }
}
