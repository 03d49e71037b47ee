/// The texts that a source hands to certain calls, with `{}` where a value is put in.
struct CallTexts {
  private let source: [UInt8]

  init(_ source: String) { self.source = Array(source.utf8) }

  /// The texts among the arguments of every call of a name, calls within calls included.
  func texts(of call: String) -> [String] {
    let name = Array((call + "(").utf8)
    var texts: [String] = []
    var position = 0
    while let start = source[position...].firstIndex(of: name[0]) {
      position = start
      if source[start...].starts(with: name) {
        texts += arguments(from: position + name.count)
      }
      position += 1
    }
    return texts
  }

  private func arguments(from start: Int) -> [String] {
    var texts: [String] = []
    var depth = 1
    var position = start
    while position < source.count, depth > 0 {
      switch source[position] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\""):
        let (text, end) = text(from: position + 1)
        texts.append(text)
        position = end
      default: break
      }
      position += 1
    }
    return texts
  }

  /// A text on one line, and where its closing mark stands.
  private func text(from start: Int) -> (String, Int) {
    var text: [UInt8] = []
    var position = start
    while position < source.count, source[position] != UInt8(ascii: "\"") {
      if source[position] == UInt8(ascii: "\\"), position + 1 < source.count {
        if source[position + 1] == UInt8(ascii: "(") {
          text += Array("{}".utf8)
          position = end(ofInterpolation: position + 2)
          continue
        }
        position += 1
      }
      text.append(source[position])
      position += 1
    }
    return (String(decoding: text, as: UTF8.self), position)
  }

  private func end(ofInterpolation start: Int) -> Int {
    var depth = 1
    var position = start
    while position < source.count, depth > 0 {
      switch source[position] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\""): position = text(from: position + 1).1
      default: break
      }
      position += 1
    }
    return position
  }
}
