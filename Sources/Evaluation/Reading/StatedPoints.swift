internal import Figures

/// Points that a form prints behind a heading: 产出指标（50分）, 年度绩效目标1（40 分）.
enum StatedPoints {
  /// The points in the last pair of brackets that holds nothing else; `nil` where there is none.
  static func figure(in text: String) -> Figure? {
    let key = Wording.key(text).unicodeScalars
    var rest = key[...]
    while let close = rest.lastIndex(of: ")") {
      rest = rest[..<close]
      guard let open = rest.lastIndex(of: "(") else { return nil }
      let inner = rest[rest.index(after: open)...]
      if inner.last == "分", let figure = Figure(String(Substring(inner.dropLast()))),
        !figure.isNegative
      {
        return figure
      }
      rest = rest[..<open]
    }
    return nil
  }
}
