internal import Evaluation
internal import Figures

/// Units of money on forms.
enum MoneyUnit {
  /// An amount in 万元; as it is where the unit is not known.
  static func tenThousandYuan(_ amount: Figure, in unit: String) -> Figure? {
    switch Wording.key(unit) {
    case "元", "人民币元": try? amount.shifted(right: 4)
    case "千元": try? amount.shifted(right: 1)
    case "百万元": try? amount.shifted(right: -2)
    case "亿元": try? amount.shifted(right: -4)
    default: amount
    }
  }
}
