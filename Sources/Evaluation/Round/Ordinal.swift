/// The ordinal that people put into a file's name, or into that of a folder it lies in.
///
/// 第二次 is 2, 第十一稿 is 11, (3) is 3, v2.1 is 2.1, 终稿 is above all numbers, 终稿2 above 终稿; no
/// ordinal is 0. Full-width digits, letters and brackets are the same as plain ones. An annotated
/// copy is the same round's return as what it was made from, but a later one: it was corrected.
struct Ordinal: Comparable {
  /// What one name says.
  private struct Rank: Comparable {
    var isFinal = false
    var number = 0
    var subnumber = 0

    static func < (one: Rank, two: Rank) -> Bool {
      (one.isFinal ? 1 : 0, one.number, one.subnumber)
        < (two.isFinal ? 1 : 0, two.number, two.subnumber)
    }
  }

  /// What the file's name says.
  private let own: Rank
  /// What the names of its folders say, the nearest that says anything.
  private let folder: Rank
  private let isAnnotated: Bool

  /// The ordinal of a return; `/` between its folders.
  init(of file: String) {
    let names = file.split(separator: "/").map { Wording.key(String($0)) }
    var stem = names.last.map(Self.stem) ?? ""
    isAnnotated = Self.dropMark(&stem)
    own = Self.rank(stem)
    folder =
      names.dropLast().reversed().lazy.map { Self.rank(Self.folder($0)) }
      .first { $0 > Rank() } ?? Rank()
  }

  static func < (one: Ordinal, two: Ordinal) -> Bool {
    if one.own != two.own { return one.own < two.own }
    if one.folder != two.folder { return one.folder < two.folder }
    return !one.isAnnotated && two.isAnnotated
  }

  /// Without the extension.
  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A bundle is a folder with an extension.
  private static func folder(_ name: String) -> String {
    name.hasSuffix(".zip") ? stem(name) : name
  }

  /// Takes our own mark off a name, with the number that keeps two outputs apart.
  private static func dropMark(_ stem: inout String) -> Bool {
    guard let mark = stem.range(ofText: "_批注") else { return false }
    let rest = stem[mark.upperBound...]
    guard
      rest.isEmpty || rest.first == "_" && rest.dropFirst().allSatisfy(\.isNumber)
        || rest.first == "("
    else { return false }
    // A number in brackets was put there by whoever saved the copy once more.
    stem = String(stem[..<mark.lowerBound]) + (rest.first == "(" ? String(rest) : "")
    return true
  }

  private static func rank(_ stem: String) -> Rank {
    var rank = Rank()
    rank.isFinal = ["终稿", "最终", "定稿", "final"].contains(where: stem.contains)
    let numbers = [
      counted(stem), bracketed(stem), version(stem), rank.isFinal ? trailing(stem) : nil,
    ]
    guard let number = numbers.compactMap({ $0 }).max(by: { $0 < $1 }) else { return rank }
    (rank.number, rank.subnumber) = number
    return rank
  }

  /// 第二次, 第2版, 第十一稿.
  private static func counted(_ stem: String) -> (Int, Int)? {
    for mark in stem.indices.reversed() where stem[mark] == "第" {
      let rest = stem[stem.index(after: mark)...]
      let digits = rest.prefix { $0.isASCII ? $0.isNumber : numerals.keys.contains($0) }
      guard let unit = rest.dropFirst(digits.count).first, "次版稿".contains(unit),
        let number = number(digits)
      else { continue }
      return (number, 0)
    }
    return nil
  }

  /// (2) at the end.
  private static func bracketed(_ stem: String) -> (Int, Int)? {
    guard stem.hasSuffix(")"), let open = stem.lastIndex(of: "(") else { return nil }
    return number(stem[stem.index(after: open)...].dropLast()).map { ($0, 0) }
  }

  /// v3, v10, v2.1 at the end, not within a word.
  private static func version(_ stem: String) -> (Int, Int)? {
    guard let mark = stem.lastIndex(of: "v") else { return nil }
    if mark > stem.startIndex, stem[stem.index(before: mark)].isASCIILetter { return nil }
    let parts = stem[stem.index(after: mark)...].split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count < 3, let major = parts.first.flatMap({ small($0) }) else { return nil }
    if parts.count == 1 { return (major, 0) }
    return small(parts[1]).map { (major, $0) }
  }

  /// 终稿2.
  private static func trailing(_ stem: String) -> (Int, Int)? {
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }
    return small(Substring(String(digits.reversed()))).map { ($0, 0) }
  }

  private static let numerals: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "十": 10,
  ]

  /// 11 or 十一, up to 999 or 九十九.
  private static func number(_ digits: Substring) -> Int? {
    if let plain = small(digits) { return plain }
    let values = digits.compactMap { numerals[$0] }
    guard !values.isEmpty, values.count == digits.count else { return nil }
    guard let ten = values.firstIndex(of: 10) else { return values.count == 1 ? values[0] : nil }
    let (tens, ones) = (values[..<ten], values[(ten + 1)...])
    guard tens.count < 2, ones.count < 2, ones.first != 10 else { return nil }
    return (tens.first ?? 1) * 10 + (ones.first ?? 0)
  }

  private static func small(_ digits: Substring) -> Int? {
    guard (1...3).contains(digits.utf8.count) else { return nil }
    return Int(digits)
  }
}

extension Character {
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}

extension String {
  /// Where a text stands last.
  fileprivate func range(ofText text: String) -> Range<String.Index>? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
    }
    return nil
  }
}
