public import Evaluation
internal import Forms

extension SchemeShelf {
  /// The schemes in a few words each.
  public var answer: [UInt8] {
    var json = JSONBytes()
    json.list(schemes) { scheme, json in
      json.openObject()
      json.member("id", scheme.id)
      json.member("version", scheme.version)
      json.member("title", scheme.title)
      json.member("summary", scheme.summary)
      json.closeObject()
    }
    return json.bytes
  }
}

extension Session {
  /// The rounds of the session.
  public var answer: [UInt8] {
    var json = JSONBytes()
    json.list(all) { $0.append(to: &$1) }
    return json.bytes
  }
}

extension FindingGuide {
  /// What each code of a finding means, by code, in both languages.
  public static var answer: [UInt8] {
    var json = JSONBytes()
    json.list(FindingCode.allCases) { code, json in
      let guide = FindingGuide(code)
      json.openObject()
      json.member("code", code.rawValue)
      for language in Language.allCases {
        json.key(language == .zh ? "zh" : "en")
        json.openObject()
        json.member("title", guide[language].title)
        json.member("cause", guide[language].cause)
        json.member("consequence", guide[language].consequence)
        json.member("remedy", guide[language].remedy)
        json.closeObject()
      }
      json.closeObject()
    }
    return json.bytes
  }
}

extension PageError {
  /// The refusal as an answer, in both languages.
  public var answer: [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.member("zh", text[.zh])
    json.member("en", text[.en])
    json.closeObject()
    return json.bytes
  }
}
