internal import Evaluation

/// What the codes of findings mean, as the terminal shows it.
struct CodeText {
  let language: Language
  let palette: Palette

  /// All codes with their titles, family by family.
  var list: String {
    var text = ""
    for (letter, codes) in families {
      let family = codes.first.map { FindingGuide.family(of: $0)[language] } ?? ""
      var table = TextTable()
      for code in codes { table.add(row(code)) }
      text += palette.heading("\(letter) \(family)") + "\n" + table.text + "\n"
    }
    return text + language("某个代码的说明：scorebook explain R005", "One of them: scorebook explain R005")
      + "\n"
  }

  private var families: [(letter: Character, codes: [FindingCode])] {
    var families: [(letter: Character, codes: [FindingCode])] = []
    for code in FindingCode.allCases {
      guard let letter = code.rawValue.first else { continue }
      if families.last?.letter != letter { families.append((letter, [])) }
      families[families.count - 1].codes.append(code)
    }
    return families
  }

  private func row(_ code: FindingCode) -> [String] {
    [
      "  " + code.rawValue,
      palette(language(code.severity.word, code.severity.rawValue), code.severity),
      FindingGuide(code)[language].title,
    ]
  }

  /// One code: what it means, why it matters, what to do, what it rests on.
  func page(_ code: FindingCode) -> String {
    let guide = FindingGuide(code)
    let page = guide[language]
    let heading = palette.heading("\(code.rawValue) \(page.title)") + "\n"
    return heading + LabelledText.text(parts(guide, page))
  }

  private func parts(_ guide: FindingGuide, _ page: FindingGuide.Page) -> [(String, String)] {
    let always = [
      (language("级别", "severity"), severity(guide.code)),
      (language("含义", "what"), page.cause),
      (language("影响", "why"), page.consequence),
      (language("处理", "do"), page.remedy),
      (language("依据", "basis"), guide.basis[language]),
    ]
    return always + (guide.needs.map { [(language("需要", "needs"), $0[language])] } ?? [])
  }

  private func severity(_ code: FindingCode) -> String {
    let word = palette(language(code.severity.word, code.severity.rawValue), code.severity)
    let variant = FindingGuide.variant(of: code).map {
      language("（\($0.chinese)）", " (\($0.english))")
    }
    let rejects = code.rejects ? language("；不计分", "; the return is not scored") : ""
    return word + (variant ?? "") + rejects
  }
}
