internal import Figures

extension TargetParser {
  /// Reads the target at the end of an indicator's name: 年度资金支付完成率100%, 培训不少于50人次.
  ///
  /// Looked for where the target's own cell is blank, which is then said (V001, as a warning).
  /// A number there is a target where a bound, a percent sign or a counting word says so: 2024年,
  /// 提前30天 and 每户1人 are none.
  ///
  /// - Returns: `nil` where the name ends in no such target.
  func read(name: String, sign: Typed?, unit: String) -> Result? {
    let plain = FigureText.plain(Wording.trimmed(name))
    guard !Wording.holds(plain, "每"), let words = Self.ending(of: plain) else { return nil }
    let place = Place(sheet: "", cell: nil)
    var result = read(Typed(.text(words), at: place), sign: sign, unit: unit)
    guard result.target != nil else { return nil }
    result.remarks = [.init(.v001, found: "", expected: words)]
    return result
  }

  /// The longest ending of a name that is a target.
  private static func ending(of name: String) -> String? {
    let scalars = name.unicodeScalars
    guard scalars.contains(where: { ("0"..."9").contains($0) }), scalars.count <= 60 else {
      return nil
    }
    var before: Unicode.Scalar?
    for index in scalars.indices.dropFirst(2) {
      before = scalars[scalars.index(before: index)]
      guard let before, before.properties.isIdeographic, before != "第", before != "前" else {
        continue
      }
      let rest = String(Substring(scalars[index...]))
      if let number = NumberText(rest), !number.isNumeral, says(number) { return rest }
    }
    return nil
  }

  private static func says(_ number: NumberText) -> Bool {
    number.bound != .none || number.part != .none || UnitText(number.unit).counts
  }
}
